import { IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { parseDay } from '../../values/day-notation.ts';
import { folded } from '../../values/fold.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { IsKnown } from '../document/document.ts';
import { nearest } from '../document/nearest.ts';
import type { Flat } from './columns.ts';
import { type FlagMeaning, flagsIn, together } from './flags.ts';
import { wordsOf } from './headings.ts';
import type { NamedColumn, TableLayout, ValueColumn } from './layout.ts';

/** What a cell of a column of numbers is. */
export type CellRead =
  | { readonly kind: 'figure'; readonly figure: Flat }
  | { readonly kind: 'empty' | 'missing'; readonly about: Flat }
  | { readonly kind: 'ignored'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: BareProblem; readonly col: number };

/** Reads the figures of a row: one, or one of each column of numbers. The same cells always read the same. */
export type ReadRow = (cells: readonly string[], value?: ValueColumn) => CellRead;

function flatOf(columns: readonly NamedColumn[], cells: readonly string[]): Flat {
  const flat: Record<string, string> = {};
  for (const { name, col } of columns) {
    const text = cells[col] ?? '';
    if (text !== '') flat[name] = text;
  }
  return flat;
}

/** Our own columns need no more than their names. */
const isPlain = ({ columns, names, flags, missing, fixed, others, forecast_from }: TableMapping): boolean =>
  [columns, names, flags, missing, fixed, others, forecast_from].every(part => part === undefined);

export function rowReader(layout: TableLayout, mapping: TableMapping, isKnown: IsKnown): ReadRow {
  const { fields, value: valueCol } = layout;
  const says = (flat: Flat) => flat['value'] !== undefined || flat['says'] !== undefined || valueCol === undefined;
  if (isPlain(mapping))
    return cells => {
      const figure = flatOf(fields, cells);
      return says(figure) ? { kind: 'figure', figure } : { kind: 'empty', about: figure };
    };
  const asSaid = saying(mapping);
  const inWords = namedIn(mapping);
  const readFlags = flagReader(layout, mapping);
  const marks = new Set((mapping.missing ?? []).map(folded));
  return (cells, column) => {
    const raw = column
      ? { ...flatOf(fields, cells), ...column.said, ...textOf(cells[column.col]) }
      : flatOf(fields, cells);
    const named = inWords(raw);
    if ('ignored' in named) return { kind: 'ignored', name: named.ignored };
    const { flat } = named;
    const other = mapping.others && stranger(flat, isKnown);
    if (other !== undefined) return { kind: 'ignored', name: other };
    const text = flat['value'];
    const isNothing = text === undefined && !(column === undefined && says(flat));
    if (isNothing) return { kind: 'empty', about: flat };
    const read = readFlags(cells, typeof text === 'string' ? text : '');
    if ('problem' in read) return read;
    if (read.said === IGNORE) return { kind: 'ignored', name: String(text) };
    if (read.said === 'missing' || marks.has(folded(read.text))) return { kind: 'missing', about: flat };
    const figure = { ...flat, ...read.said };
    return { kind: 'figure', figure: asSaid(text === undefined ? figure : { ...figure, value: read.text }) };
  };
}

const textOf = (text: string | undefined): Flat => (text === undefined || text === '' ? {} : { value: text });

/** Our words for those of the table; what is left out by one of them is told by it. */
function namedIn({ names }: TableMapping) {
  const fields = Object.keys(names ?? {});
  return (raw: Flat): { readonly flat: Flat } | { readonly ignored: string } => {
    if (fields.length === 0) return { flat: raw };
    const flat = { ...raw };
    for (const field of fields) {
      const text = raw[field];
      const ours = typeof text === 'string' ? wordsOf(names, field).get(folded(text)) : undefined;
      if (ours === IGNORE) return { ignored: String(text) };
      if (ours === '') delete flat[field];
      else if (ours !== undefined) flat[field] = ours;
    }
    return { flat };
  };
}

/** What the plan does not have; a name that is near to one that it has is a slip, and told as one. */
function stranger(flat: Flat, isKnown: IsKnown): string | undefined {
  for (const field of ['indicator', 'measure', 'region'] as const) {
    const name = flat[field];
    if (typeof name === 'string' && isKnown(field, name) === 'other') return name;
  }
  return undefined;
}

/** What signs say: those behind the number, and those in columns of their own. */
function flagReader({ flags: columns }: TableLayout, mapping: TableMapping) {
  const { meaningOf, strip, allowed } = flagsIn(mapping);
  return (
    cells: readonly string[],
    value: string,
  ): Extract<CellRead, { kind: 'problem' }> | { readonly text: string; readonly said: FlagMeaning } => {
    let { text, said } = strip(value);
    for (const col of columns) {
      const sign = cells[col] ?? '';
      const meaning = sign === '' ? {} : meaningOf(sign);
      if (meaning === undefined)
        return {
          kind: 'problem',
          problem: { code: 'unknown-value', args: { text: sign, allowed, near: nearest(sign, allowed) } },
          col,
        };
      said = together(meaning, said);
    }
    return { text, said };
  };
}

/** What the mapping says of every figure, of those of its indicator, or of those of a day to come. */
function saying({ fixed = {}, forecast_from: from }: TableMapping): (figure: Flat) => Flat {
  const all = Object.entries(fixed);
  return figure => {
    const said: Record<string, unknown> = { ...figure };
    for (const [field, value] of all) {
      if (said[field] !== undefined || value === undefined) continue;
      const indicator = String(figure['indicator'] ?? '');
      const text = typeof value === 'string' ? value : Object.hasOwn(value, indicator) ? value[indicator] : undefined;
      if (text !== undefined) said[field] = text;
    }
    const { status = 'final' } = said;
    if (from !== undefined && (status === 'final' || status === 'provisional')) {
      const day = parseDay(String(said['as_of'] ?? ''));
      if (day.ok && day.value >= from) said['status'] = 'planned';
    }
    return said;
  };
}
