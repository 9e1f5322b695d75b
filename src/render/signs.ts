import { decidedVerdicts, type Severity, type Verdict, worstToBest } from '../model/verdict.ts';

/** A sign for all verdicts of one severity, so that colour is never the only carrier. */
export const severitySigns: Readonly<Record<Severity, string>> = {
  fail: '✗',
  warn: '!',
  undecided: '?',
  info: '○',
  ok: '✓',
};

/** A verdict has the sign of its severity, but for what is final, and what nothing is asked of. */
export const verdictSigns = {
  ...Object.fromEntries(worstToBest.map(verdict => [verdict, severitySigns[decidedVerdicts[verdict].severity]])),
  met: '✔',
  missed: '✘',
  undecided: severitySigns.undecided,
  'no-target': '-',
} as Readonly<Record<Verdict, string>>;

export const severityColors = {
  fail: 'red',
  warn: 'yellow',
  undecided: 'magenta',
  info: 'cyan',
  ok: 'green',
} as const satisfies Record<Severity, string>;
