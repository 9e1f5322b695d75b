import type { End, Solution } from './solution.ts';

/** How far a value that only rises has changed between two days: by so much, or by more (less) than it. */
export interface Rise {
  readonly amount: number;
  readonly isOpen: boolean;
  /** The ends that it rests on; a region may have thousands of parts. */
  readonly ends: () => readonly End[];
}

export interface RiseRange {
  readonly least: Rise;
  readonly most: Rise;
}

const NONE: Rise = { amount: 0, isOpen: false, ends: () => [] };

/**
 * The change of every region between two days, given by their places: at least what its parts have risen together, at
 * most what its region has risen without the other parts.
 */
export function risesBetween(solution: Solution, from: number, to: number): readonly RiseRange[] {
  const { regions, days } = solution.network;
  const least = leastRises(solution, from, to);
  const most = regions.map((_, region) =>
    between(solution.highs[region * days.length + to] as End, solution.lows[region * days.length + from] as End),
  );
  for (const [region, { parts }] of regions.entries()) {
    const all = together(parts.map(part => least[part] ?? NONE));
    for (const part of parts) {
      const inWhole = apart(most[region] ?? NONE, all, least[part] ?? NONE);
      if (isGreater(most[part] ?? NONE, inWhole)) most[part] = inWhole;
    }
  }
  return regions.map((_, region) => ({ least: least[region] ?? NONE, most: most[region] ?? NONE }));
}

/** What every region has changed by at least: by itself, or with its parts together. */
export function leastRises({ network, lows, highs }: Solution, from: number, to: number): readonly Rise[] {
  const { regions, days } = network;
  const least: Rise[] = [];
  for (let region = regions.length - 1; region >= 0; region--) {
    const [low, high] = [lows[region * days.length + to] as End, highs[region * days.length + from] as End];
    const own = low.at > high.at ? between(low, high) : NONE;
    const inParts = together((regions[region]?.parts ?? []).map(part => least[part] ?? NONE));
    least[region] = isGreater(inParts, own) ? inParts : own;
  }
  return least;
}

const between = (greater: End, less: End): Rise => ({
  amount: greater.at - less.at,
  isOpen: greater.isOpen || less.isOpen,
  ends: () => [greater, less],
});

function together(steps: readonly Rise[]): Rise {
  const some = steps.filter(({ amount, isOpen }) => amount > 0 || isOpen);
  const [first = NONE, second] = some;
  if (!second) return first;
  return {
    amount: some.reduce((total, { amount }) => total + amount, 0),
    isOpen: some.some(({ isOpen }) => isOpen),
    ends: () => some.flatMap(({ ends }) => ends()),
  };
}

/** How far one part can have risen: the rise of the whole, less the least rise of all other parts. */
const apart = (whole: Rise, all: Rise, own: Rise): Rise => ({
  amount: whole.amount - (all.amount - own.amount),
  isOpen: whole.isOpen || (all.isOpen && !own.isOpen),
  ends: () => [...whole.ends(), ...all.ends()],
});

const isGreater = (a: Rise, b: Rise): boolean => a.amount > b.amount;
