import { canBeMet, isDirectionOnly, isSurelyMet, isTwoSided, remaining } from '../methods/goals.ts';
import { union } from '../methods/judge.ts';
import type { Assessment } from '../model/analysis.ts';
import { printedNumber } from '../model/goal.ts';
import type { Judged } from '../model/judged.ts';
import { agreedVerdict, type DecidedVerdict, decidedVerdicts, severityOfPossible } from '../model/verdict.ts';
import type { Interval } from '../values/interval.ts';
import { round, roundFinite } from './round.ts';

type Conclusions = Pick<Assessment, 'possible' | 'verdict' | 'severity' | 'early' | 'gap' | 'fingerprint'>;

/** What conclusions are drawn from. */
type Premises = Pick<Judged, 'target' | 'region' | 'commitment' | 'goal' | 'readings' | 'value'>;

/**
 * What follows from the rest of an assessment: it is made by this rule, and an analysis from outside is held against the
 * same one.
 */
export function conclusionsOf(plan: string, premises: Premises): Conclusions {
  const { target, region, commitment, goal, readings, value } = premises;
  const possible = union(readings.map(reading => reading.possible));
  const verdict = agreedVerdict(possible);
  return {
    possible,
    verdict,
    severity: severityOfPossible(possible, commitment === 'aspirational'),
    early: verdict === 'met' && value !== null && value.asOf < goal.by,
    gap: gapOf(goal, value),
    fingerprint: fingerprintOf(plan, target, region),
  };
}

export const fingerprintOf = (plan: string, target: string, region: string): string => `${plan}/${target}@${region}`;

/** What is missing, over all that the figures leave possible: where an end is not known, neither is that of the gap. */
export function gapOf(goal: Premises['goal'], value: Premises['value']): Assessment['gap'] {
  if (!value || value.nominal === null) return null;
  const missing = remaining(goal, value.nominal);
  if (missing === null) return null;
  const interval = intervalOf(value);
  const ends = [Number(remaining(goal, interval.low)), Number(remaining(goal, interval.high))];
  const target = printedNumber(goal);
  return {
    low: isTwoSided(goal) && canBeMet(goal, interval) ? 0 : roundFinite(Math.min(...ends), 9),
    high: roundFinite(Math.max(...ends), 9),
    nominal: round(missing, 9),
    percent: target ? round((missing / Math.abs(target)) * 100, 2) : null,
  };
}

const intervalOf = ({ low, high }: NonNullable<Premises['value']>): Interval => ({
  low: low ?? Number.NEGATIVE_INFINITY,
  high: high ?? Number.POSITIVE_INFINITY,
});

/**
 * The verdicts of the first reading, whose goal and value are shown, that no value of those reported could end in. Without
 * a figure nothing is known that could contradict; of several readings another one may use it.
 */
export function deniedVerdicts({ goal, readings, value, evidence }: Assessment): DecidedVerdict[] {
  const [first, second] = readings;
  const isReported = evidence.used.length > 0 && (second === undefined || value?.bound === null);
  if (!value || !first || !isReported || isDirectionOnly(goal)) return [];
  const interval = intervalOf(value);
  // Of a span, what is fulfilled so far may still be open, or ahead of its time.
  const isSure = !goal.over && isSurelyMet(goal, interval);
  const denied = isSure ? 'unfulfilled' : canBeMet(goal, interval) ? null : 'fulfilled';
  return first.possible.filter(verdict => decidedVerdicts[verdict].goal === denied);
}
