import { explain } from '../assess/explain.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Mistake } from '../model/mistake.ts';
import { type JudgeRequest, NO_GATE, type Subject } from './analyse.ts';
import { judge } from './check.ts';
import { targetMistake } from './mistakes.ts';

export type Explained =
  | { readonly explanation: Explanation; readonly mistakes: readonly [] }
  | { readonly explanation: undefined; readonly mistakes: readonly Mistake[] };

/** Each step behind the verdict on one target; or why there is none. */
export function explained(subject: Subject, request: JudgeRequest, targetId: string): Explained {
  const { plan } = subject;
  const judged = judge(subject, request, NO_GATE);
  if (!judged.analysis) return { explanation: undefined, mistakes: judged.mistakes };
  const explanation = explain(plan, judged.numbered, judged.analysis, targetId, request.method);
  if (explanation) return { explanation, mistakes: [] };
  return { explanation, mistakes: [targetMistake(plan, targetId, judged.analysis.region)] };
}
