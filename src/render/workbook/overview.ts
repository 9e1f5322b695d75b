import type { Cell, CellStyle, WriteSheet } from 'hucre';
import type { Analysis, Assessment } from '../../model/analysis.ts';
import { type Severity, severities } from '../../model/verdict.ts';
import { largest } from '../../values/largest.ts';
import { aboutText } from '../about.ts';
import { worstFirst } from '../counts.ts';
import { inventedTexts } from '../invented.ts';
import { wrap } from '../layout/text.ts';
import { decidingText, reasonsText, stateFacts } from '../message.ts';
import { severitySigns } from '../signs.ts';
import { targetTexts } from '../target-texts.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import { wordsIn } from '../words/registry.ts';
import { type Lang, possibleWords } from '../words/words.ts';
import { asCell, dayCell, FACE, inPrint, type WorkbookCell } from './sheet.ts';

/** Light enough for black text on it, also where it is printed without colour. */
const fills: Readonly<Record<Severity, string>> = {
  fail: 'FFF8CBAD',
  warn: 'FFFFE699',
  undecided: 'FFE4DFEC',
  info: 'FFDDEBF7',
  ok: 'FFD5E8D4',
};

const WIDTHS = [30, 18, 12, 20, 12, 16, 10, 11, 14, 18, 50];
/** Points that a line of text takes; a program does not look for itself how high a row has to be. */
const LINE = 15;
const LINED = { border: { bottom: { style: 'hair' } }, font: FACE } as const;
const TOP: CellStyle = { ...LINED, alignment: { wrapText: true, vertical: 'top' } };
const RIGHT: CellStyle = { ...LINED, alignment: { wrapText: true, vertical: 'top', horizontal: 'right', indent: 1 } };

/** The sheet that may be handed on: what it is of, how it stands, and every target, worst first, in words. */
export function overviewSheet(analysis: Analysis, lang: Lang): WriteSheet {
  const head = headRows(analysis, lang);
  const heading = headings(lang);
  const body = worstFirst(analysis).map(each => ({ severity: each.severity, cells: cellsOf(each, lang) }));
  const rows = [...head.map(({ text }) => [text]), [], heading, ...body.map(({ cells }) => cells)];
  const top = head.length + 1;
  const styled = new Map<string, Partial<Cell>>();
  const set = (row: number, column: number, style: CellStyle) =>
    styled.set(`${row},${column}`, { value: asCell(rows[row]?.[column] ?? null), style });
  for (const [row, { style }] of head.entries()) set(row, 0, style);
  for (const column of heading.keys()) set(top, column, headingStyle(column));
  for (const [index, { severity, cells }] of body.entries())
    for (const [column, cell] of cells.entries()) set(top + 1 + index, column, styleOf(column, cell, severity));
  return {
    name: formatWordsIn(lang).sheet.overview,
    columns: WIDTHS.map(width => ({ width })),
    rows: rows.map(row => row.map(asCell)),
    cells: styled,
    rowDefs: new Map(
      [heading, ...body.map(({ cells }) => cells)].map((cells, index) => [top + index, { height: heightOf(cells) }]),
    ),
    freezePane: { rows: top + 1 },
    autoFilter: { range: `A${top + 1}:K${Math.max(rows.length, top + 2)}` },
    ...inPrint(`${top + 1}:${top + 1}`, true),
  };
}

const heightOf = (cells: readonly WorkbookCell[]): number =>
  LINE *
  largest(
    cells.map((cell, column) => (typeof cell === 'string' ? wrap(cell, (WIDTHS[column] ?? LINE) - 3).length : 1)),
    1,
  );

interface HeadRow {
  readonly text: string;
  readonly style: CellStyle;
}

/** They run over the columns beside them, which are empty there. */
function headRows(analysis: Analysis, lang: Lang): HeadRow[] {
  const { plan, summary } = analysis;
  const { screen, table } = wordsIn(lang);
  const { failing, inOrder } = summary.range;
  const counted = severities.flatMap(each => {
    const count = summary.severities[each] ?? 0;
    return count > 0 || each === 'fail' ? [`${severitySigns[each]} ${table.severities([[each, count]])}`] : [];
  });
  const line = (text: string, style: CellStyle = {}): HeadRow => ({ text, style });
  return [
    line(plan.title[lang], { font: { ...FACE, bold: true, size: 16 } }),
    line(aboutText(analysis, lang), { font: { ...FACE, size: 12 } }),
    line([...counted, screen.targets(summary.targets)].join('   '), { font: { ...FACE, bold: true, size: 12 } }),
    ...(summary.severities.undecided ? [line(screen.whatever(failing, inOrder))] : []),
    ...inventedTexts(analysis, lang).map(text => line(text, { font: { ...FACE, bold: true } })),
  ];
}

function headings(lang: Lang): string[] {
  const { target, reported, gap, done, schedule, months, verdict } = wordsIn(lang).table.columns;
  const { goal, by, asOf, deciding } = formatWordsIn(lang).column;
  return [target, goal, by, reported, asOf, gap, done, schedule, months, verdict, deciding];
}

function cellsOf(assessment: Assessment, lang: Lang): WorkbookCell[] {
  const { title, goal, by, reported, asOf, gap, done, schedule, months, verdict } = targetTexts(assessment, lang);
  const why = whyText(assessment, lang);
  return [title, goal, dayCell(by), reported, dayCell(asOf), gap, done, schedule, months, verdict, why];
}

/** Of an open verdict what is possible and what would settle it, else what it rests on. */
function whyText(assessment: Assessment, lang: Lang): string {
  const words = wordsIn(lang);
  const deciding = decidingText(assessment, lang);
  const open =
    assessment.verdict === 'undecided' ? [words.table.possible(possibleWords(words, assessment.possible))] : [];
  return words.facts([
    ...open,
    ...(assessment.reasons.length > 0 ? [reasonsText(assessment, lang)] : []),
    ...(deciding === null ? [] : [words.said(words.table.deciding, deciding)]),
    ...(assessment.derived ? [words.table.derived] : []),
    ...stateFacts(assessment, lang),
  ]);
}

const VERDICT = 9;
const FIGURES = [1, 3, 5, 6, 7, 8];

const headingStyle = (column: number): CellStyle => ({
  ...(FIGURES.includes(column) ? RIGHT : TOP),
  font: { ...FACE, bold: true },
  border: { bottom: { style: 'thin' } },
});

function styleOf(column: number, cell: WorkbookCell, severity: Severity): CellStyle {
  if (cell instanceof Date) return { ...TOP, numFmt: 'yyyy-mm-dd' };
  if (column === VERDICT)
    return {
      ...TOP,
      font: { ...FACE, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fills[severity] } },
    };
  return FIGURES.includes(column) ? RIGHT : TOP;
}
