import { Chalk, type ChalkInstance } from 'chalk';
import type { RenderOptions } from '../format.ts';
import { wordsIn } from '../words/registry.ts';
import type { Words } from '../words/words.ts';
import { inAscii } from './ascii.ts';
import { type Cell, type Column, grid, type Row } from './grid.ts';
import { wrap } from './text.ts';
import { inWan } from './wan.ts';

/** What every part of a text for a terminal is written with. */
export interface Pen {
  readonly words: Words;
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** A text as it is, or with other signs and numbers than usual. */
  readonly plain: (text: string) => string;
}

export const penOf = ({ lang, width, isColored, isAscii = false, numbers }: RenderOptions): Pen => ({
  words: wordsIn(lang),
  width,
  chalk: new Chalk({ level: isColored ? 1 : 0 }),
  plain: plainIn(isAscii, lang === 'zh' && numbers === 'wan'),
});

/** Numbers first: quotation marks are signs that not every terminal has. */
function plainIn(isAscii: boolean, isWan: boolean): (text: string) => string {
  const counted = isWan ? inWan : (text: string) => text;
  return isAscii ? text => inAscii(counted(text)) : counted;
}

/** Lines of which all but the first go on two columns further in. */
export const hang = (text: string, { width, plain }: Pen): string[] =>
  wrap(plain(text), width - 2).map((line, index) => (index === 0 ? line : `  ${line}`));

export const indent = (text: string, { width, plain }: Pen): string[] =>
  wrap(plain(text), width - 4).map(line => `    ${line}`);

export const flow = (text: string, { width, plain }: Pen): string[] => wrap(plain(text), width);

/** A heading with what stands below it; nothing where that is nothing. */
export const listed = (title: string, lines: readonly string[], { chalk, plain }: Pen): string =>
  lines.length === 0 ? '' : [chalk.bold(plain(title)), ...lines].join('\n');

export function inColumns(columns: readonly Column[], rows: readonly Row[], { width, chalk, plain }: Pen): string {
  const cell = (each: Cell): Cell => ({ ...each, text: plain(each.text) });
  return grid(
    columns.map(each => ({ ...each, title: plain(each.title) })),
    rows.map(row => (Array.isArray(row) ? row.map(cell) : cell(row as Cell))),
    width,
    { bold: chalk.bold, rule: plain('─') },
  );
}
