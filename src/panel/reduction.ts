import type { Goal } from '../model/goal.ts';
import { namedBy } from '../model/identities.ts';
import { type IndicatorKind, isIndex, isInPercent } from '../model/kind.ts';
import { targetsOf } from '../model/outline.ts';
import type { Indicator, Plan, Reading, Target } from '../model/plan.ts';
import { ownRegion, regionIds } from '../model/regions.ts';
import { relationOf } from '../model/relation.ts';
import { plausibleRange } from '../model/summable.ts';
import { wholeStep } from '../model/width.ts';
import type { Day } from '../values/day.ts';
import { SMALLEST_SLIP } from '../values/slip.ts';

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
  readonly knownBy: Day | undefined;
  /** All that the plan lists; none where any may be named. */
  readonly regions: readonly string[];
  /** Regions with parts, and the parts: each of their figures may be needed for a sum of the same day. */
  readonly regionsInSums: readonly string[];
  /** Regions with a target that names its start: a claim like any figure, which none may stand against unseen. */
  readonly regionsWithStart: readonly string[];
  /** Only those whose series can be thinned. */
  readonly indicators: Readonly<Record<string, IndicatorReduction>>;
}

export interface IndicatorReduction {
  readonly unit: string;
  /** One unit of the last digit that a whole number stands for; 0 where it is exact. */
  readonly whole: number;
  /** What a figure counts that is meant by every target; null for a figure that names no definition. */
  readonly meant: readonly (string | null)[];
  /** With zero where nothing can be below it: such a figure stands on no side, and another day is judged. */
  readonly plausible: { readonly min: number | null; readonly max: number | null };
  readonly isMonotone: boolean;
  /** Series of `regionsInSums` are not thinned. */
  readonly isInSums: boolean;
  /** A series with a figure from zero up to here may be one of fractions (src/evidence/fractions.ts); 0 where none is. */
  readonly fractionsUpTo: number;
  /** -1 where less is better. */
  readonly side: 1 | -1;
  /** The numbers of all goals. In order. */
  readonly edges: readonly number[];
  /** Deadlines and the day of the analysis: figures on either side of one are told apart. In order. */
  readonly turningDays: readonly Day[];
  /** Of a count that only rises, every figure after this day is kept: it may bound a deadline from above. */
  readonly firstDeadline: Day | null;
}

/** Sums and starts tie its figures to others. */
export const isKeptWhole = (
  { regionsInSums, regionsWithStart }: Reduction,
  { isInSums }: IndicatorReduction,
  region: string,
): boolean => regionsWithStart.includes(region) || (isInSums && regionsInSums.includes(region));

export function describeReduction(plan: Plan, { asOf, knownBy }: ReductionRequest): Reduction {
  const targets = targetsOf(plan).map(({ target }) => target);
  const readings = readingsByIndicator(targets);
  const against = targets.flatMap(target => readingsOf(target).flatMap(({ goal }) => goal.against ?? []));
  const factors = new Set([...Object.values(plan.indicators).flatMap(namedBy), ...against]);
  const indicators = Object.entries(plan.indicators).flatMap(([id, indicator]) => {
    const own = readings.get(id) ?? [];
    const isTied = indicator.identity !== undefined || factors.has(id);
    return isTied || !isReducible(indicator, own) ? [] : [[id, reductionOf(indicator, own, asOf)] as const];
  });
  const region = ownRegion(plan);
  return {
    plan: plan.id,
    region,
    knownBy,
    regions: regionIds(plan.regions),
    regionsInSums: regionIds(plan.regions.filter(({ parts }) => parts.length > 0)),
    regionsWithStart: [...new Set(targets.flatMap(target => withStart(target, region)))],
    indicators: Object.fromEntries(indicators),
  };
}

/** A target that holds for each region by itself has a start in the plan's own alone. */
function withStart({ readings, regions }: Target, own: string): string[] {
  const given = Object.entries(regions === 'each' ? {} : regions);
  const all = [[own, readings] as const, ...given.map(([id, regional]) => [id, regional.readings] as const)];
  return all.flatMap(([id, each]) => (each.some(({ baseline }) => baseline !== undefined) ? [id] : []));
}

/** Every reading of every target in every region. */
function readingsByIndicator(targets: readonly Target[]): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const target of targets) {
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
 * fulfilled by any figure between them, and a ceiling of what only rises by the first one; a span needs all its periods,
 * and a goal against another indicator every day that either tells of.
 */
function isReducible(indicator: Indicator, readings: readonly Reading[]): boolean {
  const { kind, breaks, monotone } = indicator;
  const sides = sidesOf(readings);
  const isOfSpan = readings.some(({ over, goal }) => over !== undefined || goal.against !== undefined);
  const isSteady = REDUCIBLE.has(kind) && !isIndex(indicator) && breaks.length === 0;
  return !isOfSpan && isSteady && sides.size < 2 && !(monotone && sides.has(-1));
}

const REDUCIBLE: ReadonlySet<string> = new Set<IndicatorKind>(['stock', 'level', 'share']);

const sidesOf = (readings: readonly Reading[]): ReadonlySet<1 | -1> =>
  new Set(
    readings.flatMap(({ goal: { low, high } }) => [
      ...(low === null ? [] : [1 as const]),
      ...(high === null ? [] : [-1 as const]),
    ]),
  );

function reductionOf(indicator: Indicator, readings: readonly Reading[], asOf: Day | undefined): IndicatorReduction {
  const { unit, monotone, additive, kind } = indicator;
  const { low, high } = plausibleRange(indicator);
  const edges = [...new Set(readings.flatMap(({ goal }) => edgesOf(goal)))].toSorted((a, b) => a - b);
  const deadlines = readings.map(({ by }) => by).toSorted();
  return {
    unit,
    whole: wholeStep(kind),
    meant: meantBy(indicator, readings),
    plausible: { min: Number.isFinite(low) ? low : null, max: Number.isFinite(high) ? high : null },
    isMonotone: monotone,
    isInSums: additive || kind === 'stock',
    // Without a start and without a leap nothing but a goal can make a figure one.
    fractionsUpTo: isInPercent(indicator) ? Math.min(1, Math.max(0, ...edges) / SMALLEST_SLIP) : 0,
    side: sidesOf(readings).has(-1) ? -1 : 1,
    edges,
    turningDays: [...new Set([...deadlines, ...(asOf ? [asOf] : [])])].toSorted(),
    firstDeadline: deadlines[0] ?? null,
  };
}

const edgesOf = ({ low, high }: Goal): number[] => [low, high].filter(edge => edge !== null);

function meantBy({ counts }: Indicator, readings: readonly Reading[]): (string | null)[] {
  const all = [counts, ...readings.map(reading => reading.counts ?? counts)];
  const isMeant = (definition: string | null) => all.every(each => relationOf(each, definition) === 'same');
  return [null, ...Object.keys(counts)].filter(isMeant);
}
