import type { Observation } from '../model/observation.ts';

/** An observation with its number in the one order in which every analysis lists them. */
export interface Numbered {
  readonly id: number;
  readonly observation: Observation;
}

/**
 * Puts observations in an order that depends on what they say, not on the file, line or format that they came from, so
 * that the same figures give the same bytes.
 */
export function inOrder(observations: readonly Observation[]): Numbered[] {
  const keyed = observations.map(observation => ({ observation, key: contentKey(observation) }));
  keyed.sort(
    (a, b) =>
      compare(a.key, b.key) || compare(a.observation.place.file, b.observation.place.file) || lineOf(a) - lineOf(b),
  );
  return keyed.map(({ observation }, index) => ({ id: index + 1, observation }));
}

/** All that an observation says, field by field, so that the order of its keys does not matter. */
function contentKey(observation: Observation): string {
  const { indicator, region, asOf, published, quantity, measure, dated, counts, scope, status, flow } = observation;
  const { says, against, startsSeries, unusable, note, source } = observation;
  return JSON.stringify([
    ...[indicator, region, asOf, published, quantity?.text, measure, dated, counts, scope, status],
    ...[flow?.from, flow?.to, says, against, startsSeries, unusable, note],
    ...[source.publisher, source.title, source.url],
    ...[quantity?.nominal, quantity?.low, quantity?.high, quantity?.lowOpen, quantity?.highOpen],
  ]);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const lineOf = ({ observation }: { observation: Observation }): number => observation.place.span?.line ?? 0;
