import { nameKey } from '../values/name.ts';
import { claimsOf, type Dating } from './claim.ts';
import { doExclude } from './contested.ts';
import type { Aside, Usable } from './screen.ts';

/**
 * Of the figures of a region that exclude each other, those of the higher authority of the plan's list count. A provisional
 * figure has no authority over a final one, and who is not on the list has none over anyone and yields to none.
 */
export function setOutrankedAside(
  usable: readonly Usable[],
  authorities: readonly string[],
  dating: Dating,
): { readonly standing: readonly Usable[]; readonly aside: readonly Aside[] } {
  if (authorities.length === 0) return { standing: usable, aside: [] };
  const ranks = new Map(authorities.map((publisher, rank) => [nameKey(publisher), rank]));
  const rankOf = ({ observation }: Usable) => ranks.get(nameKey(observation.source.publisher ?? ''));
  const ranked = usable
    .filter(each => rankOf(each) !== undefined)
    .toSorted((a, b) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0));
  const outranked = new Set<Usable>();
  for (const each of ranked) {
    const isOutranked = ranked.some(
      other =>
        (rankOf(other) ?? 0) < (rankOf(each) ?? 0) &&
        !outranked.has(other) &&
        // Of what may not have been known nobody can say that it counts.
        !other.mayBeUnknown &&
        (other.observation.status === 'final' || each.observation.status !== 'final') &&
        doFiguresExclude(other, each, dating),
    );
    if (isOutranked) outranked.add(each);
  }
  return {
    standing: usable.filter(each => !outranked.has(each)),
    aside: [...outranked].map(({ observation }) => ({ observation, reason: 'outranked' as const })),
  };
}

/** Whether they do as they are printed, which is the first claim of each. */
function doFiguresExclude(a: Usable, b: Usable, dating: Dating): boolean {
  const [[first], [second]] = [claimsOf(a, dating), claimsOf(b, dating)];
  return first !== undefined && second !== undefined && doExclude(first, second, dating.isMonotone);
}
