import { pathTo } from '../methods/path.ts';
import type { Assessment } from '../model/analysis.ts';
import { finiteEnds, hull } from '../values/interval.ts';
import type { Understanding } from './understand.ts';

/** The way that the plan sets, and what is known of the way gone before the judged day: what a chart over time draws. */
export function courseOf({ printed, worlds }: Understanding): Assessment['course'] {
  const { goal, by, baseline, milestones, isEvent } = printed;
  const path = (!isEvent && baseline && pathTo({ goal, by, baseline, milestones })) || [];
  const points = worlds.flatMap(({ start, history }) => [...(start ? [start] : []), ...history]);
  const days = [...new Set(points.map(({ at }) => at))].filter(day => day < printed.at).toSorted();
  const ofDay = (day: string) => points.filter(({ at }) => at === day).flatMap(({ intervals }) => intervals);
  return {
    path: path.map(({ at, value }) => ({ at, value })),
    history: days.map(day => ({ at: day, ...finiteEnds(hull(ofDay(day))) })),
  };
}
