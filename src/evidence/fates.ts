import type { Observation } from '../model/observation.ts';
import type { Reading } from '../model/plan.ts';
import type { SetAsideReason, UseReason } from '../model/reason.ts';
import { addMonths, type Day } from '../values/day.ts';
import { type Claim, MEANT } from './claim.ts';
import type { JudgedSide } from './judged-side.ts';
import type { Aside, Question, Usable } from './screen.ts';
import type { End } from './solution.ts';
import { knownOn, type Timeline } from './timeline.ts';
import { claimsBehind } from './why.ts';

/** What became of each figure: it decides an end of some side, or it does not. */
export interface Fates {
  readonly used: readonly { readonly observation: Observation; readonly reason: UseReason }[];
  readonly setAside: readonly Aside[];
}

export function fatesOf(
  timeline: Timeline,
  at: Day,
  sides: readonly JudgedSide[],
  question: Question,
  /** Null for a factor of an identity, which has no day of its own. */
  reading: Reading | null,
): Fates {
  const { contested, dropped } = timeline.splitOn(at);
  const used = new Map<Observation, UseReason>();
  const use = (end: End, name: 'low' | 'high') => {
    for (const claim of claimsBehind(end)) {
      if (claim.figure && !used.has(claim.figure.observation))
        used.set(claim.figure.observation, useReason(claim, name, timeline.region, at, contested.has(claim.figure)));
      for (const factor of claim.product?.from ?? []) if (!used.has(factor)) used.set(factor, 'derived');
    }
  };
  for (const { ends, start } of sides) {
    if (ends) use(ends.low, 'low');
    if (ends) use(ends.high, 'high');
    for (const end of start?.rise?.ends() ?? []) use(end, 'low');
  }
  const droppedFigures = new Set(dropped.map(({ figure }) => figure));
  const isSlipped = (usable: Usable) => {
    if (usable.alternatives.length === 0) return false;
    const { asOf } = usable.observation;
    const others = timeline.claimsOn(asOf).filter(each => each.figure === usable && each.takenAs !== 'slipped');
    return timeline.splitOn(asOf).sides.every(({ claims }) => !others.some(each => claims.has(each)));
  };
  const reasonFor = (usable: Usable): SetAsideReason => {
    if (droppedFigures.has(usable)) return 'too-contradictory';
    if (isSlipped(usable)) return 'unit-slip';
    if (usable.otherSpan) return 'other-span';
    if (usable.mayBeUnpublished) return 'publication-unknown';
    return reading ? whyNot(usable, timeline, question, reading, at) : 'not-on-the-day';
  };
  const left = timeline.usable.filter(({ observation }) => !used.has(observation));
  return {
    used: [...used].map(([observation, reason]) => ({ observation, reason })),
    setAside: left.map(usable => ({ observation: usable.observation, reason: reasonFor(usable) })),
  };
}

function useReason(
  { region, day, thing }: Claim,
  end: 'low' | 'high',
  judged: string,
  at: Day,
  isContested: boolean,
): UseReason {
  if (region !== judged) return 'part-of-sum';
  if (isContested) return 'conflict-side';
  if (day === at && thing === MEANT) return 'answers';
  return end === 'low' ? 'lower-bound' : 'upper-bound';
}

function whyNot(
  { observation, role, quantity }: Usable,
  timeline: Timeline,
  { asOf, indicator }: Question,
  { by, baseline }: Reading,
  at: Day,
): SetAsideReason {
  if (observation.region !== timeline.region) return 'part-of-the-whole';
  if (observation.asOf === at && !(observation.dated === 'at-latest' && at === by)) return 'not-needed';
  const isToldAgain = indicator.monotone && observation.dated === 'at-latest';
  if (isToldAgain && knownOn(timeline, observation.asOf).low > quantity.high) return 'repeated';
  const isSilent = role === 'whole' || !indicator.monotone;
  if (asOf >= by) return isSilent ? 'not-on-the-day' : 'superseded';
  if (baseline && observation.asOf <= baseline.asOf) return 'before-baseline';
  if (at === asOf && addMonths(observation.asOf, indicator.freshForMonths) < asOf) return 'stale';
  return observation.asOf > at || role === 'whole' ? 'not-on-the-day' : 'superseded';
}
