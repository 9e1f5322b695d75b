import type { LintWords } from './lint-en.ts';
import { planFindingsZh } from './lint-plan-zh.ts';
import { targetFindingsZh } from './lint-target-zh.ts';

export const lintZh: LintWords = {
  severity: { error: '错误', warning: '警告', note: '提示' },
  group: {
    error: '错误：会使评价出错，因此不按本规划评价',
    warning: '警告：会使评价无法作出或不够有力',
    note: '提示：供参考',
  },
  counts: (errors, warnings, notes) => `错误 ${errors} 处，警告 ${warnings} 处，提示 ${notes} 处`,
  hidden: level => `只列出 ${level} 及以上级别`,

  clean: plan => `${plan}：没有可指出的问题`,
  tooMany: (warnings, allowed) => `警告 ${warnings} 处，而 --max-warnings 只允许 ${allowed} 处`,
  finding: { ...targetFindingsZh, ...planFindingsZh },
};
