import { isMet } from '../../src/methods/goals.ts';
import { classOf, compounded, growthOf, growthRate } from '../../src/methods/growth.ts';
import { directionOf, goalOf, meaningOfVerdicts } from './case.ts';
import { EUSTAT, type GrowthVariant, judgeGrowth, STATISTICS_CANADA } from './growth-variants.ts';
import { type Row, unprinted } from './row.ts';
import { compare, compareNumber, type Finding, type Judge, notApplicable } from './verdict.ts';
import { compareWords } from './words.ts';

/** The limit stands in the notes: "limit=100". */
function limitOf({ notes }: Row): number | null {
  const [, digits] = /\blimit\s*=\s*(-?\d+(?:\.\d+)?)/.exec(notes) ?? [];
  return digits === undefined ? null : Number(digits);
}

const growthIn = (row: Row, base: number, value: number, target: number | null) => ({
  base,
  value,
  target,
  yearsSoFar: (row.year ?? 0) - (row.baseYear ?? 0),
  yearsWhole: (row.targetYear ?? 0) - (row.baseYear ?? 0),
  direction: directionOf(row),
});

const byVariant =
  <Label extends string>(variant: GrowthVariant<Label>, hasTarget: boolean): Judge =>
  (row): Finding => {
    const { base, value, target } = row;
    const missing = unprinted(row, 'base', 'baseYear', 'value', 'year');
    if (base === null || value === null || missing) {
      return row.status === variant.none ? compare(row, variant.none, null) : notApplicable(missing);
    }
    const untargeted = hasTarget ? unprinted(row, 'target', 'targetYear') : '';
    if (untargeted) return notApplicable(untargeted);
    const { label, growth } = judgeGrowth(variant, growthIn(row, base, value, hasTarget ? target : null), limitOf(row));
    return compare(row, label, growth);
  };

/** Eurostat's classes in prose: met, on track from 95 % of the growth needed, more needed below. */
function eurostat(row: Row): Finding {
  const { base, value, target } = row;
  const missing = unprinted(row, 'base', 'baseYear', 'value', 'year', 'target', 'targetYear');
  if (base === null || value === null || target === null || missing) return notApplicable(missing);
  const ratio = growthOf(growthIn(row, base, value, target));
  const isReached = isMet(goalOf(row, target), value);
  if (ratio === null && !isReached) return notApplicable('a base or target of zero or of another sign has no growth');
  const meaning = isReached || ratio === null ? 'met' : meaningOfVerdicts([classOf(ratio)]);
  const number = row.ratio === null || ratio === null ? null : compareNumber(row, ratio);
  return number?.is === 'different' ? number : compareWords(row, meaning ?? 'behind', `ratio ${ratio}`);
}

/** The number after as many years more of the latest growth; untrimmed. */
function compoundProjection(row: Row): Finding {
  const { base, baseYear, value, year, targetYear } = row;
  if (base === null || baseYear === null || value === null || year === null || targetYear === null) {
    return notApplicable(unprinted(row, 'base', 'baseYear', 'value', 'year', 'targetYear'));
  }
  return compareNumber(row, compounded(value, growthRate(base, value, year - baseYear), targetYear - year));
}

export const growthJudges = {
  'canada-open-sdg-method-1-no-target': byVariant(STATISTICS_CANADA, false),
  'canada-open-sdg-method-2-with-target': byVariant(STATISTICS_CANADA, true),
  'eustat-cagr-no-target': byVariant(EUSTAT, false),
  'eustat-cagr-ratio-with-target': byVariant(EUSTAT, true),
  'eurostat-cagr-ratio-narrative': eurostat,
  'compound-projection': compoundProjection,
} satisfies Record<string, Judge>;
