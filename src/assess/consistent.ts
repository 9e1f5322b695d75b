import type { Analysis, Assessment } from '../model/analysis.ts';
import { type Flaw, flawsAt } from '../model/flaw.ts';
import { endsOf } from '../model/goal.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { groupBy } from '../values/group.ts';
import { isError } from '../values/problem.ts';
import { conclusionsOf, deniedVerdicts } from './conclusions.ts';
import { measureVerdict, summarize } from './rollup.ts';

/** Where an analysis from outside is not what its own figures, goals and readings lead to. */
export function assessmentFlaws(analysis: Analysis): Flaw[] {
  const { plan, asOf, region, assessments, measures, summary } = analysis;
  const ofMeasures = groupBy(assessments, ({ measure }) => measure);
  const names = new Set<string>();
  return [
    ...assessments.flatMap((assessment, index) => {
      const at = ['assessments', index];
      const isTwice = names.size === names.add(assessment.target).size;
      return [
        ...(isTwice ? [{ path: [...at, 'target'], found: assessment.target, follows: undefined }] : []),
        ...flawsAt([...at, 'region'], assessment.region, region),
        ...flawsOf(at, plan.id, assessment),
        ...dayFlaws(at, asOf, assessment),
        ...twiceIn([...at, 'evidence', 'used'], assessment),
      ];
    }),
    ...measures.flatMap(({ id, targets, verdict }, index) => {
      const own = ofMeasures.get(id) ?? [];
      return [
        ...flawsAt(
          ['measures', index, 'targets'],
          targets,
          own.map(({ target }) => target),
        ),
        ...flawsAt(['measures', index, 'verdict'], verdict, measureVerdict(own)),
      ];
    }),
    ...flawsAt(['summary'], summary, summarize(summary.tasks, assessments)),
    ...taskFlaws(analysis),
    ...errorFlaws(analysis),
  ];
}

const PASSED: readonly DecidedVerdict[] = ['met', 'missed'];

/** From the deadline on a target is met or missed; before it nothing is missed yet. Nothing is of a day to come. */
function dayFlaws(at: Flaw['path'], asOf: string, { goal, readings, value, at: judged }: Assessment): Flaw[] {
  const hasPassed = asOf >= goal.by;
  const isOneDay = readings.length === 1;
  const possible = readings.flatMap(reading => reading.possible);
  const wrong = possible.find(verdict => (hasPassed ? !PASSED.includes(verdict) : verdict === 'missed'));
  return [
    ...(isOneDay && wrong !== undefined ? [{ path: [...at, 'possible'], found: wrong, follows: undefined }] : []),
    ...(judged > asOf ? [{ path: [...at, 'at'], found: judged, follows: asOf }] : []),
    ...(value && value.asOf > asOf ? [{ path: [...at, 'value', 'asOf'], found: value.asOf, follows: asOf }] : []),
  ];
}

/** A figure is used once, or set aside. */
function twiceIn(path: Flaw['path'], { evidence: { used, setAside } }: Assessment): Flaw[] {
  const seen = new Set<number>();
  const twice = [...used, ...setAside].find(({ observation: { id } }) => seen.size === seen.add(id).size);
  return twice ? [{ path, found: twice.observation.id, follows: undefined }] : [];
}

/** Each task once, below one that stands before it; a target serves none that is not there. */
function taskFlaws({ assessments, summary: { tasks } }: Analysis): Flaw[] {
  const known = new Set<string>();
  const flaws: Flaw[] = [];
  for (const [index, { id, parent }] of tasks.entries()) {
    const isOrphan = parent !== null && !known.has(parent);
    if (isOrphan || known.has(id))
      flaws.push({ path: ['summary', 'tasks', index, 'id'], found: id, follows: undefined });
    known.add(id);
  }
  for (const [index, assessment] of assessments.entries()) {
    const lost = assessment.tasks.find(id => !known.has(id));
    if (lost !== undefined) flaws.push({ path: ['assessments', index, 'tasks'], found: lost, follows: undefined });
  }
  return flaws;
}

/** What could not be read could not be judged. */
const errorFlaws = ({ problems, exit }: Analysis): Flaw[] =>
  problems.flatMap(({ code }, index) =>
    isError({ code }) && exit.code !== 2
      ? [{ path: ['problems', index, 'code'], found: code, follows: undefined }]
      : [],
  );

function flawsOf(at: Flaw['path'], plan: string, assessment: Assessment): Flaw[] {
  const follows = conclusionsOf(plan, assessment);
  const keys = Object.keys(follows) as (keyof typeof follows)[];
  const denied = deniedVerdicts(assessment);
  const possible = assessment.possible.filter(verdict => !denied.includes(verdict));
  const { comparator, value, low, high } = assessment.goal;
  const ends = comparator === 'about' || comparator === 'between' ? { low, high } : endsOf(comparator, value);
  return [
    ...flawsAt([...at, 'goal'], { low, high }, ends),
    ...keys.flatMap(key => flawsAt([...at, key], assessment[key], follows[key])),
    ...flawsAt([...at, 'possible'], assessment.possible, possible),
  ];
}
