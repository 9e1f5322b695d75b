import { groupBy } from '../values/group.ts';
import { nameKey } from '../values/name.ts';
import { type Claim, claimsOf, type DatingRule } from './claim.ts';
import { isExcludedBy, tightest } from './contested.ts';
import type { Aside, Usable } from './screen.ts';

/**
 * Of the figures of a region that exclude each other, those of the higher authority of the plan's list count. A provisional
 * figure has no authority over a final one, and who is not on the list has none over anyone and yields to none.
 */
export function setOutrankedAside(
  usable: readonly Usable[],
  authorities: readonly string[],
  dating: DatingRule,
): { readonly standing: readonly Usable[]; readonly aside: readonly Aside[] } {
  if (authorities.length === 0) return { standing: usable, aside: [] };
  const outranked = outrankedAmong(usable, authorities, dating);
  return {
    standing: usable.filter(each => !outranked.has(each)),
    aside: [...outranked].map(({ observation }) => ({ observation, reason: 'outranked' as const })),
  };
}

/** Rank by rank, each figure against the tightest ends of all that stand above it. */
function outrankedAmong(usable: readonly Usable[], authorities: readonly string[], dating: DatingRule): Set<Usable> {
  const ranks = new Map(authorities.map((publisher, rank) => [nameKey(publisher), rank]));
  const ofRanks = groupBy(usable, ({ observation }) => ranks.get(nameKey(observation.source.publisher ?? '')));
  const days = [...new Set(usable.map(({ observation }) => observation.asOf))].sort();
  const endsOf = (claims: readonly Claim[]) =>
    tightest(
      groupBy(claims, ({ day }) => day),
      days,
      dating.isMonotone,
    );
  const outranked = new Set<Usable>();
  const above: Claim[] = [];
  for (const rank of authorities.keys()) {
    const [ofAll, ofFinal] = [endsOf(above), endsOf(above.filter(({ figure }) => figure && isFinal(figure)))];
    for (const figure of ofRanks.get(rank) ?? []) {
      const printed = claimsOf(figure, dating, days).filter(({ takenAs }) => takenAs !== 'silent');
      const tight = isFinal(figure) ? ofFinal : ofAll;
      if (printed.some(claim => isExcludedBy(claim, tight.get(claim.day)))) outranked.add(figure);
      // Of what may say nothing nobody can say that it counts.
      else above.push(...printed.filter(({ takenAs }) => takenAs === 'only'));
    }
  }
  return outranked;
}

const isFinal = ({ observation }: Usable): boolean => observation.status === 'final';
