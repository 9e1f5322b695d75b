import type { TableMapping } from '../../model/table-mapping.ts';
import type { Day } from '../../values/day.ts';
import { type DaySpan, isEndOfTime, parseDays } from '../../values/day-notation.ts';
import { folded } from '../../values/fold.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { FindName } from '../document/document.ts';
import type { Grid } from './grid.ts';
import type { Heading } from './headings.ts';
import type { TableLayout, ValueColumn } from './layout.ts';
import type { CellRead } from './records.ts';

/** What may make the number of a year that of another time: 累计, 1-11月, "to date". */
const OF_ANOTHER_TIME =
  /累[计积]|[\d一二三四五六七八九十][\s个]*月|[本当前上]月|季|半年|旬|同期|cumulat|accumulat|to[ -]date|\bytd\b|so far|since|month|quarter|half/i;

/** Who wrote a table down, and when, says nothing of its numbers. */
const OF_THE_SHEET =
  /^[(（【]?(?:发布|公布|填报|填表|制表|报送|上报|编制|更新|印发|打印|published|updated|source|来源)/i;

interface PeriodsGiven {
  readonly header: number;
  readonly layout: TableLayout;
  readonly mapping: TableMapping;
  readonly findName: FindName;
}

/**
 * What is counted over a time (a flow), or is the growth of one, has one, where a table names a year or another time in its heading or beside the
 * number: 2023年 is all of that year. Of a time within a year nobody but the author knows whether it is that time alone or
 * all from New Year on, as offices often sum up; so it is with a year beside such a word. A mapping has to say it.
 */
export function periodsIn(grid: Grid, { header, layout, mapping, findName }: PeriodsGiven) {
  const { fields, value: onlyValue, headings } = layout;
  const dayCol = fields.find(({ name }) => name === 'as_of')?.col;
  const headingOf = (col: number | undefined): string => headings.find(each => each.col === col)?.text ?? '';
  const timed = timedIn(findName);
  const ask = askedOnce();
  let above: boolean | undefined;
  /** Whether what stands above the table, or on its sheet, may speak of another time. */
  const isDoubtedAbove = (): boolean => (above ??= textsAbove(grid, header, headings).some(saysAnotherTime));
  return (read: CellRead, cells: readonly string[], value: ValueColumn | undefined): CellRead => {
    const named = read.kind === 'figure' ? timed(read.figure['indicator']) : undefined;
    if (read.kind !== 'figure' || !named) return read;
    const { as_of: text, flow_from: from, flow_to: to } = read.figure;
    if (typeof text !== 'string' || from !== undefined || to !== undefined) return read;
    const isOfHeading = value?.said['as_of'] !== undefined;
    const isOfRow = dayCol !== undefined && (cells[dayCol] ?? '') !== '';
    // A day that a mapping says of all figures is what it says.
    if (!isOfHeading && !isOfRow) return read;
    const around = [headingOf(value?.col ?? onlyValue), isOfHeading ? '' : headingOf(dayCol)];
    const time = isEndOfTime([text, ...around].join(' ')) ? undefined : timeIn(text);
    if (!time) return read;
    const isDoubted = (): boolean =>
      !time.from.endsWith('-01-01') ||
      [...around.map(each => without(each, text)), ...wordsOf(cells, dayCol)].some(saysAnotherTime) ||
      (isYear(time) && isDoubtedAbove());
    // What is summed up over years is no year, however months are meant.
    const isAnswered = mapping.periods === 'each' || (mapping.periods !== undefined && !isYear(time));
    if (!isAnswered && isDoubted()) return ask(text, time, value?.col ?? dayCol ?? 0);
    const first = mapping.periods === 'cumulative' ? newYear(time) : time.from;
    // Of a rate since New Year the day says enough; one of a shorter time is none of the year.
    if (named.isRate && first === newYear(time) && !isYear({ from: first, to: time.to }))
      return { kind: 'figure', figure: { ...read.figure, as_of: time.to } };
    return { kind: 'figure', figure: { ...read.figure, flow_from: first, flow_to: time.to } };
  };
}

/** Which time is meant is one question for all numbers of a column with that time. */
function askedOnce(): (text: string, time: DaySpan, col: number) => CellRead {
  const asked = new Set<string>();
  return (text, time, col) => {
    if (asked.size === asked.add(`${col} ${text}`).size) return { kind: 'refused' };
    return { kind: 'problem', problem: { code: 'which-period', args: { text, readings: readingsOf(time) } }, col };
  };
}

type Timed = Pick<Exclude<ReturnType<FindName>, string>, 'isRate'> | undefined;

/** Indicators that are of a time, each asked for once: a table has the same names again and again. */
function timedIn(findName: FindName): (name: unknown) => Timed {
  const known = new Map<unknown, Timed>();
  return name => {
    if (known.has(name)) return known.get(name);
    const found = typeof name === 'string' ? findName('indicator', name) : 'other';
    const timed = typeof found !== 'string' && found.isOfTime ? found : undefined;
    known.set(name, timed);
    return timed;
  };
}

/** A time that is longer than a day. */
function timeIn(text: string): DaySpan | undefined {
  const read = parseDays(text);
  return read.ok && read.value.from !== read.value.to ? read.value : undefined;
}

const newYear = ({ to }: DaySpan): Day => `${to.slice(0, 4)}-01-01` as Day;

const isYear = ({ from, to }: DaySpan): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');

const readingsOf = (time: DaySpan): string[] =>
  [...new Set([time.from, newYear(time)])].map(from => `${from}…${time.to}`);

const saysAnotherTime = (text: string): boolean => OF_ANOTHER_TIME.test(text) && !OF_THE_SHEET.test(text);

/** A heading but for the time that was read from it. */
const without = (heading: string, text: string): string => folded(heading).replace(folded(text), ' ');

/** What a row says beside its numbers. */
const wordsOf = (cells: readonly string[], dayCol: number | undefined): readonly string[] =>
  cells.filter((cell, col) => col !== dayCol && cell !== '' && !parseQuantity(cell).ok);

/** Titles and remarks, and rows of one text, such as notes below. */
function textsAbove({ rowAt, count, sheet = '', remarks = [] }: Grid, header: number, headings: readonly Heading[]) {
  const texts = [sheet, ...remarks.map(({ text }) => text)];
  const names = new Set(headings.map(({ row }) => row));
  for (let row = 0; row < count; row++) {
    const filled = rowAt(row).filter(cell => cell !== '');
    if ((row < header && !names.has(row)) || filled.length === 1) texts.push(...filled);
  }
  return texts;
}
