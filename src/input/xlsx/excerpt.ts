import { columnLetters, type Excerpt, type Span } from '../../values/place.ts';
import { excerptOf } from '../document/lines.ts';
import { seenText } from './cell-texts.ts';
import type { SheetCell } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** Columns to each side that are shown; what a row is about stands in its first one. */
const NEAR = 8;
/** Letters of a cell. */
const MAX_TEXT = 40;

const GAP = ' | ';

/** A cell with those beside it, and the rows above and below, each cell behind its letters: `A 5G基站 | B 9.3万`. */
export function rowsAround({ rows }: Sheet, { line, col }: Span): Excerpt | undefined {
  if (!rows.has(line - 1)) return undefined;
  const firstLine = rows.has(line - 2) ? line - 1 : line;
  const lastLine = rows.has(line) ? line + 1 : line;
  const own: string[][] = [];
  for (let number = firstLine; number <= lastLine; number++)
    own.push(cellsNear(rows.get(number - 1)?.cells ?? [], col));
  const lines = own.map(cells => cells.join(GAP));
  const cells = own[line - firstLine] ?? [];
  const index = cells.findIndex(cell => cell.startsWith(`${columnLetters(col)} `));
  const start = cells.slice(0, index).join(GAP).length + (index > 0 ? GAP.length : 0) + 1;
  return excerptOf(firstLine, lines, { line, col: start, endCol: start + (cells[index]?.length ?? 0) });
}

/** An empty cell is shown where it is the one that is asked for. */
function cellsNear(cells: readonly SheetCell[], col: number): string[] {
  const texts = new Map<number, string>([[col, '']]);
  for (const [index, cell] of cells.entries())
    if (index === 0 || Math.abs(cell.col + 1 - col) <= NEAR) texts.set(cell.col + 1, seenText(cell));
  const filled = [...texts].filter(([at, text]) => at === col || text !== '').toSorted(([a], [b]) => a - b);
  return filled.map(([at, text]) => `${columnLetters(at)} ${shortened(text)}`);
}

const shortened = (text: string): string => {
  const inOne = text.slice(0, MAX_TEXT + 1).replace(/\s+/g, ' ');
  return inOne.length > MAX_TEXT ? `${inOne.slice(0, MAX_TEXT)}…` : inOne;
};
