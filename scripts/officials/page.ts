import { formatNumber, formatValue } from '../../src/render/layout/numbers.ts';
import { reasonsText } from '../../src/render/message.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import { possibleWords, verdictWords } from '../../src/render/words/words.ts';
import { agreements, meanings } from './meaning.ts';
import { type Comparison, isUnexplained, type Row } from './run.ts';
import type { Aside, Statement } from './statement.ts';

const words = wordsIn('en');

/** All rows as a person reads them in a terminal, one line each. */
export const linesOf = ({ statements, rows }: Comparison): string[] => [
  statements.plan,
  `  ${countsOf(rows)}`,
  ...rows.map(row => `  ${cellsOf(row).join(' | ')}${isUnexplained(row) ? '  <- NOT EXPLAINED' : ''}`),
];

export const countsOf = (rows: readonly Row[]): string =>
  [`${rows.length} rows`, ...agreements.map(each => `${countOf(rows, each)} ${each}`)].join(', ');

const countOf = (rows: readonly Row[], is: Row['agreement']): number =>
  rows.filter(({ agreement }) => agreement === is).length;

const cellsOf = (row: Row): string[] => [
  row.statement.said_on,
  row.ours.target,
  sayingOf(row.statement),
  oursOf(row),
  row.agreement,
  whyOf(row),
];

const sayingOf = ({ said: { en, zh } }: Statement | Aside): string => (zh === undefined ? en : `${en} (${zh})`);

function oursOf({ ours }: Row): string {
  const value = formatValue(ours);
  const { unit } = ours.goal;
  const of = value === null ? '' : `, ${value} ${unit}`;
  if (ours.verdict !== 'undecided') return `${verdictWords(words, ours)}${of}`;
  return `undecided: ${possibleWords(words, ours.possible).join(' / ')}`;
}

/** By hand where we are contrary; where we cannot say, in the words of the analysis. */
function whyOf({ agreement, because, ours }: Row): string {
  if (because !== undefined) return because;
  if (agreement === 'agree') return '';
  return ours.verdict === 'undecided' ? reasonsText(ours, 'en') : 'no start from which pace could be judged';
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(escaped).join(' | ')} |`);

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** `docs/officials.md`. */
export function pageOf(comparisons: readonly Comparison[]): string {
  const lines = [...intro, '', ...summaryOf(comparisons), ...comparisons.flatMap(partOf)];
  return `${lines.join('\n')}\n`;
}

const intro = [
  '# Our verdicts beside those of official bodies',
  '',
  'Written by `npm run officials`; a test holds that it is up to date. Each row is one target of one official statement, and',
  'beside it what `check` says of the same day from what was public on the day of the statement (`--known-by`). The',
  'statements stand in `fixtures/officials`, the plans in `plan/`, the figures in `fixtures/<plan>`.',
  '',
  '**agree**: ours says the same. **we cannot say**: ours is undecided, and the official verdict is among those that are still',
  'possible. **contrary**: ours excludes theirs; the reason is written by hand. Words are read so:',
  '',
  ...table(
    ['read as', 'ours that say the same'],
    Object.entries(meanings).map(([name, same]) => [name, same.join(', ')]),
  ),
];

function summaryOf(comparisons: readonly Comparison[]): string[] {
  const rows = comparisons.map(({ statements, rows, plan }) => [
    plan.plan.title.en,
    formatNumber(rows.length),
    ...agreements.map(each => formatNumber(countOf(rows, each))),
    formatNumber(statements.aside.length),
  ]);
  return table(['plan', 'rows', ...agreements, 'statements on no target'], rows);
}

function partOf({ statements, plan, rows }: Comparison): string[] {
  const said = statements.about.flatMap(statement => statementOf(statement, rows));
  const aside = table(
    ['day', 'by', 'said', 'why it is no verdict on a target'],
    statements.aside.map(each => [each.said_on, each.by, sayingOf(each), each.aside]),
  );
  return [
    '',
    `## ${plan.plan.title.en}`,
    ...said,
    ...(statements.aside.length > 0 ? ['', '### Said of no target', '', ...aside] : []),
  ];
}

function statementOf(statement: Statement, rows: readonly Row[]): string[] {
  const own = rows.filter(row => row.statement === statement);
  const { by, said_on, known_by = said_on, as_of = said_on, means, note } = statement;
  const cells = own.map(row => [row.ours.title.en, oursOf(row), row.agreement, whyOf(row)]);
  return [
    '',
    `### ${said_on}: ${sayingOf(statement)}`,
    '',
    `${by}; read as *${means}*. Ours as of ${as_of}, from what was public on ${known_by}.${note ? ` ${note}` : ''}`,
    '',
    ...table(['target', 'ours', 'agreement', 'why'], cells),
  ];
}
