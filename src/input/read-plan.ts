import type { Comparator } from '../model/goal.ts';
import { type Measure, type Plan, planSchema, type Reading, type Target } from '../model/plan.ts';
import { isError, type Problem } from '../values/problem.ts';
import { checkShape, type Finding } from './check-shape.ts';
import { indicatorOf, regionIds, unknownName } from './names.ts';
import { unitFindings } from './plan-units.ts';
import { type OpenFile, openFile, type SourceFile } from './source-file.ts';

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
  const shape = checkShape(planSchema, document);
  const plan = 'value' in shape ? shape.value : undefined;
  const findings =
    'findings' in shape ? shape.findings : [...meaningOf(shape.value), ...unitFindings(document.data, shape.value)];
  return { plan, problems: open.problemsWith(findings), data: document.data, placeOf };
}

interface Located<T> {
  readonly item: T;
  readonly path: readonly (string | number)[];
}

function meaningOf(plan: Plan): Finding[] {
  const tasks = plan.tasks.flatMap((task, index) => [
    { item: task, path: ['tasks', index] },
    ...task.tasks.map((key, at) => ({ item: key, path: ['tasks', index, 'tasks', at] })),
  ]);
  const measures: Located<Measure>[] = [{ item: plan, path: [] }, ...tasks].flatMap(({ item, path }) =>
    item.measures.map((measure, index) => ({ item: measure, path: [...path, 'measures', index] })),
  );
  const targets: Located<Target>[] = measures.flatMap(({ item, path }) =>
    item.targets.map((target, index) => ({ item: target, path: [...path, 'targets', index] })),
  );
  const indicators = Object.entries(plan.indicators).map(([id, item]) => ({ item, path: ['indicators', id] }));
  return [
    ...[tasks, measures, targets].flatMap(duplicateIds),
    ...targets.flatMap(located => targetFindings(plan, located, targets)),
    ...[...indicators, ...tasks, ...measures, ...targets].flatMap(located => sourceFindings(plan, located)),
    ...regionFindings(plan),
  ];
}

function duplicateIds(located: readonly Located<{ readonly id: string }>[]): Finding[] {
  const seen = new Set<string>();
  return located
    .filter(({ item }) => seen.size === seen.add(item.id).size)
    .map(({ item, path }) => ({ code: 'duplicate-id', args: { id: item.id }, path: [...path, 'id'] }));
}

function targetFindings(plan: Plan, { item, path }: Located<Target>, all: readonly Located<Target>[]): Finding[] {
  const findings: Finding[] = [];
  const known = Object.keys(plan.indicators);
  if (!indicatorOf(plan, item.indicator)) {
    findings.push(unknownName('unknown-indicator', item.indicator, known, [...path, 'indicator']));
  }
  const ids = all.map(each => each.item.id);
  if (item.supersedes !== undefined && !ids.includes(item.supersedes)) {
    findings.push(unknownName('unknown-target', item.supersedes, ids, [...path, 'supersedes']));
  }
  const backwards = item.readings.find(isBackwards);
  if (backwards) findings.push(daysOutOfOrder(backwards, [...path, 'by']));
  return [...findings, ...regionalFindings(plan, { item, path })];
}

const isBackwards = ({ baseline, by }: Reading): boolean => baseline !== undefined && baseline.asOf >= by;

const daysOutOfOrder = ({ baseline, by }: Reading, path: Located<Target>['path']): Finding => ({
  code: 'days-out-of-order',
  args: { first: baseline?.asOf ?? '', second: by },
  path,
});

/** The goals of regions: each of a region of the plan, a share only of what can be shared. */
function regionalFindings(plan: Plan, { item, path }: Located<Target>): Finding[] {
  if (item.regions === 'each') return [];
  const known = regionIds(plan.regions);
  const own = plan.region ?? plan.id;
  return Object.entries(item.regions).flatMap(([id, { share, readings, source = [] }]) => {
    const at = [...path, 'regions', id];
    const backwards = readings.find(isBackwards);
    const why = share === null ? undefined : unshareable(plan, item);
    return [
      ...(known.length > 0 && !known.includes(id) ? [unknownName('unknown-region', id, known, at, 'key')] : []),
      ...(id === own ? [{ code: 'goal-of-own-region', args: { region: id }, path: at, at: 'key' } as const] : []),
      ...(why === undefined
        ? []
        : [{ code: 'share-impossible', args: { indicator: item.indicator, why }, path: [...at, 'share'] } as const]),
      ...(backwards ? [daysOutOfOrder(backwards, [...at, 'baseline'])] : []),
      ...sourceFindings(plan, { item: { source }, path: at }),
    ];
  });
}

function unshareable(plan: Plan, { goal, indicator, readings }: Target): string | undefined {
  if (goal === null) return 'no-goal';
  if (indicatorOf(plan, indicator)?.additive === false) return 'not-additive';
  const isWithout = readings.some(({ goal: { comparator } }) => withoutNumber.includes(comparator));
  return isWithout ? 'no-number' : undefined;
}

const withoutNumber: readonly Comparator[] = ['achieve', 'increase', 'decrease'];

function sourceFindings(plan: Plan, { item, path }: Located<{ readonly source: readonly string[] }>): Finding[] {
  const known = Object.keys(plan.sources);
  return item.source.flatMap((id, index) =>
    known.includes(id) ? [] : [unknownName('unknown-source', id, known, [...path, 'source', index])],
  );
}

function regionFindings({ region, regions }: Plan): Finding[] {
  const known = regionIds(regions);
  if (region === undefined || known.length === 0 || known.includes(region)) return [];
  return [unknownName('unknown-region', region, known, ['region'])];
}
