import { fail, type Outcome, ok } from '../values/outcome.ts';
import type { FieldProblem } from './field-texts.ts';
import { type GateMargin, type Selector, type SelectorKey, selectorKeys } from './policy.ts';

/** `task=information-infrastructure`, or an id alone. */
export function readSelector(text: string): Outcome<Selector, FieldProblem> {
  const [first = '', ...rest] = text.split('=');
  const value = rest.join('=');
  if (rest.length === 0 && first !== '') return ok({ key: null, value: first });
  if ((selectorKeys as readonly string[]).includes(first) && value !== '')
    return ok({ key: first as SelectorKey, value });
  const allowed = selectorKeys.map(key => `${key}=…`);
  return fail({ code: 'unknown-value', args: { text, allowed, near: undefined } });
}

/** `2%` of the goal, or `500` in its unit. */
export function readMargin(text: string): Outcome<GateMargin, FieldProblem> {
  const match = /^(\d+(?:\.\d+)?) ?(%?)$/.exec(text.trim());
  return match
    ? ok({ value: Number(match[1]), isPercent: match[2] === '%' })
    : fail({ code: 'bad-quantity', args: { text, hint: 'not-a-number' } });
}
