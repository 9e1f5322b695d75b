import type { Flow, Observation, Publication } from '../../model/observation.ts';
import type { Plan } from '../../model/plan.ts';
import { ownRegion } from '../../model/regions.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { asMeasured, type Measured } from '../../model/width.ts';
import type { Place } from '../../values/place.ts';
import { parseQuantity, type Quantity } from '../../values/quantity.ts';
import { asExact, roundedTo, withKept } from '../../values/widen.ts';
import { indicatorOf } from '../shape/names.ts';
import type { StatedFigure } from './figures.ts';

/** A figure with all that its report says once for every figure; none without a day that it describes. */
export function observationOf(
  { raw, path }: StatedFigure,
  report: ReportHead,
  plan: Plan,
  publicationOf: PublicationOf,
  placeOf: (path: StatedFigure['path']) => Place,
): Observation | undefined {
  const asOf = raw.as_of ?? raw.flow?.to ?? report.as_of;
  if (asOf === undefined) return undefined;
  return {
    indicator: raw.indicator ?? null,
    measure: raw.measure ?? null,
    region: raw.region ?? report.region ?? ownRegion(plan),
    quantity: raw.value ? quantityOf(raw, raw.value, indicatorOf(plan, raw.indicator)) : null,
    asOf,
    dated: raw.dated ?? report.dated ?? 'stated',
    published: raw.published ?? report.published ?? null,
    counts: raw.counts ?? report.counts ?? null,
    scope: raw.scope ?? report.scope ?? 'whole',
    status: raw.status ?? report.status ?? 'final',
    flow: raw.flow ? flowOf(raw.flow) : null,
    says: raw.says ?? null,
    against: raw.against ?? null,
    startsSeries: raw.new_series ?? null,
    unusable: raw.unusable ?? null,
    note: raw.note ?? null,
    source: publicationOf(raw.source ?? report.source),
    place: placeOf(path),
  };
}

/** With its ends in one order, whichever way the report has them. */
const flowOf = ({ from, to }: Flow): Flow => ({ from, to });

/** What a source is of one read: a million rows of a table that name one share one object, and no other read has it. */
export type PublicationOf = (source: ReportHead['source']) => Publication;

export function publications(): PublicationOf {
  let last: Publication = { publisher: null, title: null, url: null };
  return source => {
    const { publisher = null, title = null, url = null } = source ?? {};
    if (publisher !== last.publisher || title !== last.title || url !== last.url) last = { publisher, title, url };
    return last;
  };
}

/** What the number means, by its indicator and by what the report says of its rounding or of its "about". */
function quantityOf(raw: RawFigure, value: Quantity, measured: Measured | undefined): Quantity {
  const said = saidOf(raw, value);
  const read = raw.kept === undefined ? said : withKept(said, raw.kept);
  return measured ? asMeasured(read, measured) : read;
}

function saidOf(raw: RawFigure, value: Quantity): Quantity {
  const parsed = raw.tolerance === undefined ? undefined : parseQuantity(value.text, raw.tolerance);
  const read = parsed?.ok ? parsed.value : value;
  if (raw.exact) return asExact(read);
  return raw.rounded_to === undefined ? read : roundedTo(read, raw.rounded_to);
}
