import { OPEN, type Proposed } from '../../model/proposal.ts';
import { behindName } from '../../values/behind-name.ts';
import { parseDay } from '../../values/day-notation.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import type { Grid } from '../table/grid.ts';
import { aboveIn, type FieldAbove } from './vocabulary.ts';
import type { UnitPower } from './words-of-table.ts';

/** What stands above the names of the columns: fields of all figures, and the texts that are none. */
export function aboveTable(
  { rowAt }: Grid,
  header: number,
  powerOf: UnitPower,
): { readonly fixed: readonly Proposed[]; readonly texts: readonly string[] } {
  const fixed = new Map<string, Proposed>();
  const texts: string[] = [];
  for (let row = 0; row < header; row++) {
    for (const cell of partsOf(rowAt(row))) {
      const named = aboveIn(cell);
      if (!named) texts.push(cell);
      const above = named ?? unitOfTitle(cell, powerOf);
      if (!above) continue;
      if (above.field === 'unit' && isOneEach(above.text, powerOf)) continue;
      else if (!fixed.has(above.field) && fits(above.field, above.text))
        fixed.set(above.field, {
          key: above.field,
          value: above.field === 'unit' && powerOf(above.text) === undefined ? OPEN : above.text,
          reason: { code: 'above-the-table', args: { text: cell } },
        });
    }
  }
  return { fixed: [...fixed.values()], texts };
}

/** `全省5G基站数（万个）`: the unit of all numbers below, or a multiple of one that the plan does not know. */
function unitOfTitle(cell: string, powerOf: UnitPower): FieldAbove | undefined {
  const text = behindName(cell)?.behind;
  return text !== undefined && (powerOf(text) !== undefined || isMultipleUnit(text))
    ? { field: 'unit', text }
    : undefined;
}

/** `单位：亿元、%`: the indicators' own units, and so nothing that their numbers do not say. */
const isOneEach = (text: string, powerOf: UnitPower): boolean => {
  const units = text.split(/[、,，;；]/);
  return units.length > 1 && units.every(unit => powerOf(unit.trim()) === 0);
};

/** A name and its text may stand in two cells, the first one of which ends in a colon, or in one cell for several fields. */
function partsOf(cells: readonly string[]): string[] {
  const filled = cells.filter(cell => cell !== '');
  const joined: string[] = [];
  for (const cell of filled) {
    const before = joined.at(-1);
    if (before !== undefined && /[:：]\s*$/.test(before)) joined[joined.length - 1] = `${before}${cell}`;
    else joined.push(...cell.split(/\s{2,}(?=\S+[:：])/));
  }
  return joined;
}

const fits = (field: string, text: string): boolean => !['published', 'as_of'].includes(field) || parseDay(text).ok;

/** Days as titles have them; a span of years is none. */
const DAYS =
  /(?<![\d—–~～-])(?:19|20)\d\d(?![\d—–~～-])(?:年(?:\d{1,2}月(?:\d{1,2}日|份|底|末)?|第?[一二三四1-4]季度|[上下]半年|底|末|度)?)?/g;

/** The day of figures where no column has one: the one day of a title, or nobody knows. */
export function dayOfTitle(texts: readonly string[]): Proposed {
  // Several cells that are nothing but days stand above columns, each above its own.
  const bare = new Set(texts.filter(text => parseDay(text).ok));
  for (const text of texts) {
    if (bare.size > 1 && bare.has(text)) continue;
    const days = [...new Set(text.match(DAYS) ?? [])].filter(day => parseDay(day).ok);
    if (days.length === 1 && days[0] !== undefined)
      return { key: 'as_of', value: days[0], reason: { code: 'in-the-title', args: { text } } };
  }
  return { key: 'as_of', value: OPEN, reason: { code: 'no-day', args: {} } };
}
