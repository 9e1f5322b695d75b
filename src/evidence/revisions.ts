import type { SetAsideReason } from '../model/reason.ts';
import { groupBy } from '../values/group.ts';
import { contains, EVERYTHING, type Interval, intersect } from '../values/interval.ts';
import { nameKey } from '../values/name.ts';
import { partOf } from './claim.ts';
import type { Aside, Usable } from './screen.ts';

/** Of figures of one publisher, definition, region and day one counts: the last final one, else the last. */
export function setRevisedAside(usable: readonly Usable[]): { readonly current: Usable[]; readonly aside: Aside[] } {
  const ofDays = [...groupBy(usable, ({ observation }) => observation.asOf).values()];
  const rivals = ofDays.filter(({ length }) => length > 1).flatMap(ofDay => [...groupBy(ofDay, statementOf).values()]);
  const revised = new Set(rivals.flatMap(revisedAmong));
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

/**
 * From the last published to the first: a figure is revised by any later one that does not contain it ("over 90,000"
 * after 93,307 is no revision: both hold), so that what all later ones have in common is all that need be kept. No
 * figure that is not final revises a final one.
 */
function revisedAmong(same: readonly Usable[]): Usable[] {
  const publishedOf = ({ observation }: Usable): string => observation.published ?? '';
  const ofDays = [...groupBy(same, publishedOf)].sort(([one], [other]) => (one < other ? 1 : -1));
  const firstFinal = ofDays.findLast(([, ofDay]) => ofDay.some(isFinal))?.[0];
  let [finals, others] = [EVERYTHING, EVERYTHING];
  return ofDays.flatMap(([published, ofDay]) => {
    const isOutdone = firstFinal !== undefined && firstFinal <= published;
    const revised = ofDay.filter(each =>
      isFinal(each)
        ? !contains(finals, each.quantity)
        : isOutdone || !contains(finals, each.quantity) || !contains(others, each.quantity),
    );
    finals = commonTo(finals, ofDay.filter(isFinal));
    others = commonTo(
      others,
      ofDay.filter(each => !isFinal(each)),
    );
    return revised;
  });
}

const isFinal = ({ observation }: Usable): boolean => observation.status === 'final';

const commonTo = (kept: Interval, figures: readonly Usable[]): Interval =>
  figures.reduce((common, { quantity }) => intersect(common, quantity), kept);
