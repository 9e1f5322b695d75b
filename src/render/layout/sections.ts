import type { ChalkInstance } from 'chalk';
import type { Analysis, Assessment, TaskRow } from '../../model/analysis.ts';
import { type SetAsideReason, setAsideReasons } from '../../model/reason.ts';
import { type Severity, severities, verdicts } from '../../model/verdict.ts';
import { decidingText, reasonsText } from '../message.ts';
import { policyTexts } from '../policy-text.ts';
import { verdictSigns } from '../signs.ts';
import { possibleWords, type Words } from '../words/words.ts';
import { type Cell, type Column, grid, type Row } from './grid.ts';
import { formatNumber } from './numbers.ts';
import { wrap } from './text.ts';

export interface Pen {
  readonly words: Words;
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** What stands below the gap table: counts, what is open and what would decide it, what was set aside, coverage. */
export function sections(analysis: Analysis, pen: Pen): string[] {
  return [
    summary(analysis, pen),
    listed(pen.words.table.undecided, undecidedLines(analysis, pen), pen),
    listed(pen.words.table.disagree, disagreeLines(analysis, pen), pen),
    listed(pen.words.table.assumed, assumedLines(analysis, pen), pen),
    listed(pen.words.table.sums, sumLines(analysis, pen), pen),
    listed(pen.words.table.arithmetic, arithmeticLines(analysis, pen), pen),
    setAside(analysis, pen),
    coverage(analysis, pen),
  ];
}

function listed(title: string, lines: readonly string[], { chalk }: Pen): string {
  return lines.length === 0 ? '' : [chalk.bold(title), ...lines].join('\n');
}

function summary({ summary: all, gate }: Analysis, { words, width, chalk }: Pen): string {
  const present = verdicts.filter(verdict => all.verdicts[verdict]);
  const columns: Column[] = [
    { title: words.table.task, align: 'left', min: 20, grow: 3 },
    ...present.map(verdict => ({
      title: `${verdictSigns[verdict]} ${words.verdict[verdict].name}`,
      align: 'right' as const,
      min: 5,
    })),
  ];
  const cells = (counted: TaskRow['verdicts']): Cell[] =>
    present.map(verdict => ({ text: String(counted[verdict] ?? '·') }));
  const rows: Row[] = [
    ...all.tasks.map(task => [
      { text: (task.level === 'key' ? ' ' : '') + task.title[words.lang] },
      ...cells(task.verdicts),
    ]),
    [{ text: `${words.table.total} (${all.targets})`, paint: chalk.bold }, ...cells(all.verdicts)],
  ];
  const found = severities.flatMap(severity => {
    const count = all.severities[severity];
    return count ? [[severity, count] as [Severity, number]] : [];
  });
  const { inOrder, failing } = all.range;
  return [
    chalk.bold(words.table.summary),
    grid(columns, rows, width, chalk.bold),
    ...wrap(words.table.severities(found), width),
    ...(all.verdicts.undecided ? wrap(words.table.ranges(inOrder, failing, all.targets), width) : []),
    ...policyTexts(gate.policy, words.lang).flatMap(text => wrap(text, width)),
  ].join('\n');
}

/** The worst first: what may be missed stands before what may merely be open. */
function inWorstOrder({ assessments, summary: { worstFirst } }: Analysis): Assessment[] {
  const byTarget = new Map(assessments.map(assessment => [assessment.target, assessment]));
  return worstFirst.flatMap(target => byTarget.get(target) ?? []);
}

function undecidedLines(analysis: Analysis, { words, width }: Pen): string[] {
  const open = inWorstOrder(analysis).filter(({ verdict }) => verdict === 'undecided');
  return open.flatMap(assessment => {
    const why = reasonsText(assessment, words.lang);
    const range = words.table.possible(possibleWords(words, assessment.possible));
    const fact = decidingText(assessment, words.lang);
    return [
      ...hang(`? ${words.said(assessment.title[words.lang], `${why} · ${range}`)}`, width),
      ...(fact === null ? [] : indent(`→ ${words.said(words.table.deciding, fact)}`, width)),
    ];
  });
}

function disagreeLines({ assessments }: Analysis, { words, width }: Pen): string[] {
  return assessments.flatMap(({ title, verdict, outlook, goal }) => {
    if (outlook?.agrees !== false) return [];
    const trend = words.table.outlook({
      value: formatNumber(outlook.value),
      day: goal.by,
      verdict: words.verdict[outlook.verdict].name,
    });
    return hang(`! ${words.said(title[words.lang], words.facts([words.verdict[verdict].name, trend]))}`, width);
  });
}

/** "About" without a declared tolerance is an assumption of ours, and is said. */
function assumedLines({ assessments }: Analysis, { words, width }: Pen): string[] {
  return assessments.flatMap(({ title, evidence }) =>
    evidence.used.flatMap(({ observation: { value } }) =>
      value && value.assumed !== null
        ? hang(`! ${words.said(title[words.lang], words.table.taken(value.text, formatNumber(value.assumed)))}`, width)
        : [],
    ),
  );
}

/** A sum of parts is a lower bound while a part is silent, and says which. */
function sumLines({ assessments }: Analysis, { words, width }: Pen): string[] {
  return assessments.flatMap(({ title, missingParts }) =>
    missingParts.length > 0
      ? hang(`! ${words.said(title[words.lang], words.table.withoutParts(missingParts))}`, width)
      : [],
  );
}

function arithmeticLines({ checks }: Analysis, { words, width }: Pen): string[] {
  const range = ({ low, high }: Analysis['checks'][number]['found']) =>
    [...new Set([low, high])].flatMap(end => (end === null ? [] : [formatNumber(end)])).join('–');
  return checks.flatMap(({ code, indicator, region, day, expected, found }) =>
    hang(
      `! ${words.arithmetic[code]({ indicator, region, day, expected: range(expected), found: range(found) })}`,
      width,
    ),
  );
}

function setAside({ assessments, unlisted }: Analysis, { words, width, chalk }: Pen): string {
  const reasons = Object.keys(setAsideReasons) as SetAsideReason[];
  const lines = assessments.flatMap(({ title, evidence }) => {
    const counted = reasons.flatMap(reason => {
      const count = evidence.setAside.filter(row => row.reason === reason).length;
      return count === 0 ? [] : [`${count} × ${words.setAside[reason]}`];
    });
    const claims = evidence.used.filter(({ claimIgnored }) => claimIgnored).length;
    const all = claims === 0 ? counted : [`${claims} × ${words.table.claimIgnored}`, ...counted];
    return all.length === 0 ? [] : hang(`- ${words.said(title[words.lang], words.counts(all))}`, width);
  });
  const rest = unlisted > 0 ? wrap(words.table.unlisted(formatNumber(unlisted)), width) : [];
  const told = [...lines, ...rest];
  return [chalk.bold(words.table.setAside), ...(told.length > 0 ? told : [words.table.setAsideNone])].join('\n');
}

function coverage({ coverage: counted }: Analysis, { words, width, chalk }: Pen): string {
  const { announced, named, inferred, quantified, evidenced } = counted;
  const lines = (['strategicTasks', 'keyTasks', 'measures'] as const).flatMap(level =>
    hang(
      words.table.coverageRow({
        level: words.level[level],
        announced: announced[level],
        named: named[level],
        inferred: inferred[level],
        quantified: quantified[level],
        evidenced: evidenced[level],
      }),
      width,
    ),
  );
  return [chalk.bold(words.table.coverage), ...lines].join('\n');
}

/** A line that goes on two columns further in. */
const hang = (text: string, width: number): string[] =>
  wrap(text, width - 2).map((line, index) => (index === 0 ? line : `  ${line}`));

const indent = (text: string, width: number): string[] => wrap(text, width - 4).map(line => `    ${line}`);
