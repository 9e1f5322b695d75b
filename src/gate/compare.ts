import type { Analysis, Assessment } from '../model/analysis.ts';
import { type Change, changes } from '../model/change.ts';
import type { Compared, Comparison, Comparisons, Goalpost, Movement } from '../model/comparison.ts';
import { isFailing, type Severity, severities, worstToBest } from '../model/verdict.ts';
import type { GatedTarget } from './judge-gate.ts';

/** Target by target, what changed from one analysis to a later one. */
export function compareAnalyses(before: Analysis, after: Analysis): Comparisons {
  const old = new Map(before.assessments.map(assessment => [assessment.fingerprint, assessment]));
  const now = new Map(after.assessments.map(assessment => [assessment.fingerprint, assessment]));
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return comparisonsOf(
    compared(before),
    compared(after),
    keys.map(key => compareTarget(key, old.get(key), now.get(key))),
  );
}

/** The worst changes first, and how many there are of each. */
export function comparisonsOf(from: Compared, to: Compared, all: readonly Comparison[]): Comparisons {
  const order = Object.keys(changes);
  const targets = all.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
  const counts: Partial<Record<Change, number>> = {};
  for (const { change } of targets) counts[change] = (counts[change] ?? 0) + 1;
  return { from, to, targets, counts };
}

export const compared = ({ asOf, plan, gate: { policy } }: Analysis): Compared => ({
  asOf,
  plan: plan.id,
  policy: { settings: policy.settings, leftOut: policy.leftOut },
});

function compareTarget(key: string, before: Assessment | undefined, after: Assessment | undefined): Comparison {
  const any = after ?? before;
  if (!any) throw new Error(`nothing to compare for ${key}`);
  // The difference of two bounds says nothing of the figures behind them.
  const areFigures = before?.value?.bound === null && after?.value?.bound === null;
  const move = (read: (assessment: Assessment) => number | null | undefined) =>
    movement(before ? (read(before) ?? null) : null, after ? (read(after) ?? null) : null, areFigures);
  return {
    key,
    target: any.target,
    title: any.title,
    region: any.region,
    change: changeOf(before, after),
    verdict: { from: before?.verdict ?? null, to: after?.verdict ?? null },
    value: move(({ value }) => value?.nominal),
    gap: move(({ gap }) => gap?.nominal),
    months: move(({ monthsAhead }) => monthsAhead),
    goalposts: before && after ? goalpostsOf(before, after) : [],
  };
}

/** All that it takes to say what became of a target. */
type Seen = Pick<GatedTarget, 'possible' | 'severity' | 'gap'>;

export function changeOf(before: Seen | undefined, after: Seen | undefined): Change {
  if (!before) return 'new';
  if (!after) return 'gone';
  const wasDecided = before.possible.length === 1;
  const isDecided = after.possible.length === 1;
  if (wasDecided && !isDecided) return 'newly-undecided';
  // What is open today may be missed tomorrow without any new figure: only a change of severity is one.
  if (!wasDecided && !isDecided) return changeOfSeverity(before.severity, after.severity);
  const worst = worstRank(after) - worstRank(before);
  if (!wasDecided && isDecided) return worst < 0 || (fails(after) && !fails(before)) ? 'worse' : 'newly-decided';
  if (worst !== 0) return worst < 0 ? 'worse' : 'better';
  return fails(after) && gapOf(after) > gapOf(before) ? 'worse' : 'same';
}

const changeOfSeverity = (before: Severity, after: Severity): Change => {
  const moved = severities.indexOf(after) - severities.indexOf(before);
  return moved === 0 ? 'same' : moved < 0 ? 'worse' : 'better';
};

/** Position from worst to best of the worst possible verdict; who has none stands with the worst. */
const worstRank = ({ possible: [verdict] }: Seen): number => (verdict === undefined ? 0 : worstToBest.indexOf(verdict));

const fails = ({ possible }: Seen): boolean => possible.every(isFailing);

/** For a ratchet, of two that fail: a worse verdict has become possible, or the gap is larger. */
export function mayBeWorse(before: Seen, after: Seen): boolean {
  const worst = worstRank(after) - worstRank(before);
  return worst < 0 || (worst === 0 && gapOf(after) > gapOf(before));
}

/** The largest gap that the evidence allows: an inexact figure is no smaller a gap for being inexact. */
const gapOf = ({ gap }: Seen): number => (gap ? (gap.high ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY);

function movement(from: number | null, to: number | null, areFigures: boolean): Movement {
  if (from === null || to === null || !areFigures) return { from, to, absolute: null, percent: null };
  const absolute = Number((to - from).toPrecision(12));
  return { from, to, absolute, percent: from === 0 ? null : Number(((absolute / Math.abs(from)) * 100).toFixed(2)) };
}

function goalpostsOf(before: Assessment, after: Assessment): Goalpost[] {
  const moved = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const { by: dayBefore, ...goalBefore } = before.goal;
  const { by: dayAfter, ...goalAfter } = after.goal;
  return [
    ...(moved(goalBefore, goalAfter) ? (['goal'] as const) : []),
    ...(dayBefore !== dayAfter ? (['day'] as const) : []),
    ...(moved(before.baseline, after.baseline) ? (['baseline'] as const) : []),
    ...(moved(before.counts, after.counts) ? (['definition'] as const) : []),
  ];
}
