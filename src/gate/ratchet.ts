import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Judged } from '../model/judged.ts';
import type { GateOutcome, Policy } from '../model/policy.ts';
import type { Since, Standing } from '../model/since.ts';
import { agreedVerdict, severityOfPossible } from '../model/verdict.ts';
import { mayBeWorse } from './compare.ts';
import { type GatedTarget, judgeGate } from './judge-gate.ts';

/** The target of today as it stood then: the threshold, the margin and the commitment are those of this run. */
export const asItStood = (assessment: Judged, { possible, gap }: Standing): GatedTarget => ({
  ...assessment,
  possible,
  gap,
  verdict: agreedVerdict(possible),
  severity: severityOfPossible(possible, assessment.commitment === 'aspirational'),
});

/** What a gate makes of a target: by itself, and beside how it stood; before waivers. */
interface OutcomeSince {
  readonly before: GatedTarget | undefined;
  readonly alone: GateOutcome;
  readonly ratcheted: GateOutcome;
}

/** What failed before does not fail again unless it may have got worse. */
export function outcomeSince(standing: Standing | undefined, assessment: Judged, policy: Policy): OutcomeSince {
  const before = standing && asItStood(assessment, standing);
  const alone = judgeGate(assessment, policy);
  const hasFailed = alone === 'fail' && before !== undefined && judgeGate(before, policy) === 'fail';
  return { before, alone, ratcheted: hasFailed && !mayBeWorse(before, assessment) ? 'failed-before' : alone };
}

/** How each target stood, by its name. */
export const standingsOf = (since: Since | undefined): ReadonlyMap<string, Standing> =>
  new Map((since?.standings ?? []).map(standing => [standing.target, standing]));

/** What a ratchet keeps of an analysis; what is not in force does not count. */
export const sinceOf = ({ plan, region, asOf, assessments }: Analysis): Since => ({
  plan: plan.id,
  region,
  standings: assessments
    .filter(({ inForce }) => inForce)
    .map(({ target, possible, gap }) => ({ target, possible, gap: gap && { high: gap.high }, asOf })),
});

/**
 * The ratchet from now on, in the order of names. What stands as it stood keeps its line, day and all, and what was not
 * judged this time too, so that two branches change no line that they need not.
 */
export function updated(since: Since | undefined, analysis: Analysis): Since {
  const before = standingsOf(since);
  const judged = new Set(analysis.assessments.map(({ target }) => target));
  const now = sinceOf(analysis);
  const standings = now.standings.map(standing => {
    const old = before.get(standing.target);
    return old && standsAs(old, standing) ? old : standing;
  });
  const left = [...before.values()].filter(({ target }) => !judged.has(target));
  return { ...now, standings: [...standings, ...left].toSorted((a, b) => (a.target < b.target ? -1 : 1)) };
}

const standsAs = (a: Standing, b: Standing): boolean =>
  a.possible.join() === b.possible.join() && a.gap?.high === b.gap?.high;

/** What fails today, and would not in the next run if it were kept as it stands: whether or not a waiver covers it. */
export function newlyExcused({ assessments }: Analysis, policy: Policy, since: Since | undefined): Assessment[] {
  const before = standingsOf(since);
  return assessments.filter(each => outcomeSince(before.get(each.target), each, policy).ratcheted === 'fail');
}

/** The last day of which a ratchet knows. */
export const dayOf = ({ standings }: Since): string | null =>
  standings.reduce<string | null>((last, { asOf }) => (last === null || asOf > last ? asOf : last), null);
