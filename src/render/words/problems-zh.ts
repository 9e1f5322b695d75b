import type { ProblemArgs } from '../../values/problem.ts';
import { besideProblemsZh } from './beside-problems-zh.ts';
import { among, didYouMean, fileProblemsZh, list } from './file-problems-zh.ts';
import { dayHintWords, hintWords, isKeyRunOn, isListed, isStatusInChinese } from './problem-args.ts';
import type { ProblemWords, Words } from './words.ts';

/** A name that the plan does not have. */
const unknownIn =
  (kind: string) =>
  ({ name, allowed, near }: ProblemArgs['unknown-source']): ProblemWords => ({
    what: `规划中没有${kind}“${name}”`,
    help: `${didYouMean(near)}${among(`已知${kind}：`, allowed)}`,
  });

/** Of several it is not known which is meant. */
const ambiguousName = ({ name, candidates }: ProblemArgs['ambiguous-name']): ProblemWords => ({
  what: `规划中有多项都称为“${name}”`,
  help: `请写明所指一项的标识：${list(candidates)}`,
});

export const problemsZh: Words['problem'] = {
  'ambiguous-name': ambiguousName,
  ...fileProblemsZh,
  'file-not-found': ({ near }) => ({
    what: '没有这个文件',
    help: near === undefined ? '文件名从运行命令的文件夹起查找；init 可写出待填写的报告' : didYouMean(near),
  }),
  'empty-file': () => ({ what: '文件是空的', help: 'init 可写出待填写的报告，plan init 可写出规划' }),
  'unknown-key': ({ key, allowed, near, column }) => ({
    what: column === undefined ? `未知的键“${key}”` : `“${key}”写在表格上方，应随数据写明`,
    help:
      column === undefined
        ? `${didYouMean(near)}${among('已知的键：', allowed)}`
        : `请在表中加一列“${column}”；也可在映射的 fixed: 中对全部数据一次写明，映射可由 shanxi-plan map <该文件> 拟出`,
  }),
  'missing-key': ({ key }) => ({
    what: `缺少“${key}”`,
    ...(key === 'as_of' && { help: '数据时点，可为整份报告或每个数据写明' }),
    ...(key === 'value' && { help: '没有数据时请不写这一项，或写 says: not published' }),
  }),
  'wrong-type': ({ expected, found }) => ({
    what: `应为 ${expected}，实为 ${found}`,
    ...(isKeyRunOn(expected, found) && { help: '键后请写半角冒号并空一格：key: value' }),
    ...(isListed(expected, found) && { help: '请去掉各键前的短横；报告中成列的数据请写在 observations: 下' }),
  }),
  'still-open': ({ allowed }) => ({ what: '此处的“?”尚未填写', help: among('可填：', allowed) }),
  'unknown-value': ({ text, allowed, near }) => ({
    what: `“${text}”不是已知的取值`,
    help: `${didYouMean(near)}${among('已知取值：', allowed)}${isStatusInChinese(text, allowed) ? `；若为表格，也可在映射中一次写明：names: { status: { ${text}: ${near ?? '…'} } }` : ''}`,
  }),
  'bad-quantity': ({ text, hint }) => ({ what: `“${text}”无法读作数量`, help: hintWords[hint].zh }),
  'bad-share': ({ text }) => ({
    what: `“${text}”不是分解比例`,
    help: '请写百分比，大于 0、不超过 100："8%"、"12.5%"',
  }),
  'bad-within': ({ text }) => ({
    what: `“${text}”没有说明恒等式可以偏离多少`,
    help: '请写成恒等式所得结果的百分比，大于 0、小于 100，例如 "2%"；严格成立的恒等式不需要 within',
  }),
  'unquoted-thousands': ({ written }) => ({
    what: `在 { } 中逗号会结束数值：YAML 把 ${written} 读成几项`,
    help: `请加引号写成 "${written}"`,
  }),
  'bad-formula': ({ found, wants }) => ({
    what:
      found === ''
        ? '算式末尾缺少指标或数字'
        : {
            operand: `“${found}”处应是指标或数字`,
            operator: `“${found}”处应是 + - * /`,
            opening: '此括号没有对应的左括号',
            closing: '此括号没有右括号',
          }[wants],
    help: '例如 doctors / population * 1000；减号两边留空格，数字写作 10000、10,000、1万 或 0.5',
  }),
  'goal-not-plain': ({ text }) => ({
    what: `目标或参数须是普通数字，不能是“${text}”`,
    help: '比较方式已经说明至少、至多或左右',
  }),
  'negative-width': ({ text }) => ({ what: `宽度不能小于零：${text}` }),
  'exact-yet-wide': ({ given }) => ({
    what: `该数据写明是精确值，“${given}”却说明它不精确`,
    help: '请只保留其中之一',
  }),
  'wrong-kind': ({ what, kind }) => ({
    what: {
      additive: `类型为 ${kind} 的指标不可加总`,
      sense: `sense 只用于 growth，而此处类型为 ${kind}`,
      signed: `signed 只用于 flow，而此处类型为 ${kind}`,
      unit: '增速的单位须为 % 或 ‰',
    }[what],
  }),
  'over-impossible': ({ why, aggregate }) => ({
    what: {
      baseline: `汇总方式为 ${aggregate} 的时段目标没有基期值`,
      'baseline-day': '基期值代表 from 当日的状态，而所写日期不同',
      by: '时段目标在时段结束时评价：by 须为 to 的末日，或省略',
      event: '事件没有时段',
      number: `汇总方式 ${aggregate} 需要有数字的目标`,
      'one-period': `汇总方式 ${aggregate} 需要两个状态，而 from 与 to 相同`,
      'one-sided': '逐期要求只能有一个界限：at_least、above、at_most、below',
      path: `汇总方式 ${aggregate} 没有阶段目标`,
      periods:
        'from 与 to 之间不是整数个统计期，或统计期过多：请写首个和最后一个统计期（from: 2021, to: 2025），或写各自的末日',
      sum: '只有流量可以按时间合计',
    }[why],
  }),
  'against-impossible': ({ why, indicator }) => ({
    what: {
      itself: `“${indicator}”的目标与其自身对照`,
      unit: `“${indicator}”的单位不同`,
      sense: `“${indicator}”的方向相反：一个以增长计，一个以下降计`,
      baseline: `与“${indicator}”对照的目标没有基期值`,
      path: `与“${indicator}”对照的目标没有阶段目标`,
    }[why],
  }),
  'number-without-over': ({ comparator }) => ({
    what: `“${comparator}”加数字表示两个时点之间的变化量`,
    help: '请写明起止：over: { from: 2020, to: 2025, aggregate: change }；逐年的变化请另设指标',
  }),
  'percent-or-points': ({ text }) => ({
    what: `以 % 计的指标，其变化以百分点计，“${text}”有两种理解`,
    help: `请写 ${text.replace(/\s*[%％]/, '')}个百分点`,
  }),
  'reversed-range': ({ min, max }) => ({ what: `范围从 ${min} 到 ${max}，首尾颠倒` }),
  'bad-day': ({ text, hint, readings = [] }) => ({
    what: `“${text}”不是日期`,
    help: dayHintWords[hint].zh(readings.join(' 或 ')),
  }),
  'impossible-day': ({ text }) => ({ what: `日历上没有 ${text} 这一天`, help: '请更正其中的日、月或年' }),
  'bad-duration': ({ text }) => ({ what: `“${text}”不是时长`, help: '请写 "12 months" 或 "2 years"' }),
  'no-comparator': ({ allowed }) => ({ what: '目标没有写明要求', help: `请写其中之一：${list(allowed)}` }),
  'several-comparators': ({ given }) => ({
    what: `目标写了不止一个要求：${list(given)}`,
    help: '请只写一个，或用 readings:',
  }),
  'lint-error': ({ what, help }) => ({ what: what.zh, help: help.zh }),
  'unknown-plan': ({ name, allowed, near }) => ({
    what: `没有名为“${name}”的规划`,
    help: `${didYouMean(near)}内置规划：${list(allowed)}；也可以给出文件`,
  }),
  'wrong-plan': ({ found, expected }) => ({
    what: `这份报告属于规划“${found}”`,
    help: `本次对照的规划是“${expected}”`,
  }),
  'several-plans': ({ plans, expected }) => ({
    what: `这些报告分属多个规划：${list(plans)}`,
    help: `本次对照的规划是“${expected}”；用 batch --by plan 可按各自的规划评价，也可只给出一个规划的报告`,
  }),
  'no-plan-named': () => ({ what: '报告没有写明属于哪个规划', help: '请添加 plan:，写上规划的标识' }),
  'not-a-report': () => ({ what: '这是规划，不是报告', help: '请用 --plan 给出' }),
  'unknown-indicator': unknownIn('指标'),
  'unknown-measure': unknownIn('举措'),
  'unknown-region': unknownIn('地区'),
  'goal-of-own-region': ({ region }) => ({
    what: `“${region}”就是规划自身的地区`,
    help: '它的要求就是目标本身的要求：请写在目标里',
  }),
  'share-impossible': ({ indicator, why }) => ({
    what:
      why === 'no-goal'
        ? '无法分解：目标没有全域的要求'
        : why === 'no-number'
          ? '无法分解：全域的要求没有数字'
          : why === 'rate'
            ? '无法分解：增速不能按比例分解到地区'
            : `“${indicator}”的数据不可加总，目标不能分解到地区`,
    help: why === 'no-goal' ? '请给全域写明要求，或给地区写明自己的要求' : '请给地区写明自己的要求',
  }),
  'unknown-source': unknownIn('来源'),
  'unknown-target': unknownIn('目标'),
  'unknown-definition': ({ name, allowed, near }) => ({
    what: `规划中没有口径“${name}”，该数据不予采用`,
    help: `${didYouMean(near)}已知口径：${list(allowed) || '无'}`,
  }),
  'duplicate-id': ({ id }) => ({ what: `标识“${id}”出现了两次` }),
  'wrong-unit': ({ found, expected }) => ({
    what: `单位是 ${found}，而指标的单位是 ${expected.zh}`,
    help: `请换算为 ${expected.zh}；两者若是同一单位，请在规划的 units: 中写明 ${found}`,
  }),
  'deleted-figure': ({ sign }) => ({
    what: `“${sign}”表示此行删除一个数据：它本身不是数据，所删除的可能在此文件，也可能在别的文件`,
    help: '请提供删除之后的数据；若所读数据与之无关，可在映射的 flags: 下把该符号写为 ignore，略去这些行',
  }),
  ...besideProblemsZh,
  'multiplied-twice': ({ text, unit }) => ({
    what: `“${text}”带有倍数，单位“${unit.zh}”也带有倍数：所指的是哪一个？`,
    help: '请按该单位写出数字，不带倍数',
  }),
  'names-of-two-units': ({ name, unit }) => ({
    what: `“${name}”与“${unit}”一次所计的数量不同，不能是同一单位的两种写法`,
    help: '请使两种写法的倍数一致，或把倍数写在数字里：单位为 个 时写 12万',
  }),
  'days-out-of-order': ({ first, second }) => ({
    what: `${first} 晚于 ${second}`,
    help: '时段先始后终',
  }),
  'after-publication': ({ asOf, published }) => ({
    what: `该数据的时点为 ${asOf}，却在此之前的 ${published} 公布`,
    help: '请更正日期，两个日期也可能写反了；预计数请写 status: estimated，目标请写 status: planned',
  }),
  'day-to-come': ({ asOf }) => ({
    what: `该数据的时点为 ${asOf}，这一天尚未到来`,
    help: '请更正日期；目标请写 status: planned，预计数还须写明公布日期',
  }),
  'nothing-reported': () => ({
    what: '报告中没有数据',
    help: '请填写数值；报告文件的数据写在 metrics: 或 observations: 中',
  }),
  implausible: ({ text, min, max }) => ({
    what: `${text} 超出合理范围（${min} 至 ${max}），该数据不予采用`,
    help: '是否写错了单位？',
  }),
};
