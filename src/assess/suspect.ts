import type { Observation } from '../model/observation.ts';
import type { SetAsideReason } from '../model/reason.ts';
import type { Day } from '../values/day.ts';
import type { Quantity } from '../values/quantity.ts';
import { groupBy } from './group.ts';
import type { Aside, Usable } from './screen.ts';

/*
 * What only a comparison of figures shows: a revision, an old figure told again under a newer date, a slip of the unit.
 * The day that decides keeps every doubtful figure, as one of two sides: a doubt must not make a verdict better.
 */

export interface Suspected {
  readonly usable: readonly Usable[];
  readonly aside: readonly Aside[];
}

/** Takes usable figures with the oldest first, and leaves them so. */
export function setSuspectsAside(usable: readonly Usable[], isMonotone: boolean, decidingDay: Day): Suspected {
  const isAlone = usable.length < 2;
  return isAlone ? { usable, aside: [] } : suspectsAmong(usable, isMonotone, decidingDay);
}

function suspectsAmong(usable: readonly Usable[], isMonotone: boolean, decidingDay: Day): Suspected {
  const revised = revisedOf(usable);
  const current = usable.filter(each => !revised.has(each));
  const repeated = isMonotone ? toldAgain(current) : new Set();
  const told = current.filter(each => !repeated.has(each));
  const slipOf = slipsAmong(told);
  const slipped = new Set(told.filter(each => each.observation.asOf !== decidingDay && slipOf(each)?.isCertain));
  const rest = told.filter(each => !slipped.has(each));
  const slipOfRest = slipped.size === 0 ? slipOf : slipsAmong(rest);
  const because = (reason: SetAsideReason) => (each: Usable) => ({ observation: each.observation, reason });
  return {
    usable: rest.map(each => withAlternative(each, slipOfRest(each))),
    aside: [
      ...usable.filter(each => revised.has(each)).map(because('superseded')),
      ...current.filter(each => repeated.has(each)).map(because('repeated')),
      ...told.filter(each => slipped.has(each)).map(because('unit-slip')),
    ],
  };
}

/** A later figure of the same publisher for the same day takes the place of the earlier one. */
function revisedOf(usable: readonly Usable[]): Set<Usable> {
  const ofDays = [...groupBy(usable, ({ observation }) => observation.asOf).values()].filter(
    ({ length }) => length > 1,
  );
  return new Set(
    ofDays.flatMap(ofDay => [...groupBy(ofDay.filter(isSigned), statementOf).values()].flatMap(revisedAmong)),
  );
}

const isSigned = ({ observation }: Usable): boolean =>
  observation.source.publisher !== null && observation.published !== null;

/** What two figures of one day share when the later one revises the earlier. */
const statementOf = ({ observation: { counts, flow, source, scope }, role }: Usable): string =>
  JSON.stringify([role, counts, flow?.from, source.publisher, scope]);

function revisedAmong(same: readonly Usable[]): Usable[] {
  const byPublication = [...groupBy(same, ({ observation }) => observation.published ?? '')];
  const newestFirst = byPublication.toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, figures]) => figures);
  let narrowest = Infinity;
  return newestFirst.flatMap((figures, index) => {
    const later = narrowest;
    narrowest = figures.reduce((least, { observation }) => Math.min(least, widthOf(observation)), narrowest);
    const isRevised = ({ observation }: Usable) =>
      observation.status === 'provisional' || later <= widthOf(observation);
    return index === 0 ? [] : figures.filter(isRevised);
  });
}

/** A rounded figure told later does not revise an exact one. */
const widthOf = ({ quantity }: Observation): number => (quantity ? quantity.high - quantity.low : Infinity);

/**
 * Of a count that only rises: a number that an older figure already exceeds, under a date that is only the latest
 * possible one. It is an old figure told again (67,000 stations printed in January 2024, thirteen months after it was
 * true). Under a stated date it would be a contradiction.
 */
function toldAgain(usable: readonly Usable[]): Set<Usable> {
  const exceeded = new Map<Usable['role'], number>();
  const again = [...groupBy(usable, ({ observation }) => observation.asOf).values()].flatMap(ofDay => {
    for (const { role, quantity } of ofDay) exceeded.set(role, Math.max(exceeded.get(role) ?? -Infinity, quantity.low));
    return ofDay.filter(
      ({ observation, role, quantity }) =>
        observation.dated === 'at-latest' && (exceeded.get(role) ?? -Infinity) > quantity.high,
    );
  });
  return new Set(again);
}

interface Slip {
  readonly factor: number;
  readonly isCertain: boolean;
}

/** Counting in 万 or in thousands is where units slip: by ten, by a hundred, by ten thousand. */
const FACTORS = [10, 100, 10_000];
/** How near to the factor the jump must be, either way; figures grow between two dates. */
const NEARNESS = 1.6;
/** Below this, real growth by ten is common (51 faces, a year later 548). */
const SMALL = 100;

/** The slip of each figure against the figures of the days next to its own. */
function slipsAmong(usable: readonly Usable[]): (each: Usable) => Slip | undefined {
  const same = usable.filter(({ role }) => role === 'same');
  const days = [...groupBy(same, ({ observation }) => observation.asOf)];
  const extremes = days.map(([, figures]) => extremesOf(figures));
  const places = new Map(days.map(([day], place) => [day, place]));
  return ({ observation, quantity, role }) => {
    const place = places.get(observation.asOf);
    return role !== 'same' || place === undefined
      ? undefined
      : slipBetween(extremes[place - 1] ?? [], quantity.nominal, extremes[place + 1] ?? []);
  };
}

/** What all figures of a day are some multiple of, the least and the greatest are. */
function extremesOf(figures: readonly Usable[]): readonly number[] {
  const nominals = figures.map(({ quantity }) => quantity.nominal);
  return [
    nominals.reduce((least, nominal) => Math.min(least, nominal)),
    nominals.reduce((most, nominal) => Math.max(most, nominal)),
  ];
}

function slipBetween(before: readonly number[], value: number, after: readonly number[]): Slip | undefined {
  const factors = [...before, ...after].map(neighbour => slipFactor(value, neighbour));
  const [factor] = factors;
  if (factor === undefined || !factors.every(each => each === factor)) return undefined;
  // With neighbours on one side only, they may have slipped, or the count really jumped.
  return { factor, isCertain: before.length > 0 && after.length > 0 };
}

function slipFactor(value: number, neighbour: number): number | undefined {
  if (Math.min(value, neighbour) < SMALL) return undefined;
  const ratio = value / neighbour;
  const jump = ratio > 1 ? ratio : 1 / ratio;
  const factor = FACTORS.find(each => jump > each / NEARNESS && jump < each * NEARNESS);
  return factor === undefined ? undefined : ratio > 1 ? factor : 1 / factor;
}

const withAlternative = (usable: Usable, slip: Slip | undefined): Usable =>
  slip ? { ...usable, alternative: divided(usable.quantity, slip.factor) } : usable;

const divided = (quantity: Quantity, factor: number): Quantity => ({
  ...quantity,
  low: quantity.low / factor,
  high: quantity.high / factor,
  nominal: quantity.nominal / factor,
});
