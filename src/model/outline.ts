import { entryOf } from '../values/mapping.ts';
import { onceEach } from '../values/once-each.ts';
import type { Indicator, KeyTask, Measure, Plan, StrategicTask, Target } from './plan.ts';
import { ownRegion } from './regions.ts';

/** A measure with the tasks above it, from the strategic one down. */
export interface PlacedMeasure {
  readonly measure: Measure;
  readonly tasks: readonly string[];
}

export interface PlacedTarget {
  readonly target: Target;
  readonly measure: Measure;
  readonly tasks: readonly string[];
}

/** All measures in the order of the plan; those of the whole plan come first and have no task. */
export const measuresOf = onceEach((plan: Plan): readonly PlacedMeasure[] => [
  ...plan.measures.map(measure => ({ measure, tasks: [] })),
  ...plan.tasks.flatMap(measuresOfTask),
]);

function measuresOfTask(task: StrategicTask): PlacedMeasure[] {
  const own = task.measures.map(measure => ({ measure, tasks: [task.id] }));
  const below = task.tasks.flatMap(key => key.measures.map(measure => ({ measure, tasks: [task.id, key.id] })));
  return [...own, ...below];
}

/** All targets in the order of the plan; with a region those that are judged there, as they hold there. */
export const targetsOf = (plan: Plan, region?: string): readonly PlacedTarget[] =>
  targetsWithin(region === undefined ? plan : planIn(plan, region));

const targetsWithin = onceEach((plan: Plan): readonly PlacedTarget[] =>
  measuresOf(plan).flatMap(({ measure, tasks }) => measure.targets.map(target => ({ target, measure, tasks }))),
);

/**
 * The plan as it holds in one region. Its own region has the targets with a goal for the whole; any other has those that
 * give it a goal, and never the goal of the whole.
 */
export function planIn(plan: Plan, region: string): Plan {
  const cached = narrowed(plan);
  const name = isNamed(plan, region) ? region : ANY_OTHER;
  const found = cached.get(name);
  if (found) return found;
  const local = narrow(plan, region);
  cached.set(name, local);
  return local;
}

/** A batch asks for thousands of regions, of which all that no target names have the same plan. */
const narrowed = onceEach(() => new Map<string, Plan>());
const ANY_OTHER = '';

const isNamed = (plan: Plan, region: string): boolean => region === ownRegion(plan) || namedRegions(plan).has(region);

const namedRegions = onceEach((plan: Plan): ReadonlySet<string> => {
  const targets = measuresOf(plan).flatMap(({ measure }) => measure.targets);
  return new Set(targets.flatMap(({ regions }) => (regions === 'each' ? [] : Object.keys(regions))));
});

function narrow(plan: Plan, region: string): Plan {
  const isOwn = region === ownRegion(plan);
  const inMeasures = (measures: readonly Measure[]) => measures.flatMap(measure => measureIn(measure, region, isOwn));
  const inTask = <T extends KeyTask | StrategicTask>(task: T): T => ({ ...task, measures: inMeasures(task.measures) });
  const tasks = plan.tasks.map(task => {
    const below = task.tasks.map(inTask).filter(key => isOwn || key.measures.length > 0);
    return { ...inTask(task), tasks: below };
  });
  return {
    ...plan,
    ...(isOwn ? {} : ofAnotherRegion(plan)),
    measures: inMeasures(plan.measures),
    tasks: tasks.filter(task => isOwn || task.measures.length + task.tasks.length > 0),
  };
}

/** What the plan announces and assumes, it says of its own region alone; a region within it may have less than the plausible least. */
function ofAnotherRegion({ indicators }: Plan): Pick<Plan, 'announced' | 'assumptions' | 'indicators'> {
  const widened = (indicator: Indicator): Indicator => {
    const { additive, plausible } = indicator;
    const mayHoldLess = additive && plausible.min !== undefined && plausible.min > 0;
    return mayHoldLess ? { ...indicator, plausible: { ...plausible, min: 0 } } : indicator;
  };
  return {
    announced: { strategicTasks: null, keyTasks: null, measures: null },
    assumptions: [],
    indicators: Object.fromEntries(Object.entries(indicators).map(([id, indicator]) => [id, widened(indicator)])),
  };
}

function measureIn(measure: Measure, region: string, isOwn: boolean): Measure[] {
  const targets = measure.targets.flatMap(target => (isOwn ? wholeTarget(target) : targetIn(target, region)));
  const isShown = targets.length > 0 || (isOwn && measure.targets.length === 0);
  return isShown ? [{ ...measure, targets }] : [];
}

const wholeTarget = (target: Target): Target[] => (target.goal === null ? [] : [target]);

function targetIn(target: Target, region: string): Target[] {
  const { regions } = target;
  if (regions === 'each') return [withoutStart(target)];
  const given = entryOf(regions, region);
  const [first] = given?.readings ?? [];
  if (!given || !first) return [];
  const { share, readings, source = target.source, wording, note } = given;
  const isOfWhole = share !== null || target.goal === null;
  const said = isOfWhole ? { wording: target.wording, note: target.note } : {};
  return [
    {
      ...target,
      goal: first.goal,
      by: first.by,
      readings,
      share,
      source,
      wording: wording ?? said.wording,
      note: note ?? said.note,
    },
  ];
}

/** Where the whole began says nothing of where a part of it did. */
const withoutStart = (target: Target): Target => ({
  ...target,
  readings: target.readings.map(reading => ({ ...reading, baseline: undefined, path: [] })),
});
