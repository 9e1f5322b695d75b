import type { Indicator } from '../../model/plan.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { folded } from '../../values/fold.ts';
import { type WaySaid, waySaidIn } from '../../values/way-said.ts';
import type { Document, Step } from '../document/document.ts';
import type { TellFinding } from './in-ids.ts';
import { remembering, type SaidBeside, saidAround, saidByOne } from './texts-beside.ts';

/** A text outside the numbers that says how they are measured. */
export type WayBeside = SaidBeside<WaySaid>;

export const wayIn = remembering(waySaidIn);

export const waysBeside = (head: ReportHead, document: Partial<Document> = {}): readonly WayBeside[] =>
  saidAround(head, document, wayIn).filter(isOfFigures);

/** What stands under `scope` is read, and who publishes measures in many ways. */
const isOfFigures = ({ path }: WayBeside): boolean => !['publisher', 'scope'].includes(String(path.at(-1)));

/**
 * Of what is of a time the same words may say another one, or another comparison. Told where a figure says neither what it
 * counts nor of which time it is, unless the plan's own words for the indicator have them, too.
 */
export function checkWayBeside(
  raw: RawFigure,
  path: readonly Step[],
  head: ReportHead,
  { indicator, beside }: { readonly indicator: Indicator; readonly beside: readonly WayBeside[] },
  tell: TellFinding,
): void {
  const { kind, title, aliases, unitTitle, counts: definitions } = indicator;
  if (kind !== 'growth' && kind !== 'flow') return;
  if ((raw.counts ?? head.counts) !== undefined || raw.flow !== undefined) return;
  const own = folded(
    [title.en, title.zh, ...aliases, unitTitle.en, unitTitle.zh, ...Object.keys(definitions)].join(' '),
  );
  const month = Number((raw.as_of ?? head.as_of ?? '').slice(5, 7));
  for (const { said, path: at } of [...saidByOne(raw, path, wayIn).filter(isOfFigures), ...beside])
    if (said.upTo !== month && !own.includes(folded(said.text)))
      tell({ code: 'way-beside', args: { text: said.text }, path: at });
}
