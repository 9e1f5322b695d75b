import type { Day } from '../values/day.ts';
import type { Place } from '../values/place.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Dating, Scope, Status } from './report.ts';

export interface Flow {
  readonly from: Day;
  readonly to: Day;
}

export interface Publication {
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** One reported figure, or one claim without a figure, with all that a judge must know of it. */
export interface Observation {
  readonly indicator: string | null;
  readonly measure: string | null;
  readonly region: string;
  readonly quantity: Quantity | null;
  readonly asOf: Day;
  readonly dated: Dating;
  readonly published: Day | null;
  readonly counts: string | null;
  readonly scope: Scope;
  readonly status: Status;
  readonly flow: Flow | null;
  readonly says: string | null;
  readonly against: string | null;
  readonly startsSeries: string | null;
  readonly unusable: string | null;
  readonly note: string | null;
  readonly source: Publication;
  readonly place: Place;
}
