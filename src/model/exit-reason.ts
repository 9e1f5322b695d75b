/** Why a run ended with its exit code, and the code; `--exit-zero` makes 0 of 1 and 3. */
export const exitReasons = {
  'within-plan': 0,
  excused: 0,
  failing: 1,
  'too-many-warnings': 1,
  'expired-waiver': 1,
  incomplete: 2,
  'nothing-to-judge': 2,
  undecided: 3,
  'undecided-allowed': 0,
} as const;
export type ExitReason = keyof typeof exitReasons;
