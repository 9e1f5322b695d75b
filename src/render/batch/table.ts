import { Chalk, type ChalkInstance } from 'chalk';
import type { BatchIndex, GroupRow, TaskRanking } from '../../model/batch.ts';
import { verdicts } from '../../model/verdict.ts';
import { type Cell, type Column, grid } from '../layout/grid.ts';
import { mapTexts, visible, wrap } from '../layout/text.ts';
import { severityColors } from '../signs.ts';
import { type BatchWords, batchWords } from '../words/batch.ts';
import { wordsIn } from '../words/registry.ts';
import type { IndexFormat, IndexOptions } from './index-format.ts';

/** The index for a person in a terminal. */
export const table: IndexFormat = { id: 'table', render };

interface Pen {
  readonly words: BatchWords;
  readonly options: IndexOptions;
  readonly chalk: ChalkInstance;
}

function render(index: BatchIndex, options: IndexOptions): string {
  const pen: Pen = { words: batchWords[options.lang], options, chalk: new Chalk({ level: options.isColored ? 1 : 0 }) };
  const shown = mapTexts(index, visible);
  const parts = [head(shown, pen), groups(shown, pen), ranking(shown, pen), missing(shown, pen)];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function head({ plan, groups: all, invented }: BatchIndex, { words, options, chalk }: Pen): string {
  const { lang, width } = options;
  const title = wrap(`${plan.title[lang]} · ${words.title(all.length)}`, width);
  const notes = invented.flatMap(why => wrap(words.invented(why), width));
  return [...title.map(line => chalk.bold(line)), ...notes.map(line => chalk.yellow(line))].join('\n');
}

function groups({ groups: all, totals }: BatchIndex, pen: Pen): string {
  const { words, options, chalk } = pen;
  const { group, asOf, failing, warn, undecided, open, ok, state } = words.columns;
  const count = (title: string): Column => ({ title, align: 'right', min: 4 });
  const columns: Column[] = [
    { title: group, align: 'left', min: 12, grow: 3 },
    { title: asOf, align: 'left', min: 10 },
    ...[failing, warn, undecided, open, ok].map(count),
    { title: state, align: 'left', min: 9, grow: 1 },
  ];
  const shown = all.slice(0, options.most);
  const total = cellsOf({ name: words.total, asOf: null, severities: totals.severities }, '', pen);
  const rows = [...shown.map(row => cellsOf(row, words.state[row.state], pen)), ...(all.length > 1 ? [total] : [])];
  const hidden = all.length - shown.length;
  const more = hidden > 0 ? [chalk.dim(words.more(hidden))] : [];
  return [grid(columns, rows, options.width, chalk.bold), ...more].join('\n');
}

function cellsOf(
  { name, asOf, severities }: Pick<GroupRow, 'name' | 'asOf' | 'severities'>,
  state: string,
  { chalk }: Pen,
): Cell[] {
  const order = ['fail', 'warn', 'undecided', 'info', 'ok'] as const;
  const counts = order.map(severity => {
    const count = severities[severity] ?? 0;
    return { text: String(count), paint: count > 0 ? chalk[severityColors[severity]] : chalk.dim };
  });
  return [{ text: name }, { text: asOf ?? '' }, ...counts, { text: state }];
}

/** Names that a line of the ranking or of what is missing holds. */
const MOST_NAMES = 8;

function ranking({ tasks }: BatchIndex, { words, options, chalk }: Pen): string {
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
  return verdicts.flatMap(verdict => (counts[verdict] ? [[words.verdict[verdict], counts[verdict]]] : []));
}

const firstOf = (names: readonly string[]): [readonly string[], number] => [
  names.slice(0, MOST_NAMES),
  Math.max(0, names.length - MOST_NAMES),
];

function missing({ missing: { targets, regions } }: BatchIndex, { words, options, chalk }: Pen): string {
  if (targets.length === 0 && regions.length === 0) return '';
  const lines = [
    ...targets.map(({ target, groups: names }) => words.missingTarget(target, ...firstOf(names))),
    ...(regions.length > 0 ? [words.missingRegions(regions)] : []),
  ];
  return [chalk.bold(words.missing), ...lines.flatMap(line => wrap(`  ${line}`, options.width))].join('\n');
}
