import type { Span } from '../values/place.ts';

/** Where a cell of a sheet stands, or the first one of a row. */
export const spanOfCell = (row: number, col = 0): Span => ({
  line: row + 1,
  col: col + 1,
  endLine: row + 1,
  endCol: col + 2,
});
