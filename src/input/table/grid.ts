import type { Span } from '../../values/place.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { ShownNumber } from './shown.ts';

/** A rectangle of cells, rows and columns counted from 0, both ends within it. */
export interface Area {
  readonly row: number;
  readonly col: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** The rows of a table, each made when it is asked for: all of them at once would need far more than the text. */
export interface Cells {
  readonly count: number;
  /** The cells of a row as texts; an empty text is no value. */
  readonly rowAt: (row: number) => readonly string[];
}

export const cellsOf = (rows: readonly (readonly string[])[]): Cells => ({
  count: rows.length,
  rowAt: row => rows[row] ?? [],
});

/** A text about a sheet, or about a cell of it, that stands in none. */
export interface Remark {
  readonly text: string;
  readonly row: number;
  readonly col: number;
}

export interface Grid extends Cells {
  /** The span of a cell, or of a whole row. */
  readonly locate: (row: number, col?: number) => Span | undefined;
  readonly sheet?: string;
  readonly remarks?: readonly Remark[];
  /** Cells that are shown as one. */
  readonly merged?: readonly Area[];
  /** Columns that are not shown, and not empty, from left to right. */
  readonly hiddenCols?: readonly number[];
  /** In a text, a row shorter than its header hides a lost delimiter. */
  readonly isRagged?: boolean;
  /** Decimals of its numbers stand behind a comma; or a lone comma or point may stand before decimals, or part thousands. */
  readonly separators?: 'comma' | 'doubtful';
  /** How a number is shown, where that is not how its text has it; a problem where that is not the number it keeps. */
  readonly shownAt?: (row: number, col: number) => ShownNumber | BareProblem | undefined;
  /** Whether an error is told of a cell already: nothing is read of it, whatever its text. */
  readonly isRefused?: (row: number, col: number) => boolean;
}

export const isFilled = (row: readonly string[]): boolean => row.some(cell => cell !== '');

export function findRow({ count, rowAt }: Cells, fits: (row: readonly string[]) => boolean, end = count): number {
  for (let row = 0; row < end; row++) if (fits(rowAt(row))) return row;
  return -1;
}
