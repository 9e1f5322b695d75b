import { Chalk, type ChalkInstance } from 'chalk';
import type { Goal } from '../../model/goal.ts';
import type {
  Indicator,
  KeyTask,
  Measure,
  Plan,
  Reading,
  RegionalTarget,
  StrategicTask,
  Target,
} from '../../model/plan.ts';
import type { PlanOutline } from '../../model/plan-outline.ts';
import { regionTitle } from '../../model/regions.ts';
import { goalUnit } from '../../model/span.ts';
import type { RenderOptions } from '../format.ts';
import { type Column, grid, type Row } from '../layout/grid.ts';
import { formatGoal, formatNumber } from '../layout/numbers.ts';
import { mapTexts, visible, wrap } from '../layout/text.ts';
import { type OutlineWords, outlineEn } from '../words/outline-en.ts';
import { outlineZh } from '../words/outline-zh.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang, Words } from '../words/words.ts';
import { indicatorTable } from './indicators.ts';

const languages: Readonly<Record<Lang, OutlineWords>> = { en: outlineEn, zh: outlineZh };

export const outlineWordsIn = (lang: Lang): OutlineWords => languages[lang];

interface OutlinePen {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly words: Words;
  readonly own: OutlineWords;
  readonly chalk: ChalkInstance;
}

/** The outline of a plan: every task, measure and target, and how much of what was announced is there. */
export function renderPlan(plan: Plan, outline: PlanOutline, { lang, width, isColored }: RenderOptions): string {
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const pen: OutlinePen = {
    plan: mapTexts(plan, visible),
    lang,
    words: wordsIn(lang),
    own: outlineWordsIn(lang),
    chalk,
  };
  const { own, plan: shown } = pen;
  const head = [
    ...wrap(shown.title[lang], width).map(line => chalk.bold(line)),
    ...wrap(`${shown.id} · ${own.period(shown.period.from, shown.period.to)} · ${own.counts(outline.counts)}`, width),
    ...(shown.note ? wrap(shown.note[lang], width) : []),
  ];
  const body = grid(columns(own), rows(pen), width, { bold: chalk.bold });
  return `${[head.join('\n'), body, indicatorTable(shown, pen, width), coverage(outline, pen, width)].join('\n\n')}\n`;
}

const columns = ({ columns: { target, goal, by, start, how } }: OutlineWords): Column[] => [
  { title: target, align: 'left', min: 20, grow: 3 },
  { title: goal, align: 'right', min: 12 },
  { title: by, align: 'left', min: 10 },
  { title: start, align: 'right', min: 10 },
  { title: how, align: 'left', min: 10 },
];

function rows(pen: OutlinePen): Row[] {
  const { plan, words, chalk } = pen;
  const whole: Row[] = plan.measures.length > 0 ? [{ text: words.table.wholePlan, paint: chalk.bold.underline }] : [];
  return [
    ...whole,
    ...plan.measures.flatMap(measure => measureRows(measure, pen)),
    ...plan.tasks.flatMap(task => [...taskRows(task, '', pen), ...task.tasks.flatMap(key => taskRows(key, ' ', pen))]),
  ];
}

function taskRows(task: StrategicTask | KeyTask, indent: string, pen: OutlinePen): Row[] {
  const { chalk } = pen;
  const paint = task.level === 'strategic' ? chalk.bold.underline : chalk.bold;
  return [{ text: indent + named(task, pen), paint }, ...task.measures.flatMap(measure => measureRows(measure, pen))];
}

function measureRows(measure: Measure, pen: OutlinePen): Row[] {
  const { words, chalk } = pen;
  const title = `  ${named(measure, pen)}`;
  if (measure.targets.length === 0) return [{ text: `${title} - ${words.table.noNumber}`, paint: chalk.dim }];
  return [{ text: title, paint: chalk.italic }, ...measure.targets.flatMap(target => targetRows(target, pen))];
}

const named = ({ title, named: how }: StrategicTask | KeyTask | Measure, { lang, own }: OutlinePen): string =>
  how === 'inferred' ? own.inferred(title[lang]) : title[lang];

function targetRows(target: Target, pen: OutlinePen): Row[] {
  const { regions } = target;
  const regional = Object.entries(regions === 'each' ? {} : regions);
  return [targetRow(target, pen), ...regional.map(([region, goal]) => regionRow(region, goal, target, pen))];
}

const goalText = (goal: Goal, over: Reading['over'], indicator: Indicator | undefined): string =>
  formatGoal({
    ...goal,
    over: over ?? null,
    against: goal.against ?? null,
    unit: indicator ? goalUnit({ over, goal }, indicator) : '',
  });

function targetRow(target: Target, { plan, lang, own }: OutlinePen): Row {
  const { goal, by, readings, commitment, certainty, regions } = target;
  const indicator = plan.indicators[target.indicator];
  const title = (target.title ?? indicator?.title)?.[lang] ?? target.id;
  const names = readings.flatMap(({ name, title: label }) => (name === null ? [] : [label?.[lang] ?? name]));
  const notes = [...(names.length > 0 ? [own.readings(names)] : []), ...(regions === 'each' ? [own.each] : [])];
  return [
    { text: [title, target.id, ...notes].join('\n') },
    { text: goal ? goalText(goal, readings[0]?.over, indicator) : own.onlyRegional },
    { text: goal ? by : '' },
    { text: goal ? startText(readings[0], own) : '' },
    { text: `${own.commitment[commitment]}\n${own.certainty[certainty]}` },
  ];
}

function regionRow(
  region: string,
  { share, readings }: RegionalTarget,
  target: Target,
  { plan, lang, own }: OutlinePen,
): Row {
  const [first] = readings;
  return [
    { text: `  ${regionTitle(plan, region)[lang]}` },
    { text: first ? goalText(first.goal, first.over, plan.indicators[target.indicator]) : '' },
    { text: first?.by ?? '' },
    { text: startText(first, own) },
    { text: share === null ? '' : own.share(formatNumber(share)) },
  ];
}

function startText(reading: Reading | undefined, own: OutlineWords): string {
  const start = reading?.baseline;
  return start ? `${formatNumber(start.value.nominal)}\n${start.asOf}` : own.noBaseline;
}

function coverage({ coverage: counted }: PlanOutline, { words, own, chalk }: OutlinePen, width: number): string {
  const { announced, named: stated, inferred, unstated, quantified } = counted;
  const lines = (['strategicTasks', 'keyTasks', 'measures'] as const).flatMap(level =>
    wrap(
      own.coverage({
        level: words.level[level],
        announced: announced[level],
        named: stated[level],
        inferred: inferred[level],
        unstated: unstated[level],
        quantified: quantified[level],
      }),
      width - 2,
    ).map((line, index) => (index === 0 ? line : `  ${line}`)),
  );
  return [chalk.bold(words.table.coverage), ...lines].join('\n');
}
