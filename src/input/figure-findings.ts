import type { Indicator, Plan } from '../model/plan.ts';
import type { RawFigure, RawReport } from '../model/report.ts';
import type { Finding } from './check-shape.ts';
import type { Step } from './document.ts';
import type { Figure } from './figures.ts';
import { knownNames } from './known-names.ts';
import { indicatorOf, unknownName } from './names.ts';

export type Tell = (finding: Finding) => void;

/** What is wrong with a figure, held against the rest of its report and against the plan. */
export function checkFigure(figure: Figure, report: RawReport, plan: Plan, tell: Tell): void {
  checkNames(figure, plan, tell);
  checkDates(figure, report, tell);
  checkRegion(figure, report, plan, tell);
  checkValue(figure, report, plan, tell);
}

export function checkNames({ raw, path, isKeyed }: Figure, plan: Plan, tell: Tell): void {
  const { indicators, measures } = knownNames(plan);
  if (raw.indicator !== undefined && !indicators.has(raw.indicator)) {
    const [where, at] = isKeyed ? ([path, 'key'] as const) : ([[...path, 'indicator'], 'value'] as const);
    tell(unknownName('unknown-indicator', raw.indicator, indicators.list, where, at));
  } else if (raw.measure !== undefined && !measures.has(raw.measure)) {
    tell(unknownName('unknown-measure', raw.measure, measures.list, [...path, 'measure']));
  }
}

function checkDates({ raw, path }: Figure, report: RawReport, tell: Tell): void {
  const asOf = raw.as_of ?? raw.flow?.to ?? report.as_of;
  const published = raw.published ?? report.published;
  if (asOf === undefined) {
    tell({ code: 'missing-key', args: { key: 'as_of' }, path });
    return;
  }
  const status = raw.status ?? report.status;
  if (published && published < asOf && status !== 'planned' && status !== 'estimated') {
    const where = raw.as_of ? [...path, 'as_of'] : raw.flow ? [...path, 'flow', 'to'] : ['as_of'];
    tell({ code: 'days-out-of-order', args: { first: asOf, second: published }, path: where });
  }
  if (raw.flow && raw.flow.from > raw.flow.to) {
    const args = { first: raw.flow.from, second: raw.flow.to };
    tell({ code: 'days-out-of-order', args, path: [...path, 'flow', 'to'] });
  }
}

function checkRegion({ raw, path }: Figure, report: RawReport, plan: Plan, tell: Tell): void {
  const { regions } = knownNames(plan);
  const region = raw.region ?? report.region;
  if (region === undefined || regions.list.length === 0 || regions.has(region)) return;
  tell(unknownName('unknown-region', region, regions.list, raw.region ? [...path, 'region'] : ['region']));
}

function checkValue({ raw, path }: Figure, report: RawReport, plan: Plan, tell: Tell): void {
  if (raw.value === undefined && raw.says === undefined) {
    tell({ code: 'missing-key', args: { key: 'value' }, path });
    return;
  }
  checkExact(raw, path, tell);
  const indicator = indicatorOf(plan, raw.indicator);
  if (!indicator) return;
  checkUnit(raw, indicator, path, tell);
  checkDefinition(raw, report, indicator, path, tell);
  checkPlausible(raw, indicator, path, tell);
}

function checkExact({ exact, value, rounded_to, tolerance }: RawFigure, path: readonly Step[], tell: Tell): void {
  if (!exact) return;
  const given = rounded_to !== undefined ? 'rounded_to' : tolerance !== undefined ? 'tolerance' : value?.text;
  if (given === value?.text && value?.isPlain !== false) return;
  tell({ code: 'exact-yet-wide', args: { given: given ?? '' }, path: [...path, 'exact'] });
}

function checkUnit(raw: RawFigure, { unit }: Indicator, path: readonly Step[], tell: Tell): void {
  if (raw.unit !== undefined && raw.unit !== unit) {
    tell({ code: 'wrong-unit', args: { found: raw.unit, expected: unit }, path: [...path, 'unit'] });
  } else if (raw.value?.percent && unit !== '%') {
    tell({ code: 'wrong-unit', args: { found: '%', expected: unit }, path: [...path, 'value'] });
  }
}

function checkDefinition(
  raw: RawFigure,
  report: RawReport,
  { counts: known }: Indicator,
  path: readonly Step[],
  tell: Tell,
): void {
  const counts = raw.counts ?? report.counts;
  if (counts === undefined || Object.hasOwn(known, counts)) return;
  const where = raw.counts ? [...path, 'counts'] : ['counts'];
  tell(unknownName('unknown-definition', counts, Object.keys(known), where));
}

function checkPlausible(raw: RawFigure, { plausible }: Indicator, path: readonly Step[], tell: Tell): void {
  const { min, max } = plausible;
  const { value } = raw;
  if (!value || raw.unusable !== undefined) return;
  if ((max === undefined || value.low <= max) && (min === undefined || value.high >= min)) return;
  const args = { text: value.text, min: min ?? '−∞', max: max ?? '∞' };
  tell({ code: 'implausible', args, path: [...path, 'value'] });
}
