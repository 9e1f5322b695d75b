import type { Analysis, Assessment, MeasureRow, TaskRow, VerdictCounts } from '../model/analysis.ts';
import type { Plan } from '../model/plan.ts';
import { byWorst, type DecidedVerdict, type Verdict } from '../model/verdict.ts';
import { observationRow } from './evidence-rows.ts';
import type { Numbered } from './order.ts';
import { measuresOf } from './outline.ts';

/** Counts of verdicts per task and for the plan: never an average, which would hide what is not known. */
export function summarize(plan: Plan, all: readonly Assessment[]): Analysis['summary'] {
  const assessments = all.filter(({ inForce }) => inForce);
  const tasks = plan.tasks.flatMap(task => [
    taskRow(task, null, assessments),
    ...task.tasks.map(key => taskRow(key, task.id, assessments)),
  ]);
  return {
    targets: assessments.length,
    verdicts: countVerdicts(assessments),
    severities: Object.fromEntries(count(assessments.map(({ severity }) => severity))),
    tasks,
  };
}

function taskRow(
  task: Plan['tasks'][number] | Plan['tasks'][number]['tasks'][number],
  parent: string | null,
  assessments: readonly Assessment[],
): TaskRow {
  const own = assessments.filter(({ tasks }) => tasks.includes(task.id));
  return { id: task.id, title: task.title, level: task.level, parent, named: task.named, verdicts: countVerdicts(own) };
}

export const countVerdicts = (assessments: readonly Assessment[]): VerdictCounts =>
  Object.fromEntries(count(assessments.map(({ verdict }) => verdict)));

function count<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Every measure of the plan; one without a number is kept and shows what was said of it. */
export function measureRows(
  plan: Plan,
  assessments: readonly Assessment[],
  numbered: readonly Numbered[],
): MeasureRow[] {
  return measuresOf(plan).map(({ measure, tasks }) => {
    const own = assessments.filter(assessment => assessment.measure === measure.id);
    const statements = numbered.filter(({ observation }) => observation.measure === measure.id);
    return {
      id: measure.id,
      title: measure.title,
      tasks: [...tasks],
      named: measure.named,
      targets: own.map(({ target }) => target),
      verdict: own.length === 0 ? 'no-target' : worstOf(own.map(({ verdict }) => verdict)),
      statements: statements.map(observationRow),
    };
  });
}

/** The worst decided verdict; undecided stands above every good one, because it may hide a bad one. */
function worstOf(verdicts: readonly Verdict[]): Verdict {
  const decided = verdicts.filter(
    (verdict): verdict is DecidedVerdict => verdict !== 'undecided' && verdict !== 'no-target',
  );
  const [worst] = decided.toSorted(byWorst);
  const isGood = worst === undefined || ['open', 'on-schedule', 'met'].includes(worst);
  return isGood && verdicts.includes('undecided') ? 'undecided' : (worst ?? 'undecided');
}
