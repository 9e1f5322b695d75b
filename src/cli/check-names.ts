import { isKept, type Selectable, selectsNothing } from '../gate/select.ts';
import { nearest } from '../input/document/nearest.ts';
import { targetsOf } from '../model/outline.ts';
import type { Plan, Target } from '../model/plan.ts';
import type { Selector } from '../model/policy.ts';
import { ownRegion, regionIds } from '../model/regions.ts';
import { regionOf, selectable } from './judge.ts';
import { UserError } from './user-error.ts';

/** What a run was told by names of the plan. */
export interface NamesGiven {
  readonly readings: Readonly<Record<string, string>>;
  readonly only?: readonly Selector[];
  readonly skip?: readonly Selector[];
  readonly require?: readonly string[];
  /** What the rules of a policy speak of. */
  readonly ruled?: readonly Selector[];
  readonly region?: string | undefined;
}

/** Names on the command line that the plan does not know; a filter that leaves nothing is one of them. */
export function checkNames(plan: Plan, request: NamesGiven, isAnyRegion = false): void {
  const { readings, only = [], skip = [], require = [], ruled = [] } = request;
  const region = regionOf(plan, request);
  const regions = regionIds(plan.regions);
  const placed = targetsOf(plan);
  const ids = placed.map(({ target }) => target.id);
  for (const [id, name] of Object.entries(readings)) {
    const target = placed.find(each => each.target.id === id)?.target;
    if (!target) throw unknownName('target', id, ids);
    const names = readingNames(target);
    if (!names.includes(name)) throw unknownName(`reading of ${id}`, name, names);
  }
  const items = placed.map(target => selectable(target, region));
  const namesRegion = ({ key, value }: Selector) =>
    ((key === null || key === 'region') && regions.includes(value)) ||
    (isAnyRegion && key === 'region' && regions.length === 0);
  const empty = selectsNothing([...only, ...skip, ...ruled], items).find(selector => !namesRegion(selector));
  if (empty)
    throw unknownName(
      empty.key ?? 'target, measure, task, indicator, region or commitment',
      empty.value,
      namesFor(empty, items),
    );
  const known = [...new Set(items.flatMap(namesOf))];
  const missing = require.find(id => !known.includes(id));
  if (missing !== undefined) throw unknownName('target, measure or indicator', missing, known);
}

/** A region of which nothing is left to judge is a mistake as well. */
export function checkLeft(plan: Plan, request: NamesGiven, regions: readonly string[]): void {
  const { only = [], skip = [], require = [] } = request;
  const [region, another] = regions;
  if (region !== undefined && another === undefined) checkRegion(plan, region, regionIds(plan.regions));
  const named = [...only, ...skip].flatMap(({ key, value }) =>
    key === 'region' && another !== undefined ? [value] : [],
  );
  const judged = [...new Set([...regions, ...named])].flatMap(id =>
    targetsOf(plan, id).map(target => selectable(target, id)),
  );
  const kept = judged.filter(item => isKept(only, skip, item));
  if (kept.length === 0) throw new UserError('nothing is left to judge', 'widen --only or --skip');
  const left = require.find(id => !kept.some(item => namesOf(item).includes(id)));
  if (left === undefined) return;
  const isThere = judged.some(item => namesOf(item).includes(left));
  const why = isThere
    ? '--only or --skip leaves it out'
    : `the plan sets no such target for ${another === undefined ? region : 'any region'}`;
  throw new UserError(`"${left}" is required, but ${why}`, 'a required target must be judged');
}

/** Regions that a run which names none may judge: those listed, those with a goal of their own, and any other. */
export const judgedRegions = (plan: Plan): string[] => {
  const named = targetsOf(plan).flatMap(({ target: { regions } }) => (regions === 'each' ? [] : Object.keys(regions)));
  return [...new Set([ownRegion(plan), ...regionIds(plan.regions), ...named, ANY])];
};

/** No region is called so; it has the targets that hold everywhere. */
const ANY = '*';

/** A region that the plan does not list, or sets no target for, is a mistake, never an empty and therefore green check. */
function checkRegion(plan: Plan, region: string, listed: readonly string[]): void {
  const named = targetsOf(plan).flatMap(({ target: { regions } }) => (regions === 'each' ? [] : Object.keys(regions)));
  const known = [...new Set([ownRegion(plan), ...listed, ...named])];
  if (listed.length > 0 && !known.includes(region)) throw unknownName('region', region, known);
  if (targetsOf(plan, region).length > 0) return;
  const withGoals = known.filter(id => targetsOf(plan, id).length > 0);
  if (withGoals.length === 0) throw new UserError(`the plan ${plan.id} has no target: nothing to judge`);
  throw new UserError(
    `the plan sets no target for ${region}: nothing to judge`,
    `--region takes one of those that have targets: ${withGoals.join(', ')}`,
  );
}

function readingNames({ readings, regions }: Target): string[] {
  const regional = Object.values(regions === 'each' ? {} : regions).flatMap(each => each.readings);
  return [...new Set([...readings, ...regional].flatMap(({ name }) => name ?? []))];
}

const namesOf = ({ target, measure, indicator }: Selectable): string[] => [target, measure, indicator];

function namesFor({ key }: Selector, items: readonly Selectable[]): string[] {
  const names = items.flatMap(item => {
    const { tasks, ...own } = item;
    return key === null ? [...tasks, ...Object.values(own)] : key === 'task' ? tasks : [own[key]];
  });
  return [...new Set(names)];
}

function unknownName(what: string, name: string, known: readonly string[]): UserError {
  const near = nearest(name, known);
  const help = known.length > 0 ? `known: ${known.join(', ')}` : 'it can be read in one way only';
  return new UserError(
    `the plan has no ${what} "${name}"`,
    near === undefined ? help : `did you mean "${near}"? ${help}`,
  );
}
