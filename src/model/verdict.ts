interface VerdictEntry {
  readonly severity: Exclude<Severity, 'undecided'>;
  /** Whether the value fulfils the goal wherever this is said. */
  readonly goal: 'fulfilled' | 'unfulfilled' | 'either';
  /** What a method may say of the pace before the deadline. */
  readonly isPace: boolean;
}

/** The verdicts that a world can end in, from worst to best. */
export const decidedVerdicts = {
  missed: { severity: 'fail', goal: 'unfulfilled', isPace: false },
  lost: { severity: 'fail', goal: 'unfulfilled', isPace: false },
  reversing: { severity: 'fail', goal: 'unfulfilled', isPace: true },
  'far-behind': { severity: 'fail', goal: 'unfulfilled', isPace: true },
  behind: { severity: 'fail', goal: 'unfulfilled', isPace: true },
  nearly: { severity: 'warn', goal: 'unfulfilled', isPace: true },
  slipping: { severity: 'warn', goal: 'fulfilled', isPace: false },
  open: { severity: 'info', goal: 'unfulfilled', isPace: false },
  'on-schedule': { severity: 'ok', goal: 'either', isPace: true },
  met: { severity: 'ok', goal: 'fulfilled', isPace: false },
} as const satisfies Readonly<Record<string, VerdictEntry>>;

export type DecidedVerdict = keyof typeof decidedVerdicts;
export type Verdict = DecidedVerdict | 'undecided' | 'no-target';
export type Severity = 'fail' | 'warn' | 'undecided' | 'info' | 'ok';

export const worstToBest = Object.keys(decidedVerdicts) as DecidedVerdict[];
export const verdicts: readonly Verdict[] = [...worstToBest, 'undecided', 'no-target'];
export const severities: readonly Severity[] = ['fail', 'warn', 'undecided', 'info', 'ok'];

/** Every verdict that a pace can have: what is possible where a method has no answer. */
export const paceVerdicts = worstToBest.filter(verdict => decidedVerdicts[verdict].isPace);

export const isFailing = (verdict: DecidedVerdict): boolean => decidedVerdicts[verdict].severity === 'fail';

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
  isAspirational && isFailing(verdict) ? 'warn' : decidedVerdicts[verdict].severity;
