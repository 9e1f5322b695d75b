import { aggregateOf } from '../evidence/aggregate.ts';
import { fulfilling, isTwoSided } from '../methods/goals.ts';
import { periodName } from '../model/period-name.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import type { Deciding, Reason } from '../model/reason.ts';
import { isOfStates, type JudgedSpan, spanOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { contains, point } from '../values/interval.ts';
import type { Understanding } from './understand.ts';

/** What is missing of a span; where that is one period after its end, with what it must be for the goal to be met. */
export function periodsWanted(understanding: Understanding, indicator: Indicator): Deciding | null {
  const { reading, evidence, frame } = understanding;
  const span = reading.over && spanOf(reading.over, indicator, reading.goal);
  const [missing, another] = evidence.span?.missing ?? [];
  if (!span || !missing) return null;
  const isYear = indicator.per === 'year' ? undefined : false;
  // While the last state is still to come, that of today is asked for.
  const nameOf = (day: Day) => (!isOfStates(span.form) ? periodName(day, isYear) : day > frame.at ? frame.at : day);
  const isLast = another === undefined && frame.hasPassed;
  const need = isLast ? neededOf(understanding, span, indicator, span.periods.indexOf(missing)) : null;
  if (need) return { code: 'period', args: { ...need, unit: indicator.unit, period: nameOf(missing) } };
  return { code: 'periods', args: { periods: evidence.span?.missing.map(nameOf) ?? [] } };
}

/** What a missing period must be, whatever the others are within what is known of them. */
function neededOf({ reading, evidence }: Understanding, span: JudgedSpan, indicator: Indicator, index: number) {
  const { goal } = reading;
  const { known = [] } = evidence.span ?? {};
  if (isTwoSided(goal) || index < 0) return null;
  const isUpward = (goal.high === null) !== (isOfStates(span.form) && index === 0);
  const wanted = fulfilling(goal);
  const isEnough = (value: number) =>
    contains(wanted, aggregateOf(span.form, known.with(index, point(isUpward ? value : -value)), indicator));
  const least = leastOf(isEnough);
  if (least === null) return null;
  const isStrict = goal.comparator === 'above' || goal.comparator === 'below';
  return {
    comparator: isUpward ? (isStrict ? 'above' : 'at_least') : isStrict ? 'below' : 'at_most',
    value: isUpward ? least : 0 - least,
  } as const;
}

const FARTHEST = 2 ** 52;

/** The least value that is enough, rounded up to four digits; null where none is, or any. */
function leastOf(isEnough: (value: number) => boolean): number | null {
  let [short, enough] = [-FARTHEST, FARTHEST];
  if (isEnough(short) || !isEnough(enough)) return null;
  for (let turn = 0; turn < 200; turn++) {
    const middle = (short + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else short = middle;
  }
  const exact = Number(enough.toPrecision(11));
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(exact) || 1)) - 3);
  return Number((Math.ceil(Number((exact / unit).toPrecision(11))) * unit).toPrecision(11));
}

/** Flows of several periods add up only for a target that says so; one that does not, and may have meant it, is told. */
export function notSummed(
  [shown]: readonly Understanding[],
  verdict: Verdict,
  indicator: Indicator,
  { period }: Plan,
): Reason[] {
  if (!shown || verdict === 'met' || indicator.kind !== 'flow' || shown.reading.over) return [];
  const { used, setAside } = shown.evidence;
  const told = [...used, ...setAside.filter(({ reason }) => OF_ANOTHER_DAY.includes(reason))];
  const days = told.flatMap(({ observation: { asOf, flow } }) =>
    flow && asOf > period.from && asOf <= shown.reading.by ? [asOf] : [],
  );
  const [first, second] = [...new Set(days)].sort();
  if (first === undefined || second === undefined) return [];
  return [{ code: 'not-summed', args: { from: periodName(first), to: periodName(shown.reading.by) } }];
}

const OF_ANOTHER_DAY: readonly string[] = ['superseded', 'not-on-the-day', 'stale'];
