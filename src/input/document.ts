import type { Span } from '../values/place.ts';

/** A step into a document: a key of a mapping or an index of a list. */
export type Step = string | number;

/**
 * A file's content as plain mappings, lists and the text of its scalars, with the way back from any node to its place.
 * Scalars stay text (`6.70`, `2023-12-31`, `true`), so that nothing is interpreted before the schema does it.
 */
export interface Document {
  readonly data: unknown;
  /** The span of the value at a path, or of its key; of the nearest parent that exists where there is none. */
  readonly locate: (path: readonly Step[], which?: 'key' | 'value') => Span | undefined;
}

/** No report or plan nests deeper; a parser that recurses would run out of its stack. */
export const MAX_DEPTH = 100;

/** A problem inside a text, before it is known which file the text stands in. */
export interface TextProblem {
  readonly code:
    | 'yaml-syntax'
    | 'json-syntax'
    | 'duplicate-key'
    | 'unquoted-thousands'
    | 'alias-bomb'
    | 'several-documents'
    | 'empty-file';
  readonly args: Readonly<Record<string, string>>;
  readonly span?: Span | undefined;
}

export type ReadResult = { readonly document?: Document; readonly problems: readonly TextProblem[] };

/** One input format a file: how a text becomes a document. */
export interface Reader {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly read: (text: string) => ReadResult;
}
