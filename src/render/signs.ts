import type { Severity, Verdict } from '../model/verdict.ts';

/** A sign beside every verdict, so that colour is never the only carrier. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  met: '✔',
  'on-schedule': '✓',
  nearly: '!',
  slipping: '!',
  behind: '✗',
  'far-behind': '✗',
  reversing: '✗',
  lost: '✗',
  missed: '✘',
  open: '○',
  undecided: '?',
  'no-target': '-',
};

/** The same for all verdicts of one severity. */
export const severitySigns: Readonly<Record<Severity, string>> = {
  fail: '✗',
  warn: '!',
  undecided: '?',
  info: '○',
  ok: '✓',
};

export const severityColors = {
  fail: 'red',
  warn: 'yellow',
  undecided: 'magenta',
  info: 'cyan',
  ok: 'green',
} as const satisfies Record<Severity, string>;
