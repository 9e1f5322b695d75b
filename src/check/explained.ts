import { explain } from '../assess/explain.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Mistake } from '../model/mistake.ts';
import { type JudgeRequest, NO_GATE, type Subject } from './analyse.ts';
import { analyseOrRefuse } from './check.ts';
import { targetMistake, targetsNamed } from './mistakes.ts';

export type Explained =
  | { readonly explanation: Explanation; readonly mistakes: readonly [] }
  | { readonly explanation: undefined; readonly mistakes: readonly Mistake[] };

/**
 * Each step behind the verdict on one target; or why there is none.
 *
 * @param name of the target, or of an indicator, measure or task that has no other.
 */
export function explained(subject: Subject, request: JudgeRequest, name: string): Explained {
  const { plan } = subject;
  const judged = analyseOrRefuse(subject, request, NO_GATE);
  if (!judged.analysis) return { explanation: undefined, mistakes: judged.mistakes };
  const { region } = judged.analysis;
  const [target, another] = targetsNamed(plan, name, region);
  const explanation =
    target === undefined || another !== undefined
      ? undefined
      : explain(plan, judged.numbered, judged.analysis, target, request.method);
  return explanation ? { explanation, mistakes: [] } : { explanation, mistakes: [targetMistake(plan, name, region)] };
}
