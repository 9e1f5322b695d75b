import type { LintArgs } from '../../model/lint.ts';
import type { Telling } from '../../values/fact.ts';
import type { ProblemWords } from './words.ts';

const relations: Readonly<Record<Exclude<LintArgs['baseline-not-comparable']['relation'], ''>, string>> = {
  part: '只是目标所指的一部分',
  whole: '比目标所指的范围大',
  other: '与目标所指不是一回事',
};

/** What is found in one target by itself. */
export const targetFindingsZh = {
  'target-without-baseline': ({ target }) => ({
    what: `“${target}”没有基期值，无法判断进度：期限之前只能说完成或未到期`,
    help: '请写 baseline:，含 value、as_of 和 source',
  }),
  'direction-without-baseline': ({ target }) => ({
    what: `“${target}”只要求方向，又没有基期值：永远无法判定`,
    help: '请写 baseline:，升降以此为准',
  }),
  'baseline-without-source': () => ({ what: '基期值没有来源', help: '进度都以它为准，请写 source:' }),
  'baseline-is-a-bound': ({ text }) => ({
    what: `基期值“${text}”只有一端，进度因此也只有一端`,
    help: '请写出数字；舍入的数字有两端',
  }),
  'baseline-not-comparable': ({ counts, relation }) => ({
    what:
      counts === ''
        ? '基期值没有说明口径'
        : relation === ''
          ? `基期值的口径“${counts}”在指标中没有定义`
          : `基期值的口径“${counts}”${relations[relation]}`,
    help: '起点与目标的口径须一致，请在 counts: 中写关系为 same 的口径',
  }),
  'baseline-outside-plausible': ({ text, min, max }) => ({
    what: `基期值 ${text} 超出合理范围（${min} 至 ${max}）`,
    help: '是此处还是 plausible: 写错了单位？',
  }),
  'goal-met-at-baseline': ({ value }) => ({
    what: `基期值 ${value} 已经达到目标`,
    help: '若是要保持，请写 hold_at_least 或 hold_at_most；否则请核对两个数字',
  }),
  'goal-outside-plausible': ({ min, max }) => ({
    what: `目标超出合理范围（${min} 至 ${max}）：达到目标的数据反而不会采用`,
    help: '是此处还是 plausible: 写错了单位？',
  }),
  'falling-goal-of-rising-count': () => ({
    what: '目标要求减少，而指标标为 monotone，即只增不减',
    help: '两者必有一误，请核对 monotone:',
  }),
  'achieve-of-a-quantity': ({ kind }) => ({
    what: `achieve 用于一次性的事项，而指标的类别是 ${kind}`,
    help: '请写 kind: event，或用 at_least 写出数字',
  }),
  'growth-ratio-from-zero': ({ method }) => ({
    what: `基期值或目标不大于零时，${method} 方法得不出结论`,
    help: '请用 schedule 方法',
  }),
  'flow-without-over': ({ target }) => ({
    what: `“${target}”的目标针对逐期累加的流量，却没有写明是哪些时期：只评价最后一期`,
    help: '请用 over: 写出 from、to 和 aggregate: sum、mean 或 each；只指一期时 from 与 to 相同',
  }),
  'goals-in-circle': ({ indicator }) => ({
    what: `目标与“${indicator}”对照，而后者又与本指标对照，或由本指标推得`,
    help: '请让其中之一有自己的数字',
  }),
  'goal-finer-than-wording': ({ text, wording }) => ({
    what: `目标写作“${text}”，规划原文为“${wording}”：目标的精度以所写为准`,
    help: '请照原文书写，否则位数较少的数据永远不能算正好达到',
  }),
  'about-without-tolerance': ({ low, high }) => ({
    what: `没有说明“左右”的幅度，按 ${low} 至 ${high} 理解`,
    help: '若规划另有说明，请写 { value: …, tolerance: … }',
  }),
  'target-date-outside-period': ({ by, from, to }) => ({
    what: `期限 ${by} 不在规划期内（${from} 至 ${to}）`,
    help: '请核对日期；规划期以外的目标属于别的规划，或只是展望',
  }),
  'series-break-before-target': ({ target, on, from }) => ({
    what: `${on} 起为新的统计序列，晚于“${target}”的起点（${from}）：此后的数据都不能说明它`,
    help: '请给出新的统计序列的基期值，或修订后的目标',
  }),
  'path-without-baseline': () => ({ what: '路径没有起点，因而不起作用', help: '请写 baseline:' }),
  'path-backwards': ({ value, before, day }) => ({
    what: `路径背离目标：${day} 为 ${before}，其后却为 ${value}`,
    help: '请核对数字和日期',
  }),
  'milestone-after-target': ({ day, by }) => ({
    what: `中间值的日期 ${day} 不早于期限 ${by}，因而不起作用`,
    help: '路径的最后一点就是目标本身',
  }),
  'milestone-before-baseline': ({ day, start }) => ({
    what: `中间值的日期 ${day} 不晚于基期 ${start}，因而不起作用`,
    help: '请核对日期',
  }),
  'milestone-outside-period': ({ day, from, to }) => ({
    what: `中间值的日期 ${day} 不在规划期内（${from} 至 ${to}）`,
    help: '请核对日期',
  }),
  'milestone-twice': ({ day }) => ({ what: `路径在 ${day} 有两个数值`, help: '请只留一个' }),
  'milestone-fulfils-goal': ({ value, day }) => ({
    what: `${day} 的中间值 ${value} 已经达到目标`,
    help: '中间值应在起点与目标之间，请核对比较方式和数字',
  }),
  'milestone-outside-plausible': ({ value, min, max }) => ({
    what: `中间值 ${value} 超出合理范围（${min} 至 ${max}）`,
    help: '是否写错了单位？',
  }),
  'target-without-wording': () => ({
    what: '没有引用规划原文，无法核对比较方式',
    help: '请写 wording:',
  }),
  'vague-wording': ({ word }) => ({
    what: `“${word}”含义不定，而目标的各字段都没有说明是怎样理解的`,
    help: '请用比较方式、commitment: aspirational 或 readings: 写明',
  }),
  'ambiguous-bound': ({ word, comparator }) => ({
    what: `“${word}”可能含本数，也可能不含；目标只按 ${comparator} 理解`,
    help: '请在 readings: 中两种都写，一种用 at_most，一种用 below',
  }),
  'wording-against-comparator': ({ word, comparator }) => ({
    what: `规划写的是“${word}”，目标写的是 ${comparator}：一个是下限，一个是上限`,
    help: '请核对比较方式',
  }),
  'goal-in-no-reading': ({ comparator }) => ({
    what: `目标自身写的要求（${comparator}）不在任何一种理解之中，没有数值会与它对照`,
    help: '请补上一种不另写要求的理解，或更正两处之一',
  }),
  'readings-alike': ({ name, other }) => ({
    what: `“${other}”与“${name}”两种理解在目标、日期、基期、路径和口径上没有区别`,
    help: '一种理解替换目标的若干字段，请写出不同之处',
  }),
} satisfies Partial<Telling<LintArgs, ProblemWords>>;
