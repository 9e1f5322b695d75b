import type { Goal } from '../model/goal.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { direction, isHold, isMet, isTwoSided } from './goals.ts';
import type { Case, Method, PastPoint } from './method.ts';
import { refusesWithoutWay } from './refuses.ts';
import { trendOf, windowBefore } from './trend.ts';

/**
 * A value to be held every year: held and not worsening, held but worsening, missed but approached, missed and not
 * approached. The method of the German sustainability indicators for constant targets (docs/methods.md).
 */
export const hold: Method = {
  refuses: refusesWithoutWay,
  judgePace,
  judgeMet: judgeHeld,
  looksAt: () => ['first'],
  hinges: turningPoints,
};

export type HoldStanding = 'held' | 'slipping' | 'approaching' | 'standing-still' | 'receding';

/** How a value stands to the one to hold; inside a band either direction of change is as good. */
export function standingOf(goal: Goal, value: number, perYear: number, isHeld = isMet(goal, value)): HoldStanding {
  const towards = direction(goal, value) * perYear;
  if (isHeld) return towards < 0 && !isTwoSided(goal) ? 'slipping' : 'held';
  if (towards === 0) return 'standing-still';
  return towards > 0 ? 'approaching' : 'receding';
}

/** What the baseline fulfils is not to be reached but to be kept. */
export const isMetAtBase = ({ goal, baseline }: Case): boolean => baseline !== null && isMet(goal, baseline.value);

/** Reached is met, for methods that look at the way; where there was no way to go, it is held or slipping. */
export const judgeReached = (given: Case, value: number): DecidedVerdict =>
  isMetAtBase(given) ? judgeHeld(given, value) : 'met';

/** What there is to look back at with a way from the start: where there was none to go, the trend. */
export const lookingBack = (isStartMet: boolean): readonly PastPoint[] => [isStartMet ? 'first' : 'start'];

const verdicts = {
  held: 'on-schedule',
  slipping: 'slipping',
  approaching: 'behind',
  'standing-still': 'far-behind',
  receding: 'reversing',
} as const satisfies Record<HoldStanding, DecidedVerdict>;

function judgePace(given: Case, value: number): DecidedVerdict {
  const trend = trendOf(given.history, given.at, value);
  return trend ? verdicts[standingOf(given.goal, value, trend.perYear, false)] : 'open';
}

/** A value to hold is held, but is it slipping? What is merely to be reached counts as met. */
export function judgeHeld(given: Case, value: number): DecidedVerdict {
  const trend = trendOf(given.history, given.at, value);
  const standing = trend ? standingOf(given.goal, value, trend.perYear, true) : 'held';
  return standing === 'held' && !isHold(given.goal) ? 'met' : verdicts[standing];
}

/** A change turns where the value is that of the window's first point. */
export function turningPoints({ history, at }: Case, value: number): number[] {
  const [first] = windowBefore(history, at);
  return first ? [value - first.value] : [];
}
