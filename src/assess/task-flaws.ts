import type { Analysis } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import { metBefore } from '../values/repeated.ts';

/** Where tasks are no tree of two levels, or measures and targets hang on other tasks than theirs. */
export function taskFlaws({ summary: { tasks }, measures, assessments }: Analysis): Flaw[] {
  const parents = new Map<string, string | null>();
  const inMeasures = new Map(measures.map(measure => [measure.id, measure]));
  const isMeasureMet = metBefore();
  return [
    ...tasks.flatMap(({ id, level, parent }, index) => {
      const isTwice = parents.has(id);
      const isRight = level === 'strategic' ? parent === null : parent !== null && parents.get(parent) === null;
      parents.set(id, parent);
      const at = ['summary', 'tasks', index];
      return [...(isTwice ? [flawAt([...at, 'id'], id)] : []), ...(isRight ? [] : [flawAt([...at, 'parent'], parent)])];
    }),
    ...measures.flatMap(({ id, tasks: above }, index) => {
      const at = ['measures', index];
      const last = above.at(-1);
      const parent = last === undefined ? null : parents.get(last);
      const follows =
        last === undefined ? [] : parent === undefined ? undefined : parent === null ? [last] : [parent, last];
      return [...(isMeasureMet(id) ? [flawAt([...at, 'id'], id)] : []), ...flawsAt([...at, 'tasks'], above, follows)];
    }),
    ...assessments.flatMap(({ measure, tasks: above }, index) => {
      const own = inMeasures.get(measure);
      const at = ['assessments', index];
      return own ? flawsAt([...at, 'tasks'], above, own.tasks) : [flawAt([...at, 'measure'], measure)];
    }),
  ];
}
