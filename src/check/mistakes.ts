import { isKept, type Selectable, selectsNothing } from '../gate/select.ts';
import { nearest, nearestFirst } from '../input/document/nearest.ts';
import { targetsCalled } from '../input/shape/target-names.ts';
import type { Mistake, MistakeArgs } from '../model/mistake.ts';
import { targetsOf } from '../model/outline.ts';
import type { Plan, Target } from '../model/plan.ts';
import type { Policy, Selector } from '../model/policy.ts';
import { ownRegion, regionIds } from '../model/regions.ts';
import { type JudgeRequest, regionOf, selectable } from './analyse.ts';
import { candidatesOf, selectorInIds } from './named.ts';

/** What a run was told by names of the plan. */
interface NamesGiven {
  readonly request: Pick<JudgeRequest, 'readings' | 'only' | 'skip' | 'region'>;
  readonly policy: Pick<Policy, 'require' | 'rules'>;
}

/**
 * Names that the plan does not know, and else what leaves nothing to judge.
 *
 * @param isAnyRegion no region is named because each is judged by itself.
 */
export function mistakesIn(plan: Plan, given: NamesGiven, isAnyRegion = false): Mistake[] {
  const unknown = unknownNames(plan, given, isAnyRegion);
  if (unknown.length > 0) return unknown;
  return isAnyRegion ? nothingLeft(plan, given, judgedRegions(plan)) : inOneRegion(plan, given);
}

function unknownNames(plan: Plan, given: NamesGiven, isAnyRegion: boolean): Mistake[] {
  const { readings = {}, only = [], skip = [] } = given.request;
  const { require, rules } = given.policy;
  const wrongRegion = isAnyRegion ? [] : regionMistake(plan, given);
  // A region that the plan does not know is no name that a selector may be held against.
  const region = wrongRegion.length > 0 ? ownRegion(plan) : regionOf(plan, given.request);
  const regions = regionIds(plan.regions);
  const items = targetsOf(plan).map(target => selectable(target, region));
  const namesRegion = ({ key, value }: Selector) =>
    ((key === null || key === 'region') && regions.includes(value)) ||
    (isAnyRegion && key === 'region' && regions.length === 0);
  const empty = (setting: string, selectors: readonly Selector[]) =>
    selectsNothing(selectors, items)
      .filter(selector => !namesRegion(selector))
      .map(({ key, value }): Mistake => {
        const candidates = candidatesOf(plan, { key, value });
        if (candidates.length > 1) return { setting, ...several(value, candidates) };
        const args = { kind: key ?? undefined, ...unknown(value, selectorNames(key, items)) };
        return { setting, code: 'selects-nothing', args };
      });
  const allowed = [...new Set(items.flatMap(namesOf))];
  const missing = require.filter(id => !allowed.includes(id));
  return [
    ...wrongRegion,
    ...Object.entries(readings).flatMap(([id, name]) => readingMistake(plan, id, name)),
    ...empty('only', only),
    ...empty('skip', skip),
    ...empty(
      'rules',
      rules.map(({ where }) => where),
    ),
    ...missing.map((id): Mistake => {
      const candidates = candidatesOf(plan, { key: null, value: id });
      const found = candidates.length > 1 ? several(id, candidates) : undefined;
      return { setting: 'require', ...(found ?? { code: 'requires-unknown', args: unknown(id, allowed) }) };
    }),
  ];
}

const several = (name: string, candidates: readonly string[]) =>
  ({ code: 'several-things', args: { name, candidates: [...candidates] } }) as const;

const unknown = (name: string, allowed: readonly string[]): MistakeArgs['no-such-target'] => ({
  name,
  allowed: nearestFirst(name, allowed),
  near: nearest(name, allowed),
});

function readingMistake(plan: Plan, id: string, name: string): Mistake[] {
  const targets = targetsOf(plan).map(({ target }) => target);
  const target = targets.find(each => each.id === id);
  const called = targetsCalled(plan, id);
  if (!target && called.length > 1) return [{ setting: 'readings', ...several(id, called) }];
  if (!target) return [{ setting: 'readings', ...noSuchTarget(id, targets) }];
  const names = readingNames(target);
  if (names.includes(name)) return [];
  return [{ setting: 'readings', code: 'no-such-reading', args: { target: id, ...unknown(name, names) } }];
}

const noSuchTarget = (id: string, targets: readonly Target[]) =>
  ({
    code: 'no-such-target',
    args: unknown(
      id,
      targets.map(target => target.id),
    ),
  }) as const;

