import { isOfItsTime } from '../assess/day-flaws.ts';
import type { Mistake } from '../model/mistake.ts';
import { targetsOf } from '../model/outline.ts';
import type { Plan, Target } from '../model/plan.ts';
import type { Standing } from '../model/since.ts';
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
import { inPlanIds } from './named.ts';

/** The analysis of what was read, put through the gate; or why there is none. A gate to which nothing was put checks nothing. */
export function check(subject: Subject, request: JudgeRequest, gate: GateSettings): Checked {
  const judged = analyseOrRefuse(subject, request, gate);
  if (judged.analysis?.exit.reason !== 'nothing-to-judge') return judged;
  return notJudged({ setting: 'as_of', code: 'nothing-in-force', args: { asOf: judged.analysis.asOf } });
}

/** The same for who wants to see one analysis, or two, whatever the gate lets pass. */
export function analyseOrRefuse(subject: Subject, asked: JudgeRequest, gate: GateSettings): Checked {
  const { plan } = subject;
  const { request, policy } = inPlanIds(plan, asked, gate.policy);
  const mistakes = mistakesIn(plan, { request, policy });
  const foreign = mistakes.length > 0 ? [] : foreignSince(plan, regionOf(plan, request), gate);
  if (mistakes.length + foreign.length > 0) return notJudged(...mistakes, ...foreign);
  return analyse(subject, request, { ...gate, policy });
}

/** A ratchet is of one plan and region, and of its targets as they can have stood. */
function foreignSince(plan: Plan, region: string, { since }: GateSettings): Mistake[] {
  if (!since) return [];
  const { file, kept } = since;
  if (kept.plan !== plan.id || kept.region !== region) {
    const args = { file, ofPlan: kept.plan, ofRegion: kept.region, plan: plan.id, region };
    return [{ setting: 'since', code: 'since-of-another', args }];
  }
  const targets = new Map([...targetsOf(plan), ...targetsOf(plan, region)].map(({ target }) => [target.id, target]));
  return kept.standings.flatMap((standing): Mistake[] => {
    const { target, asOf } = standing;
    const own = targets.get(target);
    if (!own) return [{ setting: 'since', code: 'since-unknown-target', args: { file, target } }];
    return couldStand(standing, own)
      ? []
      : [{ setting: 'since', code: 'since-out-of-time', args: { file, target, asOf } }];
  });
}

/** Whether the deadline of some reading allows each verdict on that day. */
const couldStand = ({ possible, asOf }: Standing, { readings }: Target): boolean =>
  possible.every(verdict => readings.some(({ by }) => isOfItsTime(verdict, asOf >= by)));
