import type { Region, RegionalTarget, Target } from '../model/plan.ts';
import { repeated } from '../values/repeated.ts';
import { type Context, distinctNotes, type LintedTarget, type LintRule, type Note, note } from './context.ts';

/** Earlier targets of one indicator that a target is held against; nobody needs to be told of the thousandth. */
const MOST_COMPARED = 500;

const sharedIndicator: LintRule = ({ targets }) => {
  const earlier = new Map<string, LintedTarget[]>();
  return targets.flatMap(placed => {
    const { item, path } = placed;
    const others = earlier.get(item.indicator) ?? [];
    earlier.set(item.indicator, others);
    const first = others.find(other => isTogether(other, item));
    if (others.length < MOST_COMPARED) others.push(placed);
    return first
      ? [note('two-targets-one-indicator', [...path, 'indicator'], { indicator: item.indicator, other: first.item.id })]
      : [];
  });
};

/** Both counted on one day: neither supersedes the other, and their times in force meet. */
function isTogether({ item: a }: LintedTarget, b: LintedTarget['item']): boolean {
  if (a.supersedes === b.id || b.supersedes === a.id) return false;
  const isBefore = (first: typeof a, second: typeof a) =>
    first.inForce?.to !== undefined && second.inForce?.from !== undefined && first.inForce.to < second.inForce.from;
  if (isBefore(a, b) || isBefore(b, a)) return false;
  if (a.goal !== null && b.goal !== null) return true;
  return Object.keys(goalsOf(a)).some(region => Object.hasOwn(goalsOf(b), region));
}

/** The goals of single regions; one for each region is a goal of the whole too. */
const goalsOf = ({ regions }: Target): Readonly<Record<string, RegionalTarget>> => (regions === 'each' ? {} : regions);

const superseding: LintRule = ({ targets }) => {
  const byId = new Map(targets.toReversed().map(placed => [placed.item.id, placed]));
  return targets.flatMap(({ item, path }) => {
    const { supersedes } = item;
    const old = supersedes === undefined ? undefined : byId.get(supersedes);
    const at = [...path, 'supersedes'];
    return [
      ...(supersedes === item.id ? [note('supersedes-itself', at, {})] : []),
      ...(old && old.item !== item && old.item.inForce?.to === undefined
        ? [note('superseded-still-in-force', [...old.path, 'id'], { target: old.item.id, successor: item.id })]
        : []),
    ];
  });
};

const targetsAlone: LintRule = ({ targets }) =>
  targets.flatMap(({ item, path, hasTask }) => [
    ...(isWithoutSource(item) && item.certainty !== 'stated'
      ? [note('target-without-source', [...path, 'id'], { target: item.id })]
      : []),
    ...(hasTask ? [] : [note('target-without-task', [...path, 'id'], { target: item.id })]),
  ]);

/** What nobody can look up is not stated by a source. */
const statedAlone: LintRule = ({ tasks, measures, targets }) => [
  ...[...tasks, ...measures].flatMap(({ item, path }) =>
    item.named === 'stated' && item.source.length === 0
      ? [note('stated-without-source', [...path, 'named'], { name: item.id })]
      : [],
  ),
  ...targets.flatMap(({ item, path }) =>
    item.certainty === 'stated' && isWithoutSource(item)
      ? [note('stated-without-source', [...path, 'certainty'], { name: item.id })]
      : [],
  ),
];

/** A target with goals of regions alone may leave it to each of them to name its source. */
const isWithoutSource = (target: Target): boolean =>
  target.source.length === 0 &&
  (target.goal !== null || regionalOf(target).some(({ source = [] }) => source.length === 0));

const regionalOf = (target: Target): RegionalTarget[] => Object.values(goalsOf(target));

/** Once for the plan: where nothing is known of one target, usually nothing is known of most. */
const commitment: LintRule = ({ targets }) => {
  const unstated = targets.filter(({ item }) => item.commitment === 'unstated');
  const [first] = unstated;
  if (!first) return [];
  return [note('commitment-unstated', [...first.path, 'id'], { count: unstated.length, total: targets.length })];
};

