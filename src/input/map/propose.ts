import type { Plan } from '../../model/plan.ts';
import { OPEN, type Proposal, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { parseDay } from '../../values/day-notation.ts';
import { findName, findNameIn } from '../shape/figure-names.ts';
import { flagsIn } from '../table/flags.ts';
import { foreignHeader } from '../table/foreign.ts';
import type { Grid } from '../table/grid.ts';
import { unpacked } from '../table/packed.ts';
import { aboveTable, dayOfTitle } from './above-table.ts';
import { blanksProposed, decimalProposed, flagsProposed } from './cells.ts';
import { type ColumnProposed, dayIn, joinColumns } from './headings.ts';
import { indicatorOfCorner, unitOfCorner } from './name-columns.ts';
import { statusesProposed } from './not-final.ts';
import {
  colOf,
  namedBeside,
  namesAcross,
  type SeenTable,
  seenIn,
  textsIn,
  textsOf,
  unitsBeside,
} from './seen-table.ts';
import { shapeOf, type TableShape } from './shape-of-table.ts';
import { isMissingMark, noteStart } from './vocabulary.ts';
import {
  definitionsWanted,
  isUnitIn,
  namesProposed,
  regionOfTitle,
  TOLD,
  unitPower,
  unitsProposed,
} from './words-of-table.ts';
import { yearTold } from './year-told.ts';

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

const hasMeaningIn = (preset: TableMapping): ((sign: string) => boolean) => {
  const { inColumn } = flagsIn(preset);
  const { meaningOf } = inColumn('');
  return sign => meaningOf(sign) !== undefined;
};

function ofTable(grid: Grid, shape: TableShape, { file, plan, told }: MapRequest, preset: TableMapping = {}): Proposal {
  const { header, noteRow } = shape;
  const above = aboveTable(grid, header[0] ?? 0, unitPower(plan));
  const titles = [...above.texts, grid.sheet ?? ''];
  const year = yearTold(told.fixed);
  const title = year ?? dayOfTitle(titles);
  const seen = seenIn(grid, shape, { plan, told, preset, title });
  const { filled, valueCols, proposed, days } = seen;
  const numbers = textsIn(grid, filled, valueCols);
  const indicators = [...textsOf(seen, 'indicator'), ...namesAcross(proposed, 'indicator')];
  const regions = [...textsOf(seen, 'region'), ...namesAcross(proposed, 'region')];
  const units = unitsBeside(seen);
  const names = {
    as_of: [...days],
    indicator: namesProposed(plan, 'indicator', indicators, told.names, namedBeside(seen, 'indicator')),
    region: namesProposed(plan, 'region', regions, told.names, namedBeside(seen, 'region')),
    status: statusesProposed(proposed, told.names),
    unit: unitsProposed(plan, units, told.names),
  };
  const own = saidAbove(seen, above.fixed, titles);
  // A year that completes the headings is read with them, and from nowhere else.
  const fixedTold = new Map([...told.fixed].filter(([key]) => key !== 'as_of' || !year || days.length === 0));
  return {
    preset: undefined,
    file,
    sheet: grid.sheet,
    header: header.map(row => row + 1),
    ends: noteRow === undefined ? undefined : endAt(grid.rowAt(noteRow).find(cell => cell !== '') ?? ''),
    columns: joinColumns(proposed),
    names,
    flags: flagsProposed([...textsIn(grid, header, valueCols), ...numbers], {
      isUnit: isUnitIn(plan),
      hasMeaning: hasMeaningIn(preset),
      told: told.flags,
    }),
    decimal: decimalProposed(grid, numbers, told.decimal),
    missing: [...new Set(numbers.filter(isMissingMark))].filter(mark => !preset.missing?.includes(mark)),
    fixed: withTold(fixedIn(seen, own, title, indicators.length > 0), fixedTold),
    forecastFrom: forecastIn(proposed, own),
    definitions:
      colOf(seen, 'counts') === undefined
        ? definitionsWanted(plan, idsOf(plan, indicators, names.indicator), told.counts)
        : [],
  };
}

/** What stands above the table and no column says. */
function saidAbove(seen: SeenTable, fixed: readonly Proposed[], titles: readonly string[]): Proposed[] {
  const { grid, plan, bare, columns } = seen;
  const publishers = fixed.flatMap(({ key, value }) => (key === 'publisher' ? [value] : []));
  const sections = textsIn(grid, bare, [colOf(seen, 'indicator')]);
  const ofRegion = fixed.some(({ key }) => key === 'region')
    ? []
    : regionOfTitle(plan, [...titles, ...publishers], sections);
  const ofUnit = fixed.some(({ key }) => key === 'unit') ? [] : unitOfCorner(seen);
  return [...fixed, ...ofRegion, ...ofUnit].filter(
    ({ key }) => colOf(seen, key) === undefined && !columns.some(each => each.key.includes(`{${key}}`)),
  );
}

/** What is the same for all figures, and what would have to be told of all of them. */
function fixedIn(seen: SeenTable, own: readonly Proposed[], title: Proposed, hasIndicators: boolean): Proposed[] {
  const { grid, plan, columns, proposed, filled } = seen;
  // Where all columns of numbers are left out, no figure is there to ask about.
  const isRead = columns.some(({ value }) => value === 'value' || value === OPEN);
  const isNamed =
    !isRead ||
    hasIndicators ||
    columns.some(({ key, value }) => value === 'measure' || key.includes('{indicator}')) ||
    proposed.some(({ reason }) => reason.code === 'one-of-alike' && reason.args.field === 'indicator');
  // A column of days that is asked about is the one question.
  const hasDay =
    !isRead ||
    [...columns, ...own].some(({ key, value }) => key === 'as_of' || value === 'as_of' || key.includes('{as_of}')) ||
    proposed.some(({ value, reason }) => value === OPEN && reason.code === 'holds-days');
  return [
    ...(isNamed ? [] : [indicatorOfCorner(seen)]),
    ...own,
    ...blanksProposed(grid, filled, field => colOf(seen, field), findNameIn(plan)),
    ...(hasDay ? [] : [title]),
  ];
}

function endAt(first: string): Proposed {
  const start = noteStart(first);
  return start === undefined
    ? { key: 'ends', value: first, reason: { code: 'another-table', args: {} } }
    : { key: 'ends', value: start.startsWith('*') ? first : `${start}*`, reason: { code: 'notes-below', args: {} } };
}

/** What was told of all figures wins over what was seen, and over what is open. */
function withTold(seen: readonly Proposed[], told: ToldOfTable['fixed']): Proposed[] {
  const lines = new Map(seen.map(line => [line.key, line]));
  for (const [key, value] of told) lines.set(key, { key, value, reason: TOLD });
  return [...lines.values()];
}

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
  const last = published === undefined ? undefined : parseDay(published);
  if (published === undefined || !last?.ok) return undefined;
  const later = columns.flatMap(({ value, reason }) => {
    if (value !== 'value' || !('headings' in reason.args)) return [];
    return reason.args.headings.flatMap(heading => {
      const text = dayIn(heading)?.day ?? '';
      const day = parseDay(text);
      return day.ok && day.value > last.value ? [{ text, day: day.value }] : [];
    });
  });
  const [first] = later.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    first && { key: 'forecast_from', value: first.text, reason: { code: 'later-than-published', args: { published } } }
  );
}
