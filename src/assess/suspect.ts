import type { Observation } from '../model/observation.ts';
import type { SetAsideReason } from '../model/reason.ts';
import { overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Aside, Usable } from './screen.ts';

/*
 * What only a comparison of figures shows: a revision, an old figure told again under a newer date, a slip of the unit.
 * A doubtful newest figure is never removed for a slip: it becomes one of two sides, so that the doubt itself cannot make a verdict
 * better.
 */

export interface Suspected {
  readonly usable: readonly Usable[];
  readonly aside: readonly Aside[];
}

export function setSuspectsAside(usable: readonly Usable[], isMonotone: boolean): Suspected {
  const revised = usable.filter(each => usable.some(other => revises(other, each)));
  const current = usable.filter(each => !revised.includes(each));
  const repeated = isMonotone ? current.filter(each => isToldAgain(each, current)) : [];
  const told = current.filter(each => !repeated.includes(each));
  const slipped = told.filter(each => slipOf(each, told)?.isCertain);
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
    later.source.publisher !== null &&
    later.source.publisher === earlier.source.publisher &&
    JSON.stringify(later.scope) === JSON.stringify(earlier.scope);
  const isLater = later.published !== null && earlier.published !== null && later.published > earlier.published;
  return isSame && isLater && (earlier.status === 'provisional' || widthOf(later) <= widthOf(earlier));
}

/** A rounded figure told later does not revise an exact one. */
const widthOf = ({ quantity }: Observation): number => (quantity ? quantity.high - quantity.low : Infinity);

/**
 * Of a count that only rises: the number of an older figure although one between them was another (67,000 stations
 * printed in January 2024, thirteen months after it was true), or, where the date is only the latest possible one, a
 * number that an older figure already exceeds. Either way an old figure is told again.
 */
function isToldAgain({ observation, quantity, role }: Usable, all: readonly Usable[]): boolean {
  const same = all.filter(other => other.role === role && other.observation !== observation);
  const isExceeded = same.some(
    ({ observation: known, quantity: { low } }) => known.asOf <= observation.asOf && low > quantity.high,
  );
  if (isExceeded && observation.dated === 'at-latest') return true;
  const older = same.filter(other => other.observation.asOf < observation.asOf);
  return older.some(
    first =>
      first.quantity.nominal === quantity.nominal &&
      older.some(between => between.observation.asOf > first.observation.asOf && !overlaps(between.quantity, quantity)),
  );
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

function slipOf({ observation, quantity, role }: Usable, all: readonly Usable[]): Slip | undefined {
  if (role !== 'same') return undefined;
  const same = all.filter(other => other.role === 'same' && other.observation.asOf !== observation.asOf);
  const before = same.findLast(other => other.observation.asOf < observation.asOf);
  const after = same.find(other => other.observation.asOf > observation.asOf);
  const neighbours = [before, after].flatMap(other => (other ? [other.quantity.nominal] : []));
  const factors = neighbours.map(neighbour => slipFactor(quantity.nominal, neighbour));
  const [factor] = factors;
  if (factor === undefined || !factors.every(each => each === factor)) return undefined;
  // With one neighbour only, either of the two may have slipped, or the count really jumped.
  return { factor, isCertain: neighbours.length === 2 };
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
