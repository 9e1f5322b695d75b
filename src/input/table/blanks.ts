import { ABOVE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import type { FindName, PartOfTable } from '../document/document.ts';
import { blankUnits } from './blank-units.ts';
import type { Flat } from './columns.ts';
import { wordsOf } from './headings.ts';
import type { TableLayout, TellAt } from './layout.ts';

/** Fields that are taken for the plan's own where nothing is said: a blank cell below another one may mean either. */
const asked = ['region', 'unit'] as const;
type AskedField = (typeof asked)[number];

/** What a row is called that adds others up. */
export const saysTotal = /^(?:合计|总计|小计|全[省市](?:合计|总计)|(?:sub)?total|sum)$/i;

interface BlanksGiven {
  readonly findName: FindName;
  readonly head: Flat;
  readonly part: PartOfTable | undefined;
  readonly tell: TellAt;
}

/**
 * Cells left blank below filled ones. A spreadsheet shows a name once for several rows, and what it is saved as has it in
 * the first one alone; others leave blank what is the plan's own. Nobody but the author knows, so that a mapping has to say
 * it: `above`, or what holds for all blank cells. Programs, which write our ids, leave blank what nothing was said of, but
 * they name a region in each of its rows: under our ids it is asked where every name stands once, with blank cells below.
 * A piece of a table is asked by itself; of a half the whole was.
 */
export function blanksIn(
  { fields, isOfIds }: TableLayout,
  { fixed = {}, names }: TableMapping,
  { findName, head, part, tell }: BlanksGiven,
) {
  const carried = Object.entries(fixed).flatMap(([field, said]) => (said === ABOVE ? [field] : []));
  const colOf = (field: string) => fields.find(({ name }) => name === field)?.col;
  const carriedCols = carried.flatMap(field => colOf(field) ?? []);
  const isTotal = totalBeside(new Set(fields.map(({ col }) => col)));
  let open = asked.flatMap(field => {
    const col = colOf(field);
    const isSaid = fixed[field] === ABOVE || head[field] !== undefined || (isOfIds && part === 'half');
    return col === undefined || isSaid ? [] : [{ field, col, stands: isOfIds ? onceEachAbove(part) : ANYHOW }];
  });
  const above = new Map<number, string>();
  const told = new Set<string>();
  const doubtful = new Map<string, () => void>();
  const tellOnce = (key: string, row: number, { above, elsewhere }: { above?: string; elsewhere?: string } = {}) => {
    if (told.size < told.add(key).size) tell({ code: 'left-blank', args: { key, above, elsewhere } }, row, colOf(key));
  };
  const units = blankUnits(findName);
  const ours = (field: AskedField, text: string) => wordsOf(names, field).get(folded(text)) ?? text;
  const isOwn = { unit: units.isOwn, region: (_: Flat, text: string) => isOwnRegion(text, findName) };
  return {
    /** The cells of a row in which a figure may stand, with those that are as above. */
    filled: (cells: readonly string[]): readonly string[] => {
      for (const { col, stands } of open) if (stands.see(cells[col] ?? '')) above.set(col, cells[col] ?? '');
      if (open.some(isSettled)) open = open.filter(each => !isSettled(each));
      return carriedCols.length === 0 || isTotal(cells) ? cells : filledFrom(above, cells, carriedCols);
    },
    /** Of every figure. */
    ask: (figure: Flat, row: number): void => {
      for (const { field, col } of open) {
        const text = above.get(col);
        if (field === 'unit' && !isOfIds) units.hear(figure, text === undefined ? text : ours(field, text), row);
        if (figure[field] !== undefined || doubtful.has(field) || text === undefined) continue;
        if (!isOwn[field](figure, ours(field, text))) doubtful.set(field, () => tellOnce(field, row, { above: text }));
      }
      for (const field of carried) if (figure[field] === undefined) tellOnce(field, row);
    },
    /** Behind the last row. */
    end: (): void => {
      for (const { field, stands } of open) if (!stands.isRepeated(true)) doubtful.get(field)?.();
      const unit = units.found();
      if (unit) tellOnce('unit', unit.row, { elsewhere: unit.elsewhere });
    },
  };
}

/** In a column that nobody reads 合计 says that the row is about all of those above, and not about the last of them. */
const totalBeside =
  (readCols: ReadonlySet<number>) =>
  (cells: readonly string[]): boolean =>
    cells.some((text, col) => !readCols.has(col) && saysTotal.test(folded(text)));

/** A name that stands twice stays so: nothing below it can be asked. */
const isSettled = ({ stands }: { readonly stands: typeof ANYHOW }): boolean => stands.isRepeated();

function filledFrom(above: Map<number, string>, cells: readonly string[], cols: readonly number[]): readonly string[] {
  const all = [...cells];
  for (const col of cols) {
    if (all[col]) above.set(col, all[col]);
    while (all.length <= col) all.push('');
    all[col] ||= above.get(col) ?? '';
  }
  return all;
}

/** Under headings in words it does not matter how names stand. */
const ANYHOW = { see: (text: string) => text !== '', isRepeated: () => false };

/** Whether a blank cell below a region says the same, read either way. */
function isOwnRegion(ours: string, findName: FindName): boolean {
  if (ours === '') return true;
  const found = findName('region', ours);
  return typeof found !== 'string' && found.isOwn !== false;
}

/** Whether the names of a column stand as a spreadsheet shows merged cells: from the top on, each once, with blank cells below. */
function onceEachAbove(part: PartOfTable | undefined) {
  const names = new Set<string>();
  let isRepeated = false;
  let isName = false;
  return {
    /** Whether it is a name that may be meant by blank cells below. */
    see: (text: string): boolean => {
      if (isRepeated) return false;
      const wasName = isName;
      isName = text !== '';
      isRepeated = isName ? wasName || names.has(text) : names.size === 0 && part !== 'later';
      names.add(text);
      return isName && !isRepeated;
    },
    /** Whether they do not, as far as was seen; at the end of the table blank cells stand below the last one, too. */
    isRepeated: (isEnd = false): boolean => isRepeated || (isEnd && isName && part === undefined),
  };
}
