import fc, { type Arbitrary } from 'fast-check';
import { type Claim, claimsOf } from '../../src/evidence/claim.ts';
import { type Network, networkOf } from '../../src/evidence/network.ts';
import type { Usable } from '../../src/evidence/screen.ts';
import { claimOfStart } from '../../src/evidence/start.ts';
import type { RegionTree } from '../../src/model/regions.ts';
import type { Day } from '../../src/values/day.ts';
import { groupBy } from '../../src/values/group.ts';
import { atLeast, atMost, between, type Interval, isEmpty } from '../../src/values/interval.ts';
import type { Quantity } from '../../src/values/quantity.ts';
import { dayOf, figureOf } from './arbitraries.ts';
import { above, type Condition, constant, type Form, notBelow, solve, sum, unknown } from './reference/linear.ts';

/*
 * Small networks with claims on them, and what these mean written down once more as linear conditions: values of the
 * smallest regions, one for each day, that add up, rise, and fulfil what is claimed.
 */

export interface Case {
  readonly tree: RegionTree;
  readonly days: readonly Day[];
  readonly isMonotone: boolean;
  readonly network: Network;
  readonly claims: readonly Claim[];
}

const leaf = (id: string): RegionTree => ({ id, parts: [] });
const TREES: Record<string, RegionTree> = {
  alone: leaf('whole'),
  pair: { id: 'whole', parts: [leaf('north'), leaf('south')] },
  listed: { id: 'whole', parts: [leaf('north'), leaf('south')], complete: false },
  three: { id: 'whole', parts: [leaf('north'), leaf('south'), leaf('west')] },
  nested: { id: 'whole', parts: [{ id: 'north', parts: [leaf('coast'), leaf('hills')] }, leaf('south')] },
};

const DAYS = ['2021-12-31', '2022-12-31', '2023-12-31'].map(dayOf);

export const regionsOf = ({ id, parts }: RegionTree): string[] => [id, ...parts.flatMap(regionsOf)];

/** The regions without parts; of a list that is not complete the rest is one of them. */
const leavesOf = ({ id, parts, complete }: RegionTree): string[] =>
  parts.length === 0 ? [id] : [...parts.flatMap(leavesOf), ...(complete === false ? [`the rest of ${id}`] : [])];

const find = (tree: RegionTree, id: string): RegionTree | undefined =>
  tree.id === id ? tree : tree.parts.map(part => find(part, id)).find(found => found !== undefined);

const end = fc.integer({ min: 0, max: 6 });

const interval: Arbitrary<Interval> = fc
  .record({ a: end, b: end, shape: fc.nat(9), lowOpen: fc.boolean(), highOpen: fc.boolean() })
  .map(({ a, b, shape, lowOpen, highOpen }) => {
    if (shape < 4) return between(a, a);
    if (shape === 4) return atLeast(a, lowOpen);
    if (shape === 5) return atMost(a, highOpen && a > 0);
    return between(Math.min(a, b), Math.max(a, b), lowOpen, highOpen);
  })
  .filter(each => !isEmpty(each));

const quantity = (given: Interval): Quantity => ({
  ...given,
  nominal: Number.isFinite(given.low) ? given.low : given.high,
  text: '',
  percent: false,
  step: 1,
  isPlain: true,
});

interface FigureFields {
  readonly region: string;
  readonly day: Day;
  readonly says: Interval;
  readonly role: Usable['role'];
  readonly part: string | null;
  readonly isLatest: boolean;
  /** What it says if its unit slipped. */
  readonly slipped: Interval | null;
  readonly mayBeUnpublished: boolean;
}

const seldom = fc.integer({ min: 0, max: 7 }).map(each => each === 0);

const figureIn = (regions: readonly string[], days: readonly Day[]): Arbitrary<FigureFields> =>
  fc.record({
    region: fc.constantFrom(...regions),
    day: fc.constantFrom(...days),
    says: interval,
    role: fc.constantFrom('same', 'same', 'same', 'part', 'whole'),
    part: fc.constantFrom('one', 'other', null),
    isLatest: seldom,
    slipped: fc.option(interval, { freq: 1 }).chain(each => seldom.map(is => (is ? each : null))),
    mayBeUnpublished: seldom,
  });

const usableOf = ({ region, day, says, role, part, isLatest, slipped, mayBeUnpublished }: FigureFields): Usable => ({
  observation: {
    ...figureOf({ region, as_of: day, ...(isLatest && { dated: 'at-latest' }), counts: role }),
    scope: role === 'part' && part ? { part } : 'whole',
  },
  quantity: quantity(says),
  role,
  otherSpan: null,
  alternatives: slipped ? [quantity(slipped)] : [],
  isBetween: false,
  mayBeUnpublished,
});

export interface Shape {
  readonly trees?: readonly (keyof typeof TREES)[];
  readonly mostDays?: number;
  readonly mostFigures?: number;
}

export function networks({ trees = Object.keys(TREES), mostDays = 3, mostFigures = 6 }: Shape = {}): Arbitrary<Case> {
  const place = fc.record({
    tree: fc.constantFrom(...trees).map(name => TREES[name] ?? leaf('whole')),
    days: fc.integer({ min: 1, max: mostDays }).map(count => DAYS.slice(0, count)),
    isMonotone: fc.constantFrom(true, true, false),
  });
  return place.chain(({ tree, days, isMonotone }) =>
    fc
      .record({
        figures: fc.array(figureIn(regionsOf(tree), days), { maxLength: mostFigures }),
        start: fc.option(interval),
      })
      .map(({ figures, start }): Case => {
        const dating = {
          isMonotone,
          deadline: days.at(-1) ?? (DAYS[0] as Day),
          per: 'year' as const,
          stretch: undefined,
        };
        const claims = figures.flatMap(each => claimsOf(usableOf(each), dating, days));
        if (start && isMonotone) claims.push(claimOfStart(days[0] as Day, start, tree.id));
        return { tree, days, isMonotone, claims, network: networkOf(tree, days, isMonotone, 0) };
      }),
  );
}

