import type { Comparator } from '../../model/goal.ts';
import { type Indicator, type Plan, planSchema, type Reading, type Target } from '../../model/plan.ts';
import { ownRegion, regionIds } from '../../model/regions.ts';
import { isError, type Problem, type ProblemArgs } from '../../values/problem.ts';
import { distinct, repeated } from '../../values/repeated.ts';
import { limitsFor } from '../document/limits.ts';
import { checkShape, type Finding } from '../shape/check-shape.ts';
import { indicatorOf, type Names, namesIn, unknownName } from '../shape/names.ts';
import { type OpenFile, openFile, type SourceFile } from '../source/source-file.ts';
import { againstFindings } from './against-findings.ts';
import { withBareNumbers } from './bare-numbers.ts';
import { type Located, locatedIn } from './located.ts';
import { sizeFindings } from './plan-size.ts';
import { unitFindings } from './plan-units.ts';
import { spanFindings } from './span-findings.ts';

export interface ReadPlan {
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a plan file; every problem of shape and of meaning comes with its place. */
export async function readPlan(file: SourceFile): Promise<ReadPlan> {
  const { plan, problems } = await openPlan(file);
  return { plan: problems.some(isError) ? undefined : plan, problems };
}

/** A plan as far as its shape allows, even where a name in it is wrong, with the way back into its file. */
export interface OpenPlan extends ReadPlan {
  readonly data: unknown;
  readonly placeOf: OpenFile['framedPlaceOf'];
}

export async function openPlan(file: SourceFile): Promise<OpenPlan> {
  const open = await openFile(file);
  const { document, problems, framedPlaceOf: placeOf } = open;
  if (!document) return { plan: undefined, problems, data: undefined, placeOf };
  const tooLarge = sizeFindings(document.data, file.limits ?? limitsFor());
  if (tooLarge.length > 0) return { plan: undefined, problems: open.problemsWith(tooLarge), data: undefined, placeOf };
  const { data, findings: ofUnits } = withBareNumbers(document.data);
  const shape = checkShape(planSchema, { ...document, data });
  const plan = 'value' in shape ? shape.value : undefined;
  const findings =
    'findings' in shape ? shape.findings : [...meaningOf(shape.value), ...unitFindings(data, shape.value)];
  return { plan, problems: open.problemsWith([...ofUnits, ...findings]), data, placeOf };
}

/** The names of a plan that another part of it may use; each list once, so that a problem that shows it takes no copy. */
interface PlanNames {
  readonly indicators: Names;
  readonly sources: Names;
  readonly regions: Names;
  readonly targets: Names;
}

function meaningOf(plan: Plan): Finding[] {
  const { tasks, measures, targets } = locatedIn(plan);
  const indicators = Object.entries(plan.indicators).map(([id, item]) => ({ item, path: ['indicators', id] }));
  const names: PlanNames = {
    indicators: namesIn(Object.keys(plan.indicators)),
    sources: namesIn(Object.keys(plan.sources)),
    regions: namesIn(regionIds(plan.regions)),
    targets: namesIn(targets.map(({ item }) => item.id)),
  };
  return [
    ...[tasks, measures, targets].flatMap(duplicateIds),
    ...targets.flatMap(located => targetFindings(plan, located, names)),
    ...[...indicators, ...tasks, ...measures, ...targets].flatMap(located => sourceFindings(names, located)),
    ...regionFindings(plan, names),
  ];
}

const duplicateIds = (located: readonly Located<{ readonly id: string }>[]): Finding[] =>
  repeated(located, ({ item }) => item.id).map(({ item, path }) => ({
    code: 'duplicate-id',
    args: { id: item.id },
    path: [...path, 'id'],
  }));

function targetFindings(plan: Plan, { item, path }: Located<Target>, names: PlanNames): Finding[] {
  const findings: Finding[] = [];
  if (!names.indicators.has(item.indicator)) {
    findings.push(unknownName('unknown-indicator', item.indicator, names.indicators, [...path, 'indicator']));
  }
  if (item.supersedes !== undefined && !names.targets.has(item.supersedes)) {
    findings.push(unknownName('unknown-target', item.supersedes, names.targets, [...path, 'supersedes']));
  }
  const indicator = indicatorOf(plan, item.indicator);
  if (indicator) findings.push(...readingFindings(plan, { item, path }, indicator, names));
  const backwards = item.readings.find(isBackwards);
  if (backwards) findings.push(daysOutOfOrder(backwards, [...path, 'by']));
  return [...findings, ...regionalFindings(plan, { item, path }, names)];
}

/** Each reading by itself, at the target where it says nothing of its own; the same fault of two is one. */
function readingFindings(
  plan: Plan,
  { item, path }: Located<Target>,
  indicator: Indicator,
  names: PlanNames,
): Finding[] {
  const regional = item.regions === 'each' ? [] : Object.entries(item.regions);
  const placed = [
    { readings: item.readings, at: path },
    ...regional.map(([id, { readings }]) => ({ readings, at: [...path, 'regions', id] })),
  ];
  const found = placed.flatMap(({ readings, at }) =>
    readings.flatMap(reading => [
      ...spanFindings(reading, indicator, at),
      ...againstFindings(plan, item.indicator, reading, at, names.indicators),
    ]),
  );
  return distinct(found, ({ code, path: at }) => JSON.stringify([code, at]));
}

const isBackwards = ({ baseline, by }: Reading): boolean => baseline !== undefined && baseline.asOf >= by;

const daysOutOfOrder = ({ baseline, by }: Reading, path: Located<Target>['path']): Finding => ({
  code: 'days-out-of-order',
  args: { first: baseline?.asOf ?? '', second: by },
  path,
});

/** The goals of regions: each of a region of the plan, a share only of what can be shared. */
function regionalFindings(plan: Plan, { item, path }: Located<Target>, names: PlanNames): Finding[] {
  if (item.regions === 'each') return [];
  const { regions } = names;
  const own = ownRegion(plan);
  return Object.entries(item.regions).flatMap(([id, { share, readings, source = [] }]) => {
    const at = [...path, 'regions', id];
    const backwards = readings.find(isBackwards);
    const why = share === null ? undefined : unshareable(plan, item);
    return [
      ...(regions.list.length > 0 && !regions.has(id) ? [unknownName('unknown-region', id, regions, at, 'key')] : []),
      ...(id === own ? [{ code: 'goal-of-own-region', args: { region: id }, path: at, at: 'key' } as const] : []),
      ...(why === undefined
        ? []
        : [{ code: 'share-impossible', args: { indicator: item.indicator, why }, path: [...at, 'share'] } as const]),
      ...(backwards ? [daysOutOfOrder(backwards, [...at, 'baseline'])] : []),
      ...sourceFindings(names, { item: { source }, path: at }),
    ];
  });
}

function unshareable(
  plan: Plan,
  { goal, indicator, readings }: Target,
): ProblemArgs['share-impossible']['why'] | undefined {
  if (goal === null) return 'no-goal';
  if (indicatorOf(plan, indicator)?.additive === false) return 'not-additive';
  const isWithout = readings.some(
    ({ goal: { comparator, against } }) => against !== undefined || withoutNumber.includes(comparator),
  );
  if (isWithout) return 'no-number';
  // Half of the rate at which the whole has to grow is no region's half of the growth.
  return readings.some(({ over }) => over?.aggregate === 'compound' || over?.isPercent) ? 'rate' : undefined;
}

const withoutNumber: readonly Comparator[] = ['achieve', 'increase', 'decrease'];

function sourceFindings(
  { sources }: PlanNames,
  { item, path }: Located<{ readonly source: readonly string[] }>,
): Finding[] {
  return item.source.flatMap((id, index) =>
    sources.has(id) ? [] : [unknownName('unknown-source', id, sources, [...path, 'source', index])],
  );
}

function regionFindings({ region }: Plan, { regions }: PlanNames): Finding[] {
  if (region === undefined || regions.list.length === 0 || regions.has(region)) return [];
  return [unknownName('unknown-region', region, regions, ['region'])];
}
