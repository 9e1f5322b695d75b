import { direction, isDirectionOnly, isHold, isMet } from '../methods/goals.ts';
import type { Method } from '../methods/method.ts';
import { methods } from '../methods/registry.ts';
import type { Indicator, Reading } from '../model/plan.ts';
import { relationOf } from '../model/relation.ts';
import { isOnePeriod } from '../model/span.ts';
import type { MethodName } from '../model/target-choices.ts';
import { EVERYTHING, type Interval, overlaps } from '../values/interval.ts';
import { metBefore } from '../values/repeated.ts';
import { type LintRule, type Note, note, type PlacedReading, perReading } from './context.ts';

/** What is plausible; everything where the two ends are the wrong way round, which is told once, at the indicator. */
function plausible({ plausible: { min = -Infinity, max = Infinity } }: Indicator): Interval {
  return min > max ? EVERYTHING : { low: min, high: max };
}

const rangeArgs = ({ low, high }: Interval) => ({
  min: Number.isFinite(low) ? low : '−∞',
  max: Number.isFinite(high) ? high : '∞',
});

const missingBaseline = perReading(({ target: { indicator }, reading, name, namedAt }) => {
  const { goal, baseline, over } = reading;
  // What is counted over a span begins at nothing, or at the state on its first day; a lead over another has no start.
  if (
    baseline ||
    over ||
    goal.against !== undefined ||
    indicator?.kind === 'event' ||
    isHold(goal) ||
    goal.comparator === 'achieve'
  )
    return [];
  const code = isDirectionOnly(goal) ? 'direction-without-baseline' : 'target-without-baseline';
  return [note(code, namedAt, { target: name }, namedAt.at(-1) === 'id' ? 'value' : 'key')];
});

/** A goal for several years of a plan, of which each figure is of one. */
const flowGoal = perReading(({ target: { indicator }, reading: { goal, over }, name, namedAt }, { plan }) => {
  const isFlow = indicator?.kind === 'flow' && !isOnePeriod(indicator.per, plan.period);
  if (!isFlow || over || isDirectionOnly(goal) || isHold(goal)) return [];
  return [note('flow-without-over', namedAt, { target: name }, namedAt.at(-1) === 'id' ? 'value' : 'key')];
});

const baseline = perReading(({ target: { indicator }, reading, pathOf }) => {
  const { baseline: start, goal, over } = reading;
  if (!start) return [];
  const path = pathOf('baseline');
  const { low, high, nominal, text } = start.value;
  const range = indicator && plausible(indicator);
  const isBound = !Number.isFinite(low) || !Number.isFinite(high);
  return [
    ...(start.source.length === 0 ? [note('baseline-without-source', path, {}, 'key')] : []),
    ...(isBound ? [note('baseline-is-a-bound', [...path, 'value'], { text })] : []),
    ...(indicator ? notComparable(reading, indicator, path) : []),
    ...(range && !overlaps(range, start.value)
      ? [note('baseline-outside-plausible', [...path, 'value'], { text, ...rangeArgs(range) })]
      : []),
    ...(!over && !isHold(goal) && isMet(goal, nominal)
      ? [note('goal-met-at-baseline', pathOf(goal.comparator), { value: nominal }, 'key')]
      : []),
  ];
});

function notComparable(
  { baseline: start, counts }: Reading,
  indicator: Indicator,
  path: readonly (string | number)[],
): Note[] {
  const definitions = counts ?? indicator.counts;
  if (!start || Object.keys(definitions).length === 0) return [];
  const relation = relationOf(definitions, start.counts ?? null);
  if (relation === 'same') return [];
  const at = start.counts === undefined ? path : [...path, 'counts'];
  return [
    note(
      'baseline-not-comparable',
      at,
      { counts: start.counts ?? '', relation: relation ?? '' },
      start.counts === undefined ? 'key' : 'value',
    ),
  ];
}

const goal = perReading(
  ({ target: { item, indicator }, reading: { goal: wanted, baseline: start, over }, pathOf }, { plan, rawAt }) => {
    if (!indicator) return [];
    const path = pathOf(wanted.comparator);
    const written = path.at(-1) === 'share' ? undefined : rawAt(path);
    const fulfilling = { low: wanted.low ?? -Infinity, high: wanted.high ?? Infinity };
    // What is plausible of a period or a state is not so of a sum or a change.
    const isOfPeriods = over !== undefined && over.aggregate !== 'mean' && over.aggregate !== 'each';
    const range = isOfPeriods || wanted.against !== undefined ? EVERYTHING : plausible(indicator);
    const method = item.method ?? plan.method;
    const edge = wanted.low ?? wanted.high;
    const isFalling = over
      ? wanted.comparator === 'decrease'
      : !isDirectionOnly(wanted)
        ? wanted.low === null && start !== undefined && !isMet(wanted, start.value.nominal)
        : wanted.comparator === 'decrease';
    const isFromZero = isOfGrowth(method) && ((start && start.value.nominal <= 0) || (edge !== null && edge <= 0));
    return [
      ...(!overlaps(range, fulfilling) || isOutside(wanted.value, range)
        ? [note('goal-outside-plausible', path, rangeArgs(range))]
        : []),
      ...(indicator.monotone && isFalling ? [note('falling-goal-of-rising-count', path, {}, 'key')] : []),
      ...(wanted.comparator === 'achieve' && indicator.kind !== 'event'
        ? [note('achieve-of-a-quantity', path, { kind: indicator.kind }, 'key')]
        : []),
      ...(isFromZero ? [note('growth-ratio-from-zero', path, { method: method ?? '' }, 'key')] : []),
      ...(wanted.comparator === 'about' && isWithoutTolerance(written)
        ? [note('about-without-tolerance', path, { low: wanted.low ?? '', high: wanted.high ?? '' })]
        : []),
    ];
  },
);

