import type { Indicator } from '../../model/plan.ts';
import { relationOf } from '../../model/relation.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { scopeLabelledIn, scopeSaidIn } from '../../values/scope-said.ts';
import type { Document, Step } from '../document/document.ts';
import type { TellFinding } from './in-ids.ts';
import { remembering, type SaidBeside, saidAround, saidByOne } from './texts-beside.ts';

/** A text outside the numbers that says what they count. */
export type ScopeBeside = SaidBeside<string>;

export const scopeIn = remembering(scopeLabelledIn);

/** Who publishes is no scope, and what stands under `scope` is read. */
const isOfFigures = ({ path }: ScopeBeside): boolean => path.at(-1) !== 'publisher' && path.at(-1) !== 'scope';

export const scopesBeside = (head: ReportHead, document: Partial<Document> = {}): readonly ScopeBeside[] =>
  saidAround(head, document, scopeSaidIn).filter(isOfFigures);

/** Told where a figure says neither what it counts nor whether it is of the whole, and would yet be taken for what is meant. */
export function checkScopeBeside(
  raw: RawFigure,
  path: readonly Step[],
  { scope, counts }: ReportHead,
  { indicator, beside }: { readonly indicator: Indicator; readonly beside: readonly ScopeBeside[] },
  tell: TellFinding,
): void {
  if ((raw.scope ?? scope ?? raw.counts ?? counts) !== undefined) return;
  if (relationOf(indicator.counts, null) === undefined) return;
  const hear = ({ said, path: at }: ScopeBeside): void =>
    tell({ code: 'scope-beside', args: { text: said }, path: at });
  // What the note of one figure only adds to it, such as 含在建, is for whoever reports it to take up in what it counts.
  saidByOne(raw, path, scopeIn).filter(isOfFigures).forEach(hear);
  beside.forEach(hear);
}
