import type { Observation } from '../../model/observation.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import type { Day } from '../../values/day.ts';
import { type DaySaid, daySaidIn } from '../../values/day-said.ts';
import type { Document, Step } from '../document/document.ts';
import type { TellFinding } from './in-ids.ts';
import { remembering, type SaidBeside, saidAround, saidByOne } from './texts-beside.ts';

/** A text outside the numbers that says of which day or time they are. */
export type DayBeside = SaidBeside<DaySaid>;

const titleIn = remembering(text => daySaidIn(text, true));
export const dayIn = remembering(text => daySaidIn(text));

/** Who publishes a figure, and in what, is of a day of its own. */
const isOfFigures = ({ path }: DayBeside): boolean => path.at(-1) === 'note' || path.at(-1) === 'says';

export function daysBeside(head: ReportHead, document: Partial<Document> = {}): readonly DayBeside[] {
  const { report, ...said } = head;
  const { aside = [], sheet } = document;
  const isTitle = aside.map((_, index) => isAbove(document, index));
  const texts = (are: boolean) => aside.map((text, index) => (isTitle[index] === are ? text : ''));
  return [
    ...saidAround(
      { ...(report !== undefined && { report }) },
      { aside: texts(true), ...(sheet !== undefined && { sheet }) },
      titleIn,
    ),
    ...saidAround(said, {}, dayIn).filter(isOfFigures),
    ...saidAround({}, { aside: texts(false) }, dayIn),
  ];
}

/** A title stands above all figures. */
function isAbove({ locate }: Partial<Document>, index: number): boolean {
  const [own, first] = [locate?.(['aside', index]), locate?.(['observations', 0])];
  return own !== undefined && first !== undefined && own.line < first.line;
}

type DatedFigure = Pick<Observation, 'asOf' | 'flow'>;

/** A note of one figure speaks of that one. */
export function checkDayBeside(raw: RawFigure, path: readonly Step[], head: ReportHead, tell: TellFinding): void {
  const asOf = raw.as_of ?? raw.flow?.to ?? head.as_of;
  if (asOf === undefined) return;
  for (const { said, path: at } of saidByOne(raw, path, dayIn).filter(isOfFigures))
    if (!isWithin({ asOf, flow: raw.flow ?? null }, said)) tell(otherDay(said, asOf, at));
}

/** What stands around all figures may speak of some of them: it is told where none is of its time. */
export function checkDaysAround(
  beside: readonly DayBeside[],
  figures: readonly DatedFigure[],
  tell: TellFinding,
): void {
  const last = figures.at(-1);
  if (!last) return;
  for (const { said, path } of beside)
    if (!figures.some(figure => isWithin(figure, said))) tell(otherDay(said, last.asOf, path));
}

/** A figure that says of which time it is may be of more; of a time that is named by its month any day may be the last. */
const isWithin = ({ asOf, flow }: DatedFigure, { from, to }: DaySaid): boolean =>
  flow ? flow.from <= to && from <= flow.to : (asOf >= from && asOf <= to) || asOf.slice(0, 7) === to.slice(0, 7);

const otherDay = (said: DaySaid, asOf: Day, path: readonly Step[]) =>
  ({ code: 'day-beside', args: { text: said.text, asOf }, path }) as const;
