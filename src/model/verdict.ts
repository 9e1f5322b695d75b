/** The verdicts that a world can end in, from worst to best, with the severity of each. */
export const decidedVerdicts = {
  missed: 'fail',
  lost: 'fail',
  reversing: 'fail',
  'far-behind': 'fail',
  behind: 'fail',
  nearly: 'warn',
  slipping: 'warn',
  open: 'info',
  'on-schedule': 'ok',
  met: 'ok',
} as const;

export type DecidedVerdict = keyof typeof decidedVerdicts;
export type Verdict = DecidedVerdict | 'undecided' | 'no-target';
export type Severity = 'fail' | 'warn' | 'undecided' | 'info' | 'ok';

export const worstToBest = Object.keys(decidedVerdicts) as DecidedVerdict[];
export const verdicts: readonly Verdict[] = [...worstToBest, 'undecided', 'no-target'];
export const severities: readonly Severity[] = ['fail', 'warn', 'undecided', 'info', 'ok'];

export const byWorst = (a: DecidedVerdict, b: DecidedVerdict): number =>
  worstToBest.indexOf(a) - worstToBest.indexOf(b);

/** The one verdict on which all worlds agree, else `undecided`. */
export const agreedVerdict = (possible: readonly DecidedVerdict[]): Verdict =>
  possible.length === 1 && possible[0] !== undefined ? possible[0] : 'undecided';

/**
 * The severity that all possible verdicts share, else `undecided`: a gate needs no more certainty than it asks for.
 * An aspirational target never fails, it warns.
 */
export function severityOfPossible(possible: readonly DecidedVerdict[], isAspirational: boolean): Severity {
  const [first] = possible;
  if (first === undefined) return 'undecided';
  const shared = severityOfVerdict(first, isAspirational);
  return possible.every(verdict => severityOfVerdict(verdict, isAspirational) === shared) ? shared : 'undecided';
}

export const severityOfVerdict = (verdict: DecidedVerdict, isAspirational: boolean): Severity =>
  isAspirational && decidedVerdicts[verdict] === 'fail' ? 'warn' : decidedVerdicts[verdict];
