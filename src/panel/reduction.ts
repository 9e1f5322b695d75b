import type { Goal } from '../model/goal.ts';
import type { Indicator, Plan, Reading, Region, Relation, Target } from '../model/plan.ts';
import { wholeStep } from '../model/width.ts';
import type { Day } from '../values/day.ts';

/** The days that a batch is judged by, where they are known before its figures are read. */
export interface ReductionRequest {
  readonly asOf?: Day | undefined;
  readonly knownBy?: Day | undefined;
}

/**
 * Which rows of a panel can matter for a verdict, as plain data: the reduction in JavaScript and the SQL of every
 * dialect follow from it. It keeps rows and never changes one. docs/scale.md says why no analysis changes.
 */
export interface Reduction {
  readonly plan: string;
  /** The region of a row that names none. */
  readonly region: string;
  readonly asOf: Day | null;
  readonly knownBy: Day | null;
  /** Regions with parts, and the parts: each of their figures may be needed for a sum of the same day. */
  readonly regionsInSums: readonly string[];
  /** Only those whose series can be thinned. */
  readonly indicators: Readonly<Record<string, IndicatorReduction>>;
}

export interface IndicatorReduction {
  readonly unit: string;
  /** One unit of the last digit that a whole number stands for; 0 where it is exact. */
  readonly whole: number;
  /** What a figure counts that is meant by every target; null for a figure that names no definition. */
  readonly meant: readonly (string | null)[];
  readonly plausible: { readonly min: number | null; readonly max: number | null };
  readonly isMonotone: boolean;
  /** Series of `regionsInSums` are not thinned. */
  readonly isInSums: boolean;
  /** What fulfils the easiest goal, and on which side of it; null where no goal names a number. */
  readonly easiest: { readonly side: 'more' | 'less'; readonly value: number } | null;
  /** Starts, deadlines, and the day of the analysis: figures on either side of one are told apart. In order. */
  readonly turningDays: readonly Day[];
  /** Of a count that only rises, every figure after this day is kept: it may bound a deadline from above. */
  readonly firstDeadline: Day | null;
}

export function describeReduction(plan: Plan, { asOf, knownBy }: ReductionRequest): Reduction {
  const readings = readingsByIndicator(plan);
  const factors = new Set(Object.values(plan.indicators).flatMap(({ identity }) => identity?.product ?? []));
  const indicators = Object.entries(plan.indicators).flatMap(([id, indicator]) => {
    const own = readings.get(id) ?? [];
    const isTied = indicator.identity !== undefined || factors.has(id);
    return isTied || !isReducible(indicator, own) ? [] : [[id, reductionOf(indicator, own, asOf)] as const];
  });
  return {
    plan: plan.id,
    region: plan.region ?? plan.id,
    asOf: asOf ?? null,
    knownBy: knownBy ?? null,
    regionsInSums: plan.regions.flatMap(region => (region.parts.length > 0 ? withParts(region) : [])),
    indicators: Object.fromEntries(indicators),
  };
}

const withParts = ({ id, parts }: Region): string[] => [id, ...parts.flatMap(withParts)];

/** Every reading of every target in every region. */
function readingsByIndicator({ measures, tasks }: Plan): Map<string, Reading[]> {
  const own = [...measures, ...tasks.flatMap(task => [...task.measures, ...task.tasks.flatMap(key => key.measures)])];
  const found = new Map<string, Reading[]>();
  for (const target of own.flatMap(measure => measure.targets)) {
    found.set(target.indicator, [...(found.get(target.indicator) ?? []), ...readingsOf(target)]);
  }
  return found;
}

const readingsOf = ({ readings, regions }: Target): Reading[] => [
  ...readings,
  ...(regions === 'each' ? [] : Object.values(regions).flatMap(region => region.readings)),
];

/**
 * A flow needs its span, an event its day; across a break nothing is compared; a goal with two ends may have been
 * fulfilled by any figure between them, and a ceiling of what only rises by the first one.
 */
function isReducible({ kind, breaks, monotone }: Indicator, readings: readonly Reading[]): boolean {
  const sides = new Set(readings.flatMap(({ goal }) => sidesOf(goal)));
  return (
    kind !== 'flow' && kind !== 'event' && breaks.length === 0 && sides.size < 2 && !(monotone && sides.has('less'))
  );
}

const sidesOf = ({ low, high }: Goal): ('more' | 'less')[] => [
  ...(low === null ? [] : ['more' as const]),
  ...(high === null ? [] : ['less' as const]),
];

function reductionOf(indicator: Indicator, readings: readonly Reading[], asOf: Day | undefined): IndicatorReduction {
  const { unit, plausible, monotone, additive, kind } = indicator;
  const deadlines = readings.map(({ by }) => by).toSorted();
  const starts = monotone ? readings.flatMap(({ baseline }) => baseline?.asOf ?? []) : [];
  return {
    unit,
    whole: wholeStep(kind),
    meant: meantBy(indicator, readings),
    plausible: { min: plausible.min ?? null, max: plausible.max ?? null },
    isMonotone: monotone,
    isInSums: additive || kind === 'stock',
    easiest: easiestOf(readings),
    turningDays: [...new Set([...starts, ...deadlines, ...(asOf ? [asOf] : [])])].toSorted(),
    firstDeadline: deadlines[0] ?? null,
  };
}

function easiestOf(readings: readonly Reading[]): IndicatorReduction['easiest'] {
  const ends = (of: (goal: Goal) => number | null) => readings.flatMap(({ goal }) => of(goal) ?? []);
  const [floors, ceilings] = [ends(({ low }) => low), ends(({ high }) => high)];
  if (floors.length > 0) return { side: 'more', value: floors.reduce((a, b) => Math.min(a, b)) };
  return ceilings.length > 0 ? { side: 'less', value: ceilings.reduce((a, b) => Math.max(a, b)) } : null;
}

type Counts = Readonly<Record<string, Relation>>;

function meantBy({ counts }: Indicator, readings: readonly Reading[]): (string | null)[] {
  const all: Counts[] = [counts, ...readings.map(reading => reading.counts ?? counts)];
  const isMeant = (definition: string | null) => all.every(each => relationOf(each, definition) === 'same');
  return [null, ...Object.keys(counts)].filter(isMeant);
}

/** As in src/assess/screen.ts: what a figure without a definition means is said under "unstated". */
const relationOf = (counts: Counts, definition: string | null): Relation | undefined =>
  definition === null && Object.keys(counts).length === 0 ? 'same' : counts[definition ?? 'unstated'];
