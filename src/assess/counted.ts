import type { Indicator } from '../model/plan.ts';
import { relationOf } from '../model/relation.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Numbered } from './order.ts';

/** A figure of what its indicator means, for one day or for one span of time. */
export interface Counted extends Pick<Numbered, 'id' | 'observation'> {
  readonly quantity: Quantity;
}

export function countedOf({ counts }: Indicator, numbered: readonly Numbered[]): Counted[] {
  return numbered.flatMap(({ id, observation }) => {
    const { quantity, status, unusable, scope } = observation;
    const isSame = relationOf(counts, observation.counts) === 'same';
    const isCounted = status === 'final' || status === 'provisional';
    return quantity && isSame && isCounted && !unusable && scope === 'whole' ? [{ id, observation, quantity }] : [];
  });
}
