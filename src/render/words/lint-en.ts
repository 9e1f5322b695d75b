import type { LintArgs, LintSeverity } from '../../model/lint.ts';
import type { Telling } from '../../values/fact.ts';
import { planFindingsEn } from './lint-plan-en.ts';
import { targetFindingsEn } from './lint-target-en.ts';
import { plural } from './plural.ts';
import type { ProblemWords } from './words.ts';

const finding: Telling<LintArgs, ProblemWords> = { ...targetFindingsEn, ...planFindingsEn };

/** The words of a plan's lint; a code without words does not compile. */
export type LintWords = typeof lintEn;

export const lintEn = {
  severity: { error: 'error', warning: 'warning', note: 'note' } satisfies Readonly<Record<LintSeverity, string>>,
  /** What all findings of a severity have in common. */
  group: {
    error: 'Errors: a verdict would be wrong, so that nothing is judged by this plan',
    warning: 'Warnings: a verdict is impossible, or weaker than it need be',
    note: 'Notes: worth knowing',
  } satisfies Readonly<Record<LintSeverity, string>>,
  counts: (errors: number, warnings: number, notes: number) =>
    [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].join(', '),
  hidden: (level: LintSeverity) => `only what is of level ${level} or above is shown`,
  clean: (plan: string) => `${plan}: nothing to remark`,
  tooMany: (warnings: number, allowed: number) =>
    `${plural(warnings, 'warning')}, and --max-warnings allows ${allowed}`,
  finding,
};
