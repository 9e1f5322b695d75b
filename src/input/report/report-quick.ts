import type { RawFigure, ReportHead } from '../../model/report.ts';
import { isMapping } from '../../values/mapping.ts';
import type { Document } from '../document/document.ts';
import { plainHead, plainListed, plainMetric, plainName } from '../shape/plain-readers.ts';
import type { FigureReader, FiguresByForm } from './figures.ts';

/** Reads figures as the schema of a report does, where nothing is wrong with them. */
export const quickFigures: FigureReader<unknown, unknown> = {
  keyed: (name, metric) => (plainName(name) === name ? (plainMetric(metric) as RawFigure | undefined) : undefined),
  listed: figure => plainListed(figure) as RawFigure | undefined,
};

/** A report whose figures are still to be read, and what it says above them. */
export interface UnreadReport {
  readonly above: ReportHead;
  readonly figures: FiguresByForm<unknown, unknown>;
}

/** Undefined where the schema has to look at what stands above the figures, or where there are none. */
export function splitReport({ data }: Document): UnreadReport | undefined {
  if (!isMapping(data)) return undefined;
  const { metrics = {}, observations = [], ...rest } = data;
  if (!isMapping(metrics) || !Array.isArray(observations)) return undefined;
  if (observations.length + Object.keys(metrics).length === 0) return undefined;
  const above = plainHead(rest) as ReportHead | undefined;
  return above && { above, figures: { metrics, observations } };
}
