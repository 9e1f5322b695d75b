import type { Lang } from './words.ts';

/** What a code can be one of, each with a folder of pages; the same name may stand in several. */
export const vocabularies = [
  'problem',
  'lint',
  'verdict',
  'reason',
  'deciding',
  'refusal',
  'used',
  'set-aside',
  'arithmetic',
  'exit',
  'mistake',
] as const;
export type Vocabulary = (typeof vocabularies)[number];

/** Of what a sample is an excerpt. */
export const sampleKinds = [
  'report',
  'config',
  'tables',
  'plan file',
  'plan',
  'target',
  'another target',
  'indicator',
  'indicators',
  'another task',
] as const;
export type SampleKind = (typeof sampleKinds)[number];

const en = {
  vocabulary: {
    problem: 'a problem in an input',
    lint: 'a finding of plan lint',
    verdict: 'a verdict',
    reason: 'what is said beside a verdict',
    deciding: 'what would decide a target',
    refusal: 'why a method has no answer',
    used: 'why a figure is used',
    'set-aside': 'why a figure is set aside',
    arithmetic: 'arithmetic that does not hold',
    exit: 'why a run ended with its exit code',
    mistake: 'what is wrong with a request',
  } satisfies Readonly<Record<Vocabulary, string>>,
  /** What stands above a sample, with what it is an excerpt of. */
  sample: { wrong: (kind: string) => `Wrong (${kind})`, right: (kind: string) => `Right (${kind})` },
  kind: {
    report: 'a report',
    config: 'shanxi-plan.yaml',
    tables: 'how its table is read',
    'plan file': 'a plan',
    plan: 'keys of the plan',
    target: 'fields of the target paved-2025',
    'another target': 'a second target, its other fields those of paved-2025',
    indicator: 'fields of the indicator paved-roads',
    indicators: 'an indicator besides those of the plan',
    'another task': 'a task besides that of the plan',
  } satisfies Readonly<Record<SampleKind, string>>,
  rest: 'The samples are invented. What they leave out stands as in docs/codes/plan.yaml of this package.',
};

const zh: typeof en = {
  vocabulary: {
    problem: '输入文件中的问题',
    lint: 'plan lint 的检查结果',
    verdict: '评价',
    reason: '评价所附的说明',
    deciding: '可据以判定的内容',
    refusal: '方法得不出结论的原因',
    used: '数据采用的理由',
    'set-aside': '数据未采用的原因',
    arithmetic: '不成立的算术关系',
    exit: '退出码的原因',
    mistake: '要求中的错误',
  },
  sample: { wrong: kind => `错误示例（${kind}）`, right: kind => `正确示例（${kind}）` },
  kind: {
    report: '报告',
    config: 'shanxi-plan.yaml',
    tables: '表格的映射',
    'plan file': '规划',
    plan: '规划中的键',
    target: '目标 paved-2025 的字段',
    'another target': '另一个目标，其余字段与 paved-2025 相同',
    indicator: '指标 paved-roads 的字段',
    indicators: '规划中另加的指标',
    'another task': '规划中另加的任务',
  },
  rest: '示例均为虚构，省略的内容与本软件包中的 docs/codes/plan.yaml 相同。',
};

export const codePageWords: Readonly<Record<Lang, typeof en>> = { en, zh };