const withoutNumber: LintRule = ({ measures, tasks }) => [
  ...measures.flatMap(({ item, path }) =>
    item.targets.length === 0 ? [note('measure-without-number', [...path, 'id'], { measure: item.id })] : [],
  ),
  ...tasks.flatMap(({ item, path }) => {
    const below = 'tasks' in item ? item.tasks.length : 0;
    return item.measures.length + below === 0 ? [note('task-without-measure', [...path, 'id'], { task: item.id })] : [];
  }),
];

const LEVELS = ['strategic_tasks', 'key_tasks', 'measures'] as const;

const announced: LintRule = ({ plan, measures, tasks }) => {
  const counts = {
    strategic_tasks: { named: plan.announced.strategicTasks, found: plan.tasks.length },
    key_tasks: { named: plan.announced.keyTasks, found: tasks.length - plan.tasks.length },
    measures: { named: plan.announced.measures, found: measures.filter(({ path }) => path[0] === 'tasks').length },
  };
  return LEVELS.flatMap(level => {
    const { named, found } = counts[level];
    if (named === null || named === found) return [];
    const code = found > named ? 'more-than-announced' : 'fewer-than-announced';
    return [note(code, ['announced', level], { level, announced: named, found })];
  });
};

/** The places that name a source: the reader has checked those of tasks, measures, targets and indicators. */
function sourcesNamed({ plan, indicators, tasks, measures, targets }: Context): Set<string> {
  const items = [...indicators, ...tasks, ...measures, ...targets].flatMap(({ item }) => item.source);
  const regional = targets.flatMap(({ item }) => regionalOf(item));
  const readings = [...targets.map(({ item }) => item), ...regional].flatMap(each => each.readings);
  const baselines = readings.flatMap(({ baseline }) => baseline?.source ?? []);
  const ofRegions = regional.flatMap(({ source = [] }) => source);
  return new Set([...items, ...baselines, ...ofRegions, ...plan.assumptions.flatMap(({ source }) => source)]);
}

const sources: LintRule = context => {
  const { plan, targets } = context;
  const listed = new Set(Object.keys(plan.sources));
  const named = sourcesNamed(context);
  const baselines = targets.flatMap(({ item, path }) =>
    item.readings.flatMap(({ baseline, name }) =>
      (baseline?.source ?? []).map(id => ({ id, path: baselinePath(context, path, name) })),
    ),
  );
  const ofRegions = targets.flatMap(({ item, path }) =>
    Object.entries(goalsOf(item)).flatMap(([region, { readings }]) =>
      (readings[0]?.baseline?.source ?? []).map(id => ({
        id,
        path: [...path, 'regions', region, 'baseline', 'source'],
      })),
    ),
  );
  const assumptions = plan.assumptions.flatMap(({ source }, index) =>
    source.map((id, at) => ({ id, path: ['assumptions', index, 'source', at] })),
  );
  return distinctNotes([
    ...[...baselines, ...ofRegions, ...assumptions].flatMap(({ id, path }) =>
      listed.has(id) ? [] : [note('source-unknown', path, { source: id })],
    ),
    ...[...listed].flatMap((id): Note[] =>
      named.has(id) ? [] : [note('source-unused', ['sources', id], { source: id }, 'key')],
    ),
  ]);
};

function baselinePath({ rawAt }: Context, target: readonly (string | number)[], reading: string | null) {
  const own = [...target, 'readings', reading ?? '', 'baseline'];
  return [...(reading !== null && rawAt(own) !== undefined ? own : [...target, 'baseline']), 'source'];
}

const regions: LintRule = ({ plan }) => {
  const all = regionPaths(plan.regions, ['regions']);
  const twice = repeated(all, ({ id }) => id);
  return [
    ...(plan.region === undefined && all.length > 0 ? [note('region-unnamed', ['regions'], {}, 'key')] : []),
    ...twice.map(({ id, path }) => note('region-twice', [...path, 'id'], { region: id })),
  ];
};

const regionPaths = (
  list: readonly Region[],
  path: readonly (string | number)[],
): { id: string; path: (string | number)[] }[] =>
  list.flatMap((region, index) => [
    { id: region.id, path: [...path, index] },
    ...regionPaths(region.parts, [...path, index, 'parts']),
  ]);

/** How the parts of a plan hang together. */
export const structureRules: readonly LintRule[] = [
  sharedIndicator,
  superseding,
  targetsAlone,
  statedAlone,
  commitment,
  withoutNumber,
  announced,
  sources,
  regions,
];
