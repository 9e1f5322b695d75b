/** What became of a target between two analyses. */
export const changes = {
  worse: 'a worse verdict, or a failing one with a larger gap',
  gone: 'no longer in the analysis',
  'newly-undecided': 'was decided, no longer is',
  same: 'as before',
  better: 'a better verdict',
  'newly-decided': 'was undecided, now is decided',
  new: 'not in the earlier analysis',
} as const;
export type Change = keyof typeof changes;
