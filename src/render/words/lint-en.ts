import type { LintWords } from './lint.ts';
import { planFindingsEn } from './lint-plan-en.ts';
import { targetFindingsEn } from './lint-target-en.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const lintEn: LintWords = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  counts: (errors, warnings, infos) =>
    `${[plural(errors, 'error'), plural(warnings, 'warning')].join(', ')}, ${infos} info`,
  clean: plan => `${plan}: nothing to remark`,
  tooMany: (warnings, allowed) => `${plural(warnings, 'warning')}, and --max-warnings allows ${allowed}`,
  finding: { ...targetFindingsEn, ...planFindingsEn },
};
