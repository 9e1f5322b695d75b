import type { Day } from '../values/day.ts';
import { SMALLEST_SLIP } from '../values/slip.ts';

/*
 * A share in % of 1 or less may be kept as a fraction: 8.2 % as 0.082. What can be trusted tells: the goal, the start, every
 * figure above 1, and one of 1 or less that is of the size of what is trusted beside it. A share falls to 0.3 step by step,
 * but a column of fractions leaps, and no fraction vouches for another: a series has one form. A figure is in doubt where
 * its hundredfold is near to what is trusted, and nearer than itself by as much as units slip.
 */

/** What is told of a day. Only the least and the most are compared: what lies between them cannot differ. */
export interface OfDay {
  readonly day: Day;
  readonly least: number;
  readonly most: number;
}

interface Trusted {
  readonly start: { readonly asOf: Day; readonly nominal: number } | null;
  readonly goal: number | null;
}

type Numbers = readonly number[];

/** Whether a number of a day may be a fraction, in a series of a share in %; the oldest day first. */
export function fractionTest(days: readonly OfDay[], { start, goal }: Trusted): (value: number, day: Day) => boolean {
  const goals = goal === null ? [] : [goal];
  const all = start ? [...days, { day: start.asOf, least: start.nominal, most: start.nominal, isStart: true }] : days;
  const inOrder = [...all].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const before = trustedUpTo(inOrder, goals);
  const after = trustedUpTo(inOrder.reverse(), goals);
  return (value, day) =>
    value > 0 &&
    value <= 1 &&
    isNearerHundredfold(value, [...goals, ...(before.get(day) ?? []), ...(after.get(day) ?? [])]);
}

/** The trusted numbers that were last told before each day, in the order of the days. */
function trustedUpTo(days: readonly (OfDay & { readonly isStart?: boolean })[], goals: Numbers): Map<Day, Numbers> {
  const found = new Map<Day, Numbers>();
  let last: Numbers = [];
  for (const { day, least, most, isStart } of days) {
    if (!found.has(day)) found.set(day, last);
    const beside = [...goals, ...last];
    const own = [least, most].filter(each => isStart || each > 1 || beside.some(other => areOfOneSize(each, other)));
    if (own.length > 0) last = own;
  }
  return found;
}

const areOfOneSize = (a: number, b: number): boolean => a < b * SMALLEST_SLIP && b < a * SMALLEST_SLIP;

function isNearerHundredfold(value: number, trusted: Numbers): boolean {
  const sizes = trusted.filter(each => each > 0);
  if (sizes.length === 0) return false;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const away = (number: number) => Math.max(1, least / number, number / most);
  const hundredfold = away(100 * value);
  return hundredfold < SMALLEST_SLIP && away(value) > SMALLEST_SLIP * hundredfold;
}
