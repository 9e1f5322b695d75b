import { type Claim, type Claimant, claimant } from './claim.ts';
import { allContested } from './contested.ts';
import { largestSets, type Side } from './largest-sets.ts';
import type { Network } from './network.ts';
import type { Solution } from './solution.ts';
import { solve } from './solve.ts';

export interface Split {
  /** One where all claims can stand together; never none. */
  readonly sides: readonly Side[];
  /** The figures and identities (the start: null) that stand on one side, whichever way they are read, and not on another. */
  readonly contested: ReadonlySet<Claimant>;
  /** Claims that were dropped, because too many exclude each other to tell their sides apart. */
  readonly dropped: readonly Claim[];
}

/** What claims leave of the values of a network, on each side of their contradictions. */
export function splitOf(network: Network, claims: readonly Claim[]): Split {
  const sides = largestSets(network, claims);
  if (sides) return { sides, contested: contestedOn(sides), dropped: [] };
  const dropped = new Set(allContested(network, claims));
  const left = claims.filter(claim => !dropped.has(claim));
  const solution = solve(network, left);
  return solution
    ? { sides: [{ solution, claims: new Set(left) }], contested: NONE, dropped: [...dropped] }
    : nothingIn(network, claims);
}

/** The one side of no claims at all: only what ties the values narrows them, and that can always hold. */
const nothingIn = (network: Network, dropped: readonly Claim[]): Split => ({
  sides: [{ solution: solve(network, []) as Solution, claims: new Set() }],
  contested: NONE,
  dropped,
});

const NONE: ReadonlySet<Claimant> = new Set();

function contestedOn(sides: readonly Side[]): ReadonlySet<Claimant> {
  if (sides.length === 1) return NONE;
  const standing = sides.map(({ claims }) => new Set([...claims].map(claimant)));
  const all = new Set(standing.flatMap(claimants => [...claimants]));
  return new Set([...all].filter(each => !standing.every(claimants => claimants.has(each))));
}
