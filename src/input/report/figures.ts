import { isCalled } from '../../model/identifier.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { asMapping, isMapping } from '../../values/mapping.ts';
import type { Document, Step } from '../document/document.ts';
import { plainHead, plainListed, plainMetric, plainName } from '../shape/plain-readers.ts';

/** A figure as its report states it, and where. */
export interface StatedFigure {
  readonly raw: RawFigure;
  readonly path: readonly Step[];
  /** Whether the name of its indicator is its key, as in the short form; a listed figure holds it. */
  readonly isKeyed: boolean;
}

/** The figures of a report, read or still to be read. */
export interface FiguresByForm<Keyed, Listed> {
  readonly metrics: Readonly<Record<string, Keyed>>;
  readonly observations: readonly Listed[];
}

/** How a figure is read; undefined where it cannot be. */
export interface FigureReader<Keyed, Listed> {
  readonly keyed: (name: string, metric: Keyed) => RawFigure | undefined;
  readonly listed: (figure: Listed) => RawFigure | undefined;
}

/**
 * Goes through the figures of a report one by one: a table has a million, and none is needed for longer. False, and no
 * further, where one cannot be read.
 */
export function eachFigure<Keyed, Listed>(
  { metrics, observations }: FiguresByForm<Keyed, Listed>,
  read: FigureReader<Keyed, Listed>,
  visit: (figure: StatedFigure) => void,
): boolean {
  for (const name of Object.keys(metrics)) {
    const raw = read.keyed(name, metrics[name] as Keyed);
    if (!raw) return false;
    visit({ raw: { indicator: name, ...raw }, path: ['metrics', name], isKeyed: true });
  }
  for (let index = 0; index < observations.length; index++) {
    const raw = read.listed(observations[index] as Listed);
    if (!raw) return false;
    visit({ raw, path: ['observations', index], isKeyed: false });
  }
  return true;
}

/** Reads the figures of a report that its schema has read. */
export const asRead: FigureReader<RawFigure, RawFigure> = {
  keyed: (_name, metric) => metric,
  listed: figure => figure,
};

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

/** The names in a report whose shape is wrong elsewhere, so that a mistyped one is told in the same run. */
export function namesStated(data: unknown): FiguresByForm<RawFigure, RawFigure> {
  const { metrics, observations } = asMapping(data);
  return {
    metrics: Object.fromEntries(Object.keys(asMapping(metrics)).flatMap(key => (nameOf(key) ? [[key, {}]] : []))),
    observations: (Array.isArray(observations) ? observations : [])
      .map(asMapping)
      .map(({ indicator, measure }) => ({ indicator: nameOf(indicator), measure: nameOf(measure) })),
  };
}

/** The key `__proto__` is told with the shape. */
const nameOf = (value: unknown): string | undefined => (isCalled(value) && value !== '__proto__' ? value : undefined);
