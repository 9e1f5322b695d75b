import type { LintWords } from './lint.ts';
import { planFindingsEn } from './lint-plan-en.ts';
import { targetFindingsEn } from './lint-target-en.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const lintEn: LintWords = {
  severity: { error: 'error', warning: 'warning', note: 'note' },
  group: {
    error: 'Errors: a verdict would be wrong, or impossible',
    warning: 'Warnings: a verdict is weaker than it need be',
    note: 'Notes: worth knowing',
  },
  counts: (errors, warnings, notes) =>
    [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].join(', '),
  hidden: level => `only what is of level ${level} or above is shown`,
  clean: plan => `${plan}: nothing to remark`,
  tooMany: (warnings, allowed) => `${plural(warnings, 'warning')}, and --max-warnings allows ${allowed}`,
  finding: { ...targetFindingsEn, ...planFindingsEn },
};
