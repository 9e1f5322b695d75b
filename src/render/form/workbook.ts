import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { statuses } from '../../model/report.ts';
import { outlineWordsIn } from '../plan/show.ts';
import { formWords } from '../words/form.ts';
import type { Lang } from '../words/words.ts';
import { asCell, FACE, inPrint } from '../workbook/sheet.ts';
import { cellsOf, formColumns, type ReportForm, ROWS_ABOVE } from './form.ts';

const HEADING = { font: { ...FACE, bold: true }, alignment: { wrapText: true, vertical: 'top' } } as const;
const WIDTHS = { indicator: 44, value: 14, unit: 12, counts: 40, as_of: 14, status: 14, note: 32 } as const;

/** A sheet to be filled in, with lists to choose from, and one of notes that the lists are taken from. */
export function xlsxForm(form: ReportForm): Promise<Uint8Array> {
  const notes = notesOf(form);
  return writeXlsx({
    sheets: [formSheet(form, notes.ranges), notes.sheet],
    // The same plan must give the same bytes.
    properties: { creator: 'shanxi-plan', created: new Date(0), modified: new Date(0) },
  });
}

function formSheet(form: ReportForm, ranges: ReadonlyMap<string, string>): WriteSheet {
  const rows = cellsOf(form);
  const cell = (field: (typeof formColumns)[number], index: number): string =>
    `${String.fromCharCode(65 + formColumns.indexOf(field))}${ROWS_ABOVE + 1 + index}`;
  const below = form.rows.length - 1;
  return {
    name: formWords[form.lang].sheets[0],
    columns: formColumns.map(field => ({
      width: WIDTHS[field],
      ...(field === 'as_of' && { numFmt: 'yyyy-mm-dd' }),
      style: { alignment: { vertical: 'top' as const, ...(field !== 'value' && { wrapText: true }) } },
    })),
    rows: rows.map(row => row.map(text => (text === '' ? null : asCell(text)))),
    cells: new Map(
      [0, ROWS_ABOVE - 1].flatMap(row =>
        (rows[row] ?? []).map((text, col) => [`${row},${col}`, { value: asCell(text), style: HEADING }] as const),
      ),
    ),
    dataValidations: [
      ...form.rows.flatMap(({ id }, index) => {
        const range = ranges.get(id);
        return range === undefined ? [] : [listOf(cell('counts', index), { formula1: range })];
      }),
      ...(below < 0 ? [] : [listOf(`${cell('status', 0)}:${cell('status', below)}`, { values: [...statuses] })]),
    ],
    freezePane: { rows: ROWS_ABOVE },
    ...inPrint(`${ROWS_ABOVE}:${ROWS_ABOVE}`, true),
  };
}

const listOf = (range: string, from: { readonly formula1: string } | { readonly values: string[] }) => ({
  type: 'list' as const,
  range,
  allowBlank: true,
  showErrorMessage: true,
  ...from,
});

/** How the form is filled in, in both languages, and what may be chosen for each indicator. */
function notesOf({ rows, lang }: ReportForm): {
  readonly sheet: WriteSheet;
  readonly ranges: ReadonlyMap<string, string>;
} {
  const { sheets, columns } = formWords[lang];
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const { relation: relations } = outlineWordsIn(lang).indicators;
  const fields = ['id', 'zh', 'en', 'unit', 'definition', 'relation'] as const;
  const lines: string[][] = [
    ...[...formWords[lang].notes, '', ...formWords[other].notes, ''].map(text => [text]),
    fields.map(field => columns[field]),
  ];
  const heading = lines.length - 1;
  const ranges = new Map<string, string>();
  for (const { id, title, unit, definitions } of rows) {
    const first = lines.length + 1;
    const named = [id, title.zh, title.en, unit];
    for (const { name, relation } of definitions) lines.push([...named, name, relations[relation]]);
    if (definitions.length === 0) lines.push(named);
    else ranges.set(id, `'${sheets[1]}'!$E$${first}:$E$${lines.length}`);
  }
  const bold = (lines[heading] ?? []).map(
    (text, col) => [`${heading},${col}`, { value: asCell(text), style: HEADING }] as const,
  );
  return {
    ranges,
    sheet: {
      name: sheets[1],
      columns: [28, 40, 44, 12, 40, 32].map(width => ({ width })),
      rows: lines.map(row => row.map(text => (text === '' ? null : asCell(text)))),
      cells: new Map(bold),
      ...inPrint(`${heading + 1}:${heading + 1}`, true),
    },
  };
}
