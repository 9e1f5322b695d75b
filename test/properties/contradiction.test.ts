import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { dayOf, figureOf, INDICATOR, planOf, TARGET } from './arbitraries.ts';
import { assessTarget, isWithin } from './support.ts';
import './configure.ts';

/*
 * A count that only rises, judged at its deadline, from figures on any days of which some may be wrong. What is possible
 * is worked out once more, from the meaning of the words alone: the figures that are right are some largest set that a
 * rising count could go through, and no other.
 */

const DEADLINE = '2025-12-31';
const REGIONS = ['whole', 'north', 'south', 'north-east', 'north-west'] as const;
const PARTS: Partial<Record<Region, readonly Region[]>> = {
  whole: ['north', 'south'],
  north: ['north-east', 'north-west'],
};
type Region = (typeof REGIONS)[number];

interface Figure {
  readonly region: Region;
  readonly year: number;
  readonly value: number;
  /** How the number is printed: as it is, "at least", "at most". */
  readonly words: '' | '≥' | '≤';
}

interface Case {
  readonly goal: number;
  /** What the plan says of the end of 2021. */
  readonly start: number | null;
  readonly figures: readonly Figure[];
}

const START_YEAR = 2021;

const figureIn = (...regions: Region[]) =>
  fc.record<Figure>({
    region: fc.constantFrom(...regions),
    year: fc.integer({ min: 2019, max: 2029 }),
    // Below a hundred no slip of the unit is suspected.
    value: fc.integer({ min: 21, max: 60 }),
    words: fc.constantFrom('', '', '', '≥', '≤'),
  });

const cases = (figure: fc.Arbitrary<Figure>, start: fc.Arbitrary<number | null>) =>
  fc
    .record({
      goal: fc.integer({ min: 30, max: 90 }),
      start,
      figures: fc.array(figure, { minLength: 1, maxLength: 6 }),
    })
    .filter(({ goal, start }) => start === null || start < goal);

const dayIn = (year: number): string => `${year}-12-31`;

const treeOf = (id: Region): object => ({ id, title: id, parts: (PARTS[id] ?? []).map(treeOf) });

function possibleFor({ goal, start, figures }: Case): readonly DecidedVerdict[] {
  const target = {
    id: TARGET,
    indicator: INDICATOR,
    by: DEADLINE,
    at_least: String(goal),
    ...(start !== null && { baseline: { value: String(start), as_of: dayIn(START_YEAR) } }),
  };
  const plan = planOf({
    plan: 'plan',
    title: 'Plan',
    period: { from: '2021-01-01', to: DEADLINE },
    region: 'whole',
    regions: [treeOf('whole')],
    indicators: { [INDICATOR]: { title: 'Main', unit: 'unit', kind: 'stock', monotone: 'true' } },
    measures: [{ id: 'measure', title: 'Measure', targets: [target] }],
  });
  const observations = figures.map(({ region, year, value, words }, index) =>
    figureOf({ indicator: INDICATOR, region, as_of: dayIn(year), value: `${words}${value}` }, index),
  );
  return assessTarget({ plan, observations, request: { asOf: dayOf(dayIn(2030)) } }).possible;
}

interface Claim {
  readonly region: Region;
  readonly year: number;
  readonly low: number;
  readonly high: number;
}

const claimOf = ({ region, year, value, words }: Figure): Claim => ({
  region,
  year,
  low: words === '≤' ? 0 : value,
  high: words === '≥' ? Infinity : value,
});

/** What a rising count that goes through all of these is in a year, where the parts of a region add up to it. */
function rangeIn(year: number, claims: readonly Claim[], region: Region): { low: number; high: number } {
  const own = claims.filter(claim => claim.region === region);
  const low = Math.max(0, ...own.filter(claim => claim.year <= year).map(claim => claim.low));
  const high = Math.min(Infinity, ...own.filter(claim => claim.year >= year).map(claim => claim.high));
  const parts = PARTS[region]?.map(part => rangeIn(year, claims, part));
  if (!parts) return { low, high };
  const sum = (end: 'low' | 'high') => parts.reduce((total, part) => total + part[end], 0);
  return { low: Math.max(low, sum('low')), high: Math.min(high, sum('high')) };
}

function isConsistent(claims: readonly Claim[]): boolean {
  const years = [...new Set(claims.map(({ year }) => year))];
  return years.every(year =>
    REGIONS.every(region => {
      const { low, high } = rangeIn(year, claims, region);
      return low <= high;
    }),
  );
}

const subsetsOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => (mask >> index) % 2 === 1));

function largestConsistent(claims: readonly Claim[]): Claim[][] {
  const consistent = subsetsOf(claims).filter(isConsistent);
  return consistent.filter(
    set => !consistent.some(other => other.length > set.length && set.every(claim => other.includes(claim))),
  );
}

function expectedFor({ goal, start, figures }: Case): DecidedVerdict[] {
  const ofStart: Claim[] = start === null ? [] : [{ region: 'whole', year: START_YEAR, low: start, high: start }];
  const verdicts = largestConsistent([...figures.map(claimOf), ...ofStart]).flatMap(set => {
    const { low, high } = rangeIn(2025, set, 'whole');
    return [...(low < goal ? (['missed'] as const) : []), ...(high >= goal ? (['met'] as const) : [])];
  });
  return [...new Set(verdicts)].toSorted();
}

describe('what is possible at the deadline is what some largest set of figures without a contradiction allows', () => {
  test('figures of the whole', () => {
    let contradicted = 0;
    fc.assert(
      fc.property(cases(figureIn('whole'), fc.constant(null)), given => {
        if (!isConsistent(given.figures.map(claimOf))) contradicted++;
        expect([...possibleFor(given)].toSorted()).toEqual(expectedFor(given));
      }),
    );
    expect(contradicted, 'cases with a contradiction').toBeGreaterThan(100);
  });

  test('beside the start that the plan names: never less than that', () => {
    fc.assert(
      fc.property(cases(figureIn('whole'), fc.integer({ min: 21, max: 60 })), given => {
        const possible = possibleFor(given);
        expect(isWithin(expectedFor(given), possible), `${possible}, not ${expectedFor(given)}`).toBe(true);
      }),
    );
  });

  // Beside a start, too, the reference judges them (reference.test.ts): this one sees each year and region by itself.
  test('beside figures of its parts: never less than that', () => {
    fc.assert(
      fc.property(cases(figureIn(...REGIONS), fc.constant(null)), given => {
        const possible = possibleFor(given);
        expect(isWithin(expectedFor(given), possible), `${possible}, not ${expectedFor(given)}`).toBe(true);
      }),
    );
  });
});
