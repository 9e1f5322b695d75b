import type { Observation } from '../model/observation.ts';
import type { SetAsideReason } from '../model/reason.ts';
import { type Day, latest } from '../values/day.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Aside, Usable } from './screen.ts';

/*
 * What only a comparison of figures shows: a revision, an old figure told again under a newer date, a slip of the unit.
 * The day that decides keeps every doubtful figure, as one of two sides: a doubt must not make a verdict better.
 */

export interface Suspected {
  readonly usable: readonly Usable[];
  readonly aside: readonly Aside[];
}

export function setSuspectsAside(usable: readonly Usable[], isMonotone: boolean, decidingDay: Day): Suspected {
  const revised = usable.filter(each => usable.some(other => revises(other, each)));
  const current = usable.filter(each => !revised.includes(each));
  const repeated = isMonotone ? current.filter(each => isToldAgain(each, current)) : [];
  const told = current.filter(each => !repeated.includes(each));
  const slipped = told.filter(each => each.observation.asOf !== decidingDay && slipOf(each, told)?.isCertain);
  const rest = told.filter(each => !slipped.includes(each));
  const because = (reason: SetAsideReason) => (each: Usable) => ({ observation: each.observation, reason });
  return {
    usable: rest.map(each => withAlternative(each, slipOf(each, rest))),
    aside: [
      ...revised.map(because('superseded')),
      ...repeated.map(because('repeated')),
      ...slipped.map(because('unit-slip')),
    ],
  };
}

/** A later figure of the same publisher for the same day takes the place of the earlier one. */
function revises({ observation: later, role }: Usable, { observation: earlier, role: earlierRole }: Usable): boolean {
  const isSame =
    role === earlierRole &&
    later.asOf === earlier.asOf &&
    later.counts === earlier.counts &&
    later.flow?.from === earlier.flow?.from &&
    later.source.publisher !== null &&
    later.source.publisher === earlier.source.publisher &&
    JSON.stringify(later.scope) === JSON.stringify(earlier.scope);
  const isLater = later.published !== null && earlier.published !== null && later.published > earlier.published;
  return isSame && isLater && (earlier.status === 'provisional' || widthOf(later) <= widthOf(earlier));
}

/** A rounded figure told later does not revise an exact one. */
const widthOf = ({ quantity }: Observation): number => (quantity ? quantity.high - quantity.low : Infinity);

/**
 * Of a count that only rises: a number that an older figure already exceeds, under a date that is only the latest
 * possible one. It is an old figure told again (67,000 stations printed in January 2024, thirteen months after it was
 * true). Under a stated date it would be a contradiction.
 */
const isToldAgain = ({ observation, quantity, role }: Usable, all: readonly Usable[]): boolean =>
  observation.dated === 'at-latest' &&
  all.some(
    ({ observation: known, quantity: { low }, role: knownRole }) =>
      known !== observation && knownRole === role && known.asOf <= observation.asOf && low > quantity.high,
  );

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

function slipOf({ observation, quantity, role }: Usable, all: readonly Usable[]): Slip | undefined {
  if (role !== 'same') return undefined;
  const same = all.filter(other => other.role === 'same');
  const before = figuresOn(latest(daysOf(same).filter(day => day < observation.asOf)), same);
  const after = figuresOn(
    daysOf(same)
      .filter(day => day > observation.asOf)
      .toSorted()[0],
    same,
  );
  const factors = [...before, ...after].map(other => slipFactor(quantity.nominal, other.quantity.nominal));
  const [factor] = factors;
  if (factor === undefined || !factors.every(each => each === factor)) return undefined;
  // With neighbours on one side only, they may have slipped, or the count really jumped.
  return { factor, isCertain: before.length > 0 && after.length > 0 };
}

const daysOf = (usable: readonly Usable[]): Day[] => usable.map(({ observation }) => observation.asOf);

const figuresOn = (day: Day | undefined, usable: readonly Usable[]): Usable[] =>
  usable.filter(({ observation }) => observation.asOf === day);

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
