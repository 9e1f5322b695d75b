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
const REGIONS = ['whole', 'north', 'south'] as const;

interface Figure {
  readonly region: (typeof REGIONS)[number];
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

const figureIn = (...regions: Figure['region'][]) =>
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
    regions: [{ id: 'whole', title: 'The whole', parts: ['north', 'south'].map(id => ({ id, title: id })) }],
    indicators: { [INDICATOR]: { title: 'Main', unit: 'unit', kind: 'stock', monotone: 'true' } },
    measures: [{ id: 'measure', title: 'Measure', targets: [target] }],
  });
  const observations = figures.map(({ region, year, value, words }, index) =>
    figureOf({ indicator: INDICATOR, region, as_of: dayIn(year), value: `${words}${value}` }, index),
  );
  return assessTarget({ plan, observations, request: { asOf: dayOf(dayIn(2030)) } }).possible;
}

interface Claim {
  readonly region: Figure['region'];
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

/** What a count of one region that goes through all of these is in a year; without any, anything from 0. */
const ownIn = (year: number, claims: readonly Claim[]) => ({
  low: Math.max(0, ...claims.filter(claim => claim.year <= year).map(({ low }) => low)),
  high: Math.min(Infinity, ...claims.filter(claim => claim.year >= year).map(({ high }) => high)),
});

/** The same of the whole, which is the sum of its parts. */
function wholeIn(year: number, claims: readonly Claim[]) {
  const of = (region: string) =>
    ownIn(
      year,
      claims.filter(claim => claim.region === region),
    );
  const [whole, north, south] = [of('whole'), of('north'), of('south')];
  return { low: Math.max(whole.low, north.low + south.low), high: Math.min(whole.high, north.high + south.high) };
}

function isConsistent(claims: readonly Claim[]): boolean {
  const years = [...new Set(claims.map(({ year }) => year))];
  return years.every(year => {
    const ways = REGIONS.map(region =>
      ownIn(
        year,
        claims.filter(claim => claim.region === region),
      ),
    );
    return [...ways, wholeIn(year, claims)].every(({ low, high }) => low <= high);
  });
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
    const { low, high } = wholeIn(2025, set);
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

  test('beside figures of its parts: never less than that', () => {
    fc.assert(
      fc.property(cases(figureIn(...REGIONS), fc.constant(null)), given => {
        const possible = possibleFor(given);
        expect(isWithin(expectedFor(given), possible), `${possible}, not ${expectedFor(given)}`).toBe(true);
      }),
    );
  });
});
