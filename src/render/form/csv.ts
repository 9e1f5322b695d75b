import { csvRecord } from '../escape/csv.ts';
import { cellsOf, formColumns, type ReportForm } from './form.ts';

/** With the sign by which a spreadsheet takes the text for UTF-8. */
export const csvForm = (form: ReportForm): string =>
  `\ufeff${cellsOf(form)
    .map(row => csvRecord(formColumns.map((_, col) => row[col] ?? '')))
    .join('')}`;