function readingNames({ readings, regions }: Target): string[] {
  const regional = Object.values(regions === 'each' ? {} : regions).flatMap(each => each.readings);
  return [...new Set([...readings, ...regional].flatMap(({ name }) => name ?? []))];
}

/** A region that the plan does not list is a mistake, never an empty and therefore green check. */
function regionMistake(plan: Plan, given: NamesGiven): Mistake[] {
  const region = regionOf(plan, given.request);
  const called = candidatesOf(plan, { key: 'region', value: region });
  if (called.length > 1) return [{ setting: 'region', ...several(region, called) }];
  const allowed = knownRegions(plan);
  return regionIds(plan.regions).length === 0 || allowed.includes(region)
    ? []
    : [{ setting: 'region', code: 'no-such-region', args: unknown(region, allowed) }];
}

/** Nor is one for which the plan sets no target. */
function inOneRegion(plan: Plan, given: NamesGiven): Mistake[] {
  const region = regionOf(plan, given.request);
  if (targetsOf(plan, region).length > 0) return nothingLeft(plan, given, [region]);
  const others = knownRegions(plan).filter(id => targetsOf(plan, id).length > 0);
  return others.length === 0
    ? [{ setting: 'plan', code: 'plan-without-target', args: { plan: plan.id } }]
    : [{ setting: 'region', code: 'region-without-target', args: { region, others } }];
}

const knownRegions = (plan: Plan): string[] => [
  ...new Set([ownRegion(plan), ...regionIds(plan.regions), ...regionsWithGoals(plan)]),
];

const regionsWithGoals = (plan: Plan): string[] =>
  targetsOf(plan).flatMap(({ target: { regions } }) => (regions === 'each' ? [] : Object.keys(regions)));

/** Regions that a run which names none may judge: those listed, those with a goal of their own, and any other. */
const judgedRegions = (plan: Plan): string[] => [...new Set([...knownRegions(plan), ANY])];

/** No region is called so; it has the targets that hold everywhere. */
const ANY = '*';

function nothingLeft(plan: Plan, { request, policy }: NamesGiven, regions: readonly string[]): Mistake[] {
  const { only = [], skip = [] } = request;
  const [region, another] = regions;
  const named = [...only, ...skip].flatMap(({ key, value }) =>
    key === 'region' && another !== undefined ? [value] : [],
  );
  const judged = [...new Set([...regions, ...named])].flatMap(id =>
    targetsOf(plan, id).map(target => selectable(target, id)),
  );
  const kept = judged.filter(item => isKept(only, skip, item));
  if (kept.length === 0) return [{ setting: only.length > 0 ? 'only' : 'skip', code: 'nothing-left', args: {} }];
  const left = policy.require.filter(id => !kept.some(item => namesOf(item).includes(id)));
  return left.map((name): Mistake => {
    if (judged.some(item => namesOf(item).includes(name)))
      return { setting: 'require', code: 'required-left-out', args: { name } };
    const where = another === undefined ? region : undefined;
    return { setting: 'require', code: 'required-not-set', args: { name, region: where } };
  });
}

const namesOf = ({ target, measure, indicator }: Selectable): string[] => [target, measure, indicator];

function selectorNames(key: Selector['key'], items: readonly Selectable[]): string[] {
  const names = items.flatMap(item => {
    const { tasks, ...own } = item;
    return key === null ? [...tasks, ...Object.values(own)] : key === 'task' ? tasks : [own[key]];
  });
  return [...new Set(names)];
}

/** The target of this name, else those of the indicator, measure or task of this name; in a region, or in any. */
export function targetsNamed(plan: Plan, given: string, region?: string): string[] {
  const { value: name } = selectorInIds(plan, { key: null, value: given });
  const items = targetsOf(plan, region).map(target => selectable(target, region ?? ownRegion(plan)));
  const own = items.filter(({ target }) => target === name);
  const named = own.length > 0 ? own : items.filter(item => [...namesOf(item), ...item.tasks].includes(name));
  return named.map(({ target }) => target);
}

/** Why none is explained: several are called so, or the plan has none of that name, or not in this region. */
export function targetMistake(plan: Plan, name: string, region: string): Mistake {
  const targets = targetsNamed(plan, name, region);
  if (targets.length > 1) return { setting: 'target', code: 'several-targets', args: { name, targets } };
  const all = targetsOf(plan).map(({ target }) => target);
  if (targetsNamed(plan, name).length === 0) return { setting: 'target', ...noSuchTarget(name, all) };
  const others = targetsOf(plan, region).map(({ target }) => target.id);
  return { setting: 'target', code: 'goal-not-set', args: { target: name, region, others } };
}
