import { showControls } from './controls.ts';

/** The longest text that a cell may hold. */
const MAX_CELL = 32_767;

/**
 * A text for a cell of a workbook. Its type keeps it from being a formula; `_x0041_`, which a spreadsheet would read as
 * the letter A, is written so that it stays what it is. A line in a cell ends with a line feed alone.
 */
export function spreadsheetText(text: string): string {
  const escaped = showControls(text)
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escaped.length > MAX_CELL ? `${escaped.slice(0, MAX_CELL - 1)}…` : escaped;
}
