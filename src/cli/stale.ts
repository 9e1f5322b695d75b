import type { Plan } from '../model/plan.ts';
import { addMonths, type Day } from '../values/day.ts';

/**
 * Whether, of some indicator that was judged, figures of that day no longer answer for today. The day of an analysis may
 * come from the reports themselves, and a stale report must not look fresh.
 */
export function isStale({ indicators }: Plan, judged: Iterable<string>, asOf: string, today: string): boolean {
  for (const id of judged) {
    const indicator = indicators[id];
    if (indicator && today > addMonths(asOf as Day, indicator.freshForMonths)) return true;
  }
  return false;
}
