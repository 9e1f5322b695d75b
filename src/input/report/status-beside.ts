import type { RawFigure, ReportHead } from '../../model/report.ts';
import { statusSaidIn } from '../../values/status-said.ts';
import type { Document, Step } from '../document/document.ts';
import type { TellFinding } from './in-ids.ts';
import { remembering, type SaidBeside, saidAround, saidByOne } from './texts-beside.ts';

/** A text outside the numbers that calls them goals or forecasts, or withdrawn. */
export type StatusBeside = SaidBeside<string>;

export const statusIn = remembering(statusSaidIn);

export const statusesBeside = (head: ReportHead, document: Partial<Document> = {}): readonly StatusBeside[] =>
  saidAround(head, document, statusIn);

/** What is said beside the numbers may be meant of some of them, so it is not read, but told where a figure does not say its own. */
export function checkStatusBeside(
  raw: RawFigure,
  path: readonly Step[],
  { status: ofAll }: ReportHead,
  beside: readonly StatusBeside[],
  tell: TellFinding,
): void {
  if (raw.unusable !== undefined || (raw.status ?? ofAll) !== undefined) return;
  const hear = ({ said, path: at }: StatusBeside): void =>
    tell({ code: 'status-beside', args: { text: said }, path: at });
  saidByOne(raw, path, statusIn).forEach(hear);
  beside.forEach(hear);
}
