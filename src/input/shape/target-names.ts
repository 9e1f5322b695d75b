import { targetsOf } from '../../model/outline.ts';
import type { Plan } from '../../model/plan.ts';
import { onceEach } from '../../values/once-each.ts';
import { indicatorOf, namesOf } from './names.ts';

const namesOfTargets = onceEach((plan: Plan) => {
  const all = targetsOf(plan);
  const own = all.map(({ target: { id, title } }) => ({ id, names: title ? [title.en, title.zh] : [] }));
  const above = all.map(({ target, measure }) => {
    const indicator = indicatorOf(plan, target.indicator);
    const things = [measure, ...(indicator ? [{ id: target.indicator, ...indicator }] : [])];
    return { id: target.id, names: things.flatMap(({ id, title, aliases }) => [id, title.en, title.zh, ...aliases]) };
  });
  return { own: namesOf(own), above: namesOf(above) };
});

/** The names of targets themselves. */
export const targetNames = (plan: Plan) => namesOfTargets(plan).own;

/** The indicator of the one target that is called so. */
export function indicatorOfTarget(plan: Plan, name: string): string | undefined {
  const [id, other] = targetNames(plan).called(name);
  return other === undefined ? targetsOf(plan).find(({ target }) => target.id === id)?.target.indicator : undefined;
}

/** The targets that are called so; else those whose indicator or measure is. */
export function targetsCalled(plan: Plan, name: string): readonly string[] {
  const { own, above } = namesOfTargets(plan);
  const ids = own.called(name);
  return ids.length > 0 ? ids : above.called(name);
}
