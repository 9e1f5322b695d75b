import { figureColumns } from '../../model/figure-columns.ts';
import { type MapReason, OPEN, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { behindName } from '../../values/behind-name.ts';
import { headingMatcher } from '../table/headings.ts';
import { ownField } from '../table/own-headings.ts';
import { bare, byCells, namesAmong, type WordsOfPlan } from './by-cells.ts';
import { keyOfNotFinal } from './not-final.ts';
import { isPeriod, type SeenColumn } from './shape-of-table.ts';
import { type HeadingKind, inChinese, isMissingMark, says, signBehind } from './vocabulary.ts';
import { TOLD } from './words-of-table.ts';

/** What a column is proposed to be: by a key of its own, or by one that several share. */
export interface ColumnProposed extends Proposed {
  readonly col: number;
}

/** A heading as a key, in which braces stand for fields. */
export const literal = (text: string): string => inOneLine(text).trim().replaceAll('{', '{{');

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** No heading that is looked at is longer. */
const LONGEST = 100;

/** A heading with a day in it, and what stands around it; the longest day counts. */
export function dayIn(
  heading: string,
): { readonly before: string; readonly day: string; readonly after: string } | undefined {
  const text = inOneLine(heading)
    .replace(/[０-９]/g, digit => digit.normalize('NFKC'))
    .trim();
  if (text.length > LONGEST) return undefined;
  if (isPeriod(text)) return { before: '', day: text, after: '' };
  const start = text.search(/(?<!\d)(?:19|20)\d\d/);
  if (start === -1) return undefined;
  for (let end = text.length; end > start; end--) {
    const day = text.slice(start, end);
    if (day === day.trim() && !/[\d]/.test(text[end] ?? '') && isPeriod(day))
      return { before: text.slice(0, start), day, after: text.slice(end) };
  }
  return undefined;
}

const left: readonly (readonly [HeadingKind, MapReason['code']])[] = [
  ['goal', 'a-goal'],
  ['comparison', 'a-comparison'],
];

/** What a heading says by itself. */
function sayingOf(
  { heading, cells, hasNumbers }: SeenColumn,
  { findName, isUnit, hasRegions }: WordsOfPlan,
): (Omit<Proposed, 'reason'> & { readonly reason: MapReason }) | undefined {
  const key = literal(heading);
  if (says('serial', heading)) return { key, value: 'ignore', reason: bare('a-number-of-rows') };
  const found = dayIn(heading);
  if (found) return withDay(found, { findName, isUnit, hasRegions }) ?? { key, value: OPEN, reason: bare('unclear') };
  const own = ownField(inChinese(heading));
  // What other tables call a measure is an indicator here; and 地区 may be said of the columns beside it.
  const isOther = (own === 'measure' || own === 'region') && namesAmong(cells, own, findName) === 0;
  const named = isOther ? namesAmong(cells, 'indicator', findName) : 0;
  if (named > 0)
    return { key, value: 'indicator', reason: { code: 'cells-are-names', args: { named, all: cells.length } } };
  if (figureColumns.includes(own)) return { key, value: own, reason: bare('own-heading') };
  // `5G基站（万个）` above names of regions is what the table is about, and no column of figures.
  const hasWords = !hasNumbers && cells.some(cell => !isMissingMark(cell));
  if (hasWords && typeof findName('indicator', heading) !== 'string') return undefined;
  const above = aboveUnit(heading, isUnit);
  if (above && typeof findName('indicator', above.name) !== 'string')
    return {
      key: '{indicator} {unit}',
      value: 'value',
      reason: { code: 'indicators-across', args: { headings: [heading] } },
    };
  const inUnit = behindName(heading);
  if (inUnit && isUnit(inUnit.behind) && ownField(inUnit.name) === 'value')
    return {
      key: `${literal(heading.slice(0, heading.search(/[（(]/)))}（{unit}）`,
      value: 'value',
      reason: bare('own-heading'),
    };
  if (typeof findName('indicator', heading) !== 'string')
    return { key: '{indicator}', value: 'value', reason: { code: 'indicators-across', args: { headings: [heading] } } };
  if (hasRegions && typeof findName('region', heading) !== 'string')
    return { key: '{region}', value: 'value', reason: { code: 'regions-across', args: { headings: [heading] } } };
  if (says('names', heading)) return { key, value: 'indicator', reason: bare('names-figures') };
  if (says('regions', heading)) return { key, value: 'region', reason: bare('names-figures') };
  for (const [kind, code] of left) if (says(kind, heading)) return { key, value: 'ignore', reason: bare(code) };
  if (says('responsible', heading)) return { key, value: 'ignore', reason: bare('who-is-responsible') };
  return undefined;
}

/** A heading with its unit in the row below. */
function aboveUnit(
  heading: string,
  isUnit: WordsOfPlan['isUnit'],
): { readonly name: string; readonly unit: string } | undefined {
  const at = heading.lastIndexOf(' ');
  const [name, unit] = [heading.slice(0, at).trim(), heading.slice(at + 1)];
  return at > 0 && name !== '' && isUnit(unit) ? { name, unit } : undefined;
}

type DayIn = NonNullable<ReturnType<typeof dayIn>>;

/** A name beside a day, with the blank between them where there is one: `2025年基金规模`, `基金规模 2025`. */
function besideDay({ before, day, after }: DayIn, field: 'indicator' | 'region'): string {
  if (before.trim() !== '') return /\s$/.test(before) ? `{${field}} {as_of}` : `{${field}}{as_of}`;
  if (/^\s/.test(after)) return `{as_of} {${field}}`;
  // Without a sign between them, 2025 would be a day as well as 2025年.
  return /^\d{4}年$/.test(day) ? `{as_of}年{${field}}` : `{as_of}{${field}}`;
}

/** `2023年`, `2023年完成情况`, `5G基站（个） 2023`: a figure of that day, where the rest says nothing else. */
function withDay({ before, day, after }: DayIn, { findName, isUnit, hasRegions }: WordsOfPlan) {
  const key = `${before.replaceAll('{', '{{')}{as_of}${after.replaceAll('{', '{{')}`;
  const whole = `${before}${day}${after}`;
  const rest = `${before}${after}`;
  if (rest.trim() === '' || (before.trim() === '' && signBehind(whole, isUnit) !== undefined))
    return {
      key: '{as_of}',
      value: 'value',
      reason: { code: 'days-across', args: { headings: [whole] } } as MapReason,
    };
  const notFinal = before.trim() === '' ? keyOfNotFinal(after) : undefined;
  if (notFinal !== undefined)
    return {
      key: notFinal,
      value: 'value',
      reason: { code: 'days-with-words', args: { headings: [whole] } } as MapReason,
    };
  for (const [kind, code] of left)
    if (says(kind, rest)) return { key: literal(whole), value: 'ignore', reason: bare(code) };
  if (before.trim() === '' && isUnit(after.trim()) && after.startsWith(' '))
    return {
      key: '{as_of} {unit}',
      value: 'value',
      reason: { code: 'days-with-words', args: { headings: [whole] } } as MapReason,
    };
  const unit = behindName(`x${after}`);
  if (before.trim() === '' && unit?.name === 'x' && isUnit(unit.behind))
    return {
      key: '{as_of}（{unit}）',
      value: 'value',
      reason: { code: 'days-with-words', args: { headings: [whole] } } as MapReason,
    };
  const beside = [before, after].filter(text => text.trim() !== '');
  if (beside.every(text => says('value', behindName(`x${text}`)?.behind ?? text)))
    return { key, value: 'value', reason: { code: 'days-with-words', args: { headings: [whole] } } as MapReason };
  const [only, other] = beside;
  if (other !== undefined || only === undefined) return undefined;
  const field = (['indicator', 'region'] as const).find(
    each => (each === 'indicator' || hasRegions) && typeof findName(each, only.trim()) !== 'string',
  );
  if (!field) return undefined;
  return {
    key: besideDay({ before, day, after }, field),
    value: 'value',
    reason: { code: `${field}s-and-days`, args: { headings: [whole] } } as MapReason,
  };
}

/** Beside columns of indicators, or of regions, that the plan knows one that it does not know is one, too. */
function acrossLike(
  { heading, hasNumbers, hasDays }: SeenColumn,
  patterns: ReadonlySet<string>,
): Omit<Proposed, 'col'> | undefined {
  if (!hasNumbers || hasDays) return undefined;
  const found = dayIn(heading);
  if (found && found.before.trim() !== '' && found.after.trim() !== '') return undefined;
  for (const field of ['indicator', 'region'] as const) {
    const key = found ? besideDay(found, field) : `{${field}}`;
    const code = found ? (`${field}s-and-days` as const) : (`${field}s-across` as const);
    if (patterns.has(key)) return { key, value: 'value', reason: { code, args: { headings: [heading] } } };
  }
  return undefined;
}

/** What each column is proposed to be. */
export function columnsProposed(
  columns: readonly SeenColumn[],
  names: WordsOfPlan,
  told: ToldOfTable['columns'],
  days: readonly Proposed[],
): ColumnProposed[] {
  const toldOf = headingMatcher({ columns: told as TableMapping['columns'] });
  const sayings = columns.map(column => {
    const [saying, day] = [toldFor(column, toldOf), dayFor(column, days)];
    // Figures of a column whose heading is their day are read with that day.
    return day && saying?.value === 'value' ? day : (saying ?? day ?? sayingOf(column, names));
  });
  const said = new Set(sayings.map(saying => saying?.value));
  const patterns = new Set(sayings.flatMap(saying => saying?.key ?? []));
  const silent = columns.filter(
    ({ hasNumbers, hasDays }, index) => hasNumbers && !hasDays && sayings[index] === undefined,
  );
  return columns.map((column, index): ColumnProposed => {
    const { col, heading } = column;
    const saying = sayings[index];
    const isOpen = saying === undefined || saying.value === OPEN || saying.reason.code === 'a-comparison';
    const across = isOpen ? acrossLike(column, patterns) : undefined;
    const own = across ?? saying;
    if (own) return { col, ...own };
    const isOnlyValue = !said.has('value') && silent.length === 1 && says('value', heading);
    return { col, key: literal(heading), ...byCells(column, names, said, isOnlyValue) };
  });
}

/** A heading that is a day. */
const dayFor = ({ heading }: SeenColumn, days: readonly Proposed[]): Omit<Proposed, 'col'> | undefined =>
  days.some(({ key }) => key === heading)
    ? { key: '{as_of}', value: 'value', reason: { code: 'days-across', args: { headings: [heading] } } }
    : undefined;

/** What was told of the column alone, or of all that are called so. */
function toldFor(
  { heading, number }: SeenColumn,
  toldOf: ReturnType<typeof headingMatcher>,
): Omit<Proposed, 'col'> | undefined {
  const own = number === undefined ? [] : toldOf(`${heading} ${number}`).filter(({ key }) => key.endsWith(number));
  const [fit] = own.length > 0 ? own : toldOf(heading);
  return fit && { key: fit.key, value: fit.target, reason: TOLD };
}

/** Columns that share a key are one line. */
export function joinColumns(columns: readonly ColumnProposed[]): Proposed[] {
  const joined = new Map<string, Proposed>();
  for (const { key, value, reason } of columns) {
    const before = joined.get(key);
    const headings = before && 'headings' in before.reason.args ? before.reason.args.headings : [];
    const all =
      'headings' in reason.args ? { ...reason, args: { headings: [...headings, ...reason.args.headings] } } : reason;
    joined.set(key, { key, value, reason: all as MapReason });
  }
  return [...joined.values()];
}
