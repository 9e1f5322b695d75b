import type { ChalkInstance } from 'chalk';
import type { Indicator, Plan, Relation } from '../../model/plan.ts';
import { entryOf } from '../../values/mapping.ts';
import { type Column, grid, type Row } from '../layout/grid.ts';
import { unitIn } from '../message.ts';
import type { OutlineWords } from '../words/outline-en.ts';
import type { Lang } from '../words/words.ts';

interface IndicatorPen {
  readonly lang: Lang;
  readonly own: OutlineWords;
  readonly chalk: ChalkInstance;
}

/** What a report has to write: the id of each indicator, its unit, and what its figures may count; and other names that it may use. */
export function indicatorTable(plan: Plan, pen: IndicatorPen, width: number): string {
  const { own, chalk } = pen;
  const { indicator, unit, counts } = own.indicators.columns;
  const columns: Column[] = [
    { title: indicator, align: 'left', min: 20, grow: 2 },
    { title: unit, align: 'left', min: 10 },
    { title: counts, align: 'left', min: 20, grow: 3 },
  ];
  const rows = Object.entries(plan.indicators).map(each => rowOf(each, plan, pen));
  return [chalk.bold(own.indicators.title), grid(columns, rows, width, { bold: chalk.bold })].join('\n');
}

function rowOf([id, indicator]: readonly [string, Indicator], plan: Plan, { lang, own }: IndicatorPen): Row {
  const { title, aliases, kind, counts, unit, unitTitle } = indicator;
  const shown = unitIn(lang, indicator);
  const units = [unit, unitTitle.en, unitTitle.zh, ...aliasesOf(plan, unit)];
  const also = (names: readonly string[], isShown: readonly string[]) => {
    const others = [...new Set(names)].filter(name => !isShown.includes(name));
    return others.length > 0 ? [own.indicators.also(others)] : [];
  };
  return [
    { text: [title[lang], id, ...also(aliases, [title[lang], id])].join('\n') },
    { text: [shown, ...also(units, [shown]), own.indicators.kind[kind]].join('\n') },
    { text: countsText(counts, own) },
  ];
}

const aliasesOf = ({ units }: Plan, unit: string): readonly string[] => entryOf(units, unit)?.aliases ?? [];

function countsText(
  counts: Readonly<Record<string, Relation>>,
  { indicators: { relation, one } }: OutlineWords,
): string {
  const lines = Object.entries(counts).map(([id, each]) => `${id}: ${relation[each]}`);
  return lines.length === 0 ? one : lines.join('\n');
}
