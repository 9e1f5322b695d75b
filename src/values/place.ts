/** A range in a file: lines and columns of a text, or rows and columns of a table. They count from 1, the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** Where something was read: the file as the user named it, and the range where one is known. */
export interface Place {
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly span?: Span;
  /** The lines of the file around the span, with the number of the first one: enough for a code frame. */
  readonly excerpt?: { readonly firstLine: number; readonly lines: readonly string[] };
}
