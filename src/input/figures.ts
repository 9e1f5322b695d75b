import { identifier } from '../model/fields.ts';
import type { RawFigure, RawReport } from '../model/report.ts';
import type { Step } from './document.ts';

/** A figure as its report states it, and where. */
export interface Figure {
  readonly raw: RawFigure;
  readonly path: readonly Step[];
  /** Whether the name of its indicator is its key, as in the short form; a listed figure holds it. */
  readonly isKeyed: boolean;
}

export function figuresOf({ metrics, observations }: Pick<RawReport, 'metrics' | 'observations'>): Figure[] {
  const keyed = Object.entries(metrics).map(([indicator, raw]) => ({
    raw: { indicator, ...raw },
    path: ['metrics', indicator],
    isKeyed: true,
  }));
  const listed = observations.map((raw, index) => ({ raw, path: ['observations', index], isKeyed: false }));
  return [...keyed, ...listed];
}

/** The names in a report whose shape is wrong elsewhere, so that a mistyped one is told in the same run. */
export function namedFigures(data: unknown): Figure[] {
  const { metrics, observations } = mapping(data);
  return figuresOf({
    metrics: Object.fromEntries(Object.keys(mapping(metrics)).flatMap(key => (nameOf(key) ? [[key, {}]] : []))),
    observations: (Array.isArray(observations) ? observations : [])
      .map(mapping)
      .map(({ indicator, measure }) => ({ indicator: nameOf(indicator), measure: nameOf(measure) })),
  });
}

const mapping = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const nameOf = (value: unknown): string | undefined => identifier.safeParse(value).data;
