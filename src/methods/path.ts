import type { Goal } from '../model/goal.ts';
import { type Day, dayNumber } from '../values/day.ts';
import { edge } from './goals.ts';

export interface Point {
  readonly at: Day;
  readonly value: number;
}

/** The way from the baseline through any milestones to the goal; straight between its points. */
export type Path = readonly [Point, ...Point[]];

export interface PathInput {
  readonly goal: Goal;
  readonly by: Day;
  readonly baseline: Point;
  readonly milestones: readonly { readonly by: Day; readonly value: number }[];
}

/** A goal that names no number (increase, decrease) has no path. */
export function pathTo({ goal, by, baseline, milestones }: PathInput): Path | null {
  const end = edge(goal, baseline.value);
  if (end === null || by <= baseline.at) return null;
  const between = milestones
    .filter(milestone => milestone.by > baseline.at && milestone.by < by)
    .map(milestone => ({ at: milestone.by, value: milestone.value }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return [baseline, ...between, { at: by, value: end }];
}

/** The value expected on a day: 时序进度. Before the baseline and after the end, the nearest point. */
export function valueOn([first, ...rest]: Path, day: Day): number {
  return valueAlong([position(first), ...rest.map(position)], dayNumber(day));
}

const position = ({ at, value }: Point): Position => ({ at: dayNumber(at), value });

/** `value` at a time in whatever unit the line is drawn in: days, months or years. */
export interface Position {
  readonly at: number;
  readonly value: number;
}

/** The value of a line of straight pieces, given in order of time; outside it, the nearest end. */
export function valueAlong(line: readonly [Position, ...Position[]], at: number): number {
  let [from] = line;
  if (at <= from.at) return from.value;
  for (const to of line) {
    // At a point its own value, without the noise of a sum: a way from 0.6 back to 0.6 ends at 0.6.
    if (at === to.at) return to.value;
    if (at < to.at) return from.value + ((at - from.at) / (to.at - from.at)) * (to.value - from.value);
    from = to;
  }
  return from.value;
}

/**
 * Earned schedule: the number of the day on which the path reaches a value, so that "running k months late" is that day
 * against the figure's own. Outside the path its first or last piece is drawn on (docs/methods.md). Null on a level path.
 */
export function dueOn(path: Path, value: number): number | null {
  const pieces = path.slice(1).map((to, index) => [path[index] ?? to, to] as const);
  const rising = Math.sign((path.at(-1)?.value ?? 0) - path[0].value);
  const piece = pieces.find(([, to]) => rising * (to.value - value) >= 0) ?? pieces.at(-1);
  if (!piece || rising === 0) return null;
  const [from, to] = piece;
  if (to.value === from.value) return dayNumber(to.at);
  const share = (value - from.value) / (to.value - from.value);
  const number = dayNumber(from.at) + share * (dayNumber(to.at) - dayNumber(from.at));
  return Math.abs(number) < MAX_DAY ? Math.round(number) : null;
}

/** ISO days end with the year 9999; a slower pace than that is no day at all. */
const MAX_DAY = 2_932_896;
