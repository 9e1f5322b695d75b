import { NOISE } from '../values/noise.ts';

/** A quantity that grows by a factor a year: where it began, where it stands, and where it should end. */
export interface Growth {
  readonly base: number;
  readonly value: number;
  /** Null where only the direction is wanted. */
  readonly target: number | null;
  readonly yearsSoFar: number;
  readonly yearsWhole: number;
  readonly direction: 1 | -1;
}

/** What a publisher does where a growth rate does not exist; `check` does nothing of the kind. */
export interface GrowthRules {
  /** What stands in for a base or target of zero; null where nothing does. */
  readonly zeroStandIn: number | null;
  /** Whether a series that is negative throughout is taken by its size. */
  readonly acceptsNegative: boolean;
  readonly fewestYears: number;
}

/** Nothing is made up: positive values only, over any time. */
export const STRICT: GrowthRules = { zeroStandIn: null, acceptsNegative: false, fewestYears: 0 };

/** Compound yearly growth from one value to another; defined for values of one sign only. */
export const growthRate = (from: number, to: number, years: number): number => (to / from) ** (1 / years) - 1;

/** The value after some years of a growth rate. */
export const compounded = (from: number, rate: number, years: number): number => from * (1 + rate) ** years;

function withStandIns(given: Growth, { zeroStandIn }: GrowthRules): Growth {
  const base = given.base === 0 ? (zeroStandIn ?? 0) : given.base;
  const target = given.target === 0 ? (zeroStandIn ?? 0) : given.target;
  return { ...given, base, target };
}

/** A base or target of zero, below zero or of another sign has no growth rate. */
export function hasGrowthRate(given: Growth, rules: GrowthRules): boolean {
  const { base, value, target } = withStandIns(given, rules);
  const isOneSign = base !== 0 && base * value >= 0 && (target === null || base * target > 0);
  return isOneSign && (base > 0 || rules.acceptsNegative);
}

/**
 * Yearly growth so far over the yearly growth needed, both from the base and positive in the wanted direction; without
 * a target the growth itself. Null where there is none. The absolute value of the growth needed keeps the sign right
 * where the base already meets the target.
 */
export function growthOf(given: Growth, rules: GrowthRules): number | null {
  const { base, value, target, yearsSoFar, yearsWhole, direction } = withStandIns(given, rules);
  if (!hasGrowthRate(given, rules) || yearsSoFar <= 0 || yearsSoFar < rules.fewestYears) return null;
  const soFar = Math.sign(base) * direction * growthRate(base, value, yearsSoFar);
  if (target === null) return soFar;
  // From a base next to nothing more is needed than a float can hold: the largest one keeps the sign of the ratio.
  const needed = yearsWhole > 0 ? Math.min(Math.abs(growthRate(base, target, yearsWhole)), Number.MAX_VALUE) : 0;
  return needed > 0 ? soFar / needed : null;
}

/** The lowest growth, or ratio of growths, that still carries a label. */
interface GrowthBand<Label extends string> {
  readonly label: Label;
  readonly from: number;
  /** The label begins above the number, not at it. */
  readonly isExclusive?: boolean;
  /** Near a natural limit less is asked: the number shrinks with the room that is left. */
  readonly isShrunk?: boolean;
}

/** Labels from best to worst. */
export interface GrowthScale<Label extends string> {
  readonly bands: readonly GrowthBand<Label>[];
  readonly worst: Label;
}

export function labelOn<Label extends string>({ bands, worst }: GrowthScale<Label>, growth: number, factor = 1): Label {
  const reached = bands.find(({ from, isExclusive, isShrunk }) => {
    const edge = isShrunk ? from * factor : from;
    // In proportion to the edge, so that at zero the sign alone decides, however large the growth needed.
    const noise = Math.abs(edge) * NOISE;
    return isExclusive ? growth > edge + noise : growth >= edge - noise;
  });
  return reached?.label ?? worst;
}

const LIMIT_EXPONENT = 4.44;

/**
 * The share of a threshold that remains near a natural floor or ceiling: 1 far from it, 0 at it. Statistics Canada's
 * exponent (open-sdg/sdg-build, `ProgressMeasure.get_progress_thresholds`).
 */
export function limitFactor(base: number, limit: number): number {
  const [from, to] = [Math.abs(base), Math.abs(limit)];
  if (from >= 2 * to) return 1;
  return 1 - ((from <= to ? from : 2 * to - from) / to) ** LIMIT_EXPONENT;
}

/** How one publisher words growth. */
export interface GrowthVariant<Label extends string> extends GrowthRules {
  readonly withTarget: GrowthScale<Label>;
  readonly withoutTarget: GrowthScale<Label>;
  /** A value that meets the target now, whatever the growth. */
  readonly met: Label;
  /** No growth rate exists. */
  readonly none: Label;
  /** Without a target, to stand at the natural limit is to have met it. */
  readonly isMetAtLimit: boolean;
}

export function judgeGrowth<Label extends string>(
  variant: GrowthVariant<Label>,
  given: Growth,
  limit: number | null = null,
): { readonly label: Label; readonly growth: number | null } {
  const growth = growthOf(given, variant);
  if (isMetNow(variant, given, limit)) return { label: variant.met, growth };
  if (growth === null) return { label: variant.none, growth };
  if (given.target !== null) return { label: labelOn(variant.withTarget, growth), growth };
  const factor = limit === null ? 1 : limitFactor(given.base, limit);
  return { label: labelOn(variant.withoutTarget, growth, factor), growth };
}

function isMetNow(variant: GrowthVariant<string>, given: Growth, limit: number | null): boolean {
  const { target, value, direction } = withStandIns(given, variant);
  return target === null ? variant.isMetAtLimit && value === limit : direction * (value - target) >= 0;
}
