import type { Plan } from '../../model/plan.ts';
import { OPEN, type Proposal, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { parseDay } from '../../values/day-notation.ts';
import { findName, findNameIn } from '../shape/figure-names.ts';
import { flagsIn } from '../table/flags.ts';
import { foreignHeader } from '../table/foreign.ts';
import type { Grid } from '../table/grid.ts';
import { headingsOf } from '../table/headings.ts';
import { fitsOf } from '../table/layout.ts';
import { unpacked } from '../table/packed.ts';
import { aboveTable, dayOfTitle } from './above-table.ts';
import { apart } from './alike.ts';
import { blanksProposed, decimalProposed, flagsProposed } from './cells.ts';
import { type ColumnProposed, columnsProposed, dayIn, joinColumns } from './headings.ts';
import { columnsSeen, type IsUnit, shapeOf, type TableShape } from './shape-of-table.ts';
import { isMissingMark, noteStart } from './vocabulary.ts';
import {
  daysProposed,
  definitionsWanted,
  namesProposed,
  regionOfTitle,
  TOLD,
  unitPower,
  unitsProposed,
} from './words-of-table.ts';

export interface MapRequest {
  readonly file: string;
  readonly plan: Plan;
  readonly told: ToldOfTable;
  /** Mappings that ship, by the kind of table that they are for. */
  readonly presets: Readonly<Record<string, TableMapping>>;
}

/** The mapping that a table would take; undefined where nothing in it looks like a table of figures. */
export function propose(given: Grid, request: MapRequest): Proposal | undefined {
  const foreign = foreignHeader(given);
  const preset = foreign && foreign.looks !== 'periods-across' ? request.presets[foreign.looks] : undefined;
  if (!foreign || !preset) {
    const shape = shapeOf(given, isUnitIn(request.plan));
    return shape && ofTable(given, shape, request);
  }
  const grid = preset.packed === undefined ? given : unpacked(given, preset.packed);
  const rows = Array.from({ length: grid.count - foreign.row - 1 }, (_, index) => foreign.row + 1 + index);
  const proposal = ofTable(grid, { header: [foreign.row], rows, noteRow: undefined }, request, preset);
  return {
    ...proposal,
    header: [],
    preset: { key: 'preset', value: foreign.looks, reason: { code: 'looks-like', args: {} } },
  };
}

const isKnownSign = (preset: TableMapping): ((sign: string) => boolean) => {
  const { meaningOf } = flagsIn(preset);
  return sign => meaningOf(sign) !== undefined;
};

const isUnitIn = (plan: Plan): IsUnit => {
  const powerOf = unitPower(plan);
  return text => powerOf(text) !== undefined;
};

function ofTable(
  grid: Grid,
  { header, rows, noteRow }: TableShape,
  { file, plan, told }: MapRequest,
  preset: TableMapping = {},
): Proposal {
  const isSaid = preset.columns ? fitsOf(preset) : () => [];
  const findHere = findNameIn(plan);
  const headings = headingsOf(grid, header);
  const unsaid = headings.filter(({ text }) => isSaid(text).length === 0);
  const isUnit = isUnitIn(plan);
  const columns = columnsSeen(grid, rows, unsaid, isUnit);
  const said = headings.flatMap(({ col, text }) =>
    isSaid(text)
      .slice(0, 1)
      .map(({ key, target }) => ({ col, key, value: target })),
  );
  const powerOf = unitPower(plan);
  const known = {
    findName: findHere,
    isUnit,
    hasRegions: plan.regions.length > 0,
  };
  const { fixed, texts } = aboveTable(grid, header[0] ?? 0, powerOf);
  const titles = [...texts, grid.sheet ?? ''];
  const title = dayOfTitle(titles);
  const days = daysProposed(
    columns.map(({ heading }) => heading),
    title,
  );
  const proposed = apart(columnsProposed(columns, known, told.columns, days), columns);
  const all = [...said, ...proposed];
  const valueCols = all.flatMap(({ col, value }) => (value === 'value' || value === OPEN ? [col] : []));
  const hasValue = (row: number) => valueCols.some(col => (grid.rowAt(row)[col] ?? '') !== '');
  const filled = rows.filter(hasValue);
  const colOf = (field: string) => all.find(({ value }) => value === field)?.col;
  const textsOf = (field: string) => textsIn(grid, filled, [colOf(field)]);
  const indicators = [...textsOf('indicator'), ...namesAcross(proposed, 'indicator')];
  const regions = [...textsOf('region'), ...namesAcross(proposed, 'region')];
  const publishers = fixed.flatMap(({ key, value }) => (key === 'publisher' ? [value] : []));
  const sections = textsIn(
    grid,
    rows.filter(row => !hasValue(row)),
    [colOf('indicator')],
  );
  const ofRegion = fixed.some(({ key }) => key === 'region')
    ? []
    : regionOfTitle(plan, [...titles, ...publishers], sections);
  const above = [...fixed, ...ofRegion];
  const own = above.filter(({ key }) => colOf(key) === undefined && !all.some(each => each.key.includes(`{${key}}`)));
  const hasDay = [...all, ...own].some(
    ({ key, value }) => key === 'as_of' || value === 'as_of' || key.includes('{as_of}'),
  );
  const isNamed =
    indicators.length > 0 ||
    all.some(({ key, value }) => value === 'measure' || key.includes('{indicator}')) ||
    proposed.some(({ reason }) => reason.code === 'one-of-alike' && reason.args.field === 'indicator');
  const names = {
    as_of: days,
    indicator: namesProposed(plan, 'indicator', indicators, told.names),
    region: namesProposed(plan, 'region', regions, told.names),
    unit: unitsProposed(plan, unitsBeside(grid, filled, colOf('indicator'), colOf('unit')), told.names),
  };
  return {
    preset: undefined,
    file,
    sheet: grid.sheet,
    header: header.map(row => row + 1),
    ends: noteRow === undefined ? undefined : endAt(grid.rowAt(noteRow).find(cell => cell !== '') ?? ''),
    columns: joinColumns(proposed),
    names,
    flags: flagsProposed([...textsIn(grid, header, valueCols), ...textsIn(grid, filled, valueCols)], {
      isUnit,
      isKnown: isKnownSign(preset),
      told: told.flags,
    }),
    decimal: decimalProposed(grid, textsIn(grid, filled, valueCols), told.decimal),
    missing: missingIn(grid, filled, valueCols).filter(mark => !preset.missing?.includes(mark)),
    fixed: withTold(
      [
        ...(isNamed ? [] : [NO_NAME]),
        ...own,
        ...blanksProposed(grid, filled, colOf, findHere),
        ...(hasDay ? [] : [title]),
      ],
      told.fixed,
    ),
    forecastFrom: forecastIn(proposed, own),
    definitions:
      colOf('counts') === undefined
        ? definitionsWanted(plan, idsOf(plan, indicators, names.indicator), told.counts)
        : [],
  };
}

function endAt(first: string): Proposed {
  const start = noteStart(first);
  return start === undefined
    ? { key: 'ends', value: first, reason: { code: 'another-table', args: {} } }
    : { key: 'ends', value: `${start}*`, reason: { code: 'notes-below', args: {} } };
}

/** What was told of all figures wins over what was seen, and over what is open. */
function withTold(seen: readonly Proposed[], told: ToldOfTable['fixed']): Proposed[] {
  const lines = new Map(seen.map(line => [line.key, line]));
  for (const [key, value] of told) lines.set(key, { key, value, reason: TOLD });
  return [...lines.values()];
}

/** The marks that stand for no number. */
const missingIn = (grid: Grid, rows: readonly number[], cols: readonly number[]): string[] => [
  ...new Set(textsIn(grid, rows, cols).filter(isMissingMark)),
];

/** A table of one indicator, which stands in its title or in its file's name. */
const NO_NAME: Proposed = { key: 'indicator', value: OPEN, reason: { code: 'no-name', args: {} } };

const textsIn = (grid: Grid, rows: readonly number[], cols: readonly (number | undefined)[]): string[] =>
  cols.flatMap(col =>
    col === undefined ? [] : rows.map(row => grid.rowAt(row)[col] ?? '').filter(text => text !== ''),
  );

/** Names of indicators or regions that headings hold. */
const namesAcross = (columns: readonly ColumnProposed[], field: 'indicator' | 'region'): string[] =>
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

const unitsBeside = (grid: Grid, rows: readonly number[], name: number | undefined, unit: number | undefined) =>
  name === undefined || unit === undefined
    ? []
    : rows.flatMap(row => {
        const cells = grid.rowAt(row);
        return cells[name] && cells[unit] ? [[cells[name], cells[unit]] as const] : [];
      });

function idsOf(plan: Plan, words: readonly string[], names: readonly Proposed[]): string[] {
  const said = new Map(names.map(({ key, value }) => [key, value]));
  return words.flatMap(word => {
    const value = said.get(word.replace(/\s+/g, ' ').trim());
    return value === undefined
      ? findName(plan, 'indicator', word).ids
      : value === OPEN || value === 'ignore'
        ? []
        : [value];
  });
}

/** Days across that come after the day on which the table was made known are no figures yet. */
function forecastIn(columns: readonly ColumnProposed[], fixed: readonly Proposed[]): Proposed | undefined {
  const published = fixed.find(({ key }) => key === 'published')?.value;
  const known = published === undefined ? undefined : parseDay(published);
  if (published === undefined || !known?.ok) return undefined;
  const later = columns.flatMap(({ value, reason }) => {
    if (value !== 'value' || !('headings' in reason.args)) return [];
    return reason.args.headings.flatMap(heading => {
      const text = dayIn(heading)?.day ?? '';
      const day = parseDay(text);
      return day.ok && day.value > known.value ? [{ text, day: day.value }] : [];
    });
  });
  const [first] = later.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    first && { key: 'forecast_from', value: first.text, reason: { code: 'later-than-known', args: { published } } }
  );
}
