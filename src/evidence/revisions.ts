import type { SetAsideReason } from '../model/reason.ts';
import { groupBy } from '../values/group.ts';
import { contains } from '../values/interval.ts';
import { nameKey } from '../values/name.ts';
import { partOf } from './claim.ts';
import type { Aside, Usable } from './screen.ts';

/** Of figures of one publisher, definition, region and day one counts: the last final one, else the last. */
export function setRevisedAside(usable: readonly Usable[]): { readonly current: Usable[]; readonly aside: Aside[] } {
  const ofDays = [...groupBy(usable, ({ observation }) => observation.asOf).values()];
  const rivals = ofDays.filter(({ length }) => length > 1).flatMap(ofDay => [...groupBy(ofDay, statementOf).values()]);
  const revised = new Set(rivals.flatMap(same => same.filter(each => same.some(other => doesRevise(other, each)))));
  const reason: SetAsideReason = 'superseded';
  return {
    current: usable.filter(each => !revised.has(each)),
    aside: [...revised].map(({ observation }) => ({ observation, reason })),
  };
}

/** Figures without a publisher or a day of publication revise nothing: two of them may be of different publishers. */
const statementOf = (usable: Usable): unknown => {
  const { counts, flow, source, scope, published } = usable.observation;
  if (source.publisher === null || published === null) return usable;
  return JSON.stringify([counts, flow?.from, nameKey(source.publisher), partOf(scope)]);
};

/** "Over 90,000" after 93,307 is no revision: both hold. */
function doesRevise(
  { observation: later, quantity }: Usable,
  { observation: earlier, quantity: revised }: Usable,
): boolean {
  const isLater = (later.published ?? '') > (earlier.published ?? '');
  const [isFinal, wasFinal] = [later.status === 'final', earlier.status === 'final'];
  if (isLater && contains(quantity, revised)) return false;
  return isFinal === wasFinal ? isLater : isFinal;
}
