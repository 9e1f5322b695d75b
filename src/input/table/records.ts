import { ABOVE, DELETES, IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { behindName } from '../../values/behind-name.ts';
import { parseDay } from '../../values/day-notation.ts';
import { folded, foldedCase } from '../../values/fold.ts';
import type { BareProblem } from '../../values/problem.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import { type FindName, type NamedField, namedFields } from '../document/document.ts';
import { nearest } from '../document/nearest.ts';
import type { Flat } from './columns.ts';
import { type FlagMeaning, flagsIn, isFigure, together } from './flags.ts';
import { wordsOf } from './headings.ts';
import type { NamedColumn, TableLayout, ValueColumn } from './layout.ts';

/** What a cell of a column of numbers is. */
export type CellRead =
  | { readonly kind: 'figure'; readonly figure: Flat }
  | { readonly kind: 'empty' | 'missing'; readonly about: Flat }
  /** Left out by the name of its region, with what it would be of that. */
  | { readonly kind: 'ignored'; readonly name: string; readonly figure?: Flat }
  | { readonly kind: 'problem'; readonly problem: BareProblem; readonly col: number }
  /** An error is told of it with its sheet. */
  | { readonly kind: 'refused' };

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

export function rowReader(layout: TableLayout, mapping: TableMapping, findName: FindName): ReadRow {
  const { fields, value: valueCol } = layout;
  const says = (flat: Flat) => flat['value'] !== undefined || flat['says'] !== undefined || valueCol === undefined;
  if (isPlain(mapping) && layout.values.length === 0)
    return cells => {
      const figure = flatOf(fields, cells);
      return says(figure) ? { kind: 'figure', figure } : { kind: 'empty', about: figure };
    };
  const asSaid = saying(mapping);
  const inWords = namedIn(mapping, findName);
  const readFlags = flagReader(layout, mapping);
  const marks = new Set((mapping.missing ?? []).map(folded));
  return (cells, column) => {
    const raw = column
      ? { ...flatOf(fields, cells), ...column.said, ...textOf(cells[column.col]) }
      : flatOf(fields, cells);
    const named = inWords(raw);
    const { flat, ignored } = named;
    const text = flat['value'];
    if (ignored) return { kind: 'ignored', name: ignored.text, ...(ignored.field === 'region' && { figure: flat }) };
    const isNothing = text === undefined && !(column === undefined && says(flat));
    const read = readFlags(cells, typeof text === 'string' ? text : '', column?.col ?? valueCol ?? 0);
    if ('problem' in read && (!isNothing || read.problem.code === 'deleted-figure')) return read;
    if (isNothing || 'problem' in read) return { kind: 'empty', about: flat };
    if (read.said === IGNORE) return { kind: 'ignored', name: String(text) };
    // A number that a mapping says is none, such as -999: whoever reads the result must be able to see that it was there.
    if (read.said === 'missing' || marks.has(folded(read.text)))
      return isFigure(read.text) ? { kind: 'ignored', name: String(text) } : { kind: 'missing', about: flat };
    const figure = { ...flat, ...read.said };
    return { kind: 'figure', figure: asSaid(text === undefined ? figure : { ...figure, value: read.text }) };
  };
}

const textOf = (text: string | undefined): Flat => (text === undefined || text === '' ? {} : { value: text });

/** Our words for those of the table, and the ids of what the plan calls so; what is left out by one of them is told by it. */
function namedIn({ names, others }: TableMapping, findName: FindName) {
  const fields = [...new Set([...namedFields, ...Object.keys(names ?? {}).filter(field => field !== 'unit'), 'unit'])];
  return (raw: Flat) => {
    const flat = { ...raw };
    let ignored: { readonly field: string; readonly text: string } | undefined;
    for (const field of fields) {
      const text = flat[field];
      if (typeof text !== 'string') continue;
      const ours = wordsOf(names, field).get(folded(text));
      if (ours === IGNORE) {
        ignored ??= { field, text };
        continue;
      }
      if (ours === '') delete flat[field];
      else flat[field] = ours ?? text;
      if (ours === '' || !isNamed(field)) continue;
      const behind = field === 'indicator' && ours !== undefined ? multipleBehind(text) : undefined;
      const name = behind === undefined ? (ours ?? text) : `${ours} (${behind})`;
      const found = findName(field, name);
      // A name that is near to one that the plan has is a slip, and told as one.
      if (found === 'other' && others) ignored ??= { field, text };
      if (typeof found === 'string' || isOtherUnit(flat['unit'], found.unit)) flat[field] = name;
      else {
        flat[field] = found.id;
        if (found.unit !== undefined) flat['unit'] ??= found.unit;
      }
    }
    return { flat, ignored };
  };
}

const isNamed = (field: string): field is NamedField => (namedFields as readonly string[]).includes(field);

/** A unit in a column of its own that is not the one behind the name: told with the name. */
const isOtherUnit = (unit: unknown, behind: string | undefined): boolean =>
  unit !== undefined && behind !== undefined && foldedCase(String(unit)) !== foldedCase(behind);

/** `5G基站（万个）`, whatever the mapping calls it, is in 万个. */
function multipleBehind(name: string): string | undefined {
  const behind = behindName(name)?.behind;
  return behind !== undefined && isMultipleUnit(behind) ? behind : undefined;
}

/** What signs say: those behind the number, and those in columns of their own. */
function flagReader({ flags: columns }: TableLayout, mapping: TableMapping) {
  const { strip, inColumn } = flagsIn(mapping);
  const read = columns.map(({ col, heading }) => ({ col, ...inColumn(heading) }));
  return (cells: readonly string[], value: string, valueAt: number): FlagsRead => {
    let { text, said } = strip(value);
    for (const { col, meaningOf, allowed } of read) {
      const sign = cells[col] ?? '';
      const meaning = sign === '' ? {} : meaningOf(sign);
      if (meaning === undefined)
        return problemAt(col, { code: 'unknown-value', args: { text: sign, allowed, near: nearest(sign, allowed) } });
      if (meaning === DELETES) return problemAt(col, { code: 'deleted-figure', args: { sign } });
      said = together(meaning, said);
    }
    if (said === DELETES) return problemAt(valueAt, { code: 'deleted-figure', args: { sign: value } });
    return { text, said };
  };
}

type ProblemRead = Extract<CellRead, { kind: 'problem' }>;
type FlagsRead = ProblemRead | { readonly text: string; readonly said: Exclude<FlagMeaning, typeof DELETES> };

const problemAt = (col: number, problem: BareProblem): ProblemRead => ({ kind: 'problem', problem, col });

/** What the mapping says of every figure, of those of its indicator, or of those of a day to come. */
export function saying({ fixed = {}, forecast_from: from }: TableMapping): (figure: Flat) => Flat {
  const all = Object.entries(fixed);
  return figure => {
    const said: Record<string, unknown> = { ...figure };
    for (const [field, value] of all) {
      if (said[field] !== undefined || value === undefined || value === ABOVE) continue;
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
