import { Chalk, type ChalkInstance } from 'chalk';
import type { BatchIndex, GroupRow, TaskRanking } from '../../model/batch.ts';
import { severities, verdicts } from '../../model/verdict.ts';
import { largest } from '../../values/largest.ts';
import { type Cell, type Column, grid, type Row } from '../layout/grid.ts';
import { mapTexts, visible, widthOf, wrap } from '../layout/text.ts';
import { policyTexts } from '../policy-text.ts';
import { severityColors } from '../signs.ts';
import { type BatchWords, batchWords } from '../words/batch.ts';
import { wordsIn } from '../words/registry.ts';
import type { IndexFormat, IndexOptions } from './index-format.ts';

/** The index for a person in a terminal. */
export const table: IndexFormat = { render };

interface IndexPen {
  readonly words: BatchWords;
  readonly options: IndexOptions;
  readonly chalk: ChalkInstance;
}

function render(index: BatchIndex, options: IndexOptions): string {
  const pen: IndexPen = {
    words: batchWords[options.lang],
    options,
    chalk: new Chalk({ level: options.isColored ? 1 : 0 }),
  };
  const shown = mapTexts(index, visible);
  const parts = [head(shown, pen), groups(shown, pen), ranking(shown, pen), missing(shown, pen)];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function head({ plan, groups: all, invented, policy }: BatchIndex, { words, options, chalk }: IndexPen): string {
  const { lang, width } = options;
  const title = wrap([...(plan ? [plan.title[lang]] : []), words.title(all.length)].join(' · '), width);
  const notes = invented.flatMap(why => wrap(words.invented(why), width));
  const set = policyTexts(policy, lang).flatMap(text => wrap(text, width));
  return [...title.map(line => chalk.bold(line)), ...notes.map(line => chalk.yellow(line)), ...set].join('\n');
}

function groups({ groups: all, totals }: BatchIndex, pen: IndexPen): string {
  const { words, options, chalk } = pen;
  const shown = all.slice(0, options.most);
  const layout = layoutFor(shown, totals, pen);
  const total = { name: words.total, asOf: null, severities: totals.severities };
  const rows = [
    ...shown.flatMap(row => rowsOf(row, words.inShort[row.state], layout, pen)),
    ...(all.length > 1 ? rowsOf(total, '', layout, pen) : []),
  ];
  const hidden = all.length - shown.length;
  const more = hidden > 0 ? [chalk.dim(words.more(hidden))] : [];
  return [grid(layout.columns, rows, options.width, { bold: chalk.bold }), ...more, ...legend(totals, pen)].join('\n');
}

/** What a word in the column does not say. */
function legend({ states }: BatchIndex['totals'], { words, options, chalk }: IndexPen): string[] {
  const unclear = (['failed', 'incomplete'] as const).filter(state => states[state]);
  return unclear.flatMap(state => wrap(words.state[state], options.width)).map(line => chalk.dim(line));
}

/** Columns of a table of groups; a name that is too long for its own, or has none, stands on a line above its counts. */
interface Layout {
  readonly columns: readonly Column[];
  /** Of the longest name in the column; 0 where there is none. */
  readonly widest: number;
}

const GAP = 2;
const DAY = 10;
/** A column of names that is narrower holds none. */
const LEAST_NAME = 12;

function layoutFor(shown: readonly GroupRow[], totals: BatchIndex['totals'], { words, options }: IndexPen): Layout {
  const { group, asOf, state } = words.columns;
  const digits = Math.max(...Object.values(totals.severities).map(count => String(count).length), 1);
  const counts = severities.map((severity): Column => {
    const title = words.columns[severity];
    return { title, align: 'right', min: Math.max(digits, longestWord(title)) };
  });
  const day: Column = { title: asOf, align: 'left', min: DAY };
  const states = shown.map(row => widthOf(words.inShort[row.state]));
  const last: Column = { title: state, align: 'left', min: Math.max(widthOf(state), ...states) };
  const others = [day, ...counts, last];
  const widest = options.width - others.reduce((total, { min }) => total + min + GAP, 0);
  if (widest < LEAST_NAME) return { columns: [day, ...counts], widest: 0 };
  return { columns: [{ title: group, align: 'left', min: LEAST_NAME, grow: 3 }, ...others], widest };
}

const longestWord = (title: string): number => largest(title.split(' ').map(widthOf));

function rowsOf(
  { name, asOf, severities: counted }: Pick<GroupRow, 'name' | 'asOf' | 'severities'>,
  state: string,
  { widest }: Layout,
  { chalk }: IndexPen,
): Row[] {
  const counts = severities.map((severity): Cell => {
    const count = counted[severity] ?? 0;
    return { text: String(count), paint: count > 0 ? chalk[severityColors[severity]] : chalk.dim };
  });
  const cells: Cell[] = [{ text: asOf ?? '' }, ...counts];
  if (widest === 0) return [{ text: [name, state].filter(text => text !== '').join(' · ') }, cells];
  const row = (first: string): Row => [{ text: first }, ...cells, { text: state }];
  return widthOf(name) <= widest ? [row(name)] : [{ text: name }, row('')];
}

/** Names that a line of the ranking or of what is missing holds. */
const MOST_NAMES = 8;

function ranking({ tasks }: BatchIndex, { words, options, chalk }: IndexPen): string {
  if (tasks.length === 0) return '';
  const lines = tasks.flatMap(task => [
    ...wrap(`  ${words.counts(task.title[options.lang], countsOf(task, options))}`, options.width),
    ...wrap(`    ${words.worst(...firstOf(task.groups))}`, options.width),
  ]);
  return [chalk.bold(words.byTask), ...lines].join('\n');
}

/** From the worst verdict to the best. */
function countsOf({ verdicts: counts }: TaskRanking, { lang }: IndexOptions): [verdict: string, count: number][] {
  const words = wordsIn(lang);
  return verdicts.flatMap(verdict => (counts[verdict] ? [[words.verdict[verdict].name, counts[verdict]]] : []));
}

const firstOf = (names: readonly string[]): [readonly string[], number] => [
  names.slice(0, MOST_NAMES),
  Math.max(0, names.length - MOST_NAMES),
];

function missing({ missing: { targets, regions } }: BatchIndex, { words, options, chalk }: IndexPen): string {
  if (targets.length === 0 && regions.length === 0) return '';
  const lines = [
    ...targets.map(({ target, groups: names }) => words.missingTarget(target, ...firstOf(names))),
    ...(regions.length > 0 ? [words.missingRegions(regions)] : []),
  ];
  return [chalk.bold(words.missing), ...lines.flatMap(line => wrap(`  ${line}`, options.width))].join('\n');
}
