import type { Indicator, Plan } from '../../model/plan.ts';
import type { RawFigure, ReportHead, Status } from '../../model/report.ts';
import { isOnePeriod } from '../../model/span.ts';
import { floorOf, plausibleRange } from '../../model/summable.ts';
import type { Day } from '../../values/day.ts';
import { atLeast, overlaps } from '../../values/interval.ts';
import { onceEach } from '../../values/once-each.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { Document, Step } from '../document/document.ts';
import { indicatorOf, type Names, namesIn, unknownName } from '../shape/names.ts';
import { checkBeside, type TextsAround, textsAround } from './beside.ts';
import type { StatedFigure } from './figures.ts';
import { inIds, type TellFinding } from './in-ids.ts';
import { inUnit } from './in-unit.ts';
import { checkTimeOfRate } from './time-of-rate.ts';

/**
 * What is wrong with a figure, held against the rest of its report, against the plan, and against the clock; and the
 * figure in the unit of its indicator.
 */
export function checkFigure(
  stated: StatedFigure,
  report: ReportHead,
  against: HeldAgainst,
  tell: TellFinding,
): StatedFigure {
  const { plan, today } = against;
  const { raw, path } = stated;
  // What is said in words may be about no target; a number is a number of something.
  if (raw.value !== undefined && raw.indicator === undefined && raw.measure === undefined)
    tell({ code: 'missing-key', args: { key: 'indicator' }, path });
  const figure = inIds(stated, report, plan, tell);
  checkDates(figure, report, today, tell);
  return checkValue(figure, report, against, tell);
}

/** What a report is held against. */
export interface Against {
  readonly plan: Plan;
  /** The latest day that it is anywhere; without it no clock is asked. */
  readonly today: Day | undefined;
  /** Whether the rest of its file is read elsewhere. */
  readonly isPiece?: boolean;
}

export interface HeldAgainst extends Against {
  readonly around: TextsAround;
  /** The report as it stands. */
  readonly data: unknown;
}

/** With what is said around the figures. */
export const withTextsAround = (against: Against, head: ReportHead, document: Partial<Document> = {}): HeldAgainst => ({
  ...against,
  around: textsAround(against.plan, head, document),
  data: document.data,
});

function checkDates({ raw, path }: StatedFigure, report: ReportHead, today: Day | undefined, tell: TellFinding): void {
  const asOf = raw.as_of ?? raw.flow?.to ?? report.as_of;
  const published = raw.published ?? report.published;
  if (asOf === undefined) {
    tell({ code: 'missing-key', args: { key: 'as_of' }, path });
    return;
  }
  // A span that ends after the day that is named tells of days up to its end.
  const isOfSpan = raw.flow !== undefined && (raw.as_of === undefined || raw.flow.to > asOf);
  const last = isOfSpan && raw.flow ? raw.flow.to : asOf;
  const forecast = forecastOf(last, published, raw.status ?? report.status ?? 'final', today);
  if (forecast) {
    const where = isOfSpan ? [...path, 'flow', 'to'] : raw.as_of ? [...path, 'as_of'] : ['as_of'];
    tell({ ...forecast, path: where });
  }
  if (raw.flow && raw.flow.from > raw.flow.to) {
    const args = { first: raw.flow.from, second: raw.flow.to };
    tell({ code: 'days-out-of-order', args, path: [...path, 'flow', 'to'] });
  }
}

/**
 * A figure of a day that had not come when it was published, or has not come yet, reports nothing. One that says so is
 * set aside later; but of what was never published only a plan or a proposal may be of a day to come.
 */
function forecastOf(
  asOf: Day,
  published: Day | undefined,
  status: Status,
  today: Day | undefined,
): BareProblem | undefined {
  if (status === 'planned' || status === 'proposed') return undefined;
  const wasPublished = published !== undefined && (today === undefined || published <= today);
  if (wasPublished && asOf > published)
    return status === 'estimated' ? undefined : { code: 'after-publication', args: { asOf, published } };
  return !wasPublished && today !== undefined && asOf > today ? { code: 'day-to-come', args: { asOf } } : undefined;
}

function checkValue(figure: StatedFigure, report: ReportHead, against: HeldAgainst, tell: TellFinding): StatedFigure {
  const { raw: given, path } = figure;
  if (given.value === undefined && given.says === undefined) {
    tell({ code: 'missing-key', args: { key: 'value' }, path });
    return figure;
  }
  checkExact(given, path, tell);
  const { plan } = against;
  const indicator = indicatorOf(plan, given.indicator);
  if (!indicator && given.value?.inUnit)
    tell({ code: 'bad-quantity', args: { text: given.value.text, hint: 'unit-in-value' }, path: [...path, 'value'] });
  if (!indicator) return figure;
  checkBeside(given, path, report, { indicator, around: against.around }, tell);
  checkTimeOfRate(figure, indicator, against.data, tell);
  const measured = inUnit(given, indicator, plan);
  if ('problem' in measured) tell({ ...measured.problem, path: [...path, measured.key] });
  const raw = 'raw' in measured ? measured.raw : given;
  checkDefinition(raw, report, indicator, path, tell);
  checkPlausible(raw, indicator, path, tell);
  return raw === given ? figure : { ...figure, raw };
}

function checkExact(
  { exact, value, rounded_to, tolerance }: RawFigure,
  path: readonly Step[],
  tell: TellFinding,
): void {
  if (!exact) return;
  const given = rounded_to !== undefined ? 'rounded_to' : tolerance !== undefined ? 'tolerance' : value?.text;
  if (given === value?.text && value?.isPlain !== false) return;
  tell({ code: 'exact-yet-wide', args: { given: given ?? '' }, path: [...path, 'exact'] });
}

function checkDefinition(
  raw: RawFigure,
  report: ReportHead,
  { counts: definitions }: Indicator,
  path: readonly Step[],
  tell: TellFinding,
): void {
  const counts = raw.counts ?? report.counts;
  if (counts === undefined || Object.hasOwn(definitions, counts)) return;
  const where = raw.counts ? [...path, 'counts'] : ['counts'];
  tell(unknownName('unknown-definition', counts, definitionsOf(definitions), where));
}

/** The same names each time, so that they are searched once. */
const definitionsOf = onceEach((counts: Indicator['counts']): Names => namesIn(Object.keys(counts)));

/** What is plausible is so of one period or state, not of years together; but of what is counted nothing is below zero. */
function checkPlausible(raw: RawFigure, indicator: Indicator, path: readonly Step[], tell: TellFinding): void {
  const { value, flow, unusable } = raw;
  if (!value || unusable !== undefined) return;
  const isOther = flow && !isOnePeriod(indicator.per, flow);
  const range = isOther ? atLeast(floorOf(indicator)) : plausibleRange(indicator);
  const { low, high } = range;
  if ((value.low < high && value.high > low) || overlaps(range, value)) return;
  const [min, max] = [low === -Infinity ? '−∞' : low, high === Infinity ? '∞' : high];
  const args = { text: value.text, min, max };
  tell({ code: 'implausible', args, path: [...path, 'value'] });
}
