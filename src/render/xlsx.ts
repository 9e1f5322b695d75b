import { writeXlsx } from 'hucre/xlsx';
import type { Analysis } from '../model/analysis.ts';
import { byTask } from './by-task.ts';
import type { Format } from './format.ts';
import { MARK_TEXT } from './mark.ts';
import { placesOf } from './places.ts';
import { formatWordsIn } from './words/formats-registry.ts';
import type { Lang } from './words/words.ts';
import { evidenceColumns, evidenceRows } from './workbook/evidence.ts';
import { type GapRow, gapColumns } from './workbook/gaps.ts';
import { overviewSheet } from './workbook/overview.ts';
import { dayCell, sheetOf } from './workbook/sheet.ts';
import { settingsSheet, summaryColumns, summaryRows } from './workbook/summary.ts';

/** A workbook: a sheet to be handed on, then with typed cells the gap analysis, the counts by task, and all evidence. */
export const xlsx: Format = {
  // No program keeps the comment of an archive that saves it anew: what a person changed is replaced no more.
  mark: { ends: new RegExp(`${MARK_TEXT}$`) },
  render: async (analysis, { lang }) => withComment(await render(analysis, lang), MARK_TEXT),
};

/** Rows of evidence in one workbook: each takes memory, and nobody reads more. */
const MOST_ROWS = 10_000;

/** The comment of an archive is its last field, and the length of it the one before. */
function withComment(archive: Uint8Array, text: string): Uint8Array {
  const comment = new TextEncoder().encode(text);
  const whole = new Uint8Array(archive.length + comment.length);
  whole.set(archive);
  whole.set(comment, archive.length);
  new DataView(whole.buffer).setUint16(archive.length - 2, comment.length, true);
  return whole;
}

function render(analysis: Analysis, lang: Lang): Promise<Uint8Array> {
  const { sheet, moreEvidence } = formatWordsIn(lang);
  const { gaps, summary, evidence } = sheet;
  const rows = evidenceRows(analysis, lang);
  const left = rows.length - MOST_ROWS;
  const written = dayCell(analysis.asOf) ?? new Date(0);
  return writeXlsx({
    sheets: [
      overviewSheet(analysis, lang),
      sheetOf(gaps, gapColumns, gapRows(analysis, lang), lang),
      sheetOf(summary, summaryColumns(lang), summaryRows(analysis, lang), lang),
      sheetOf(evidence, evidenceColumns, rows.slice(0, MOST_ROWS), lang, left > 0 ? [[moreEvidence(left)]] : []),
      settingsSheet(analysis, lang),
    ],
    // The day of the analysis, since the same analysis must give the same bytes.
    properties: { creator: analysis.tool.name, created: written, modified: written },
  });
}

function gapRows(analysis: Analysis, lang: Lang): GapRow[] {
  const placeOf = placesOf(analysis);
  const measures = new Map(analysis.measures.map(({ id, title }) => [id, title[lang]]));
  return byTask(analysis).flatMap(({ title, assessments }) =>
    assessments.map(assessment => ({
      assessment,
      task: title[lang],
      measure: measures.get(assessment.measure) ?? assessment.measure,
      place: placeOf(assessment),
      lang,
    })),
  );
}
