import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/analysis.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { runs, seenIn2000 } from '../support/properties.ts';
import { dayOf, figureOf, INDICATOR, planOf, TARGET } from './arbitraries.ts';
import { above, type Condition, constant, type Form, notBelow, solve, sum, unknown } from './reference/linear.ts';
import { assessTarget, isWithin, subsetsOf } from './support.ts';

/*
 * A count that only rises, judged at its deadline, from figures on any days of which some may be wrong. What is possible
 * is worked out once more, from the meaning of the words alone: the figures that are right are some largest set that a
 * rising count could go through, and no other. Of one region two figures exclude each other or they do not; where parts
 * add up, it takes linear programming to say which can stand together.
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

const cases = (
  figure: fc.Arbitrary<Figure>,
  start: fc.Arbitrary<number | null>,
  { minLength = 1, maxLength = 6 } = {},
) =>
  fc
    .record({
      goal: fc.integer({ min: 30, max: 90 }),
      start,
      figures: fc.array(figure, { minLength, maxLength }),
    })
    .filter(({ goal, start }) => start === null || start < goal);

const dayIn = (year: number): string => `${year}-12-31`;

const treeOf = (id: Region): object => ({ id, title: id, parts: (PARTS[id] ?? []).map(treeOf) });

function assessed({ goal, start, figures }: Case): Assessment {
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
  return assessTarget({ plan, observations, request: { asOf: dayOf(dayIn(2030)) } });
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

/** What is claimed: by the figures, and by the plan of its start. */
const claimsIn = ({ start, figures }: Case): Claim[] => [
  ...figures.map(claimOf),
  ...(start === null ? [] : [{ region: 'whole' as const, year: START_YEAR, low: start, high: start }]),
];

const verdictsOf = (isPossible: Record<'missed' | 'met', boolean>): DecidedVerdict[] =>
  (['met', 'missed'] as const).filter(verdict => isPossible[verdict]);

/** Of the whole alone: every largest set in which no figure is above a later one, and what it leaves at the deadline. */
function expectedOfWhole(given: Case): DecidedVerdict[] {
  const claims = claimsIn(given);
  const canBoth = (a: Claim, b: Claim) => (a.year > b.year || a.low <= b.high) && (b.year > a.year || b.low <= a.high);
  const friends = claims.map(a => claims.reduce((mask, b, at) => (canBoth(a, b) ? mask | (1 << at) : mask), 0));
  const canStand = [true];
  for (let mask = 1; mask < 2 ** claims.length; mask++) {
    const first = 31 - Math.clz32(mask & -mask);
    const rest = mask & (mask - 1);
    canStand[mask] = canStand[rest] === true && (rest & ~(friends[first] ?? 0)) === 0;
  }
  const isLargest = (mask: number) =>
    canStand[mask] && friends.every((own, at) => mask & (1 << at) || (mask & ~own) !== 0);
  const possible = { missed: false, met: false };
  for (let mask = 0; mask < canStand.length; mask++) {
    if (!isLargest(mask)) continue;
    const set = claims.filter((_, at) => mask & (1 << at));
    possible.missed ||= Math.max(0, ...set.filter(({ year }) => year <= 2025).map(({ low }) => low)) < given.goal;
    possible.met ||=
      Math.min(Infinity, ...set.filter(({ year }) => year >= 2025).map(({ high }) => high)) >= given.goal;
  }
  return verdictsOf(possible);
}

const leavesOf = (region: Region): Region[] => PARTS[region]?.flatMap(leavesOf) ?? [region];

const valueIn = (region: Region, year: number): Form =>
  sum(leavesOf(region).map(leaf => unknown(`${leaf} in ${year}`)));

/** Whether a world fulfils these claims, and more besides. */
function canHold(claims: readonly Claim[], besides: readonly Condition[] = []): boolean {
  const years = [...new Set([...claims.map(({ year }) => year), 2025])].toSorted();
  const rising = leavesOf('whole').flatMap(leaf =>
    years.slice(1).map((year, at) => notBelow(valueIn(leaf, year), valueIn(leaf, years[at] ?? year))),
  );
  const claimed = claims.flatMap(({ region, year, low, high }) => [
    notBelow(valueIn(region, year), constant(low)),
    ...(high === Infinity ? [] : [notBelow(constant(high), valueIn(region, year))]),
  ]);
  return solve([...rising, ...claimed, ...besides]) !== undefined;
}

