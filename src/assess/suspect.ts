import { overlaps } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Aside, Usable } from './screen.ts';

/*
 * What only a comparison of figures shows: an old figure printed again under a newer date, and a slip of the unit.
 * A suspicion never removes a figure whose absence could make a verdict better than the figure itself would.
 */

export interface Suspected {
  readonly usable: readonly Usable[];
  readonly aside: readonly Aside[];
}

export function setSuspectsAside(usable: readonly Usable[], isMonotone: boolean): Suspected {
  const repeated = isMonotone ? usable.filter(each => isRepeated(each, usable)) : [];
  const fresh = usable.filter(each => !repeated.includes(each));
  const slips = new Map(fresh.map(each => [each, slipOf(each, fresh)]));
  return {
    usable: fresh.flatMap(each => withSlip(each, slips.get(each))),
    aside: [
      ...repeated.map(({ observation }) => ({ observation, reason: 'repeated' as const })),
      ...fresh.flatMap(({ observation }, index) =>
        isCertain(slips.get(fresh[index] as Usable)) ? [{ observation, reason: 'unit-slip' as const }] : [],
      ),
    ],
  };
}

/**
 * The same number as an older figure although one between them was another: of a count that only rises, that is the
 * old figure told again (67,000 printed in January 2024, thirteen months after it was true).
 */
function isRepeated({ observation, quantity, role }: Usable, all: readonly Usable[]): boolean {
  const older = all.filter(other => other.role === role && other.observation.asOf < observation.asOf);
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
  return { factor, isCertain: neighbours.length === 2 || Math.max(factor, 1 / factor) >= 100 };
}

function slipFactor(value: number, neighbour: number): number | undefined {
  if (Math.min(value, neighbour) < SMALL) return undefined;
  const ratio = value / neighbour;
  const jump = ratio > 1 ? ratio : 1 / ratio;
  const factor = FACTORS.find(each => jump > each / NEARNESS && jump < each * NEARNESS);
  return factor === undefined ? undefined : ratio > 1 ? factor : 1 / factor;
}

const isCertain = (slip: Slip | undefined): boolean => slip?.isCertain ?? false;

function withSlip(usable: Usable, slip: Slip | undefined): Usable[] {
  if (!slip) return [usable];
  return slip.isCertain ? [] : [{ ...usable, alternative: divided(usable.quantity, slip.factor) }];
}

const divided = (quantity: Quantity, factor: number): Quantity => ({
  ...quantity,
  low: quantity.low / factor,
  high: quantity.high / factor,
  nominal: quantity.nominal / factor,
});
