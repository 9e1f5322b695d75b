import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/evidence/claim.ts';
import { contestedIn } from '../../src/evidence/contested.ts';
import { largestSets } from '../../src/evidence/largest-sets.ts';
import { endsOf, valueIn } from '../../src/evidence/solution.ts';
import { solve } from '../../src/evidence/solve.ts';
import { isProven } from '../../src/evidence/witness.ts';
import { contains, point } from '../../src/values/interval.ts';
import { runs, seenIn2000 } from '../support/properties.ts';
import {
  above,
  type Case,
  canHold,
  constant,
  coursesIn,
  doesFulfil,
  networks,
  notBelow,
  regionsOf,
  valueAlong,
  valueOn,
} from './networks.ts';
import { subsetsOf } from './support.ts';

/*
 * What claims leave of the values of a network is held against exact linear programming, and where that is possible
 * against every course of whole numbers, written down one by one.
 */

const isPlain = ({ tree, days, isMonotone }: Case): boolean =>
  tree.parts.length === 0 || days.length === 1 || !isMonotone;

/** Every region on every day. */
const placesIn = ({ tree, days }: Case) => regionsOf(tree).flatMap(region => days.map(day => ({ region, day })));

describe('narrowing', () => {
  test('finds a contradiction only where there is one, and leaves every value that some world has', () => {
    let [contradictions, checked] = [0, 0];
    fc.assert(
      fc.property(networks(), given => {
        const claims = oneReadingEach(given.claims);
        const solution = solve(given.network, claims);
        if (!solution) {
          contradictions++;
          expect(canHold(given, claims)).toBe(false);
          return;
        }
        for (const { region, day } of placesIn(given)) {
          const { low, high, lowOpen, highOpen } = valueIn(solution, region, day);
          const value = valueOn(given, region, day);
          const under = (lowOpen ? notBelow : above)(constant(low), value);
          const over = (highOpen ? notBelow : above)(value, constant(high));
          checked++;
          expect({ region, day, end: 'low', low, isLess: canHold(given, claims, [under]) }).toMatchObject({
            isLess: false,
          });
          if (high === Infinity) {
            // No claim is behind an end that is not there, and no number is excluded from it.
            expect(endsOf(solution, region, day).high).toMatchObject({ isOpen: false, why: { kind: 'nothing' } });
            continue;
          }
          expect({ region, day, end: 'high', high, isMore: canHold(given, claims, [over]) }).toMatchObject({
            isMore: false,
          });
        }
      }),
      runs(0.5),
    );
    expect(contradictions).toBeGreaterThan(seenIn2000(20));
    expect(checked).toBeGreaterThan(seenIn2000(100));
  });

  test('leaves every course of whole numbers that fulfils the claims', () => {
    let [enumerated, contradictions] = [0, 0];
    fc.assert(
      fc.property(networks({ mostFigures: 4 }), given => {
        const courses = coursesIn(given, 7);
        if (!courses) return;
        const claims = oneReadingEach(given.claims);
        const solution = solve(given.network, claims);
        const fulfilling = courses.filter(course => doesFulfil(given, course, claims));
        enumerated += fulfilling.length;
        if (!solution) {
          contradictions++;
          expect(fulfilling).toEqual([]);
          return;
        }
        for (const { region, day } of placesIn(given)) {
          const value = valueIn(solution, region, day);
          const numbers = new Set(fulfilling.map(course => valueAlong(given, course, region, day)));
          const outside = [...numbers].filter(number => !contains(value, point(number)));
          expect({ region, day, value, outside }).toEqual({ region, day, value, outside: [] });
        }
      }),
      runs(0.1, 20),
    );
    expect(enumerated).toBeGreaterThan(seenIn2000(100));
    expect(contradictions).toBeGreaterThan(seenIn2000(5));
  });

  test('of one region, of one day, and of days that nothing ties it leaves no more than that, and misses no contradiction', () => {
    fc.assert(
      fc.property(networks(), given => {
        fc.pre(isPlain(given));
        const claims = oneReadingEach(given.claims);
        const solution = solve(given.network, claims);
        expect(canHold(given, claims)).toBe(solution !== null);
        if (!solution) return;
        for (const { region, day } of placesIn(given)) {
          const { low, high, lowOpen, highOpen } = valueIn(solution, region, day);
          const value = valueOn(given, region, day);
          // An open end is neared; a quarter is less than any two ends are apart.
          const down = lowOpen ? above(constant(low + 0.25), value) : notBelow(constant(low), value);
          expect({ region, day, low, isReached: canHold(given, claims, [down]) }).toMatchObject({ isReached: true });
          if (high === Infinity) continue;
          const up = highOpen ? above(value, constant(high - 0.25)) : notBelow(value, constant(high));
          expect({ region, day, high, isReached: canHold(given, claims, [up]) }).toMatchObject({ isReached: true });
        }
      }),
      runs(0.5),
    );
  });

  test('a world that is found shows that there is one', () => {
    let [found, notFound] = [0, 0];
    fc.assert(
      fc.property(networks({ trees: ['pair', 'listed', 'three', 'nested'] }), given => {
        const claims = oneReadingEach(given.claims);
        const solution = solve(given.network, claims);
        if (!solution || isPlain(given)) return;
        const isConsistent = canHold(given, claims);
        if (isProven(solution)) {
          found++;
          expect(isConsistent).toBe(true);
        } else if (isConsistent) notFound++;
      }),
      runs(0.5),
    );
    // Where none is found though there is one, all claims are dropped: that has to stay seldom.
    expect(notFound).toBeLessThanOrEqual(found / 50);
  });
});

