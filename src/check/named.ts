import { figureNames } from '../input/shape/figure-names.ts';
import { type Called, type Names, namesOf } from '../input/shape/names.ts';
import { targetsCalled } from '../input/shape/target-names.ts';
import { targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import type { Policy, Selector, SelectorKey } from '../model/policy.ts';
import { onceEach } from '../values/once-each.ts';
import type { JudgeRequest } from './analyse.ts';

type NamedKind = Exclude<SelectorKey, 'commitment'>;

/** All that a setting may name, by its titles and aliases as well. */
const namesByKind = onceEach((plan: Plan): Readonly<Record<NamedKind, Names>> => {
  const titled = (id: string, title: { readonly en: string; readonly zh: string } | undefined): Called => ({
    id,
    names: title ? [title.en, title.zh] : [],
  });
  return {
    ...figureNames(plan),
    target: namesOf(targetsOf(plan).map(({ target }) => titled(target.id, target.title))),
    task: namesOf(
      [...plan.tasks, ...plan.tasks.flatMap(({ tasks }) => tasks)].map(({ id, title }) => titled(id, title)),
    ),
  };
});

const kinds: readonly NamedKind[] = ['target', 'measure', 'indicator', 'task', 'region'];

/**
 * A selector by the id of what it calls by a title or an alias, where that is one thing: a target and its indicator that
 * are called alike are one, and a measure that is called as its own target is meant itself. What names nothing, or several
 * things, stays as it is, and is told.
 */
export function selectorInIds(plan: Plan, selector: Selector): Selector {
  const { key, value } = selector;
  const names = namesByKind(plan);
  const among = key === null ? kinds : kinds.filter(kind => kind === key);
  if (among.some(kind => names[kind].has(value))) return selector;
  const found = among.flatMap(kind => names[kind].called(value).map(id => ({ key: kind, value: id })));
  const [only, second] = found;
  if (only === undefined || second === undefined) return only ?? selector;
  if (found.every(each => targetsOfOne(plan, each) === targetsOfOne(plan, only))) return only;
  const [measure, another] = found.filter(each => each.key === 'measure');
  return measure && !another && found.every(each => each === measure || isOf(plan, measure.value, each))
    ? measure
    : selector;
}

/** The targets that something of the plan has, as one text. */
const targetsOfOne = (plan: Plan, { key, value }: Selector): string =>
  targetsOf(plan)
    .filter(each => {
      const { target, measure, tasks } = each;
      const names = { target: [target.id], measure: [measure.id], indicator: [target.indicator], task: tasks };
      return key !== null && key in names ? names[key as keyof typeof names].includes(value) : false;
    })
    .map(({ target }) => target.id)
    .join(' ') || `${key} ${value}`;

const isOf = (plan: Plan, measure: string, { key, value }: Selector): boolean =>
  (key === 'target' || key === 'indicator') &&
  targetsOf(plan).some(
    each => each.measure.id === measure && (key === 'target' ? each.target.id : each.target.indicator) === value,
  );

/** All that a name may stand for, each as a selector. */
export function candidatesOf(plan: Plan, { key, value }: Selector): string[] {
  const names = namesByKind(plan);
  const among = key === null ? kinds : kinds.filter(kind => kind === key);
  return among.flatMap(kind => names[kind].called(value).map(id => `${kind}=${id}`));
}

/** A reading by the id of its target, where that is one, and is not named by itself as well. */
function readingsInIds(plan: Plan, readings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readings).map(([name, reading]) => {
      const [id, other] = targetsCalled(plan, name);
      return [id === undefined || other !== undefined || Object.hasOwn(readings, id) ? name : id, reading];
    }),
  );
}

/** An id for a name of one of these kinds. */
function idOf(plan: Plan, name: string, among: readonly NamedKind[]): string {
  const names = namesByKind(plan);
  if (among.some(kind => names[kind].has(name))) return name;
  const [id, other] = new Set(among.flatMap(kind => names[kind].called(name)));
  return id !== undefined && other === undefined ? id : name;
}

/** What a run was told, by the ids of the plan. */
export function inPlanIds<R extends JudgeRequest>(
  plan: Plan,
  request: R,
  policy: Policy,
): { readonly request: R; readonly policy: Policy } {
  const { only = [], skip = [], region, readings } = request;
  const inIds = (selector: Selector) => selectorInIds(plan, selector);
  return {
    request: {
      ...request,
      only: only.map(inIds),
      skip: skip.map(inIds),
      ...(readings && { readings: readingsInIds(plan, readings) }),
      region: region === undefined ? undefined : idOf(plan, region, ['region']),
    },
    policy: {
      ...policy,
      require: policy.require.map(value => inIds({ key: null, value }).value),
      rules: policy.rules.map(rule => ({ ...rule, where: inIds(rule.where) })),
    },
  };
}
