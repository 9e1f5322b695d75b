import type { LintArgs } from '../../model/lint.ts';
import type { Telling } from '../../values/fact.ts';
import type { ProblemWords } from './words.ts';

const levels: Readonly<Record<LintArgs['more-than-announced']['level'], string>> = {
  strategic_tasks: '战略任务',
  key_tasks: '重点任务',
  measures: '举措',
};

/** What is found where two entries of a plan do not fit together, and in its indicators. */
export const planFindingsZh = {
  'two-targets-one-indicator': ({ indicator, other }) => ({
    what: `“${other}”也是 ${indicator} 的目标，两者都计入`,
    help: '途中的数值请写入 path:；修订后的目标请写 supersedes:',
  }),
  'superseded-still-in-force': ({ target, successor }) => ({
    what: `“${target}”已由“${successor}”取代，却没有失效日期：两者都计入`,
    help: '请写 in_force: { to: … }',
  }),
  'supersedes-itself': () => ({ what: '目标取代了自己', help: '请写被取代的目标' }),
  'stated-without-source': ({ name }) => ({
    what: `“${name}”写明为来源所载（stated），却没有给出来源`,
    help: '请写明来源，或写 inferred',
  }),
  'target-without-source': ({ target }) => ({
    what: `“${target}”没有写明来源`,
    help: '请写 source:，内容为 sources: 中的标识',
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
    what: `恒等式把以“${left.zh}”计的与以“${right.zh}”计的放在一起`,
    help: '请换算成同一单位，或把单位写成一样',
  }),
  'identity-off-by-scale': ({ factor, unit }) => ({
    what: `恒等式得出的是以“${unit.zh}”计应有数值的 ${factor} 倍`,
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
} satisfies Partial<Telling<LintArgs, ProblemWords>>;
