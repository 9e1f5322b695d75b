import { isIndex } from '../model/kind.ts';
import type { Indicator } from '../model/plan.ts';
import { SMALLEST_SLIP } from '../values/slip.ts';
import type { OfDay } from './fractions.ts';

/*
 * A rate of change in % may be printed as an index of the time before, growth of 2.1 % as 102.1, and an index (上年=100) as
 * a rate of change. What can be trusted tells: the goal, the start, and the figures that have the size of what is meant. A
 * figure is in doubt where it is nearer to these in the other form, and nearer by as much as units slip.
 */

/** What an index has where nothing changes. */
const BASE = 100;
/** Hardly anything halves or doubles in a year: what lies between is of the size of an index, what is less than a half a rate. */
const [LEAST, MOST] = [BASE / 2, 2 * BASE];

const isAround = (value: number): boolean => value > LEAST && value < MOST;
const isRate = (value: number): boolean => Math.abs(value) < LEAST;

/** By how much a figure is too high if it has the other form; undefined where it surely has its own. */
export function indexTest(
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  days: readonly OfDay[],
  { start, goal }: { readonly start: number | null; readonly goal: number | null },
): (value: number) => number | undefined {
  const isOfRates = indicator.kind === 'growth' && indicator.unit === '%';
  if (!isOfRates && !isIndex(indicator)) return () => undefined;
  const [isOwn, isOther, by] = isOfRates ? ([isRate, isAround, BASE] as const) : ([isAround, isRate, -BASE] as const);
  const told = days.flatMap(({ least, most }) => [least, most]).filter(isOwn);
  const trusted = [goal, start, ...told].filter(each => each !== null);
  const away = (value: number) => Math.min(...trusted.map(each => Math.abs(value - each)));
  return value =>
    trusted.length > 0 && isOther(value) && SMALLEST_SLIP * away(value - by) < away(value) ? by : undefined;
}
