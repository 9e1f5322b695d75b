import type { Analysis, TaskRow } from '../../model/analysis.ts';
import { type SetAsideReason, setAsideReasons } from '../../model/reason.ts';
import { verdicts } from '../../model/verdict.ts';
import { arithmeticTexts } from '../arithmetic.ts';
import { worstFirst } from '../counts.ts';
import { coverageRows } from '../coverage.ts';
import type { Cell, Column, Row } from '../layout/grid.ts';
import { formatNumber } from '../layout/numbers.ts';
import { flow, hang, inColumns, indent, listed, type Pen } from '../layout/pen.ts';
import { decidingText, reasonsText } from '../message.ts';
import { verdictSigns } from '../signs.ts';
import { possibleWords } from '../words/words.ts';

/** What stands below the table of gaps; what is long there is one line, unless all is asked for. */
export function moreDetails(analysis: Analysis, isAll: boolean, pen: Pen): string[] {
  const { table } = pen.words;
  const { note } = analysis.plan;
  return [
    summary(analysis, pen),
    ...(isAll ? [listed(table.undecided, undecidedLines(analysis, pen), pen)] : []),
    listed(table.disagree, disagreeLines(analysis, pen), pen),
    listed(table.assumed, assumedLines(analysis, pen), pen),
    listed(table.sums, sumLines(analysis, pen), pen),
    listed(
      table.arithmetic,
      arithmeticTexts(analysis.checks, pen.words).flatMap(text => hang(`! ${text}`, pen)),
      pen,
    ),
    ...(isAll
      ? [
          listed(table.setAside, setAsideLines(analysis, pen), pen),
          listed(table.coverage, coverageLines(analysis, pen), pen),
        ]
      : [[...setAsideLine(analysis, pen), ...coverageLine(analysis, pen)].join('\n')]),
    note ? flow(note[pen.words.lang], pen).join('\n') : '',
  ];
}

/** Tasks without a target have nothing to count. */
function summary({ summary: all }: Analysis, pen: Pen): string {
  const { words, chalk } = pen;
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
  const counting = all.tasks.filter(task => Object.keys(task.verdicts).length > 0);
  const rows: Row[] = [
    ...counting.map(task => [
      { text: (task.level === 'key' ? ' ' : '') + task.title[words.lang] },
      ...cells(task.verdicts),
    ]),
    [{ text: `${words.table.total} (${all.targets})`, paint: chalk.bold }, ...cells(all.verdicts)],
  ];
  return listed(words.table.summary, [inColumns(columns, rows, pen)], pen);
}

function undecidedLines(analysis: Analysis, pen: Pen): string[] {
  const { words } = pen;
  const open = worstFirst(analysis).filter(({ verdict }) => verdict === 'undecided');
  return open.flatMap(assessment => {
    const why = reasonsText(assessment, words.lang);
    const range = words.table.possible(possibleWords(words, assessment.possible));
    const fact = decidingText(assessment, words.lang);
    return [
      ...hang(`? ${words.said(assessment.title[words.lang], `${why} · ${range}`)}`, pen),
      ...(fact === null ? [] : indent(`→ ${words.said(words.table.deciding, fact)}`, pen)),
    ];
  });
}

function disagreeLines({ assessments }: Analysis, pen: Pen): string[] {
  const { words } = pen;
  return assessments.flatMap(({ title, verdict, outlook, goal }) => {
    if (outlook?.agrees !== false) return [];
    const trend = words.table.outlook({
      value: formatNumber(outlook.value),
      day: goal.by,
      verdict: words.verdict[outlook.verdict].name,
    });
    return hang(`! ${words.said(title[words.lang], words.facts([words.verdict[verdict].name, trend]))}`, pen);
  });
}

/** "About" without a declared tolerance is an assumption of ours, and is said. */
function assumedLines({ assessments }: Analysis, pen: Pen): string[] {
  const { words } = pen;
  return assessments.flatMap(({ title, evidence }) =>
    evidence.used.flatMap(({ observation: { value } }) =>
      value && value.assumed !== null
        ? hang(`! ${words.said(title[words.lang], words.table.taken(value.text, formatNumber(value.assumed)))}`, pen)
        : [],
    ),
  );
}

/** A sum of parts is a lower bound while a part is silent, and says which. */
function sumLines({ assessments }: Analysis, pen: Pen): string[] {
  const { words } = pen;
  return assessments.flatMap(({ title, missingParts }) =>
    missingParts.length > 0
      ? hang(`! ${words.said(title[words.lang], words.table.withoutParts(missingParts))}`, pen)
      : [],
  );
}

function setAsideLines({ assessments, unlisted }: Analysis, pen: Pen): string[] {
  const { words } = pen;
  const reasons = Object.keys(setAsideReasons) as SetAsideReason[];
  const lines = assessments.flatMap(({ title, evidence }) => {
    const counted = reasons.flatMap(reason => {
      const count = evidence.setAside.filter(row => row.reason === reason).length;
      return count === 0 ? [] : [`${count} × ${words.setAside[reason]}`];
    });
    const claims = evidence.used.filter(({ claimIgnored }) => claimIgnored).length;
    const all = claims === 0 ? counted : [`${claims} × ${words.table.claimIgnored}`, ...counted];
    return all.length === 0 ? [] : hang(`- ${words.said(title[words.lang], words.counts(all))}`, pen);
  });
  return [...lines, ...(unlisted > 0 ? flow(words.table.unlisted(formatNumber(unlisted)), pen) : [])];
}

function setAsideLine({ assessments, unlisted }: Analysis, pen: Pen): string[] {
  const { screen, table } = pen.words;
  const counts = assessments.map(({ evidence }) => evidence.setAside.length).filter(count => count > 0);
  const figures = counts.reduce((sum, count) => sum + count, 0);
  return [
    ...(figures > 0 ? flow(screen.setAside(figures, counts.length), pen) : []),
    ...(unlisted > 0 ? flow(table.unlisted(formatNumber(unlisted)), pen) : []),
  ];
}

function coverageLine({ coverage: { announced, named, quantified, evidenced } }: Analysis, pen: Pen): string[] {
  return flow(
    pen.words.screen.coverage({
      announced: announced.measures,
      named: named.measures,
      quantified: quantified.measures,
      evidenced: evidenced.measures,
    }),
    pen,
  );
}

const coverageLines = (analysis: Analysis, pen: Pen): string[] =>
  coverageRows(analysis, pen.words).flatMap(row => hang(row, pen));
