import { parse, stringify } from 'yaml';
import type { InputFormat } from '../../../src/input/source/registry.ts';
import { mutateRows, rowsOf } from '../../fuzz/mutate-table.ts';
import { mutateText, nudged } from '../../fuzz/mutate-text.ts';
import { mutateTree } from '../../fuzz/mutate-tree.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';
import type { Words } from '../../fuzz/words.ts';
import { parquetOf, sheet, xlsxOf } from '../../support/tables.ts';
import { KEYS, SCALARS, type Text, texts } from './bases.ts';

/* Files that differ from an ordinary one in a few places. */

export interface DrawnFile {
  readonly format: InputFormat;
  readonly bytes: Uint8Array;
  readonly mapping: object | undefined;
  /** What a person sees of it. */
  readonly shown: readonly string[];
}

const WORDS: Words = { keys: KEYS, scalars: SCALARS, below: () => SCALARS };

const treeChanged = (text: string, format: InputFormat, random: Random): string => {
  const data: unknown = parse(text, { schema: 'failsafe', logLevel: 'silent' });
  const changed = mutateTree(data, WORDS, random);
  return format === 'json' ? JSON.stringify(changed) : stringify(changed, { schema: 'failsafe', lineWidth: 0 });
};

/** One of its tokens said otherwise, so that it still is one. */
function tokenChanged(text: string, random: Random): string {
  const tokens = [...text.matchAll(/[\p{L}\p{N}.%-]*\p{N}[\p{L}\p{N}.%-]*/gu)];
  if (tokens.length === 0) return text;
  const { 0: token, index } = random.one(tokens);
  return text.slice(0, index) + nudged(token, random) + text.slice(index + token.length);
}

function changedOnce(text: string, format: InputFormat, random: Random): string {
  if (random.once(3)) return tokenChanged(text, random);
  if (format === 'csv' && !random.once(3)) {
    const { delimiter, rows } = rowsOf(text);
    return mutateRows(rows, WORDS, random)
      .map(row => row.join(delimiter))
      .join('\n');
  }
  if ((format === 'yaml' || format === 'json') && !random.once(3)) {
    try {
      return treeChanged(text, format, random);
    } catch {
      return text; // What was changed before is no document any more.
    }
  }
  return mutateText(text, text, WORDS, random);
}

/** The first of each base is the base itself; most are changed in one place. */
const timesOf = (index: number, bases: readonly unknown[], random: Random): number =>
  index < bases.length ? 0 : random.once(3) ? 2 : 1;

export function fileOf(bases: readonly Text[], index: number): DrawnFile {
  const [format, base, mapping] = bases[index % bases.length] ?? ['yaml', ''];
  const random = randomOf(index);
  const times = timesOf(index, bases, random);
  let text: string = base;
  for (let time = 0; time < times; time++) text = changedOnce(text, format, random);
  return { format, bytes: Buffer.from(text), mapping, shown: text.split('\n') };
}

const FORMATS = ['0.0%', '0', '#,##0', 'yyyy"年"', '0.00,,"万"', '[<100]0.0;0', '@', 'yyyy-mm-dd', '0.0_ ', '"约"0'];

/** The tables in text, as cells of the formats of programs; a workbook has more to say of its cells. */
export function packedOf(format: 'xlsx' | 'parquet', index: number): DrawnFile {
  const bases = [...texts.csv, ...texts.tables].filter(([, base]) => !/"|,5|freq/.test(base));
  const [, base = '', mapping] = bases[index % bases.length] ?? [];
  const random = randomOf(index);
  let { rows } = rowsOf(base.trimEnd());
  const times = timesOf(index, bases, random);
  for (let time = 0; time < times; time++) rows = mutateRows(rows, WORDS, random);
  const shown = rows.map(row => row.join(' | '));
  if (format === 'parquet') {
    const [names = [], ...data] = rows;
    const columns = names.map((name, col) => [name || `c${col}`, data.map(row => row[col] || null)] as const);
    return { format, bytes: parquetOf(Object.fromEntries(columns)), mapping, shown };
  }
  const place = () => `${random.one(['A', 'B', 'C', 'D'])}${2 + random.below(4)}`;
  const formats = random.once(2) ? { C2: random.one(FORMATS), B3: random.one(FORMATS), C3: random.one(FORMATS) } : {};
  const options = {
    formats,
    merged: random.once(5) ? [`A${2 + random.below(2)}:A${4 + random.below(2)}`] : [],
    hidden: random.once(6) ? [random.one<number | string>([3, 4, 'B', 'C'])] : [],
    comments: random.once(6) ? { [place()]: 'said by phone' } : {},
    formulas: random.once(6) ? { B3: 'B2*2' } : {},
  };
  const cellOf = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text || null);
  const isThere = (cell: string) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    return Boolean(rows[Number(row) - 1]?.[letter.charCodeAt(0) - 65]);
  };
  const onlyThere = <T>(cells: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(cells).filter(([cell]) => isThere(cell)));
  const made = { ...options, formats: onlyThere(formats), comments: onlyThere(options.comments) };
  const bytes = xlsxOf(
    sheet(
      rows.map(row => row.map(cellOf)),
      made,
    ),
  );
  return { format, bytes, mapping, shown: [...shown, JSON.stringify(made)] };
}
