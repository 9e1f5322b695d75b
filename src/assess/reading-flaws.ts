import type { Assessment } from '../model/analysis.ts';
import { type Flaw, flawsAt } from '../model/flaw.ts';

/**
 * Where the first reading is not the one that is shown, or one of its sides ends in what it does not. What
 * an older analysis does not say of a reading is not asked for.
 */
export function readingFlaws({ goal, method, readings }: Assessment, at: Flaw['path']): Flaw[] {
  const { comparator, by, value, low, high } = goal;
  return readings.flatMap((reading, index) => {
    const own = [...at, 'readings', index];
    const isTold = reading.method !== null;
    const shown = { goal: comparator, ...(isTold && { by, value, low, high, method }) };
    return [
      ...(index === 0 ? Object.entries(shown) : []).flatMap(([key, follows]) =>
        flawsAt([...own, key], reading[key as keyof typeof reading], follows),
      ),
      ...reading.sides.flatMap(({ possible }, side) => {
        const follows = possible.filter(verdict => reading.possible.includes(verdict));
        return flawsAt([...own, 'sides', side, 'possible'], possible, follows);
      }),
    ];
  });
}
