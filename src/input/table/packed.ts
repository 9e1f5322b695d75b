import type { Grid } from './grid.ts';

/**
 * A table whose first column holds several, `freq,unit,geo\TIME_PERIOD`, as one in which each stands by itself. What
 * follows the backslash names the other columns, and is no heading.
 */
export function unpacked(grid: Grid, sign: string): Grid {
  const count = Math.max(1, ...firstPacked(grid, sign));
  const own = (col: number) => (col < count ? 0 : col - count + 1);
  const { shownAt, isRefused, merged, ...rest } = grid;
  return {
    ...rest,
    rowAt: row => {
      const [first = '', ...others] = grid.rowAt(row);
      return [...partsOf(first, sign, count), ...others];
    },
    locate: (row, col) => grid.locate(row, col === undefined ? col : own(col)),
    ...(shownAt && { shownAt: (row: number, col: number) => shownAt(row, own(col)) }),
    ...(isRefused && { isRefused: (row: number, col: number) => isRefused(row, own(col)) }),
    ...(merged && { merged: merged.map(area => ({ ...area, col: own(area.col), endCol: own(area.endCol) })) }),
  };
}

/** In how many parts the first cell falls that falls in several: the one above the column. */
function* firstPacked({ count, rowAt }: Grid, sign: string): Generator<number> {
  for (let row = 0; row < count; row++) {
    const [first = ''] = rowAt(row);
    if (first.includes(sign)) return yield first.split(sign).length;
  }
}

/** A cell of another number of parts stays whole, and so fits nothing. */
function partsOf(cell: string, sign: string, count: number): readonly string[] {
  const parts = cell.split(sign).map(part => part.replace(/\\.*$/s, '').trim());
  return parts.length === count ? parts : [cell, ...Array<string>(count - 1).fill('')];
}
