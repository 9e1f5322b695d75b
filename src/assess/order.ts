import type { AnalysisObservation } from '../model/analysis.ts';
import type { Observation } from '../model/observation.ts';
import { observationRow } from './observation-row.ts';

/** An observation with its number in the one order in which every analysis lists them. */
export interface Numbered {
  readonly id: number;
  readonly observation: Observation;
}

export interface NumberedRow extends Numbered {
  /** As it is listed: once, for however many targets. */
  readonly row: AnalysisObservation;
}

/**
 * Puts observations in an order that depends on what they say, not on the file, line or format that they came from, so
 * that the same figures give the same bytes.
 */
export function inOrder(observations: readonly Observation[]): Numbered[] {
  return observations
    .map((observation): Ordered => ({ observation, key: undefined }))
    .sort(byContent)
    .map(({ observation }, index) => ({ id: index + 1, observation }));
}

export const withRows = (numbered: readonly Numbered[]): NumberedRow[] =>
  numbered.map(({ id, observation }) => ({ id, observation, row: observationRow(id, observation) }));

interface Ordered {
  readonly observation: Observation;
  /** All fields as one text; built only for figures that agree in indicator, region and both days. */
  key: string | undefined;
}

function byContent(a: Ordered, b: Ordered): number {
  const [first, second] = [a.observation, b.observation];
  return (
    compare(first.indicator, second.indicator) ||
    compare(first.region, second.region) ||
    compare(first.asOf, second.asOf) ||
    compare(first.published, second.published) ||
    compare(keyOf(a), keyOf(b)) ||
    compare(first.place.file, second.place.file) ||
    lineOf(first) - lineOf(second)
  );
}

function keyOf(ordered: Ordered): string {
  ordered.key ??= contentKey(ordered.observation);
  return ordered.key;
}

/** All else that an observation says, field by field, so that the order of its keys does not matter. */
function contentKey(observation: Observation): string {
  const { quantity, measure, dated, counts, scope, status, flow } = observation;
  const { says, against, startsSeries, unusable, note, source } = observation;
  return JSON.stringify([
    ...[quantity?.text, measure, dated, counts, scope, status],
    ...[flow?.from, flow?.to, says, against, startsSeries, unusable, note],
    ...[source.publisher, source.title, source.url],
    ...[quantity?.nominal, quantity?.low, quantity?.high, quantity?.lowOpen, quantity?.highOpen],
  ]);
}

/** An absent field sorts behind every other. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

const lineOf = ({ place }: Observation): number => place.span?.line ?? 0;
