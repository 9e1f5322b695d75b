import type { Analysis } from '../model/analysis.ts';
import type { Mark } from './mark.ts';
import type { Lang } from './words/words.ts';

/** How much of it a text for a person tells: the first screen, what decides, or all. */
export type Detail = 'summary' | 'usual' | 'all';

/** 120,000, or 12万. */
export const numberStyles = ['grouped', 'wan'] as const;
export type NumberStyle = (typeof numberStyles)[number];

export interface RenderOptions {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  readonly isColored: boolean;
  /** The way to the page of all groups, of the report of one of them. */
  readonly indexAt?: string;
  readonly detail?: Detail;
  /** Without signs that not every terminal has. */
  readonly isAscii?: boolean;
  /** How large numbers are written for a reader of Chinese. */
  readonly numbers?: NumberStyle;
}

/** A text, or the bytes of a format that is none. */
export type Rendered = string | Uint8Array;

/** One output format a file: the whole report, from the analysis alone. */
export interface Format {
  readonly mark: Mark;
  readonly render: (analysis: Analysis, options: RenderOptions) => Rendered | Promise<Rendered>;
  /** The same text piece by piece, of a format that lists every figure. */
  readonly pieces?: (analysis: Analysis) => Iterable<string>;
}

export const inPieces = (
  pieces: (analysis: Analysis) => Iterable<string>,
): { readonly pieces: typeof pieces; readonly render: (analysis: Analysis) => string } => ({
  pieces,
  render: analysis => [...pieces(analysis)].join(''),
});

export const piecesOf = (content: Rendered | Iterable<string>): Iterable<string | Uint8Array> =>
  typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
