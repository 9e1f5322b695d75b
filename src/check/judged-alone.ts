import { judgeTargets } from '../assess/judge-targets.ts';
import type { Counts } from '../assess/rollup.ts';
import { type ThroughGate, throughGate } from '../gate/apply.ts';
import type { Judged } from '../model/judged.ts';
import type { Day } from '../values/day.ts';
import {
  choose,
  type GateSettings,
  gateRequest,
  type JudgeRequest,
  type NotJudged,
  regionOf,
  type Subject,
} from './analyse.ts';

/** The verdicts and what the gate made of them, without the story that an analysis tells. */
export interface JudgedAlone extends ThroughGate {
  readonly assessments: readonly Judged[];
  readonly asOf: Day;
  readonly summary: Counts;
}

/** From what was read to the verdicts and through the gate, and no further; the names in the request have been looked at. */
export function judgedAlone(
  subject: Pick<Subject, 'plan' | 'observations' | 'lost'>,
  request: JudgeRequest,
  gate: GateSettings,
): { readonly judged: JudgedAlone } | { readonly mistakes: NotJudged['mistakes'] } {
  const { plan, observations } = subject;
  const chosen = choose(subject, request);
  if ('mistakes' in chosen) return { mistakes: chosen.mistakes };
  const { asOf, targets, counts } = judgeTargets(plan, observations, chosen.request);
  const given = gateRequest(chosen, { assessments: targets, region: regionOf(plan, request) }, subject, gate);
  return { judged: { asOf, assessments: targets, summary: counts, ...throughGate(targets, asOf, given) } };
}
