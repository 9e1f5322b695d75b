import { type Claim, claimant } from './claim.ts';
import { contestedIn, pairsAmong } from './contested.ts';
import type { Network } from './network.ts';
import type { Solution } from './solution.ts';
import { solve } from './solve.ts';
import { isProven } from './witness.ts';

/** One side of a contradiction: a largest set of claims that can stand together, and what they leave. */
export interface Side {
  readonly solution: Solution;
  readonly claims: ReadonlySet<Claim>;
}

/** With more claims in conflict their sides are not told apart: all that is contested is dropped (docs/evidence.md). */
export const MOST_CONTESTED = 12;

/**
 * Every largest set of claims that can stand together; null where too many exclude each other. A set is what is left when
 * from each conflict (a smallest set of claims that cannot stand together) one claim is taken away, and no more than must.
 */
export function largestSets(network: Network, claims: readonly Claim[]): Side[] | null {
  const together = claims.some(isOneOfSeveral) ? null : allTogether(network, claims);
  if (together) return isProven(together.solution) ? [together] : null;
  const contested = contestedIn(claims, network.isMonotone);
  if (contested.length > MOST_CONTESTED) return null;
  const conflicts = pairsAmong(contested, network.isMonotone);
  const sides: { readonly without: ReadonlySet<Claim>; readonly side: Side }[] = [];
  const queue: ReadonlySet<Claim>[] = [new Set()];
  const seen = new Set<string>();
  const keyOf = keysFor(claims);
  for (const without of queue) {
    if (sides.some(side => isWithin(side.without, without))) continue;
    if (new Set(conflicts.flat()).size > MOST_CONTESTED) return null;
    let conflict = conflicts.find(each => each.every(claim => !without.has(claim)));
    if (!conflict) {
      const left = claims.filter(claim => !without.has(claim));
      const solution = solve(network, left);
      if (solution) {
        if (!isProven(solution)) return null;
        sides.push({ without, side: { solution, claims: new Set(left) } });
        continue;
      }
      conflict = smallestConflict(left, some => solve(network, some) !== null);
      conflicts.push(conflict);
    }
    for (const claim of conflict) {
      const next = new Set([...without, claim]);
      const key = keyOf(next);
      if (!seen.has(key)) queue.push(next);
      seen.add(key);
    }
  }
  return largestOf(sides.map(({ side }) => side));
}

/**
 * One side of all claims; null where they cannot stand together. A figure that may say nothing and agrees with the others
 * only narrows what is known: every world with it is also one without it.
 */
function allTogether(network: Network, claims: readonly Claim[]): Side | null {
  const isUnsure = claims.some(({ takenAs }) => takenAs === 'silent');
  const printed = isUnsure ? claims.filter(({ takenAs }) => takenAs !== 'silent') : claims;
  const solution = solve(network, printed);
  if (!solution || !isUnsure) return solution && { solution, claims: new Set(claims) };
  const sure = claims.filter(({ takenAs }) => takenAs !== 'as-printed');
  return { solution: solve(network, sure) as Solution, claims: new Set(sure) };
}

/**
 * A side is dropped if another one keeps all its figures and more, only because a doubtful figure is read there with its
 * unit put right. That is done for figures only that neighbours before and after make doubtful (`isBetween`).
 */
function largestOf(sides: readonly Side[]): Side[] {
  const isDoubted = sides.some(({ claims }) => [...claims].some(isSlipped));
  if (!isDoubted) return [...sides];
  const all = sides.map(({ claims }) => ({
    standing: new Set([...claims].map(standingOf)),
    slipped: new Set([...claims].filter(isSlipped)),
  }));
  const isLess = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) => a.size < b.size && isWithin(a, b);
  return sides.filter((_, index) => {
    const own = all[index];
    return !all.some(
      other =>
        own &&
        isLess(own.standing, other.standing) &&
        isWithin(own.slipped, other.slipped) &&
        [...other.slipped].every(claim => own.slipped.has(claim) || claim.figure?.isBetween),
    );
  });
}

const isSlipped = ({ takenAs }: Claim): boolean => takenAs === 'slipped';

const isOneOfSeveral = (claim: Claim): boolean => isSlipped(claim) || claim.takenAs === 'one-of-several';

/** A figure stands whichever way its unit is read, but not where it says nothing. */
const standingOf = (claim: Claim): unknown => (claim.takenAs === 'silent' ? claim : claimant(claim));

const isWithin = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size <= b.size && [...a].every(claim => b.has(claim));

function keysFor(claims: readonly Claim[]): (set: ReadonlySet<Claim>) => string {
  const numbers = new Map(claims.map((claim, index) => [claim, index]));
  return set =>
    [...set]
      .map(claim => numbers.get(claim))
      .toSorted((a = 0, b = 0) => a - b)
      .join();
}

/** A smallest part of these that cannot stand together, found by halving (Junker's QuickXplain, 2004). */
function smallestConflict(claims: readonly Claim[], canStand: (claims: readonly Claim[]) => boolean): Claim[] {
  const find = (beside: readonly Claim[], among: readonly Claim[], isNew: boolean): Claim[] => {
    if (isNew && !canStand(beside)) return [];
    if (among.length === 1) return [...among];
    const [first, second] = [among.slice(0, among.length >> 1), among.slice(among.length >> 1)];
    const inSecond = find([...beside, ...first], second, true);
    const inFirst = find([...beside, ...inSecond], first, inSecond.length > 0);
    return [...inFirst, ...inSecond];
  };
  return find([], claims, false);
}