/** What some of these leave at the deadline, as far as they can stand together. */
const verdictsAmong = (claims: readonly Claim[], goal: number): DecidedVerdict[] =>
  verdictsOf({
    missed: canHold(claims, [above(constant(goal), valueIn('whole', 2025))]),
    met: canHold(claims, [notBelow(valueIn('whole', 2025), constant(goal))]),
  });

/** Of the whole and its parts: every set is tried, the larger ones first. */
function expectedOfParts(given: Case): DecidedVerdict[] {
  const claims = claimsIn(given);
  const sets: Claim[][] = [];
  for (const set of subsetsOf(claims).toSorted((a, b) => b.length - a.length)) {
    const isLess = sets.some(other => set.every(claim => other.includes(claim)));
    if (!isLess && canHold(set)) sets.push(set);
    if (set.length === claims.length && sets.length > 0) break;
  }
  return [...new Set(sets.flatMap(set => verdictsAmong(set, given.goal)))].toSorted();
}

const start = fc.integer({ min: 21, max: 60 });

describe('what is possible at the deadline is what some largest set of figures without a contradiction allows', () => {
  test.each([
    ['figures of the whole', fc.constant(null)],
    ['figures of the whole and the start that the plan names', start],
  ])('%s', (_name, ofStart) => {
    let contradicted = 0;
    fc.assert(
      fc.property(cases(figureIn('whole'), ofStart), given => {
        const { possible, reasons } = assessed(given);
        if (reasons.some(({ code }) => code === 'conflict')) contradicted++;
        expect([...possible].toSorted()).toEqual(expectedOfWhole(given));
      }),
    );
    expect(contradicted, 'cases in which sides differ').toBeGreaterThan(seenIn2000(100));
  });

  test.each([
    ['figures of its parts', fc.constant(null)],
    ['figures of its parts and the start that the plan names', start],
  ])('beside %s: never less than that, and seldom more', (_name, ofStart) => {
    let [cases_, wider] = [0, 0];
    fc.assert(
      fc.property(cases(figureIn(...REGIONS), ofStart, { maxLength: 5 }), given => {
        const { possible } = assessed(given);
        const expected = expectedOfParts(given);
        cases_++;
        if (possible.length > expected.length) wider++;
        expect(isWithin(expected, possible), `${possible}, not ${expected}`).toBe(true);
      }),
      runs(0.1),
    );
    expect(wider).toBeLessThanOrEqual(cases_ / 100);
  });
});

describe('where more figures contradict each other than can be told apart, no verdict is left out', () => {
  const MANY = { minLength: 14, maxLength: 15 };
  const isGivenUp = ({ evidence }: Assessment) =>
    evidence.setAside.some(({ reason }) => reason === 'too-contradictory');

  test('figures of the whole', () => {
    let givenUp = 0;
    fc.assert(
      fc.property(cases(figureIn('whole'), fc.constant(null), MANY), given => {
        const assessment = assessed(given);
        if (isGivenUp(assessment)) givenUp++;
        const expected = expectedOfWhole(given);
        expect(isWithin(expected, assessment.possible), `${assessment.possible}, not ${expected}`).toBe(true);
      }),
      runs(0.1),
    );
    expect(givenUp).toBeGreaterThan(seenIn2000(20));
  });

  test('figures of its parts', () => {
    let givenUp = 0;
    fc.assert(
      fc.property(cases(figureIn(...REGIONS), start, MANY), given => {
        const assessment = assessed(given);
        if (isGivenUp(assessment)) givenUp++;
        const claims = claimsIn(given);
        // Two of the largest sets: what comes first stands.
        for (const inOrder of [claims, claims.toReversed()]) {
          const set: Claim[] = [];
          for (const each of inOrder) if (canHold([...set, each])) set.push(each);
          const expected = verdictsAmong(set, given.goal);
          expect(isWithin(expected, assessment.possible), `${assessment.possible}, not ${expected}`).toBe(true);
        }
      }),
      runs(0.05),
    );
    expect(givenUp).toBeGreaterThan(seenIn2000(20));
  });
});
