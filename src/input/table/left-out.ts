import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import type { FindName, PartOfTable } from '../document/document.ts';
import { saysTotal } from './blanks.ts';
import type { Flat } from './columns.ts';
import type { TableLayout, TellAt, ValueColumn } from './layout.ts';
import { type CellRead, type ReadRow, saying } from './records.ts';
import { addendIn, type OddSum, oddRests, oddSums, type SaidBesides, type SumGroup, type SumLeftOut } from './sums.ts';

/** What is called so is all that no named part has. */
const saysRest =
  /^(?:其[他它余](?:地区|[市县区]|[市区]县|单位)?|[省市县区](?:本级|直|属|直属)(?:单位|部门)?|未分(?:类|组|配|地区)?|不分地区|跨(?:区域|地区|市)?|others?|(?:the )?rest|remainder|unallocated|not (?:allocated|specified)|unspecified)$/i;

/** All of a region, by whatever name it has in a table. */
const saysAll = /^(?:全|本)(?:省|市|区|县|州|国|自治区)$/;

const isSumOrRest = (name: string): boolean => [saysTotal, saysRest, saysAll].some(form => form.test(folded(name)));

interface LeftOutGiven {
  readonly layout: TableLayout;
  readonly mapping: TableMapping;
  readonly findName: FindName;
  readonly readRow: ReadRow;
  readonly part: PartOfTable | undefined;
  readonly tell: TellAt;
}

/**
 * Sums and rests of regions that a mapping leaves out beside figures of parts. A sum that is not that of the rows that are
 * read shows that they are not all, or that they count something else; beside a rest they are not all by its own word. What
 * the plan adds up of its parts would then not be the whole. Where the whole is read itself, nothing has to be added up.
 */
export function leftOutIn({ layout, mapping, findName, readRow, part, tell }: LeftOutGiven) {
  const { values, value: onlyValue } = layout;
  const beside = sumsBeside(layout);
  if (beside.length === 0 && !mayLeaveOut(layout, mapping)) return undefined;
  const { groups, sums, rests, add, leave } = adding(layout, mapping, findName);
  const colOf = (value: ValueColumn | undefined): number => value?.col ?? onlyValue ?? 0;
  return {
    /** Every cell of a column of numbers. */
    see: (read: CellRead, cells: readonly string[], row: number, value: ValueColumn | undefined): void => {
      if (read.kind === 'ignored' && read.figure)
        leave(read.name, { figure: read.figure, value, row, col: colOf(value) });
      if (read.kind === 'missing' || read.kind === 'empty') add(read.about, row, value);
      if (read.kind !== 'figure') return;
      add(read.figure, row, value);
      if (value !== values[0]) return;
      for (const { text, col } of beside)
        leave(text, { figure: { ...read.figure, value: cells[col] ?? '' }, value, row, col });
    },
    /** A row beyond the end of the table. */
    outside: (cells: readonly string[], row: number): void => {
      for (const value of values.length > 0 ? values : [undefined]) {
        const read = readRow(cells, value);
        const region = read.kind === 'figure' ? read.figure['region'] : undefined;
        if (read.kind === 'figure' && typeof region === 'string')
          leave(region, { figure: read.figure, value, row, col: colOf(value) });
      }
    },
    /** Behind the last row. A piece of a table cannot tell what a sum is of, or whether the whole is told in another. */
    end: (): void => {
      if (part !== undefined) return;
      const all = [...groups.values()];
      const told = (code: 'sum-left-out' | 'rest-left-out') => (odd: OddSum) =>
        tell({ code, args: { name: odd.name, found: odd.number.nominal, sum: odd.sum } }, odd.row, odd.col);
      oddSums(sums, all).forEach(told('sum-left-out'));
      oddRests(rests, sums, all).forEach(told('rest-left-out'));
    },
  };
}

interface LeftAt {
  readonly figure: Flat;
  readonly value: ValueColumn | undefined;
  readonly row: number;
  readonly col: number;
}

/** Adds the parts up, and keeps what is left out beside them. */
function adding(layout: TableLayout, mapping: TableMapping, findName: FindName) {
  const saidOf = besidesOf(layout, mapping);
  const groups = new Map<string, SumGroup>();
  const sums: SumLeftOut[] = [];
  const rests: SumLeftOut[] = [];
  const levelOf = (region: unknown): number | undefined => {
    const found = typeof region === 'string' ? findName('region', region) : 'other';
    return typeof found === 'string' ? undefined : found.level;
  };
  const addsUp = (indicator: unknown): boolean => {
    const found = typeof indicator === 'string' ? findName('indicator', indicator) : 'other';
    return typeof found !== 'string' && found.addsUp === true;
  };
  const leave = (name: string, { figure, value, row, col }: LeftAt): void => {
    const number = isSumOrRest(name) || levelOf(name) === 0 ? addendIn(figure['value']) : undefined;
    if (number)
      (saysRest.test(folded(name)) ? rests : sums).push({ name, number, row, col, said: saidOf(figure, value) });
  };
  const add = (figure: Flat, row: number, value: ValueColumn | undefined): void => {
    const level = levelOf(figure['region']);
    const said = saidOf(figure, value);
    if (level === undefined || !addsUp(said['indicator'])) return;
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { said, parts: [], hasWhole: false, isOpen: false };
    groups.set(key, group);
    const number = addendIn(figure['value']);
    if (!number) group.isOpen = true;
    else if (level === 0) group.hasWhole = true;
    else group.parts.push({ ...number, level, row });
  };
  return { groups, sums, rests, add, leave };
}

const isAcross = ({ values }: TableLayout): boolean => values.some(({ said }) => said['region'] !== undefined);

/** Columns of sums and rests beside columns of regions. */
const sumsBeside = (layout: TableLayout): TableLayout['headings'] =>
  isAcross(layout) ? layout.headings.filter(({ text, col }) => layout.ignoredCols.has(col) && isSumOrRest(text)) : [];

const mayLeaveOut = (layout: TableLayout, { others, names, ends }: TableMapping): boolean =>
  (isAcross(layout) || layout.fields.some(({ name }) => name === 'region')) &&
  (others !== undefined || ends !== undefined || names?.['region'] !== undefined);

/** What has to be the same of numbers that are added. */
const ALIKE = ['indicator', 'measure', 'as_of', 'flow_from', 'flow_to', 'counts', 'status', 'scope', 'unit'] as const;

/** What a figure says beside its region and its number, and in which column. */
function besidesOf(layout: TableLayout, mapping: TableMapping) {
  const asSaid = saying(mapping);
  const isOfColumn = !isAcross(layout);
  return (figure: Flat, value: ValueColumn | undefined): SaidBesides => {
    const said = asSaid(figure);
    return Object.fromEntries([
      ...ALIKE.map(field => [field, said[field]] as const),
      ['column', isOfColumn ? value?.col : undefined],
    ]);
  };
}
