import type { RawFigure, ReportHead } from '../../model/report.ts';
import { statusSaidIn } from '../../values/status-said.ts';
import type { Document, Step } from '../document/document.ts';
import type { TellFinding } from './in-ids.ts';

/** A text outside the figures that calls them goals or forecasts, and where it stands. */
export interface StatusBeside {
  readonly text: string;
  readonly path: readonly Step[];
}

/** In what stands above all figures, and in the notes around a table. */
export function statusesBeside(
  { report, note, source }: ReportHead,
  { aside = [], sheet }: Partial<Document> = {},
): readonly StatusBeside[] {
  const texts: readonly (readonly [text: string | undefined, ...path: Step[]])[] = [
    [report, 'report'],
    [note, 'note'],
    [source?.title, 'source', 'title'],
    [sheet, 'sheet'],
    ...aside.map((text, index) => [text, 'aside', index] as const),
  ];
  return texts.flatMap(([stated, ...path]) => {
    const text = stated === undefined ? undefined : statusSaidIn(stated);
    return text === undefined ? [] : [{ text, path }];
  });
}

/** What is said beside the numbers may be meant of some of them, so it is not read, but told where a figure does not say its own. */
export function checkStatusBeside(
  { value, note, status }: RawFigure,
  path: readonly Step[],
  { status: ofAll }: ReportHead,
  beside: readonly StatusBeside[],
  tell: TellFinding,
): void {
  if (value === undefined || (status ?? ofAll) !== undefined) return;
  const text = note === undefined ? undefined : statusSaidIn(note);
  if (text !== undefined) tell({ code: 'status-beside', args: { text }, path: [...path, 'note'] });
  for (const said of beside) tell({ code: 'status-beside', args: { text: said.text }, path: said.path });
}
