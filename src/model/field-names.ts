import { namesOf } from '../values/keys.ts';
import type { RawFigure, ReportHead } from './report.ts';

/*
 * The names of fields, for what must not load a schema to know them. A name that the schema lacks, or one that it has and
 * that does not stand here, does not compile.
 */

/** What a report may say once for all of its figures; its note is of itself. */
const saidForAll: Readonly<Record<Exclude<keyof RawFigure & keyof ReportHead, 'note'>, true>> = {
  as_of: true,
  dated: true,
  published: true,
  region: true,
  counts: true,
  scope: true,
  status: true,
  source: true,
};

/** Of a listed figure. */
export const figureFields = namesOf<RawFigure>({
  ...saidForAll,
  value: true,
  unit: true,
  power_of_ten: true,
  flow: true,
  kept: true,
  rounded_to: true,
  tolerance: true,
  exact: true,
  says: true,
  against: true,
  new_series: true,
  unusable: true,
  note: true,
  indicator: true,
  measure: true,
});

/** Of a report, above its figures. */
export const headFields = namesOf<ReportHead>({
  $schema: true,
  report: true,
  plan: true,
  ...saidForAll,
  invented: true,
  note: true,
});
