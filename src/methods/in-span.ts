import type { Bands } from '../model/bands.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { daysBetween } from '../values/day.ts';
import { direction, edge, isMet, isTwoSided } from './goals.ts';
import type { Case, SpanCase } from './method.ts';
import { bandOf } from './schedule.ts';

/*
 * What is said of a span that has not ended, where that is no way from a start to a goal: of a mean, by what the rest would
 * have to be; of what must hold in each period, only that none has failed; of a ceiling on what adds up, by how much of it
 * is used up. Everything else begins at nothing and has a schedule like any count.
 */

/** The verdict before the end; null where it is that of any other value. */
export function judgeInSpan(given: Case, value: number): DecidedVerdict | null {
  const { span, bands, isBinding } = given;
  if (!span) return null;
  const isFulfilled = given.isMetAsPrinted ?? isMet(given.goal, value);
  if (span.aggregate === 'each') return isFulfilled ? 'open' : 'missed';
  // A lead over another indicator has no pace: what the rest would have to be depends on both.
  if (given.goal.against !== undefined) return isFulfilled ? 'on-schedule' : 'open';
  if (isFulfilled && (span.aggregate === 'mean' || (span.aggregate === 'sum' && isTwoSided(given.goal))))
    return 'on-schedule';
  // A ceiling that is exceeded is judged as any other value beyond its goal.
  if (!isFulfilled && allowanceOf(given) !== null) return null;
  const pace = paceInSpan(given, value);
  if (pace === undefined) return null;
  return pace === null ? 'open' : bandOf(pace, bands, isBinding);
}

/** Of a mean: its goal divided by what the rest would have to be. Of a ceiling: the time gone divided by what is used. Else undefined. */
export function paceInSpan(given: Case, value: number): number | null | undefined {
  const { span } = given;
  if (!span) return undefined;
  if (span.aggregate === 'each' || given.goal.against !== undefined) return null;
  if (span.aggregate === 'mean') return paceOfMean(given, value);
  const allowed = allowanceOf(given);
  if (allowed === null) return undefined;
  const used = direction(given.goal, value) * -value;
  return used <= 0 ? 1 : (allowed * shareOfTime(given)) / used;
}

/** How much may be used up at most, where nothing at all is as good as can be; a mean is not used up. */
function allowanceOf({ goal, span }: Case): number | null {
  return span?.aggregate === 'mean' || isTwoSided(goal) || !isMet(goal, 0)
    ? null
    : Math.abs(goal.low ?? goal.high ?? 0);
}

const shareOfTime = ({ baseline, at, by }: Case): number =>
  baseline ? daysBetween(baseline.at, at) / daysBetween(baseline.at, by) : 1;

function paceOfMean(given: Case, value: number): number | null {
  const wanted = edge(given.goal, value);
  const rest = restOf(given, value);
  if (wanted === null || wanted <= 0 || rest === null) return null;
  if (direction(given.goal, value) === -1) return rest / wanted;
  return rest <= 0 ? 1 : wanted / rest;
}

/** What the mean of the periods to come would have to be; null where none is to come. */
function restOf({ goal, span }: Case, value: number): number | null {
  const wanted = edge(goal, value);
  if (!span || wanted === null || span.done >= span.periods) return null;
  return otherMean(span, wanted, value, span.done);
}

/** The mean that the other periods need, if `count` of them have the mean `some` and all are to have the mean `all`. */
function otherMean({ rates, periods }: SpanCase, all: number, some: number, count: number): number {
  const others = periods - count;
  if (!rates) return (all * periods - some * count) / others;
  const { sense, whole } = rates;
  const left = (rate: number) => Math.max(1 + (sense * rate) / whole, 0);
  if (left(some) === 0) return sense * FARTHEST;
  return sense * whole * ((left(all) ** periods / left(some) ** count) ** (1 / others) - 1);
}

/** Stands for what no rest of a span could make good. */
const FARTHEST = 2 ** 52;

/** Quantities that change their sign where the pace passes from one band to the next. */
export function hingesInSpan(given: Case, value: number): readonly number[] {
  const { span, goal, bands } = given;
  if (!span || span.aggregate === 'each' || goal.against !== undefined) return [];
  const paces = pacesOf(bands);
  if (span.aggregate === 'mean') {
    const wanted = edge(goal, value);
    const left = span.periods - span.done;
    if (wanted === null || left <= 0 || span.done === 0) return [];
    // The means so far with which the rest would have to be just so much; the value itself, since a rest may be endless.
    const rests = [0, ...paces.flatMap(pace => [wanted / pace, wanted * pace])];
    return rests.map(rest => value - otherMean(span, wanted, rest, left));
  }
  const allowed = allowanceOf(given);
  if (allowed === null) return [];
  const used = direction(goal, value) * -value;
  return [used, ...paces.map(pace => allowed * shareOfTime(given) - pace * used)];
}

const pacesOf = ({ onSchedule, nearly, behind }: Bands): number[] => [onSchedule, nearly, behind];
