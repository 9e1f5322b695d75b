import type { OneValue } from '../evidence/judged-side.ts';
import type { Usable } from '../evidence/screen.ts';
import { fulfilling, isDirectionOnly, isMet, unfulfilling } from '../methods/goals.ts';
import type { Goal } from '../model/goal.ts';
import { contains, type Interval, intersect, isEmpty, isPoint, isSame } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';

/*
 * A goal is as precise as the plan prints it. Where one figure decides alone, says no more than its digits, is at least as
 * fine as the goal and stands on its printed edge, it counts as it is printed: 5.4 % meets "at least 5.4 %", and 1.3 is not
 * "below 1.3". Everywhere else the ends of the interval decide.
 */

/** An edge as the plan prints it, with one unit of its last digit. */
export interface PrintedEdge {
  readonly value: number;
  readonly step: number;
}

const edgesOf = ({ low, high, step }: Goal): PrintedEdge[] =>
  [low, high].filter(edge => edge !== null).map(value => ({ value, step }));

/** The figure whose number stands on one of these edges as it is printed; null where the ends of the interval decide. */
export function figureOnEdge({ interval, figure }: OneValue, edges: readonly PrintedEdge[], goal: Goal): Usable | null {
  if (!figure || isPoint(interval) || !isSame(interval, figure.quantity)) return null;
  const { nominal, step, isPlain, kept } = figure.quantity;
  const isOnEdge = edges.some(edge => nominal === edge.value && step <= edge.step);
  const isDenied = kept !== undefined && isMet(goal, kept) !== isMet(goal, nominal);
  return isPlain && isOnEdge && !isDenied ? figure : null;
}

/** Whether a figure that stands on the edge of the goal fulfils it; null for any other. */
export function metAsPrinted(one: OneValue, goal: Goal): boolean | null {
  const figure = figureOnEdge(one, edgesOf(goal), goal);
  return figure && isMet(goal, figure.quantity.nominal);
}

/**
 * The pace uses the whole interval of the start. Whether the start met the goal is decided by its printed number, so that
 * the interval is cut to the values that agree with it.
 */
export function asFarAsPrinted(interval: Interval, printed: Quantity, goal: Goal): Interval[] {
  const { nominal, isPlain } = printed;
  const isMeant = isPlain && contains(printed, interval);
  if (!isMeant || isPoint(interval) || isDirectionOnly(goal)) return [interval];
  const alike = (isMet(goal, nominal) ? [fulfilling(goal)] : unfulfilling(goal)).map(each => intersect(interval, each));
  const left = alike.filter(each => !isEmpty(each));
  return left.length > 0 ? left : [interval];
}

/** One unit of the last digit of a number that the plan gives plainly. */
export const stepOf = (value: number): number => 10 ** -(String(value).split('.')[1]?.length ?? 0);
