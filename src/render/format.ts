import type { Analysis } from '../model/analysis.ts';
import type { Lang } from './words/words.ts';

export interface RenderOptions {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  readonly isColored: boolean;
}

/** One output format a file: the whole report as text, from the analysis alone. */
export interface Format {
  readonly id: string;
  readonly render: (analysis: Analysis, options: RenderOptions) => string;
}
