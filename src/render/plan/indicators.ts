import type { ChalkInstance } from 'chalk';
import type { Indicator, Plan, Relation } from '../../model/plan.ts';
import { type Column, grid, type Row } from '../layout/grid.ts';
import { unitIn } from '../message.ts';
import type { OutlineWords } from '../words/outline.ts';
import type { Lang } from '../words/words.ts';

interface IndicatorPen {
  readonly lang: Lang;
  readonly own: OutlineWords;
  readonly chalk: ChalkInstance;
}

/** What a report has to write: the id of each indicator, its unit, and what its figures may count. */
export function indicatorTable(plan: Plan, pen: IndicatorPen, width: number): string {
  const { own, chalk } = pen;
  const { indicator, unit, counts } = own.indicators.columns;
  const columns: Column[] = [
    { title: indicator, align: 'left', min: 20, grow: 2 },
    { title: unit, align: 'left', min: 10 },
    { title: counts, align: 'left', min: 20, grow: 3 },
  ];
  const rows = Object.entries(plan.indicators).map(each => rowOf(each, pen));
  return [chalk.bold(own.indicators.title), grid(columns, rows, width, { bold: chalk.bold })].join('\n');
}

function rowOf([id, indicator]: readonly [string, Indicator], { lang, own }: IndicatorPen): Row {
  const { title, kind, counts } = indicator;
  return [
    { text: `${title[lang]}\n${id}` },
    { text: `${unitIn(lang, indicator)}\n${own.indicators.kind[kind]}` },
    { text: countsText(counts, own) },
  ];
}

function countsText(
  counts: Readonly<Record<string, Relation>>,
  { indicators: { relation, one } }: OutlineWords,
): string {
  const lines = Object.entries(counts).map(([id, each]) => `${id}: ${relation[each]}`);
  return lines.length === 0 ? one : lines.join('\n');
}
