import type { Area, Grid } from './grid.ts';
import type { TableLayout, TellAt } from './layout.ts';
import type { CellRead } from './records.ts';

/**
 * Merged cells below the header. What says something of figures holds for all its rows; a number that stands over
 * several belongs to one of them or to all: nobody but its author knows.
 */
export function mergedBelow(
  { merged = [], rowAt, count }: Grid,
  header: number,
  { fields, values, value, flags }: TableLayout,
  tell: TellAt,
) {
  const numbers = new Set([...values.map(({ col }) => col), value]);
  const saying = new Set([...fields.map(({ col }) => col), ...flags.map(({ col }) => col)]);
  const filling = new Map<number, Map<number, string>>();
  const refused = new Map<string, Area>();
  const filledTo = new Map<number, number>();
  for (const area of merged.toSorted((a, b) => a.row - b.row)) {
    const { row, col, endRow } = area;
    if (endRow <= header) continue;
    if (row <= header) tell({ code: 'merged-cells', args: sizeOf(area) }, row, col);
    const text = rowAt(row)[col] ?? '';
    if (text !== '' && numbers.has(col)) refused.set(`${row} ${col}`, area);
    if (text === '' || !saying.has(col) || numbers.has(col) || row <= (filledTo.get(col) ?? header)) continue;
    const last = Math.min(endRow, count - 1);
    filledTo.set(col, last);
    for (let each = row + 1; each <= last; each++) {
      const texts = filling.get(each) ?? new Map<number, string>();
      filling.set(each, texts.set(col, text));
    }
  }
  return {
    filled: (cells: readonly string[], row: number): readonly string[] => {
      const more = filling.size === 0 ? undefined : filling.get(row);
      if (!more) return cells;
      const all = [...cells];
      for (const [col, text] of more) {
        while (all.length <= col) all.push('');
        all[col] = text;
      }
      return all;
    },
    problemAt: (row: number, col: number | undefined): CellRead | undefined => {
      const area = refused.size === 0 || col === undefined ? undefined : refused.get(`${row} ${col}`);
      if (!area || col === undefined) return undefined;
      return { kind: 'problem', problem: { code: 'merged-cells', args: sizeOf(area) }, col };
    },
  };
}

const sizeOf = ({ row, col, endRow, endCol }: Area) => ({ rows: endRow - row + 1, columns: endCol - col + 1 });
