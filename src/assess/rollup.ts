import { union } from '../methods/judge.ts';
import type { Analysis, Assessment, MeasureRow, TaskRow, VerdictCounts } from '../model/analysis.ts';
import { measuresOf, type PlacedMeasure } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import {
  type DecidedVerdict,
  decidedVerdicts,
  type Severity,
  severityOfVerdict,
  type Verdict,
  worstToBest,
} from '../model/verdict.ts';
import { groupBy } from '../values/group.ts';
import type { Numbered } from './order.ts';

type TaskName = Omit<TaskRow, 'verdicts' | 'range'>;

/** The tasks of a plan in its order, strategic ones before their key tasks. */
export const taskNames = ({ tasks }: Plan): TaskName[] =>
  tasks.flatMap(task => [taskName(task, null), ...task.tasks.map(key => taskName(key, task.id))]);

type AnyTask = Plan['tasks'][number] | Plan['tasks'][number]['tasks'][number];

const taskName = ({ id, title, level, named }: AnyTask, parent: string | null): TaskName => ({
  id,
  title,
  level,
  parent,
  named,
});

/** Counts of verdicts per task and for the plan: never an average, which would hide what is not known. */
export function summarize(tasks: readonly TaskName[], all: readonly Assessment[]): Analysis['summary'] {
  const assessments = all.filter(({ inForce }) => inForce);
  return {
    targets: assessments.length,
    verdicts: countVerdicts(assessments),
    severities: Object.fromEntries(count(assessments.map(({ severity }) => severity))),
    range: rangeOf(assessments),
    worstFirst: assessments.toSorted(byWorstPossible).map(({ target }) => target),
    tasks: tasks.map(task => taskRow(task, assessments)),
  };
}

function taskRow({ id, title, level, parent, named }: TaskName, assessments: readonly Assessment[]): TaskRow {
  const own = assessments.filter(({ tasks }) => tasks.includes(id));
  return { id, title, level, parent, named, verdicts: countVerdicts(own), range: rangeOf(own) };
}

const countVerdicts = (assessments: readonly Assessment[]): VerdictCounts =>
  Object.fromEntries(count(assessments.map(({ verdict }) => verdict)));

/** From all undecided ones turning out badly to all turning out well: how many fail, and how many are in order. */
function rangeOf(assessments: readonly Assessment[]): TaskRow['range'] {
  const possibleSeverities = assessments.map(({ possible, commitment }) =>
    possible.map(verdict => severityOfVerdict(verdict, commitment === 'aspirational')),
  );
  const range = (severity: Severity) => ({
    min: possibleSeverities.filter(each => each.every(one => one === severity)).length,
    max: possibleSeverities.filter(each => each.includes(severity)).length,
  });
  return { failing: range('fail'), inOrder: range('ok') };
}

/** By the worst that each can be, then by the best; what is decided stands before what is not. */
function byWorstPossible(a: Assessment, b: Assessment): number {
  const rank = ({ possible }: Assessment, index: number) => worstToBest.indexOf(possible.at(index) ?? 'met');
  return rank(a, 0) - rank(b, 0) || rank(a, -1) - rank(b, -1) || a.possible.length - b.possible.length;
}

function count<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/**
 * The measures of the plan: those whose targets are judged, and those without a number, which show what was said of
 * them. A measure whose targets were all left out is left out too.
 */
export function measureRows(
  plan: Plan,
  assessments: readonly Assessment[],
  numbered: readonly Numbered[],
): MeasureRow[] {
  const ofMeasures = groupBy(assessments, ({ measure }) => measure);
  const statementsOf = groupBy(numbered, ({ observation }) => observation.measure);
  const isLeft = ({ measure }: PlacedMeasure) => measure.targets.length === 0 || ofMeasures.has(measure.id);
  return measuresOf(plan)
    .filter(isLeft)
    .map(({ measure, tasks }) => {
      const own = ofMeasures.get(measure.id) ?? [];
      const statements = statementsOf.get(measure.id) ?? [];
      return {
        id: measure.id,
        title: measure.title,
        tasks: [...tasks],
        named: measure.named,
        targets: own.map(({ target }) => target),
        verdict: measureVerdict(own),
        statements: statements.map(({ row }) => row),
      };
    });
}

/** Of the targets of one measure: of those in force, where there are any. */
export function measureVerdict(own: readonly Assessment[]): Verdict {
  const counted = own.filter(({ inForce }) => inForce);
  return own.length === 0 ? 'no-target' : worstOf((counted.length > 0 ? counted : own).map(({ verdict }) => verdict));
}

/** The worst decided verdict; undecided stands above every good one, because it may hide a bad one. */
function worstOf(verdicts: readonly Verdict[]): Verdict {
  const decided = verdicts.filter(
    (verdict): verdict is DecidedVerdict => verdict !== 'undecided' && verdict !== 'no-target',
  );
  const [worst] = union([decided]);
  const isGood = worst === undefined || ['info', 'ok'].includes(decidedVerdicts[worst].severity);
  return isGood && verdicts.includes('undecided') ? 'undecided' : (worst ?? 'undecided');
}
