import { figureColumns, headColumns } from '../../model/figure-columns.ts';
import type { Document } from '../document/document.ts';
import { type Flat, flatPath, nest } from './columns.ts';
import { unknownKey } from './gather.ts';
import type { Grid } from './grid.ts';
import type { TellAt } from './layout.ts';
import { ownField } from './own-headings.ts';

/** The fields of the report itself: names in the first column that is filled, values beside them. */
export function readHead(grid: Grid, first: number, header: number, tell: TellAt): Document | undefined {
  const cells = new Map<string, { readonly text: string; readonly row: number; readonly col: number }>();
  for (let row = first; row < header; row++) {
    const texts = grid.rowAt(row);
    const col = texts.findIndex(cell => cell !== '');
    if (col === -1) continue;
    const [name = '', text = '', ...more] = texts.slice(col);
    const key = ownField(name);
    const isTitle = row === first && text === '' && !headColumns.includes(key);
    const extra = more.findIndex(cell => cell !== '');
    if (extra !== -1) tell({ code: 'cell-without-column', args: { text: more[extra] ?? '' } }, row, col + 2 + extra);
    if (isTitle) cells.set('report', { text: name, row, col });
    else if (!headColumns.includes(key)) tell(unknownKey(name, headColumns, columnCalled(key)), row, col);
    else if (cells.has(key)) tell({ code: 'duplicate-key', args: {} }, row, col);
    else if (text !== '') cells.set(key, { text, row, col: col + 1 });
  }
  if (cells.size === 0) return undefined;
  const flat: Flat = Object.fromEntries([...cells].map(([key, { text }]) => [key, text]));
  return {
    data: nest(flat),
    locate: path => {
      const cell = cells.get(String(flatPath(flat, path)[0]));
      return cell ? grid.locate(cell.row, cell.col) : grid.locate(first);
    },
  };
}

/** The column that a name above the table is one of: what it says, figures say. */
const columnCalled = (key: string): string | undefined => (figureColumns.includes(key) ? key : undefined);
