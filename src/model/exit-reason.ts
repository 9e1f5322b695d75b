import { exitCodes } from './exit-code.ts';

/** Why a run ended with its exit code, and the code; `--exit-zero` makes 0 of 1 and 3. */
export const exitReasons = {
  'within-plan': exitCodes.ok,
  excused: exitCodes.ok,
  failing: exitCodes.failing,
  'too-many-warnings': exitCodes.failing,
  'expired-waiver': exitCodes.failing,
  incomplete: exitCodes.cannotCheck,
  'nothing-to-judge': exitCodes.cannotCheck,
  undecided: exitCodes.undecided,
  'undecided-allowed': exitCodes.ok,
} as const;
export type ExitReason = keyof typeof exitReasons;
