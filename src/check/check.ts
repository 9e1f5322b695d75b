import type { Mistake } from '../model/mistake.ts';
import type { Plan } from '../model/plan.ts';
import {
  analyse,
  type Checked,
  type GateSettings,
  type JudgeRequest,
  notJudged,
  regionOf,
  type Subject,
} from './analyse.ts';
import { mistakesIn } from './mistakes.ts';

/** The analysis of what was read, put through the gate; or why there is none. A gate to which nothing was put checks nothing. */
export function check(subject: Subject, request: JudgeRequest, gate: GateSettings): Checked {
  const judged = judge(subject, request, gate);
  if (judged.analysis?.exit.reason !== 'nothing-to-judge') return judged;
  return notJudged({ setting: 'as_of', code: 'nothing-in-force', args: { asOf: judged.analysis.asOf } });
}

/** The same for who wants to see one analysis, or two, whatever the gate lets pass. */
export function judge(subject: Subject, request: JudgeRequest, gate: GateSettings): Checked {
  const { plan } = subject;
  const mistakes = mistakesIn(plan, { request, policy: gate.policy });
  const foreign = mistakes.length > 0 ? [] : foreignSince(plan, regionOf(plan, request), gate);
  if (mistakes.length + foreign.length > 0) return notJudged(...mistakes, ...foreign);
  return analyse(subject, request, gate);
}

/** A ratchet is of one plan and region. */
function foreignSince(plan: Plan, region: string, { since }: GateSettings): Mistake[] {
  if (!since || (since.kept.plan === plan.id && since.kept.region === region)) return [];
  const { file, kept } = since;
  const args = { file, ofPlan: kept.plan, ofRegion: kept.region, plan: plan.id, region };
  return [{ setting: 'since', code: 'since-of-another', args }];
}
