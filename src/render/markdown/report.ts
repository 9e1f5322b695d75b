import type { Analysis, Assessment, TaskRow } from '../../model/analysis.ts';
import { severities, verdicts } from '../../model/verdict.ts';
import { aboutText } from '../about.ts';
import { byTask, type TaskGroup } from '../by-task.ts';
import { worstFirst } from '../counts.ts';
import { coverageRows } from '../coverage.ts';
import { escapeMarkdown } from '../escape/markdown.ts';
import { inventedTexts } from '../invented.ts';
import { decidingText, reasonsText, stateFacts } from '../message.ts';
import { policyTexts } from '../policy-text.ts';
import { verdictSigns } from '../signs.ts';
import { targetTexts } from '../target-texts.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import { wordsIn } from '../words/registry.ts';
import { type Lang, possibleWords } from '../words/words.ts';
import { type MarkdownColumn, markdownTable } from './table.ts';

/** The whole report as blocks between which a blank line stands. */
export function markdownReport(analysis: Analysis, lang: Lang): string[] {
  return [
    ...markdownSummary(analysis, lang),
    ...byTask(analysis).flatMap(group => taskBlocks(group, lang)),
    ...undecidedBlocks(analysis, lang),
    ...coverageBlocks(analysis, lang),
  ];
}

/** What stands first: of what and as of when, the outcome, the counts by task. */
export function markdownSummary(analysis: Analysis, lang: Lang): string[] {
  const { plan, summary, exit, tool } = analysis;
  const words = wordsIn(lang);
  const { inOrder, failing } = summary.range;
  const found = severities.flatMap(severity => {
    const count = summary.severities[severity];
    return count ? [[severity, count] as const] : [];
  });
  const invented = inventedTexts(analysis, lang).map(text => `> ${escapeMarkdown(text)}`);
  return [
    `# ${escapeMarkdown(plan.title[lang])}`,
    `${escapeMarkdown(aboutText(analysis, lang))} · ${tool.name} ${tool.version} · ${formatWordsIn(lang).exit} ${exit.code}`,
    ...(invented.length > 0 ? [invented.join('\n>\n')] : []),
    `**${escapeMarkdown(words.table.severities(found))}**`,
    escapeMarkdown(words.screen.whatever(failing, inOrder)),
    ...policyTexts(analysis.gate.policy, lang).map(escapeMarkdown),
    `## ${words.table.summary}`,
    summaryTable(analysis, lang),
  ];
}

function summaryTable({ summary }: Analysis, lang: Lang): string {
  const words = wordsIn(lang);
  const present = verdicts.filter(verdict => summary.verdicts[verdict]);
  const columns: MarkdownColumn[] = [
    { title: words.table.task, align: 'left' },
    ...present.map(verdict => ({
      title: `${verdictSigns[verdict]} ${words.verdict[verdict].name}`,
      align: 'right' as const,
    })),
  ];
  const counts = (counted: TaskRow['verdicts']) => present.map(verdict => String(counted[verdict] ?? '·'));
  return markdownTable(columns, [
    ...summary.tasks.map(task => [escapeMarkdown(task.title[lang]), ...counts(task.verdicts)]),
    [`**${words.table.total} (${summary.targets})**`, ...counts(summary.verdicts)],
  ]);
}

function taskBlocks({ title, level, assessments, measures }: TaskGroup, lang: Lang): string[] {
  const words = wordsIn(lang);
  const withoutNumber = measures.filter(({ targets }) => targets.length === 0);
  if (assessments.length === 0 && withoutNumber.length === 0) return [];
  const heading = level === 'plan' ? words.table.wholePlan : title[lang];
  return [
    `${level === 'key' ? '###' : '##'} ${escapeMarkdown(heading)}`,
    ...(assessments.length > 0 ? [targetTable(assessments, lang)] : []),
    ...(withoutNumber.length > 0
      ? [
          withoutNumber
            .map(each => `- ${words.said(escapeMarkdown(each.title[lang]), words.table.noNumber)}`)
            .join('\n'),
        ]
      : []),
  ];
}

function targetTable(assessments: readonly Assessment[], lang: Lang): string {
  const { target, gap, done, schedule, months, verdict } = wordsIn(lang).table.columns;
  const { goal, by, value, asOf } = formatWordsIn(lang).column;
  const left = (title: string): MarkdownColumn => ({ title, align: 'left' });
  const right = (title: string): MarkdownColumn => ({ title, align: 'right' });
  return markdownTable(
    [
      left(target),
      right(goal),
      left(by),
      right(value),
      left(asOf),
      right(gap),
      right(done),
      right(schedule),
      right(months),
      left(verdict),
    ],
    assessments.map(assessment => targetCells(assessment, lang).map(escapeMarkdown)),
  );
}

function targetCells(assessment: Assessment, lang: Lang): string[] {
  const { title, goal, by, reported, asOf, gap, done, schedule, months, verdict } = targetTexts(assessment, lang);
  const state = stateFacts(assessment, lang).map(fact => ` (${fact})`);
  return [title, goal, by, reported, asOf ?? '', gap, done, schedule, months, `${verdict}${state.join('')}`];
}

function undecidedBlocks(analysis: Analysis, lang: Lang): string[] {
  const words = wordsIn(lang);
  const open = worstFirst(analysis).filter(({ verdict }) => verdict === 'undecided');
  if (open.length === 0) return [];
  const items = open.map(assessment => {
    const possible = words.table.possible(possibleWords(words, assessment.possible));
    const fact = decidingText(assessment, lang);
    const why = `${reasonsText(assessment, lang)} · ${possible}`;
    const said = words.facts([why, ...(fact === null ? [] : [words.said(words.table.deciding, fact)])]);
    return `- ${words.said(`**${escapeMarkdown(assessment.title[lang])}**`, escapeMarkdown(said))}`;
  });
  return [`## ${words.table.undecided}`, items.join('\n')];
}

function coverageBlocks(analysis: Analysis, lang: Lang): string[] {
  const words = wordsIn(lang);
  const rows = coverageRows(analysis, words);
  return [`## ${words.table.coverage}`, rows.map(row => `- ${escapeMarkdown(row)}`).join('\n')];
}
