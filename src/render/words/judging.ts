import type { MethodName } from '../../model/target-choices.ts';
import type { DecidedVerdict, Verdict } from '../../model/verdict.ts';

/** All that is said of each verdict and of each method, one entry each. */
export type VerdictTexts = Readonly<Record<DecidedVerdict, DecidedText> & Record<Verdict, VerdictText>>;
export type MethodTexts = Readonly<Record<MethodName, MethodText>>;

/** What pace is inside a span that no method goes by, and of a goal against another indicator. */
export type PaceTexts = Readonly<Record<'mean' | 'each' | 'lead', string>>;

interface VerdictText {
  readonly name: string;
  /** What the rule of the checker means, in one sentence. */
  readonly rule: string;
}

interface DecidedText extends VerdictText {
  readonly why: (args: WhyWords) => string;
}

interface MethodText {
  readonly compares: string;
  /** What it found of a value that is on schedule without a plan for the day. */
  readonly found: (goal: string) => string;
}

export interface WhyWords {
  readonly value: string;
  readonly goal: string;
  readonly day: string;
  readonly by: string;
  readonly planned: string | null;
  /** What was looked at where no plan for the day is known; a value to hold under another method is judged by both. */
  readonly lookedAt: MethodName | null;
  readonly baseline: string | null;
  readonly pace: string | null;
  readonly isEarly: boolean;
}
