import { isDirectionOnly } from '../methods/goals.ts';
import type { Assessment } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import type { SetAsideReason } from '../model/reason.ts';
import { relationOf } from '../model/relation.ts';
import { decidedVerdicts } from '../model/verdict.ts';
import { clamp, contains, type Interval } from '../values/interval.ts';

type UsedFigure = Assessment['evidence']['used'][number];

/** Where the value of a target is not that of the figures that are used, or a verdict needs a value that is not there. */
export function valueFlaws(assessment: Assessment, at: Flaw['path']): Flaw[] {
  const { goal, value } = assessment;
  const flaws = usedFlaws(assessment, at);
  if (value === null) return [...flaws, ...unknownFlaws(assessment, at)];
  // The value of a span, or of a lead over another indicator, is made of many figures, which do not stand there alone.
  if (goal.over || goal.against !== null) return flaws;
  return [...flaws, ...(value.bound === null ? answerFlaws : boundFlaws)(assessment, value, at)];
}

/** A figure that the plan cannot use, or that its report takes back. */
function usedFlaws({ indicator, counts, readings, evidence }: Assessment, at: Flaw['path']): Flaw[] {
  return evidence.used.flatMap(({ observation }, index) => {
    const path = [...at, 'evidence', 'used', index, 'observation'];
    const { status } = observation;
    const isReported = status !== 'planned' && status !== 'proposed' && status !== 'estimated';
    // Of other readings than the first it is not written down what they count.
    const isOwn = observation.indicator === indicator && readings.length === 1;
    const relation = isOwn ? relationOf(counts, observation.counts) : 'same';
    const isMeant = relation !== undefined && relation !== 'other';
    return [
      ...(isReported ? [] : [flawAt([...path, 'status'], status)]),
      ...(isMeant ? [] : [flawAt([...path, 'counts'], observation.counts)]),
      ...(observation.value ? [] : [flawAt([...path, 'value'], null)]),
    ];
  });
}

/** Without a value several verdicts have to be possible, one that misses the goal among them; what else there is stands below. */
function unknownFlaws(assessment: Assessment, at: Flaw['path']): Flaw[] {
  const { kind, goal, readings, evidence } = assessment;
  const possible = readings[0]?.possible ?? [];
  const mayMiss =
    isDirectionOnly(goal) ||
    isBelowAll(assessment) ||
    possible.some(verdict => decidedVerdicts[verdict].goal === 'unfulfilled');
  // One failed period loses a goal for each; and figures that contradict each other may lie on both sides of a band, so that either fails.
  const isContested = evidence.used.some(({ reason }) => reason === 'conflict-side');
  // An event has no pace: until its day it is open, whichever of two figures is right.
  const mayStayOpen = isDirectionOnly(goal) || (isContested && kind === 'event');
  const isLost = possible[0] === 'open' ? mayStayOpen : isContested || goal.over?.aggregate === 'each';
  const isOpen = possible.length > 1 || isLost;
  return isOpen && mayMiss ? [] : [flawAt([...at, 'value'], null)];
}

/** The start lies below zero and the value cannot: whatever will be reported is a way from there. */
const isBelowAll = ({ baseline, readings: [first] }: Assessment): boolean =>
  baseline !== null && baseline.value < 0 && first?.sides.every(({ low }) => low === 0) === true;

/** A value that is not a bound must be what a figure of that day says, or narrower. */
function answerFlaws(
  { at: day, region, indicator, evidence }: Assessment,
  value: NonNullable<Assessment['value']>,
  at: Flaw['path'],
): Flaw[] {
  const known = intervalOf(value);
  const isThat = ({ observation }: UsedFigure) =>
    observation.value !== null &&
    observation.asOf === day &&
    observation.region === region &&
    observation.indicator === indicator &&
    observation.value.text === value.text &&
    contains(intervalOf(observation.value), known) &&
    clamp(observation.value.nominal, known) === value.nominal;
  return [
    ...flawsAt([...at, 'value', 'asOf'], value.asOf, day),
    ...(evidence.used.some(isThat) ? [] : [flawAt([...at, 'value', 'nominal'], value.nominal)]),
  ];
}

/** A bound is no higher, or lower, than the figures that are used, or the start, say together. */
function boundFlaws(
  { baseline, evidence: { used, setAside } }: Assessment,
  { low, high, nominal, bound }: NonNullable<Assessment['value']>,
  at: Flaw['path'],
): Flaw[] {
  const path = [...at, 'value'];
  const shown = bound === 'high' ? high : low;
  const isAsTold = (end: number | null, of: readonly string[]) => (end !== null) === of.includes(bound ?? '');
  const ends = [
    ...(isAsTold(low, ['low', 'range']) ? [] : [flawAt([...path, 'low'], low)]),
    ...(isAsTold(high, ['high', 'range']) ? [] : [flawAt([...path, 'high'], high)]),
    ...flawsAt([...path, 'nominal'], nominal, shown),
  ];
  // What follows through an identity, or of a figure whose unit may have slipped, is not written down.
  if (used.some(({ reason }) => reason === 'derived' || reason === 'conflict-side')) return ends;
  const others = setAside.filter(({ reason }) => LESS_NEEDED.includes(reason));
  const figures = [...used, ...others].flatMap(({ observation }) => observation.value ?? []);
  const start = baseline ? [baseline.value] : [];
  const lows = figures.flatMap(each => each.low ?? []);
  const highs = figures.flatMap(each => each.high ?? []);
  const most = Math.max(
    0,
    ...start,
    lows.reduce((sum, each) => sum + Math.max(0, each), 0),
  );
  const least = Math.min(...start, ...highs);
  return [
    ...ends,
    ...(low !== null && low > most ? [flawAt([...path, 'low'], low)] : []),
    ...(high !== null && high < least ? [flawAt([...path, 'high'], high)] : []),
  ];
}

/** Reasons why a figure that speaks for the target was not used: it stood behind one that says as much. */
const LESS_NEEDED: readonly SetAsideReason[] = ['superseded', 'not-on-the-day', 'repeated', 'unit-slip', 'not-needed'];

const intervalOf = ({ low, high }: { readonly low: number | null; readonly high: number | null }): Interval => ({
  low: low ?? Number.NEGATIVE_INFINITY,
  high: high ?? Number.POSITIVE_INFINITY,
});
