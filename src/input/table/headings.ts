import { type HeadingPart, parseHeadingKey } from '../../model/heading-key.ts';
import { datings, statuses } from '../../model/report.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { parseDay } from '../../values/day-notation.ts';
import { folded } from '../../values/fold.ts';
import type { Flat } from './columns.ts';
import type { Area, Grid } from './grid.ts';

/** What stands above a column, in one row or in several. */
export interface Heading {
  readonly col: number;
  readonly text: string;
  /** The row in which it stands, the last one of several. */
  readonly row: number;
}

/** The headings of a table; one that is merged holds for all its columns, several above each other are one. */
export function headingsOf({ rowAt, merged = [] }: Pick<Grid, 'rowAt' | 'merged'>, rows: readonly number[]): Heading[] {
  const texts = rows.map(row => ({ row, cells: withMerged(rowAt(row), row, merged) }));
  const count = Math.max(0, ...texts.map(({ cells }) => cells.length));
  const headings: Heading[] = [];
  for (let col = 0; col < count; col++) {
    const filled = texts.filter(({ cells }) => (cells[col] ?? '') !== '');
    const last = filled.at(-1);
    if (last) headings.push({ col, row: last.row, text: filled.map(({ cells }) => cells[col]).join(' ') });
  }
  return headings;
}

function withMerged(cells: readonly string[], row: number, merged: readonly Area[]): readonly string[] {
  const filled = [...cells];
  for (const area of merged) {
    if (area.row !== row || area.endCol === area.col) continue;
    while (filled.length <= area.endCol) filled.push('');
    filled.fill(filled[area.col] ?? '', area.col, area.endCol + 1);
  }
  return filled;
}

/** A key of `columns` that a heading fits, and what it reads from it. */
export interface Fit {
  readonly key: string;
  readonly target: string;
  readonly said: Flat;
}

/** How headings are held against the keys of a mapping. */
export function headingMatcher({ columns = {}, names = {} }: TableMapping): (heading: string) => readonly Fit[] {
  const literals = new Map<string, Fit>();
  const patterns: { readonly key: string; readonly target: string; readonly parts: readonly HeadingPart[] }[] = [];
  for (const [key, target] of Object.entries(columns)) {
    const parts = parseHeadingKey(key).parts.map(part => (typeof part === 'string' ? foldedPart(part) : part));
    if (parts.every(part => typeof part === 'string')) literals.set(parts.join('').trim(), { key, target, said: {} });
    else patterns.push({ key, target, parts });
  }
  const isWord = (field: string, text: string) => wordsOf(names, field).has(text) || mayBe(field, text);
  return heading => {
    const text = folded(heading);
    const literal = literals.get(text);
    if (literal) return [literal];
    return patterns.flatMap(({ key, target, parts }) =>
      readingsOf(text, parts, isWord).map(said => ({ key, target, said })),
    );
  };
}

/** Blanks at the edges of a part count: they part it from the field beside it. */
const foldedPart = (part: string): string => part.normalize('NFKC').replace(/\s+/g, ' ');

const wordsCache = new WeakMap<object, ReadonlyMap<string, string>>();

/** What a mapping says of the words in a field, whatever their width. */
export function wordsOf(names: TableMapping['names'], field: string): ReadonlyMap<string, string> {
  const given = names?.[field];
  if (!given) return NONE;
  const found = wordsCache.get(given) ?? new Map(Object.entries(given).map(([word, ours]) => [folded(word), ours]));
  wordsCache.set(given, found);
  return found;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** So that `2025年目标` is never the figure of 2025: what is read as a day is one. */
function mayBe(field: string, text: string): boolean {
  if (['as_of', 'published', 'flow_from', 'flow_to'].includes(field)) return parseDay(text).ok;
  if (field === 'status') return (statuses as readonly string[]).includes(text);
  if (field === 'dated') return (datings as readonly string[]).includes(text);
  return true;
}

/** No heading that somebody reads is longer. */
const LONGEST = 200;

/** In which ways a heading is made of the parts of a key: none, one, or two, which is as bad as more. */
function readingsOf(
  text: string,
  parts: readonly HeadingPart[],
  fits: (field: string, text: string) => boolean,
): readonly Flat[] {
  if (text.length > LONGEST) return [];
  const readings = new Map<number, readonly Flat[]>();
  const from = (part: number, at: number): readonly Flat[] => {
    const key = part * (LONGEST + 1) + at;
    const found = readings.get(key) ?? read(part, at);
    readings.set(key, found);
    return found;
  };
  /** Where a field may end, from a place on: before the text that follows it, or with the heading. */
  const endOf = (at: number, next: HeadingPart | undefined): number => {
    if (at > text.length) return -1;
    if (next === undefined) return text.length;
    return typeof next === 'string' ? text.indexOf(next, at) : at;
  };
  const read = (index: number, at: number): readonly Flat[] => {
    const part = parts[index];
    if (part === undefined) return at === text.length ? [{}] : [];
    if (typeof part === 'string') return text.startsWith(part, at) ? from(index + 1, at + part.length) : [];
    const ways: Flat[] = [];
    // What follows is asked first: it is known of each place once, and most places have nothing to follow.
    const next = parts[index + 1];
    for (let end = endOf(at + 1, next); end !== -1 && ways.length < 2; end = endOf(end + 1, next)) {
      const rest = from(index + 1, end);
      const said = rest.length > 0 ? text.slice(at, end).trim() : '';
      if (said === '' || !fits(part.field, said)) continue;
      for (const way of rest) if (ways.length < 2) ways.push({ [part.field]: said, ...way });
    }
    return distinct(ways);
  };
  return from(0, 0);
}

/** Two ways that read the same are one: blanks between parts belong to nobody. */
const distinct = (ways: readonly Flat[]): readonly Flat[] =>
  ways.length === 2 && JSON.stringify(ways[0]) === JSON.stringify(ways[1]) ? ways.slice(1) : ways;