const isOfGrowth = (method: MethodName | undefined): boolean => {
  const chosen: Method | undefined = method && methods[method];
  return chosen?.isOfGrowth === true;
};

const isOutside = (value: number | null, { low, high }: Interval): boolean =>
  value !== null && (value < low || value > high);

const isWithoutTolerance = (raw: unknown): boolean =>
  typeof raw === 'string' || (typeof raw === 'object' && raw !== null && !('tolerance' in raw));

const days = perReading(({ target: { item, indicator }, reading, pathOf }, { plan: { period } }) => {
  const { by, baseline: start, over } = reading;
  const anchor = over?.from ?? start?.asOf ?? period.from;
  const breaks = indicator?.breaks ?? [];
  return [
    ...(by < period.from || by > period.to
      ? [note('target-date-outside-period', pathOf('by'), { by, from: period.from, to: period.to })]
      : []),
    ...breaks.flatMap(({ on }, index) =>
      on > anchor && on <= by
        ? [
            note('series-break-before-target', ['indicators', item.indicator, 'breaks', index, 'on'], {
              target: item.id,
              on,
              from: anchor,
            }),
          ]
        : [],
    ),
  ];
});

const path = perReading(placed => {
  const { reading, pathOf } = placed;
  const [first] = reading.path;
  if (!first) return [];
  const at = pathOf('path');
  if (!reading.baseline && !reading.over) return [note('path-without-baseline', at, {}, 'key')];
  const isTwice = metBefore();
  const milestones = reading.path.flatMap((point, index) => milestone(placed, point, index, isTwice(point.by)));
  return [...milestones, ...backwards(reading, at)];
});

type Milestone = Reading['path'][number];

function milestone(
  { reading, pathOf, target: { indicator } }: PlacedReading,
  point: Milestone,
  index: number,
  isTwice: boolean,
): Note[] {
  const { baseline: start, by, goal: wanted } = reading;
  const at = [...pathOf('path'), index];
  const range = indicator && plausible(indicator);
  return [
    ...(point.by >= by ? [note('milestone-after-target', [...at, 'by'], { day: point.by, by })] : []),
    ...(start && point.by <= start.asOf
      ? [note('milestone-before-baseline', [...at, 'by'], { day: point.by, start: start.asOf })]
      : []),
    ...(isTwice ? [note('milestone-twice', [...at, 'by'], { day: point.by })] : []),
    ...(point.by < by && !isHold(wanted) && isMet(wanted, point.value)
      ? [note('milestone-fulfils-goal', [...at, 'value'], { value: point.value, day: point.by })]
      : []),
    ...(range && isOutside(point.value, range)
      ? [note('milestone-outside-plausible', [...at, 'value'], { value: point.value, ...rangeArgs(range) })]
      : []),
  ];
}

/** A step of the path that leads away from the goal. */
function backwards({ baseline, path: points, goal: wanted, over }: Reading, at: readonly (string | number)[]): Note[] {
  const start = over ? undefined : baseline;
  if (!start || isDirectionOnly(wanted)) return [];
  const sign = direction(wanted, start.value.nominal);
  const inOrder = [{ by: start.asOf, value: start.value.nominal }, ...points].toSorted(byDay);
  const firstOn = new Map(inOrder.map(({ by }, index) => [by, index] as const).toReversed());
  return points.flatMap((point, index) => {
    const earlier = inOrder[(firstOn.get(point.by) ?? 0) - 1];
    return earlier && sign * (point.value - earlier.value) < 0
      ? [
          note('path-backwards', [...at, index, 'value'], {
            value: point.value,
            before: earlier.value,
            day: earlier.by,
          }),
        ]
      : [];
  });
}

const byDay = (a: Pick<Milestone, 'by'>, b: Pick<Milestone, 'by'>): number => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0);

const outsidePeriod = perReading(({ reading, pathOf }, { plan: { period } }) =>
  reading.path.flatMap(({ by }, index) =>
    by < period.from || by > period.to
      ? [
          note('milestone-outside-period', [...pathOf('path'), index, 'by'], {
            day: by,
            from: period.from,
            to: period.to,
          }),
        ]
      : [],
  ),
);

/** What is odd in one target by itself: its start, its goal, its day and the way between. */
export const targetRules: readonly LintRule[] = [missingBaseline, flowGoal, baseline, goal, days, path, outsidePeriod];
