import type { Analysis, Assessment } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import { endsOf } from '../model/goal.ts';
import { groupBy } from '../values/group.ts';
import { metBefore } from '../values/repeated.ts';
import { conclusionsOf, deniedVerdicts } from './conclusions.ts';
import { dayFlaws } from './day-flaws.ts';
import { figureFlaws } from './figure-flaws.ts';
import { readingFlaws } from './reading-flaws.ts';
import { reasonFlaws } from './reason-flaws.ts';
import { measureVerdict, summarize } from './rollup.ts';
import { taskFlaws } from './task-flaws.ts';
import { valueFlaws } from './value-flaws.ts';

/** Where an analysis from outside is not what its own figures, goals and readings lead to. */
export function assessmentFlaws(analysis: Analysis): Flaw[] {
  const { plan, region, assessments, measures, summary } = analysis;
  const ofMeasures = groupBy(assessments, ({ measure }) => measure);
  const isTwice = metBefore();
  return [
    ...assessments.flatMap((assessment, index) => {
      const at = ['assessments', index];
      return [
        ...(isTwice(assessment.target) ? [flawAt([...at, 'target'], assessment.target)] : []),
        ...flawsAt([...at, 'region'], assessment.region, region),
        ...flawsOf(at, plan.id, assessment),
        ...dayFlaws(analysis, assessment, at),
        ...readingFlaws(assessment, at),
        ...valueFlaws(assessment, at),
        ...reasonFlaws(assessment, at),
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
    ...figureFlaws(analysis),
  ];
}

function flawsOf(at: Flaw['path'], plan: string, assessment: Assessment): Flaw[] {
  const follows = conclusionsOf(plan, assessment);
  const keys = Object.keys(follows) as (keyof typeof follows)[];
  const denied = deniedVerdicts(assessment);
  const possible = assessment.readings[0]?.possible ?? [];
  const { comparator, value, low, high } = assessment.goal;
  const ends = comparator === 'about' || comparator === 'between' ? { low, high } : endsOf(comparator, value);
  return [
    ...flawsAt([...at, 'goal'], { low, high }, ends),
    ...keys.flatMap(key => flawsAt([...at, key], assessment[key], follows[key])),
    ...flawsAt(
      [...at, 'readings', 0, 'possible'],
      possible,
      possible.filter(verdict => !denied.includes(verdict)),
    ),
  ];
}
