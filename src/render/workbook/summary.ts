import type { WriteSheet } from 'hucre';
import type { Analysis, TaskRow } from '../../model/analysis.ts';
import { verdicts } from '../../model/verdict.ts';
import { inventedTexts } from '../invented.ts';
import { policyTexts } from '../policy-text.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { asCell, dayCell, inPrint, type WorkbookCell, type WorkbookColumn } from './sheet.ts';

interface SummaryRow {
  readonly title: string;
  readonly level: string;
  readonly verdicts: TaskRow['verdicts'];
  readonly range: TaskRow['range'];
}

/** A row for each task and one for the plan; a target counts for its task and for the task above. */
export const summaryRows = ({ summary, plan }: Analysis, lang: Lang): SummaryRow[] => [
  ...summary.tasks.map(({ title, level, verdicts, range }) => ({ title: title[lang], level, verdicts, range })),
  { title: wordsIn(lang).table.total, level: plan.id, verdicts: summary.verdicts, range: summary.range },
];

export function summaryColumns(lang: Lang): WorkbookColumn<SummaryRow>[] {
  return [
    { name: 'task', cell: ({ title }) => title },
    { name: 'level', cell: ({ level }) => level },
    { name: 'targets', cell: row => Object.values(row.verdicts).reduce((sum, count) => sum + count, 0) },
    ...verdicts.map(verdict => ({
      name: { title: wordsIn(lang).verdict[verdict].name },
      cell: (row: SummaryRow) => row.verdicts[verdict] ?? 0,
    })),
    { name: 'failingMin', cell: ({ range }) => range.failing.min },
    { name: 'failingMax', cell: ({ range }) => range.failing.max },
    { name: 'inOrderMin', cell: ({ range }) => range.inOrder.min },
    { name: 'inOrderMax', cell: ({ range }) => range.inOrder.max },
  ];
}

/** Of what and as of when, by which tool, and who set what: a sheet of its own. */
function settingRows(analysis: Analysis, lang: Lang): WorkbookCell[][] {
  const { plan, asOf, knownBy, tool, exit } = analysis;
  const words = formatWordsIn(lang);
  return [
    [words.plan, plan.title[lang]],
    [words.asOf, dayCell(asOf)],
    ...(knownBy === null ? [] : [[words.knownBy, dayCell(knownBy)]]),
    [words.tool, `${tool.name} ${tool.version}`],
    [words.exit, exit.code],
    ...[...policyTexts(analysis.gate.policy, lang), ...inventedTexts(analysis, lang)].map(text => [text]),
  ];
}

export const settingsSheet = (analysis: Analysis, lang: Lang): WriteSheet => ({
  name: formatWordsIn(lang).sheet.settings,
  columns: [
    { width: 24, style: { alignment: { vertical: 'top' } } },
    { width: 60, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ],
  rows: settingRows(analysis, lang).map(row => row.map(asCell)),
  ...inPrint('1:1', true),
});
