import { union } from '../methods/judge.ts';
import type { Analysis, MeasureRow, TaskRow, VerdictCounts } from '../model/analysis.ts';
import type { Judged } from '../model/judged.ts';
import { measuresOf, type PlacedMeasure } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import {
  type DecidedVerdict,
  decidedVerdicts,
  severityOfVerdict,
  type Verdict,
  worstToBest,
} from '../model/verdict.ts';
import { groupBy } from '../values/group.ts';
import type { NumberedRow } from './order.ts';

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

/** The counts of a summary, without the order of its targets. */
export type Counts = Omit<Analysis['summary'], 'worstFirst'>;

/** Counts of verdicts per task and for the plan: never an average, which would hide what is not known. */
export function countsOf(tasks: readonly TaskName[], all: readonly Judged[]): Counts {
  const judged = all.filter(({ inForce }) => inForce);
  return {
    targets: judged.length,
    verdicts: countVerdicts(judged),
    severities: count(judged, ({ severity }) => severity),
    range: rangeOf(judged),
    tasks: tasks.map(task => taskRow(task, judged)),
  };
}

export function summarize(tasks: readonly TaskName[], all: readonly Judged[]): Analysis['summary'] {
  const { tasks: rows, ...counts } = countsOf(tasks, all);
  const worstFirst = all.filter(({ inForce }) => inForce).toSorted(byWorstPossible);
  return { ...counts, worstFirst: worstFirst.map(({ target }) => target), tasks: rows };
}

function taskRow({ id, title, level, parent, named }: TaskName, judged: readonly Judged[]): TaskRow {
  const own = judged.filter(({ tasks }) => tasks.includes(id));
  return { id, title, level, parent, named, verdicts: countVerdicts(own), range: rangeOf(own) };
}

const countVerdicts = (judged: readonly Judged[]): VerdictCounts => count(judged, ({ verdict }) => verdict);

/** From all undecided ones turning out badly to all turning out well: how many fail, and how many are in order. */
function rangeOf(judged: readonly Judged[]): TaskRow['range'] {
  const failing = { min: 0, max: 0 };
  const inOrder = { min: 0, max: 0 };
  for (const { possible, commitment } of judged) {
    let [fails, oks] = [0, 0];
    for (const verdict of possible) {
      const severity = severityOfVerdict(verdict, commitment === 'aspirational');
      if (severity === 'fail') fails++;
      else if (severity === 'ok') oks++;
    }
    add(failing, fails, possible.length);
    add(inOrder, oks, possible.length);
  }
  return { failing, inOrder };
}

/** One more target, of whose possible verdicts so many count. */
function add(range: { min: number; max: number }, counting: number, possible: number): void {
  if (counting === possible) range.min++;
  if (counting > 0) range.max++;
}

/** By the worst that each can be, then by the best; what is decided stands before what is not. */
function byWorstPossible(a: Judged, b: Judged): number {
  const rank = ({ possible }: Judged, index: number) => worstToBest.indexOf(possible.at(index) ?? 'met');
  return rank(a, 0) - rank(b, 0) || rank(a, -1) - rank(b, -1) || a.possible.length - b.possible.length;
}

function count<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

/**
 * The measures of the plan: those whose targets are judged, and those without a number, which show what was said of
 * them. A measure whose targets were all left out is left out too.
 */
export function measureRows(
  plan: Plan,
  assessments: readonly Judged[],
  numbered: readonly NumberedRow[],
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
export function measureVerdict(own: readonly Pick<Judged, 'inForce' | 'verdict'>[]): Verdict {
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
