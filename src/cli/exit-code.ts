/** What a run can end with; the strongest wins: a bug, then what could not be checked, then the gate's. */
export const exitCodes = {
  ok: 0,
  failing: 1,
  cannotCheck: 2,
  undecided: 3,
  bug: 70,
  interrupted: 130,
} as const;
