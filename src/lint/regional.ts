import type { Plan, Region, RegionalTarget } from '../model/plan.ts';
import { ownRegion, regionIds } from '../model/regions.ts';
import { largest } from '../values/largest.ts';
import { entryOf } from '../values/mapping.ts';
import { NOISE } from '../values/noise.ts';
import { onceEach } from '../values/once-each.ts';
import { type LintedTarget, type LintRule, note } from './context.ts';

type Regional = Readonly<Record<string, RegionalTarget>>;

const withRegions = (
  targets: readonly LintedTarget[],
): { readonly placed: LintedTarget; readonly regional: Regional }[] =>
  targets.flatMap(placed => {
    const { regions: regional } = placed.item;
    return regional === 'each' || Object.keys(regional).length === 0 ? [] : [{ placed, regional }];
  });

/** The parts below the plan's own region; without a tree, or outside of it, the regions that a target names. */
function partsOf(plan: Plan, regional: Regional): readonly Region[] {
  const { parts, ids } = tree(plan);
  const named = Object.keys(regional).filter(id => !ids.has(id));
  return [...parts, ...named.map(id => ({ id, title: { en: id, zh: id }, aliases: [], parts: [], complete: true }))];
}

/** The plan's own region where it lists it, the parts below it, and all that the tree names. */
const tree = onceEach((plan: Plan) => {
  const { regions } = plan;
  const whole = findIn(regions, ownRegion(plan));
  return { whole, parts: whole ? whole.parts : regions, ids: new Set(regionIds(whole ? [whole] : regions)) };
});

function findIn(regions: readonly Region[], id: string): Region | undefined {
  for (const region of regions) {
    const found = region.id === id ? region : findIn(region.parts, id);
    if (found) return found;
  }
  return undefined;
}

/** The most that is given away without counting a region twice: a part stands for itself or for its own parts. */
const sumOfShares = (parts: readonly Region[], regional: Regional): number =>
  parts.reduce((sum, { id, parts: below }) => sum + Math.max(shareIn(regional, id), sumOfShares(below, regional)), 0);

const shareIn = (regional: Regional, id: string): number => entryOf(regional, id)?.share ?? 0;

const shares: LintRule = ({ targets, plan }) =>
  withRegions(targets).flatMap(({ placed: { item, path }, regional }) => {
    const parts = partsOf(plan, regional);
    const sum = Number(sumOfShares(parts, regional).toPrecision(12));
    return sum > 100 + NOISE
      ? [note('shares-exceed-whole', [...path, 'regions'], { target: item.id, percent: sum }, 'key')]
      : [];
  });

/** What the goals of all parts add up to; undefined where a part has none. */
function sumOfGoals(parts: readonly Region[], regional: Regional): number | undefined {
  const goals = parts.map(
    ({ id, parts: below, complete }) =>
      lowestGoal(entryOf(regional, id)) ?? (complete ? sumOfGoals(below, regional) : undefined),
  );
  const given = goals.filter(goal => goal !== undefined);
  return parts.length > 0 && given.length === parts.length ? given.reduce((sum, goal) => sum + goal, 0) : undefined;
}

function lowestGoal(regional: RegionalTarget | undefined): number | undefined {
  const lows = (regional?.readings ?? []).flatMap(({ goal: { low } }) => (low === null ? [] : [low]));
  return lows.length > 0 ? -largest(lows.map(low => -low)) : undefined;
}

/** All parts can fulfil their goals, and the whole still miss its own; which they are, only a complete list tells. */
const goals: LintRule = ({ targets, plan }) =>
  withRegions(targets).flatMap(({ placed: { item, path, indicator }, regional }) => {
    const wanted = item.goal?.low ?? null;
    if (wanted === null || !indicator?.additive) return [];
    if (!tree(plan).whole?.complete) return [];
    const sum = sumOfGoals(partsOf(plan, regional), regional);
    return sum !== undefined && sum < wanted * (1 - NOISE)
      ? [note('regional-goals-below-whole', [...path, 'regions'], { target: item.id, sum, goal: wanted }, 'key')]
      : [];
  });

/** Of what adds up, no part has to reach what the whole has to. */
const each: LintRule = ({ targets }) =>
  targets.flatMap(({ item, path, indicator }) =>
    item.regions === 'each' && indicator?.additive && item.goal?.low
      ? [note('each-of-what-adds-up', [...path, 'regions'], { target: item.id, goal: item.goal.low }, 'key')]
      : [],
  );

/** How the goals of regions stand to the goal of the whole. */
export const regionalRules: readonly LintRule[] = [shares, goals, each];
