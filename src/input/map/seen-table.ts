import type { Plan } from '../../model/plan.ts';
import { OPEN, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { findName, findNameIn } from '../shape/figure-names.ts';
import type { Grid } from '../table/grid.ts';
import { headingsOf } from '../table/headings.ts';
import { fitsOf } from '../table/layout.ts';
import { apart } from './alike.ts';
import { type ColumnProposed, columnsProposed, dayIn } from './headings.ts';
import { withoutTwoWays } from './in-two-ways.ts';
import { columnsSeen, type TableShape } from './shape-of-table.ts';
import { daysProposed, isUnitIn } from './words-of-table.ts';
import { partOfYear } from './year-told.ts';

/** A table, as far as its shape and its plan tell what it holds. */
export interface SeenTable {
  readonly grid: Grid;
  readonly header: readonly number[];
  readonly plan: Plan;
  /** What its columns say, those of the preset first. */
  readonly columns: readonly Pick<ColumnProposed, 'col' | 'key' | 'value'>[];
  /** Of them those that no preset names. */
  readonly proposed: readonly ColumnProposed[];
  /** Columns of numbers. */
  readonly valueCols: readonly number[];
  /** Rows with a number, and those without one, which may name sections. */
  readonly filled: readonly number[];
  readonly bare: readonly number[];
  readonly days: readonly Proposed[];
  readonly headingOf: (col: number) => string;
}

/** What the columns are, and which rows hold their numbers. */
export function seenIn(
  grid: Grid,
  { header, rows }: TableShape,
  { plan, told, preset, title }: { plan: Plan; told: ToldOfTable; preset: TableMapping; title: Proposed },
): SeenTable {
  const isSaid = preset.columns ? fitsOf(preset) : () => [];
  const headings = headingsOf(grid, header);
  const isUnit = isUnitIn(plan);
  const seen = columnsSeen(
    grid,
    rows,
    headings.filter(({ text }) => isSaid(text).length === 0),
    isUnit,
  );
  const said = headings.flatMap(({ col, text }) =>
    isSaid(text)
      .slice(0, 1)
      .map(({ key, target }) => ({ col, key, value: target })),
  );
  const days = daysProposed(
    seen.map(({ heading }) => heading),
    title,
  );
  const names = { findName: findNameIn(plan), isUnit, hasRegions: plan.regions.length > 0 };
  const headingOf = (at: number): string => headings.find(({ col }) => col === at)?.text ?? '';
  const proposed = withoutTwoWays(
    apart(columnsProposed(seen, names, told.columns, days), seen),
    seen,
    preset,
    days,
  ).map(column => partOfYear(column, headingOf(column.col)));
  const columns = [...said, ...proposed];
  const valueCols = columns.flatMap(({ col, value }) => (value === 'value' || value === OPEN ? [col] : []));
  const hasValue = (row: number) => valueCols.some(col => (grid.rowAt(row)[col] ?? '') !== '');
  const filled = rows.filter(hasValue);
  const bare = rows.filter(row => !hasValue(row));
  return { grid, header, plan, columns, proposed, valueCols, filled, bare, days, headingOf };
}

export const colOf = ({ columns }: SeenTable, field: string): number | undefined =>
  columns.find(({ value }) => value === field)?.col;

/** What the cells of a column say, in rows with a number. */
export const textsOf = (seen: SeenTable, field: string): string[] =>
  textsIn(seen.grid, seen.filled, [colOf(seen, field)]);

export const textsIn = (grid: Grid, rows: readonly number[], cols: readonly (number | undefined)[]): string[] =>
  cols.flatMap(col =>
    col === undefined ? [] : rows.map(row => grid.rowAt(row)[col] ?? '').filter(text => text !== ''),
  );

/** Of words in a column that the plan does not know, what it knows by another cell of their row, if one thing only. */
export function namedBeside(seen: SeenTable, field: 'indicator' | 'region'): ReadonlyMap<string, string> {
  const { grid, plan, filled } = seen;
  const col = colOf(seen, field);
  const found = new Map<string, Set<string>>();
  for (const row of col === undefined ? [] : filled) {
    const cells = grid.rowAt(row);
    const ids = cells.flatMap((cell, at) => (at === col || cell === '' ? [] : idIn(plan, field, cell)));
    const word = (cells[col ?? -1] ?? '').replace(/\s+/g, ' ').trim();
    found.set(word, new Set([...(found.get(word) ?? []), ...ids]));
  }
  return new Map([...found].flatMap(([word, [only, other]]) => (only && !other ? [[word, only] as const] : [])));
}

const idIn = (plan: Plan, field: 'indicator' | 'region', text: string): readonly string[] => {
  const { ids } = findName(plan, field, text);
  return ids.length === 1 ? ids : [];
};

/** Names of indicators, each with the unit in its row. */
export const unitsBeside = (seen: SeenTable): (readonly [string, string])[] => {
  const name = colOf(seen, 'indicator');
  const unit = colOf(seen, 'unit');
  if (name === undefined || unit === undefined) return [];
  return seen.filled.flatMap(row => {
    const cells = seen.grid.rowAt(row);
    return cells[name] && cells[unit] ? [[cells[name], cells[unit]] as const] : [];
  });
};

/** Names of indicators or regions that headings hold. */
export const namesAcross = (columns: readonly ColumnProposed[], field: 'indicator' | 'region'): string[] =>
  columns.flatMap(({ key, reason }) => {
    const headings = 'headings' in reason.args ? reason.args.headings : [];
    if (key === `{${field}}`) return headings;
    if (key === `{${field}} {unit}`) return headings.map(text => text.slice(0, text.lastIndexOf(' ')));
    return key.includes(`{${field}}`) ? headings.map(text => withoutDay(text)) : [];
  });

function withoutDay(heading: string): string {
  const found = dayIn(heading);
  return found ? `${found.before}${found.after}`.trim() : heading;
}
