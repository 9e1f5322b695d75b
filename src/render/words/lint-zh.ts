import type { LintArgs } from '../../model/lint.ts';
import type { LintWords } from './lint.ts';

const levels: Readonly<Record<LintArgs['more-than-announced']['level'], string>> = {
  strategic_tasks: '战略任务',
  key_tasks: '重点任务',
  measures: '举措',
};

const relations: Readonly<Record<Exclude<LintArgs['baseline-not-comparable']['relation'], ''>, string>> = {
  part: '只是目标所指的一部分',
  whole: '比目标所指的范围大',
  other: '与目标所指不是一回事',
};

export const lintZh: LintWords = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  counts: (errors, warnings, infos) => `错误 ${errors} 处，警告 ${warnings} 处，提示 ${infos} 处`,
  clean: plan => `${plan}：没有可指出的问题`,
  tooMany: (warnings, allowed) => `警告 ${warnings} 处，而 --max-warnings 只允许 ${allowed} 处`,
  finding: {
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
    'growth-ratio-from-zero': () => ({
      what: '基期值或目标不大于零时，growth-ratio 方法得不出结论',
      help: '请用 schedule 方法',
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
    'readings-alike': ({ name, other }) => ({
      what: `“${other}”与“${name}”两种理解在目标、日期、基期、路径和口径上没有区别`,
      help: '一种理解替换目标的若干字段，请写出不同之处',
    }),
    'two-targets-one-indicator': ({ indicator, other }) => ({
      what: `“${other}”也是 ${indicator} 的目标，两者都计入`,
      help: '途中的数值请写入 path:；修订后的目标请写 supersedes:',
    }),
    'superseded-still-in-force': ({ target, by }) => ({
      what: `“${target}”已由“${by}”取代，却没有失效日期：两者都计入`,
      help: '请写 in_force: { to: … }',
    }),
    'supersedes-itself': () => ({ what: '目标取代了自己', help: '请写被取代的目标' }),
    'target-without-source': ({ target }) => ({
      what: `“${target}”没有写明来源`,
      help: '请写 source:，内容为 sources: 中的编号',
    }),
    'target-without-task': ({ target }) => ({
      what: `“${target}”不属于任何任务：作评价，但不计入任何任务的汇总`,
      help: '若是规划整体的目标，这样是对的',
    }),
    'commitment-unstated': ({ count, total }) => ({
      what: `${total} 项目标中有 ${count} 项没有写明指标属性（约束性或预期性）`,
      help: '约束性没有余地，力争的不计为未达标；请查主要指标表',
    }),
    'shares-exceed-whole': ({ target, percent }) => ({
      what: `“${target}”各地区的分解目标合计为全域目标的 ${percent}%`,
      help: '地区与其下级只计一次；其中有的分解比例过大',
    }),
    'regional-goals-below-whole': ({ target, sum, goal }) => ({
      what: `“${target}”各地区目标合计 ${sum}，全域目标为 ${goal}`,
      help: '各地区都完成时，全域仍可能完不成',
    }),
    'each-of-what-adds-up': ({ target, goal }) => ({
      what: `“${target}”的数据可以加总，却要求每个地区各自达到 ${goal}`,
      help: '请给各地区写明自己的目标或分解比例',
    }),
    'measure-without-number': ({ measure }) => ({
      what: `举措“${measure}”没有目标，只能显示有关说法`,
      help: '若规划没有给出数字，这样是对的',
    }),
    'task-without-measure': ({ task }) => ({
      what: `任务“${task}”之下既没有举措，也没有任务`,
      help: '若来源没有写得更细，这样是对的',
    }),
    'more-than-announced': ({ level, announced, found }) => ({
      what: `规划公布${levels[level]} ${announced} 项，文件中有 ${found} 项`,
      help: '有的重复了，或层级与规划不同',
    }),
    'fewer-than-announced': ({ level, announced, found }) => ({
      what: `公布的 ${announced} 项${levels[level]}中，文件中有 ${found} 项`,
      help: '每份分析的覆盖情况都会写明',
    }),
    'source-unknown': ({ source }) => ({ what: `规划中没有来源“${source}”`, help: '请在 sources: 中定义' }),
    'source-unused': ({ source }) => ({ what: `没有一处引用来源“${source}”`, help: '请删去，或加以引用' }),
    'region-unnamed': () => ({
      what: '规划列出了地区，却没有写明规划属于哪个地区',
      help: '请写 region:，否则各部分的数据无法合计',
    }),
    'region-twice': ({ region }) => ({ what: `地区“${region}”出现了两次`, help: '其数据会重复计算' }),
    'indicator-without-counts': ({ indicator }) => ({
      what: `“${indicator}”没有说明数据可能的口径：没有口径的数据都被当作可比`,
      help: '请写 counts:，逐一写明 same、part、whole 或 other',
    }),
    'counts-without-same': ({ target }) => ({
      what: `没有一种口径与“${target}”所指相同：任何数据都只能作上限或下限`,
      help: '请把所指的口径标为 same',
    }),
    'unstated-means-same': ({ indicator }) => ({
      what: `“${indicator}”有多种口径，而没有写明口径的数据被当作所指的那一种`,
      help: '只有当未写明口径的报告确实指那一种时才对',
    }),
    'indicator-without-plausible': ({ indicator }) => ({
      what: `“${indicator}”没有合理范围，写错单位的数据可能混入`,
      help: '请写 plausible: { min: …, max: … }',
    }),
    'indicator-unused': ({ indicator }) => ({
      what: `没有目标或恒等式用到“${indicator}”`,
      help: '若是报告中与规划指标并列的数据，这样是对的',
    }),
    'identity-unknown-indicator': ({ indicator }) => ({
      what: `恒等式中的“${indicator}”在规划中没有定义`,
      help: '请在 indicators: 中定义',
    }),
    'identity-in-circle': ({ indicator }) => ({
      what: `“${indicator}”的恒等式又回到“${indicator}”本身，什么也推不出`,
      help: '请让它以有数据报告的指标为依据',
    }),
    'identity-divisor-may-be-zero': () => ({
      what: '恒等式的除数可能为零，那时什么也推不出',
      help: '请除以恒大于零的指标，并在其 plausible 中写明',
    }),
    'identity-mixes-units': ({ left, right }) => ({
      what: `恒等式把以“${left}”计的与以“${right}”计的放在一起`,
      help: '请换算成同一单位，或把单位写成一样',
    }),
    'identity-off-by-scale': ({ factor, unit }) => ({
      what: `恒等式得出的是以“${unit}”计应有数值的 ${factor} 倍`,
      help: '占比的百分数是 part / whole * 100，由百分数求部分是 whole * share / 100',
    }),
    'assumption-unknown-indicator': ({ indicator }) => ({
      what: `假定所说的“${indicator}”在规划中没有定义`,
      help: '请在 indicators: 中定义',
    }),
    'assumption-unused': ({ indicator }) => ({
      what: `没有恒等式用到“${indicator}”，这一假定不起作用`,
      help: '只有恒等式才用到假定',
    }),
    'assumption-backwards': ({ from, to }) => ({
      what: `假定的有效期为 ${from} 至 ${to}，等于从不成立`,
      help: '请核对两个日期',
    }),
  },
};
