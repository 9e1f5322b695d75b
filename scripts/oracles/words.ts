import type { Row } from './row.ts';
import { type Finding, notApplicable } from './verdict.ts';

/** What free words say of a target, as far as it can be computed. */
export type Meaning = 'met' | 'on-track' | 'nearly' | 'behind';

/*
 * In the order in which they are tried: what is denied before what is said, what is to come before what is done. "Met"
 * words before "ahead", because "completed ahead of time" is done.
 */
const meanings: readonly (readonly [Meaning, RegExp])[] = [
  [
    'behind',
    /lagging|slow|behind|below|not (?:be |yet )?(?:reached|met|completed|on track)|worsening|fell short|faster growth|滞后|较慢|落后|未完成|未达/i,
  ],
  ['on-track', /on (?:track|schedule)|expected to|can be (?:reached|met)|超过时序|超时序|好于|快于/i],
  ['nearly', /basically|基本/i],
  ['met', /\bmet\b|as projected|exceed|reached|completed|achieved|完成|实现|达到|超额/i],
  ['on-track', /ahead|better|above|faster/i],
];

export const meaningOf = (words: string): Meaning | null => meanings.find(([, form]) => form.test(words))?.[0] ?? null;

/** What is met is on track too, however early; nothing else stands for another. */
const agrees = (got: Meaning, said: Meaning): boolean => got === said || (got === 'met' && said === 'on-track');

/** Holds a computed meaning against the publisher's words. */
export function compareWords(row: Row, got: Meaning, why: string): Finding {
  const said = meaningOf(row.status);
  if (!said) return notApplicable('the words of the source say nothing that can be computed');
  return agrees(got, said)
    ? { is: 'reproduced' }
    : { is: 'different', expected: `${said}: "${row.status}"`, got: `${got}: ${why}` };
}

/** The first number of points or per cent in the words, as printed. */
export const pointsIn = (words: string): string | null =>
  /(\d+(?:\.\d+)?)\s*(?:percentage points?|points?|个百分点|%)/.exec(words)?.[1] ?? null;
