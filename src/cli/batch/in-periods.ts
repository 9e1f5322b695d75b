import { type Period, periodOf } from '../../batch/period.ts';
import type { PeriodLength } from '../../model/batch.ts';
import { targetsOf } from '../../model/outline.ts';
import type { Day } from '../../values/day.ts';
import type { Share } from '../../values/share.ts';
import { refuseBeyond } from '../most.ts';
import type { BatchContext } from './context.ts';
import type { GroupSubject } from './judge-group.ts';
import { type Days, tellsDay } from './read-files.ts';

/** What is known of a file or a region, before it is cut into periods. */
export interface Whole extends Omit<GroupSubject, 'key' | 'asOf'> {
  readonly file: string | null;
  readonly region: string;
}

const ALL: Share = { index: 0, of: 1 };

/** The groups of a file or a region: one as it stands, or one for the end of each period of this share. */
export function inPeriods(context: BatchContext, whole: Whole, days: Days | null, share = ALL): GroupSubject[] {
  const { groupedBy, asOf, plan, limits } = context;
  const { file, region, ...rest } = whole;
  const key = { plan: groupedBy.plan ? plan.id : null, file, region, period: null, isByRegion: groupedBy.region };
  if (groupedBy.period === null || !days || targetsOf(plan, region).length === 0)
    return share.index > 0 ? [] : [{ ...rest, key, asOf: asOf ?? days?.latest }];
  const periods = periodsIn(context, whole, days, groupedBy.period);
  refuseBeyond('periods', periods.length, limits);
  return periods
    .filter((_, index) => index % share.of === share.index)
    .map(({ label, end }) => ({ ...until(rest, earlier(end, asOf ?? end)), key: { ...key, period: label } }));
}

/**
 * The periods within the plan's own in which a figure was reported, and the last one of the batch, in which who has
 * reported nothing for long is judged as well.
 */
function periodsIn(
  { asOf, plan, knownBy }: BatchContext,
  { observations }: Whole,
  days: Days,
  length: PeriodLength,
): Period[] {
  const last = asOf ?? days.latest;
  const reported = observations.filter(each => tellsDay(each, knownBy)).map(each => each.asOf);
  const judged = [...new Set(reported)].filter(day => day >= plan.period.from && day <= last);
  const periods = new Map([...judged, last].map(day => periodOf(day, length)).map(period => [period.label, period]));
  return [...periods.values()].toSorted((a, b) => (a.end < b.end ? -1 : 1));
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What describes a day up to the end of a period; what comes later belongs to the next one. */
function until(whole: Omit<GroupSubject, 'key' | 'asOf'>, asOf: Day): Omit<GroupSubject, 'key'> {
  const observations = whole.observations.filter(observation => observation.asOf <= asOf);
  const files = new Set(observations.map(({ place }) => place.file));
  return { ...whole, asOf, observations, files: whole.files.filter(({ path }) => files.has(path)) };
}
