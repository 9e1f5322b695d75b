import type { Lang } from './words.ts';

const en = {
  does: 'shanxi-plan holds what a public plan promised against what was reported, without false greens.',
  begin: 'To begin, in any folder:',
  /** What each of the first commands does. */
  steps: ['real reports to try it with', 'what fails, and what to ask for', 'a page for a browser'],
  shipped: 'Plans that ship with it (--plan <name>):',
  more: [
    'A report of your own: shanxi-plan init; a plan of your own: --plan my-plan.yaml',
    'All commands: shanxi-plan --help; 中文: SHANXI_PLAN_LANG=zh shanxi-plan',
  ],
};

const zh: typeof en = {
  does: 'shanxi-plan 把公开规划的承诺与已报告的数据逐项对照，没有把握的绝不算达标。',
  begin: '在任一文件夹中即可开始：',
  steps: ['写出真实报告，供试用', '哪些未达标，还缺什么数据', '生成网页'],
  shipped: '内置规划（--plan <名称>）：',
  more: ['自己的报告：shanxi-plan init；自己的规划：--plan my-plan.yaml', '全部命令：shanxi-plan --help'],
};

export const welcomeWords: Readonly<Record<Lang, typeof en>> = { en, zh };
