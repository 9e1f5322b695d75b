import { type Growth, growthOf } from '../../src/methods/growth.ts';
import { NOISE } from '../../src/values/noise.ts';

/* How statistical offices word growth, and what they do where there is none. */

/** What a publisher does where a growth rate does not exist; `check` does nothing of the kind. */
interface GrowthRules {
  /** What stands in for a base or target of zero; null where nothing does. */
  readonly zeroStandIn: number | null;
  /** Whether a series that is negative throughout is taken by its size. */
  readonly acceptsNegative: boolean;
  readonly fewestYears: number;
}

function withStandIns(given: Growth, { zeroStandIn }: GrowthRules): Growth {
  const base = given.base === 0 ? (zeroStandIn ?? 0) : given.base;
  const target = given.target === 0 ? (zeroStandIn ?? 0) : given.target;
  return { ...given, base, target };
}

const mirrored = ({ base, value, target, direction, ...years }: Growth): Growth => ({
  ...years,
  base: -base,
  value: -value,
  target: target === null ? null : -target,
  direction: direction === 1 ? -1 : 1,
});

/** Growth by the rules of a publisher. */
export function growthBy(rules: GrowthRules, given: Growth): number | null {
  if (given.yearsSoFar < rules.fewestYears) return null;
  const filled = withStandIns(given, rules);
  return growthOf(filled.base < 0 && rules.acceptsNegative ? mirrored(filled) : filled);
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
interface GrowthScale<Label extends string> {
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
  const growth = growthBy(variant, given);
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

type CanadianLabel =
  | 'target_achieved'
  | 'substantial_progress'
  | 'moderate_progress'
  | 'limited_progress'
  | 'deterioration'
  | 'not_available';

/** Statistics Canada's method in Open SDG (`sdg/ProgressMeasure.py` of open-sdg/sdg-build, 139fede). */
export const STATISTICS_CANADA: GrowthVariant<CanadianLabel> = {
  zeroStandIn: 0.001,
  acceptsNegative: true,
  fewestYears: 1,
  withTarget: {
    bands: [
      { label: 'substantial_progress', from: 0.95 },
      { label: 'moderate_progress', from: 0.6 },
      { label: 'limited_progress', from: 0 },
    ],
    worst: 'deterioration',
  },
  withoutTarget: {
    bands: [
      { label: 'substantial_progress', from: 0.015, isShrunk: true },
      { label: 'moderate_progress', from: 0.005, isShrunk: true },
      { label: 'limited_progress', from: 0 },
    ],
    worst: 'deterioration',
  },
  met: 'target_achieved',
  none: 'not_available',
  isMetAtLimit: false,
};

type BasqueLabel =
  | 'significant_progress'
  | 'moderate_progress'
  | 'no_progress'
  | 'moderate_deterioration'
  | 'significant_deterioration'
  | 'not_available';

/**
 * The Basque office's variant (`scripts/build_data.py` of EUSTAT-DES/data): upper bands begin above their number, a
 * neutral band without a target, and a positive ratio below 60 % is called a deterioration.
 */
export const EUSTAT: GrowthVariant<BasqueLabel> = {
  zeroStandIn: 0.001,
  acceptsNegative: true,
  fewestYears: 1,
  withTarget: {
    bands: [
      { label: 'significant_progress', from: 0.95, isExclusive: true },
      { label: 'moderate_progress', from: 0.6, isExclusive: true },
      { label: 'moderate_deterioration', from: 0 },
    ],
    worst: 'significant_deterioration',
  },
  withoutTarget: {
    bands: [
      { label: 'significant_progress', from: 0.01, isExclusive: true, isShrunk: true },
      { label: 'moderate_progress', from: 0.001, isExclusive: true, isShrunk: true },
      { label: 'no_progress', from: -0.001 },
      // The office compares with minus the shrunk upper number, though its notes speak of 1 %.
      { label: 'moderate_deterioration', from: -0.01, isShrunk: true },
    ],
    worst: 'significant_deterioration',
  },
  met: 'significant_progress',
  none: 'not_available',
  isMetAtLimit: true,
};
