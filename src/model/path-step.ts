import { type Day, daysBetween } from '../values/day.ts';
import type { PathStep } from './explanation.ts';

interface OnPath {
  readonly at: string;
  readonly value: number;
}

/** The straight piece of a path on which a day lies; none on or before its first day. */
export function stepOn(path: readonly OnPath[], day: string): PathStep | null {
  const [first] = path;
  if (!first || day <= first.at) return null;
  const index = Math.max(
    1,
    path.findIndex(point => point.at >= day),
  );
  const from = path[index - 1] ?? first;
  const to = path[index] ?? first;
  const daysGone = daysBetween(from.at as Day, day as Day);
  const daysWhole = daysBetween(from.at as Day, to.at as Day);
  const value = from.value + (daysGone / daysWhole) * (to.value - from.value);
  return { from, to, day, value, daysGone, daysWhole, milestones: path.length - 2 };
}
