import type { LintWords } from './lint.ts';
import { planFindingsZh } from './lint-plan-zh.ts';
import { targetFindingsZh } from './lint-target-zh.ts';

export const lintZh: LintWords = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  counts: (errors, warnings, infos) => `错误 ${errors} 处，警告 ${warnings} 处，提示 ${infos} 处`,
  clean: plan => `${plan}：没有可指出的问题`,
  tooMany: (warnings, allowed) => `警告 ${warnings} 处，而 --max-warnings 只允许 ${allowed} 处`,
  finding: { ...targetFindingsZh, ...planFindingsZh },
};
