import { utils, write } from '@e965/xlsx';
import fc, { type Arbitrary } from 'fast-check';

/*
 * Tables as offices send them, with what each of their cells has to become. What is drawn is known beforehand; nothing here
 * asks the reader.
 */

export type CellClass = 'figures' | 'missing' | 'ignored' | 'notes' | 'problems';

/** A cell of numbers: what stands in it, and what that is by itself. */
interface Written {
  readonly text: string;
  readonly is: 'number' | 'mark' | 'number that is none' | 'junk';
  readonly sign?: 'p' | 'c' | 'x';
  readonly isMultiple?: boolean;
  /** In a workbook only. */
  readonly as?: 'error' | 'formula' | 'unseen';
}

const number = (text: string, more: Partial<Written> = {}): Written => ({ text, is: 'number', ...more });
const junk = (text: string): Written => ({ text, is: 'junk' });
const BLANKS = ['', '', '', ' ', '\u3000', '\u00a0'];

const written: Arbitrary<Written> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('60', '7', '0', '1,200', '约 20', '>5', '6.5', '１２', '1.5e3')
      .map(text => number(text)),
  },
  { weight: 1, arbitrary: fc.constantFrom('9.3万', '2千').map(text => number(text, { isMultiple: true })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Written>(
      number('60 p', { sign: 'p' }),
      number('60 x', { sign: 'x' }),
      number('60 c', { sign: 'c' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Written>(
      { text: '…', is: 'mark' },
      { text: '-', is: 'mark' },
      { text: '- p', is: 'mark', sign: 'p' },
    ),
  },
  { weight: 1, arbitrary: fc.constant<Written>({ text: '-999', is: 'number that is none' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('about', '5.5.5', '60 q', '#', '12/31/2023', 'true', '\u200b', '5%%', '1.234,5', '十几')
      .map(junk),
  },
  { weight: 4, arbitrary: fc.constantFrom(...BLANKS).map(junk) },
);
const inWorkbook: Arbitrary<Written> = fc.oneof(
  { weight: 12, arbitrary: written },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Written>(
      { ...number('8'), as: 'error' },
      { ...number('8'), as: 'formula' },
      { ...number('8'), as: 'unseen' },
    ),
  },
);

type Kind = 'indicator' | 'region' | 'as_of' | 'unit' | 'flag' | 'ignore' | 'note' | 'value';

interface Column {
  readonly kind: Kind;
  /** From the first row of names to the last. */
  readonly heading: readonly string[];
  /** The indicator that a heading names. */
  readonly indicator?: string;
}

const OURS = '道路';
const KNOWN = ['roads', 'ROADS', OURS, 'bridges', '长桥'];
const LEFT_OUT = '其他';
const OTHER = ['rails', 'Notes 1', 'name'];
const NEAR = 'road';

/** What stands in a column beside the numbers. */
const texts: Readonly<Record<Exclude<Kind, 'value'>, readonly string[]>> = {
  indicator: [...KNOWN, ...KNOWN, LEFT_OUT, ...OTHER, NEAR, '', ' '],
  region: ['here', 'there', 'here', ''],
  as_of: ['2021', '2022', '2023-06-30', '2023年底', '', '31/12'],
  unit: ['', '', 'km', '千km', 'mile'],
  flag: ['', '', '', 'p', 'c', 'x', 'z'],
  ignore: ['', '1', '2', 'x'],
  note: ['', 'said by phone', 'Note: revised by hand'],
};

interface Layout {
  readonly columns: readonly Column[];
  readonly mapping: Readonly<Record<string, unknown>> | undefined;
  /** Whether a row above may be taken for the one that names the columns. */
  readonly needsHeader?: boolean;
}

const one = (kind: Kind, heading: string, more: Partial<Column> = {}): Column => ({
  kind,
  heading: [heading],
  ...more,
});
const EXTRAS = [one('unit', 'Einheit'), one('flag', 'sign'), one('ignore', 'no.'), one('note', 'remark')];
const extraKeys = { Einheit: 'unit', sign: 'flag', 'no.': 'ignore', remark: 'note' };
const names = { indicator: { [OURS]: 'roads', [LEFT_OUT]: 'ignore' } };
const marks = {
  missing: ['…', '-', '-999'],
  flags: { p: { status: 'provisional' }, c: 'missing', x: 'ignore' },
  names,
};

const extras = fc.subarray(EXTRAS);
const layouts: Arbitrary<Layout> = fc.oneof(
  fc.tuple(fc.subarray(['2020', '2021', '2022年'], { minLength: 1 }), extras).map(([years, more]) => ({
    columns: [one('indicator', 'Item'), ...years.map(year => one('value', year)), ...more],
    mapping: { ...marks, columns: { Item: 'indicator', '{as_of}': 'value', ...extraKeys } },
  })),
  fc.tuple(fc.subarray(['roads', '长桥', LEFT_OUT], { minLength: 1 }), extras).map(([across, more]) => ({
    columns: [one('as_of', 'Day'), ...across.map(each => one('value', each, { indicator: each })), ...more],
    mapping: { ...marks, columns: { Day: 'as_of', '{indicator}': 'value', ...extraKeys } },
    needsHeader: true,
  })),
  fc.subarray(['2021', '2022'], { minLength: 1 }).map(
    (years): Layout => ({
      columns: [
        { kind: 'region' as const, heading: ['', 'Place'] },
        ...['roads', 'bridges'].flatMap(indicator =>
          years.map((year): Column => ({ kind: 'value', heading: [indicator, year], indicator })),
        ),
      ],
      mapping: { ...marks, columns: { Place: 'region', '{indicator} {as_of}': 'value' } },
      needsHeader: true,
    }),
  ),
  extras.map(more => ({
    columns: [one('indicator', 'Item'), one('as_of', 'Day'), one('value', 'Figure'), ...more],
    mapping: { ...marks, columns: { Item: 'indicator', Day: 'as_of', Figure: 'value', ...extraKeys } },
  })),
  fc.subarray([one('unit', 'unit'), one('note', 'note')]).map(more => ({
    columns: [one('indicator', '指标'), one('as_of', 'as_of'), one('value', 'value'), ...more],
    mapping: undefined,
  })),
);

export interface DrawnTable {
  readonly columns: readonly Column[];
  readonly mapping: Readonly<Record<string, unknown>> | undefined;
  /** Rows above those that name the columns. */
  readonly above: number;
  readonly cells: readonly (readonly Written[])[];
  /** Cells shown as one: from a cell over so many rows. */
  readonly merged: readonly { readonly row: number; readonly col: number; readonly rows: number }[];
}

const ABOVE = ['', '', 'Table 1: roads', '单位：km', '7', '1,234'];

export const anyTable = (isWorkbook: boolean): Arbitrary<DrawnTable> =>
  layouts
    .chain(layout => fc.record({ layout: fc.constant(layout), columns: shuffled(layout.columns) }))
    .chain(({ layout, columns }) =>
      fc.record({
        layout: fc.constant(layout),
        columns: fc.constant(columns),
        above: layout.mapping
          ? fc.array(
              rowOf(columns, () => fc.constantFrom(...ABOVE).map(junk)),
              { maxLength: 2 },
            )
          : fc.constant([]),
        body: fc.array(
          fc.oneof(
            { weight: 8, arbitrary: rowOf(columns, ({ kind }) => cellOf(kind, isWorkbook)) },
            { weight: 1, arbitrary: fc.constant(columns.map(() => junk(''))) },
          ),
          { maxLength: 8 },
        ),
        hasEnd: fc.boolean(),
        hasOthers: fc.boolean(),
        saysHeader: fc.boolean(),
        merged: isWorkbook
          ? fc.array(
              fc.record({ row: fc.nat(6), col: fc.nat(columns.length - 1), rows: fc.integer({ min: 2, max: 3 }) }),
              { maxLength: 2 },
            )
          : fc.constant<{ row: number; col: number; rows: number }[]>([]),
      }),
    )
    .map(({ layout, columns, above, body, hasEnd, hasOthers, saysHeader, merged }) => {
      const depth = columns[0]?.heading.length ?? 1;
      const header = Array.from({ length: depth }, (_, index) =>
        columns.map(({ heading }) => junk(heading[index] ?? '')),
      );
      const first = above.length + depth;
      const rows = Array.from({ length: depth }, (_, index) => String(above.length + index + 1));
      return {
        columns,
        above: above.length,
        cells: [...above, ...header, ...body],
        merged: apart(merged.map(each => ({ ...each, row: each.row + first }))),
        mapping: layout.mapping && {
          ...layout.mapping,
          fixed: { published: '2024-02-06' },
          ...(hasEnd && { ends: 'Note*' }),
          ...(hasOthers && { others: 'ignore' }),
          ...((saysHeader || layout.needsHeader) && { header: rows }),
        },
      };
    });

const shuffled = <T>(all: readonly T[]): Arbitrary<T[]> => fc.shuffledSubarray([...all], { minLength: all.length });

const rowOf = (columns: readonly Column[], cell: (column: Column) => Arbitrary<Written>): Arbitrary<Written[]> =>
  fc.tuple(...columns.map(cell));

const cellOf = (kind: Kind, isWorkbook: boolean): Arbitrary<Written> =>
  kind === 'value' ? (isWorkbook ? inWorkbook : written) : fc.constantFrom(...texts[kind]).map(junk);

/** Areas of which no two share a cell. */
const apart = (areas: DrawnTable['merged']): DrawnTable['merged'] =>
  areas.filter(
    (a, index) => !areas.slice(0, index).some(b => a.col === b.col && a.row < b.row + b.rows && b.row < a.row + a.rows),
  );

export interface ClassedCell {
  readonly row: number;
  readonly col: number;
  readonly is: CellClass;
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** Every cell of a column of numbers that is not empty, but for the names of the columns. */
export function classesIn(table: DrawnTable): ClassedCell[] {
  const { columns, cells, above, mapping, merged } = table;
  const depth = columns[0]?.heading.length ?? 1;
  const shown = cells.map((row, at) => row.map((cell, col) => textAt(table, cell, at, col)));
  const end =
    mapping?.['ends'] === undefined
      ? -1
      : shown.findIndex(
          (row, at) => at >= above + depth && (row.find(text => !isBlank(text)) ?? '').startsWith('Note'),
        );
  return cells.flatMap((row, at) =>
    row.flatMap((cell, col): ClassedCell[] => {
      const isNumber = columns[col]?.kind === 'value';
      const isHeader = at >= above && at < above + depth;
      if (!isNumber || isHeader || isBlank(cell.text)) return [];
      const isIn = (area: DrawnTable['merged'][number]) =>
        area.col === col && at >= area.row && at < area.row + area.rows;
      const area = merged.find(isIn);
      if (cell.as !== undefined || (area && at > area.row)) return [{ row: at, col, is: 'problems' }];
      if (at < above || (end !== -1 && at >= end)) return [{ row: at, col, is: 'notes' }];
      return [{ row: at, col, is: area ? 'problems' : classOf(table, shown[at] ?? [], cell, col) }];
    }),
  );
}

/** A name that is merged over rows holds for all of them; an error, and a formula without a result, is no text. */
function textAt({ merged, cells, columns }: DrawnTable, { text, as }: Written, row: number, col: number): string {
  if (as === 'error' || as === 'formula') return '';
  if (columns[col]?.kind === 'value') return text;
  const area = merged.find(each => each.col === col && row > each.row && row < each.row + each.rows);
  const first = (area && cells[area.row]?.[col]?.text) ?? '';
  return isBlank(first) ? text : first;
}

function classOf({ columns, mapping }: DrawnTable, row: readonly string[], cell: Written, col: number): CellClass {
  const said = (kind: Kind): string => (row[columns.findIndex(each => each.kind === kind)] ?? '').trim();
  const name = columns[col]?.indicator ?? said('indicator');
  // A word that a mapping explains, and a number that it says is none, are nothing else without it.
  if (!mapping)
    return isFigure(cell, name, columns, said) && cell.sign === undefined && name !== OURS ? 'figures' : 'problems';
  if (name === LEFT_OUT || (OTHER.includes(name) && mapping['others'] !== undefined)) return 'ignored';
  const flag = said('flag');
  if (flag === 'z') return 'problems';
  const sign = ['c', 'x'].includes(flag) ? flag : cell.sign;
  const isNone = sign === 'c' || cell.is === 'mark' || cell.is === 'number that is none';
  if (sign === 'x' || (isNone && cell.is.startsWith('number'))) return 'ignored';
  return isNone ? 'missing' : isFigure(cell, name, columns, said) ? 'figures' : 'problems';
}

function isFigure(cell: Written, name: string, columns: readonly Column[], said: (kind: Kind) => string): boolean {
  const unit = said('unit');
  const isInUnit = unit === '' || unit === 'km' || (unit === '千km' && cell.isMultiple !== true);
  const hasDay = !columns.some(({ kind }) => kind === 'as_of') || !['', '31/12'].includes(said('as_of'));
  return cell.is.startsWith('number') && KNOWN.includes(name) && isInUnit && hasDay;
}

export const csvOf = ({ cells }: DrawnTable, delimiter: string): string =>
  cells.map(row => row.map(({ text }) => (/[",;\t]/.test(text) ? `"${text}"` : text)).join(delimiter)).join('\n');

export function workbookOf({ cells, merged }: DrawnTable): Uint8Array {
  const made = utils.aoa_to_sheet(
    cells.map(row => row.map(({ text }) => (text === '' ? null : /^\d+(\.\d+)?$/.test(text) ? Number(text) : text))),
  );
  for (const [row, line] of cells.entries())
    for (const [col, { as }] of line.entries()) {
      const place = utils.encode_cell({ r: row, c: col });
      if (as === 'error') made[place] = { t: 'e', v: 7 };
      if (as === 'formula') made[place] = { t: 'z', f: 'A1+1' };
      if (as === 'unseen') made[place] = { t: 'n', v: 8, z: ';;;' };
    }
  made['!merges'] = merged.map(({ row, col, rows }) => ({ s: { r: row, c: col }, e: { r: row + rows - 1, c: col } }));
  const book = utils.book_new();
  utils.book_append_sheet(book, made, '表1');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
}
