/** A stream of numbers that its seed decides. */
export interface Random {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** True once in so many times. */
  readonly once: (inTimes: number) => boolean;
  readonly one: <T>(items: readonly T[]) => T;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: small, quick, and the same on every machine.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    once: inTimes => below(inTimes) === 0,
    one: items => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}

export const shuffled = <T>(items: readonly T[], { below }: Random): T[] => {
  const left = [...items];
  return items.map(() => left.splice(below(left.length), 1)[0] as T);
};
