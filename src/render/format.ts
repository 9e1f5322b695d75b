import type { Analysis } from '../model/analysis.ts';
import type { Mark } from './mark.ts';
import type { Lang } from './words/words.ts';

export interface RenderOptions {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  readonly isColored: boolean;
}

/** A text, or the bytes of a format that is none. */
export type Rendered = string | Uint8Array;

/** One output format a file: the whole report, from the analysis alone. */
export interface Format {
  readonly id: string;
  /** Of a file that a batch writes for each group; no two formats share one. */
  readonly extension: string;
  readonly mark: Mark;
  readonly render: (analysis: Analysis, options: RenderOptions) => Rendered | Promise<Rendered>;
}
