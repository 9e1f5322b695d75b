import { Chalk } from 'chalk';
import type { Change } from '../model/change.ts';
import type { Comparison, Comparisons } from '../model/comparison.ts';
import type { PolicySetting } from '../model/policy-setting.ts';
import type { RenderOptions } from './format.ts';
import { type Column, grid, type Row } from './layout/grid.ts';
import { formatNumber } from './layout/numbers.ts';
import { mapTexts, visible, wrap } from './layout/text.ts';
import { policyTexts } from './policy-text.ts';
import { wordsIn } from './words/registry.ts';
import type { Words } from './words/words.ts';

const colors = {
  worse: 'red',
  gone: 'red',
  'newly-undecided': 'magenta',
  same: 'dim',
  better: 'green',
  'newly-decided': 'green',
  new: 'cyan',
} as const satisfies Record<Change, string>;

/** Two analyses side by side: the worst changes first. */
export function renderDiff(
  comparisons: Comparisons,
  settings: readonly PolicySetting[],
  { lang, width, isColored }: RenderOptions,
): string {
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const words = wordsIn(lang);
  const { from, to, targets, counts } = mapTexts(comparisons, visible);
  const { target, change, verdict, value, gap } = words.diff.columns;
  const columns: Column[] = [
    { title: target, align: 'left', min: 14, grow: 3 },
    { title: change, align: 'left', min: 8 },
    { title: verdict, align: 'left', min: 12, grow: 2 },
    { title: value, align: 'right', min: 10 },
    { title: gap, align: 'right', min: 8 },
  ];
  const rows: Row[] = targets.map(each => [
    { text: each.title[lang] },
    { text: words.change[each.change], paint: chalk[colors[each.change]] },
    { text: verdictText(each, words) },
    { text: movementText(each.value) },
    { text: movementText(each.gap) },
  ]);
  const moved = targets.filter(({ goalposts }) => goalposts.length > 0);
  const goalposts = moved.map(
    each =>
      `! ${words.said(each.title[lang], words.diff.goalposts(each.goalposts.map(post => words.diff.goalpost[post])))}`,
  );
  const summary = words.counts(
    Object.entries(counts).map(([code, count]) => `${count} ${words.change[code as Change]}`),
  );
  const title = chalk.bold(`${to.plan} · ${from.asOf} → ${to.asOf}`);
  const set = [
    ...policyTexts({ settings, leftOut: 0 }, lang),
    ...policyTexts(from.policy, lang).map(text => words.diff.earlier(text)),
    ...policyTexts(to.policy, lang).map(text => words.diff.later(text)),
  ].flatMap(text => wrap(visible(text), width));
  return `${[title, '', grid(columns, rows, width, { bold: chalk.bold }), '', summary, ...goalposts, ...set].join('\n')}\n`;
}

function verdictText({ verdict: { from, to } }: Comparison, words: Words): string {
  const shown = (verdict: typeof from) => (verdict === null ? '-' : words.verdict[verdict].name);
  return from === to ? shown(to) : `${shown(from)} → ${shown(to)}`;
}

function movementText({ from, to, absolute, percent }: Comparison['value']): string {
  const ends = [from, to].map(end => (end === null ? '-' : formatNumber(end)));
  if (absolute === null || absolute === 0) return ends[0] === ends[1] ? (ends[1] ?? '') : ends.join(' → ');
  const sign = absolute > 0 ? '+' : '';
  const share = percent === null ? '' : ` (${sign}${formatNumber(percent)} %)`;
  return `${ends[1]}\n${sign}${formatNumber(absolute)}${share}`;
}
