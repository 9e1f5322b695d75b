import type { Assessment } from '../../model/analysis.ts';
import type { Change } from '../../model/change.ts';
import type { ExitReason } from '../../model/exit-reason.ts';
import type { Comparator } from '../../model/goal.ts';
import type { MistakeArgs, MistakeCode } from '../../model/mistake.ts';
import type { GateOutcome, WaiverState } from '../../model/policy.ts';
import type {
  ArithmeticCheck,
  DecidingArgs,
  ReasonArgs,
  RefusalReason,
  SetAsideReason,
  UseReason,
} from '../../model/reason.ts';
import type { DecidedVerdict, Severity } from '../../model/verdict.ts';
import type { Telling } from '../../values/fact.ts';
import type { ProblemArgs, ProblemCode, ProblemSeverity } from '../../values/problem.ts';

import { amountText } from '../layout/numbers.ts';
import type { DiffTexts, PolicyTexts, SinceTexts } from './gate-en.ts';
import type { MethodTexts, PaceTexts, VerdictTexts } from './judging.ts';
import type { ScreenWords } from './screen-en.ts';
import type { TableTexts } from './table-en.ts';

export const langs = ['en', 'zh'] as const;
export type Lang = (typeof langs)[number];

export interface ProblemWords {
  /** What is wrong, in one line. */
  readonly what: string;
  /** What was expected, or how to go on. */
  readonly help?: string;
}

/** Every word that a reader sees. A catalogue entry without words, or words of other arguments than it has, do not compile. */
export interface Words {
  readonly lang: Lang;
  /** What is said of something that is named before it. */
  readonly said: (name: string, what: string) => string;
  readonly facts: (facts: readonly string[]) => string;
  readonly counts: (counts: readonly string[]) => string;
  /** Files that something found had written. */
  readonly wrote: (setBy: string, files: readonly string[]) => string;
  readonly ended: (why: string, exitCode: number) => string;
  readonly verdict: VerdictTexts;
  readonly method: MethodTexts;
  readonly pace: PaceTexts;
  readonly metEarly: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly reason: Telling<ReasonArgs, string>;
  readonly arithmetic: Readonly<Record<ArithmeticCheck, (args: ArithmeticWords) => string>>;
  readonly refusal: Readonly<Record<RefusalReason, string>>;
  readonly deciding: Telling<DecidingArgs, string>;
  readonly used: Readonly<Record<UseReason, string>>;
  readonly setAside: Readonly<Record<SetAsideReason, string>>;
  readonly problemSeverity: Readonly<Record<ProblemSeverity, string>>;
  readonly problem: Telling<ProblemArgs, ProblemWords>;
  readonly mistake: Telling<MistakeArgs, ProblemWords>;
  readonly goal: Readonly<Record<Comparator, (goal: GoalWords) => string>>;
  readonly screen: ScreenWords;
  readonly table: TableTexts;
  readonly level: Readonly<Record<'strategicTasks' | 'keyTasks' | 'measures', string>>;
  readonly problems: (errors: number, warnings: number) => string;
  /** How to read what a code means, by one of those that were told. */
  readonly readMore: (code: ProblemCode | MistakeCode) => string;
  /** Problems of one kind that are counted, not shown. */
  readonly moreProblems: (count: string, code: ProblemCode, files: number) => string;
  readonly waiver: Readonly<
    Record<Exclude<WaiverState, 'used'>, (waiver: { target: string; from: string; until: string }) => string>
  >;
  readonly improved: (target: string) => string;
  /** Of a baseline that was written. */
  readonly since: SinceTexts;
  readonly old: (asOf: string) => string;
  readonly gate: Readonly<Record<GateOutcome, string>>;
  readonly policy: PolicyTexts;
  readonly change: Readonly<Record<Change, string>>;
  readonly diff: DiffTexts;
  readonly exit: Readonly<Record<ExitReason, (args: { readonly count: number }) => string>>;
}

/** Numbers come as texts; `low` and `high` are the ends of what fulfils the goal. */
interface GoalWords {
  readonly number: string;
  readonly low: string;
  readonly high: string;
}

interface ArithmeticWords {
  readonly indicator: string;
  readonly region: string;
  readonly day: string;
  readonly expected: string;
  readonly found: string;
}

/** The verdict of an assessment in words; a target that is met before its day says so. */
export const verdictWords = (words: Words, { verdict, early }: Pick<Assessment, 'verdict' | 'early'>): string =>
  early ? words.metEarly : words.verdict[verdict].name;

export const possibleWords = (words: Words, possible: readonly DecidedVerdict[]): readonly string[] =>
  possible.map(verdict => words.verdict[verdict].name);

/** The ends and the number of a goal as an assessment has them, or as a deciding fact does. */
interface GoalShown {
  readonly comparator: Comparator;
  readonly value?: number | null | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
}

/** What a value has to be to fulfil a goal. */
export const goalWords = ({ goal }: Words, { comparator, value, low, high }: GoalShown, unit: string): string =>
  goal[comparator]({ number: amountText(value, unit), low: amountText(low, unit), high: amountText(high, unit) });
