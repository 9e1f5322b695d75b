import { ABOVE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import type { FindName } from '../document/document.ts';
import type { Flat } from './columns.ts';
import { wordsOf } from './headings.ts';
import type { TableLayout, TellAt } from './layout.ts';

/** Fields that are taken for the plan's own where nothing is said: a blank cell below another one may mean either. */
const asked = ['region', 'unit'] as const;
type AskedField = (typeof asked)[number];

/**
 * Cells left blank below filled ones. A spreadsheet shows a name once for several rows, and what it is saved as has it in
 * the first one alone; others leave blank what is the plan's own. Nobody but the author knows, so that a mapping has to say
 * it: `above`, or what holds for all blank cells. Programs, which write our ids, leave blank what nothing was said of.
 */
export function blanksIn(
  { fields, isOfIds }: TableLayout,
  { fixed = {}, names }: TableMapping,
  { findName, head, tell }: { readonly findName: FindName; readonly head: Flat; readonly tell: TellAt },
) {
  const carried = Object.entries(fixed).flatMap(([field, said]) => (said === ABOVE ? [field] : []));
  const colOf = (field: string) => fields.find(({ name }) => name === field)?.col;
  const carriedCols = carried.flatMap(field => colOf(field) ?? []);
  const open = asked.flatMap(field => {
    const col = colOf(field);
    const isSaid = isOfIds || fixed[field] === ABOVE || head[field] !== undefined;
    return col === undefined || isSaid ? [] : [{ field, col }];
  });
  const above = new Map<number, string>();
  const told = new Set<string>();
  const tellOnce = (key: string, text: string | undefined, row: number): void => {
    if (told.size < told.add(key).size) tell({ code: 'left-blank', args: { key, above: text } }, row, colOf(key));
  };
  /** Whether a blank cell says the same, read either way. */
  const isOwn: Readonly<Record<AskedField, (text: string) => boolean>> = {
    region: text => {
      const found = findName('region', text);
      return typeof found !== 'string' && found.isOwn !== false;
    },
    unit: text => !isMultipleUnit(text),
  };
  return {
    /** The cells of a row in which a figure may stand, with those that are as above. */
    filled: (cells: readonly string[]): readonly string[] => {
      for (const { col } of open) if (cells[col]) above.set(col, cells[col]);
      if (carriedCols.length === 0) return cells;
      const all = [...cells];
      for (const col of carriedCols) {
        if (all[col]) above.set(col, all[col]);
        while (all.length <= col) all.push('');
        all[col] ||= above.get(col) ?? '';
      }
      return all;
    },
    /** Of every figure. */
    ask: (figure: Flat, row: number): void => {
      for (const { field, col } of open) {
        const text = figure[field] === undefined ? above.get(col) : undefined;
        const ours = text === undefined ? '' : (wordsOf(names, field).get(folded(text)) ?? text);
        if (text !== undefined && ours !== '' && !isOwn[field](ours)) tellOnce(field, text, row);
      }
      for (const field of carried) if (figure[field] === undefined) tellOnce(field, undefined, row);
    },
  };
}
