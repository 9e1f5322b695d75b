import { csvRecord } from '../escape/csv.ts';
import { cellsOf, type Form, formColumns } from './form.ts';

/** With the sign by which a spreadsheet takes the text for UTF-8. */
export const csvForm = (form: Form): string =>
  `\ufeff${cellsOf(form)
    .map(row => csvRecord(formColumns.map((_, col) => row[col] ?? '')))
    .join('')}`;