/** The value of a region on a day as a sum of those of its leaves; all unknowns are at least zero. */
export const valueOn = ({ tree }: Case, region: string, day: Day): Form =>
  sum(leavesOf(find(tree, region) ?? tree).map(each => unknown(`${each} on ${day}`)));

const within = (form: Form, { low, high, lowOpen, highOpen }: Interval): Condition[] => [
  ...(low === -Infinity ? [] : [(lowOpen ? above : notBelow)(form, constant(low))]),
  ...(high === Infinity ? [] : [(highOpen ? above : notBelow)(constant(high), form)]),
];

/** What a claim says in the words of design §6. */
function conditionsOf(given: Case, claim: Claim): Condition[] {
  const { region, day, says, figure, takenAs } = claim;
  const value = valueOn(given, region, day);
  if (takenAs === 'silent') return [];
  if (figure === null) return within(value, says);
  const { role, observation } = figure;
  // Some day up to its own had it, so that a rising count has at least as much on its own.
  if (observation.dated === 'at-latest' && given.isMonotone) return within(value, { ...says, high: Infinity });
  if (role === 'same') return within(value, says);
  const part = observation.scope === 'whole' ? 'unnamed' : observation.scope.part;
  const counted = unknown(`${role} ${part} of ${region} on ${day}`);
  return [...within(counted, says), role === 'part' ? notBelow(value, counted) : notBelow(counted, value)];
}

const alwaysIn = ({ tree, days, isMonotone }: Case): Condition[] =>
  isMonotone
    ? leavesOf(tree).flatMap(each =>
        days
          .slice(1)
          .map((day, at) => notBelow(unknown(`${each} on ${day}`), unknown(`${each} on ${days[at] ?? day}`))),
      )
    : [];

/** Whether there is a world in which these hold, and more besides. */
export function canHold(given: Case, claims: readonly Claim[], besides: readonly Condition[] = []): boolean {
  const figures = claims.flatMap(({ figure }) => figure ?? []);
  if (new Set(figures).size < figures.length) return false;
  const conditions = claims.flatMap(claim => conditionsOf(given, claim));
  return solve([...alwaysIn(given), ...conditions, ...besides]) !== undefined;
}

/** A course of values: one number for each smallest region on each day. */
export type Course = ReadonlyMap<string, number>;

const cellsOf = ({ tree, days }: Case): string[] =>
  leavesOf(tree).flatMap(each => days.map(day => `${each} on ${day}`));

/** Every course of whole numbers up to some number that adds up and rises; undefined where there are too many. */
export function coursesIn(given: Case, most: number): Course[] | undefined {
  const cells = cellsOf(given);
  if (cells.length > MOST_CELLS) return undefined;
  const numbers = Array.from({ length: most + 1 }, (_, index) => index);
  let courses: Course[] = [new Map()];
  for (const [index, cell] of cells.entries()) {
    const isFirst = index % given.days.length === 0;
    const leastIn = (course: Course) => (given.isMonotone && !isFirst ? (course.get(cells[index - 1] ?? '') ?? 0) : 0);
    courses = courses.flatMap(course =>
      numbers.filter(each => each >= leastIn(course)).map(each => new Map([...course, [cell, each]])),
    );
  }
  return courses;
}

const MOST_CELLS = 4;

export const valueAlong = ({ tree }: Case, course: Course, region: string, day: Day): number =>
  leavesOf(find(tree, region) ?? tree).reduce((total, each) => total + (course.get(`${each} on ${day}`) ?? 0), 0);

const lies = (value: number, { low, high, lowOpen, highOpen }: Interval): boolean =>
  (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);

/** Whether a course fulfils claims of which each figure has one at most: said once more, in numbers. */
export function doesFulfil(given: Case, course: Course, claims: readonly Claim[]): boolean {
  const isLatest = ({ figure }: Claim) => figure?.observation.dated === 'at-latest' && given.isMonotone;
  const isCounted = (claim: Claim) => claim.figure !== null && claim.figure.role !== 'same' && !isLatest(claim);
  const direct = claims.filter(claim => claim.takenAs !== 'silent' && !isCounted(claim));
  const counted = claims.filter(claim => claim.takenAs !== 'silent' && isCounted(claim));
  // What was counted is the same number for all who tell it; it lies on a grid of quarters where it lies anywhere.
  const quarters = Array.from({ length: 65 }, (_, index) => index / 4);
  const ofThings = groupBy(counted, ({ region, day, figure }) =>
    JSON.stringify([region, day, figure?.role, figure?.observation.scope]),
  );
  return (
    direct.every(claim => {
      const value = valueAlong(given, course, claim.region, claim.day);
      return lies(value, isLatest(claim) ? { ...claim.says, high: Infinity } : claim.says);
    }) &&
    [...ofThings.values()].every(same =>
      quarters.some(number =>
        same.every(({ region, day, says, figure }) => {
          const value = valueAlong(given, course, region, day);
          return lies(number, says) && (figure?.role === 'part' ? value >= number : value <= number);
        }),
      ),
    )
  );
}

export { above, constant, notBelow };