/** Of the readings of each figure the first. */
const oneReadingEach = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ figure, takenAs }) => figure === null || takenAs === 'only' || takenAs === 'as-printed');

describe('sides', () => {
  test('are the largest sets of claims that can stand together', () => {
    let [contradictory, given_up] = [0, 0];
    fc.assert(
      fc.property(networks({ mostFigures: 5 }), given => {
        fc.pre(given.claims.length <= 7);
        const found = largestSets(given.network, given.claims);
        if (!found) {
          given_up++;
          return;
        }
        if (found.length > 1) contradictory++;
        const numbered = (sets: readonly Iterable<Claim>[]) =>
          sets
            .map(set =>
              [...set]
                .map(claim => given.claims.indexOf(claim))
                .toSorted()
                .join(),
            )
            .toSorted();
        expect(numbered(found.map(({ claims }) => claims))).toEqual(numbered(largestIn(given)));
      }),
      runs(0.25),
    );
    expect(contradictory).toBeGreaterThan(seenIn2000(20));
    expect(given_up).toBeLessThan(5);
  });

  test('claims that contradict each other in one region are found without a look at any two', () => {
    fc.assert(
      fc.property(networks({ mostFigures: 8 }), given => {
        const { claims, isMonotone } = given;
        const excludes = (a: Claim, b: Claim) =>
          a !== b && a.region === b.region && !canHold({ ...given, tree: { id: a.region, parts: [] } }, [a, b]);
        const expected = claims.filter(a => a.takenAs !== 'only' || claims.some(b => excludes(a, b)));
        expect(new Set(contestedIn(claims, isMonotone))).toEqual(new Set(expected));
      }),
      runs(0.25),
    );
  });
});

/**
 * By trying all of them. Sides are sets of figures: one in which a doubtful figure stands as it is printed is none where
 * more figures stand beside its other reading. Where all can stand as they are printed, those that may not have been known
 * only narrow what the others leave.
 */
function largestIn(given: Case): Claim[][] {
  const isSure = !given.claims.some(({ takenAs }) => takenAs === 'slipped');
  const printed = given.claims.filter(({ takenAs }) => takenAs !== 'silent');
  if (isSure && canHold(given, printed)) return [given.claims.filter(({ takenAs }) => takenAs !== 'as-printed')];
  const consistent = subsetsOf(given.claims).filter(set => canHold(given, set));
  const isWithin = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) => [...a].every(each => b.has(each));
  const largest = consistent.filter(
    set => !consistent.some(other => other.length > set.length && set.every(claim => other.includes(claim))),
  );
  const all = largest.map(set => ({
    set,
    standing: new Set(set.map(claim => (claim.takenAs === 'silent' ? claim : claim.figure))),
    slipped: new Set(set.filter(({ takenAs }) => takenAs === 'slipped')),
  }));
  const isSettled = (one: (typeof all)[number]) =>
    all.some(
      other =>
        other.standing.size > one.standing.size &&
        isWithin(one.standing, other.standing) &&
        isWithin(one.slipped, other.slipped),
    );
  return all.filter(one => !isSettled(one)).map(({ set }) => set);
}
