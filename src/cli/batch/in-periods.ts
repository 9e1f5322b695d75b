import { targetsOf } from '../../assess/outline.ts';
import { periodsBetween } from '../../batch/period.ts';
import type { Day } from '../../values/day.ts';
import type { BatchContext } from './context.ts';
import type { GroupSubject } from './judge-group.ts';
import type { Days } from './read-files.ts';

/** Of several workers that share the periods of one group, each takes every n-th. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** What is known of a file or a region, before it is cut into periods. */
export interface Whole extends Omit<GroupSubject, 'key' | 'asOf'> {
  readonly file: string | null;
  readonly region: string;
}

const ALL: Share = { index: 0, of: 1 };

/** The groups of a file or a region: one as it stands, or one for the end of each period. */
export function inPeriods(context: BatchContext, whole: Whole, days: Days | null, share = ALL): GroupSubject[] {
  const { by, asOf, plan } = context;
  const { file, region, ...rest } = whole;
  const key = { file, region, period: null, isByRegion: by.region };
  const isOne = by.period === null || !days || targetsOf(plan, region).length === 0;
  if (isOne && share.index > 0) return [];
  if (isOne) return [{ ...rest, key, asOf: asOf ?? days?.latest }];
  const last = asOf ?? days.latest;
  const first = later(days.first, plan.period.from);
  const periods = periodsBetween(first < last ? first : last, last, by.period);
  return periods
    .filter((_, index) => index % share.of === share.index)
    .map(({ label, end }) => ({ ...until(rest, earlier(end, asOf ?? end)), key: { ...key, period: label } }));
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What describes a day up to the end of a period; what comes later belongs to the next one. */
function until(whole: Omit<GroupSubject, 'key' | 'asOf'>, asOf: Day): Omit<GroupSubject, 'key'> {
  const observations = whole.observations.filter(observation => observation.asOf <= asOf);
  const files = new Set(observations.map(({ place }) => place.file));
  return { ...whole, asOf, observations, files: whole.files.filter(({ path }) => files.has(path)) };
}
