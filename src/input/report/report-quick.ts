import { type RawReport, reportSchema } from '../../model/report.ts';
import { isMapping } from '../../values/mapping.ts';
import type { Document } from '../document/document.ts';
import { checkShape } from '../shape/check-shape.ts';
import { quickly } from '../shape/shape-quick.ts';
import type { FigureReader, FiguresByForm } from './figures.ts';

const { shape } = reportSchema;
const readName = quickly(shape.metrics.unwrap().keyType);
const readMetric = quickly(shape.metrics.unwrap().valueType);

/** Reads figures as the schema of a report does, where nothing is wrong with them. */
export const quickFigures: FigureReader<unknown, unknown> = {
  keyed: (name, metric) => (readName(name) === name ? readMetric(metric) : undefined),
  listed: quickly(shape.observations.unwrap().element),
};

/** A report whose figures are still to be read, and what it says above them. */
export interface UnreadReport {
  readonly above: RawReport;
  readonly figures: FiguresByForm<unknown, unknown>;
}

/** What stands above the figures is read by the schema itself, as if there were one figure of which nothing is said. */
export function readAbove({ data, locate }: Document): UnreadReport | undefined {
  const { metrics = {}, observations = [], ...rest } = Object(data) as Readonly<Record<string, unknown>>;
  if (!isMapping(metrics) || !Array.isArray(observations)) return undefined;
  if (observations.length + Object.keys(metrics).length === 0) return undefined;
  const read = checkShape(reportSchema, { data: { ...rest, observations: [{}] }, locate });
  return 'value' in read ? { above: read.value, figures: { metrics, observations } } : undefined;
}
