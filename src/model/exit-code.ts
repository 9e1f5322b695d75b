/** What a run can end with. */
export const exitCodes = {
  ok: 0,
  failing: 1,
  cannotCheck: 2,
  undecided: 3,
  bug: 70,
  interrupted: 130,
} as const;

/** From the strongest to the weakest: a bug, what could not be checked, what fails, what is undecided. */
const strength: readonly number[] = [
  exitCodes.bug,
  exitCodes.cannotCheck,
  exitCodes.failing,
  exitCodes.undecided,
  exitCodes.ok,
];

/** Of several runs in one, the strongest wins. */
export const strongestExit = (codes: readonly number[]): number =>
  strength.find(code => codes.includes(code)) ?? exitCodes.ok;
