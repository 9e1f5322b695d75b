import { showControls } from './controls.ts';

/** What a spreadsheet takes for the beginning of a formula, in half and full width (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export type CsvCell = string | number | boolean | null;

/** A text that no spreadsheet runs: an apostrophe before what would begin a formula. */
export const neutralizeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** One record of RFC 4180, with its line end. Numbers stay numbers, texts are quoted where they must be. */
export const csvRecord = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = neutralizeFormula(showControls(cell));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
