import type { OutlineWords } from './outline-en.ts';

export const outlineZh: OutlineWords = {
  columns: { target: '目标', goal: '要求', by: '期限', start: '基期', how: '指标属性\n可靠程度' },
  period: (from, to) => `${from} 至 ${to}`,
  counts: ({ strategicTasks, keyTasks, measures, targets }) =>
    `战略任务 ${strategicTasks} 项，重点任务 ${keyTasks} 项，举措 ${measures} 项，目标 ${targets} 项`,
  commitment: { binding: '约束性', anticipatory: '预期性', aspirational: '力争', unstated: '未写明' },
  certainty: { stated: '来源写明', paraphrased: '转述', inferred: '推断', unstated: '未说明' },
  inferred: title => `${title}（推断）`,
  noBaseline: '无基期值',
  each: '各地区分别达到',
  onlyRegional: '分地区',
  share: percent => `分解 ${percent}%`,
  readings: names => `可理解为：${names.join('；')}`,
  indicators: {
    title: '指标，报告中的写法',
    columns: { indicator: '指标', unit: '单位\n类型', counts: '数据可能统计的口径（counts:）' },
    kind: { stock: '存量', flow: '流量', level: '水平', share: '比重', growth: '增速', event: '事件' },
    relation: {
      same: '即所指',
      part: '所指的一部分，作下限',
      whole: '超出所指，作上限',
      other: '另一内容，不能作答',
    },
    one: '只有一种口径，不必写明',
    also: names => `也可写：${names.join('、')}`,
  },
  coverage: ({ level, announced, named, inferred, unstated, quantified }) =>
    `${level}：公布 ${announced ?? '?'} 项，来源列名 ${named} 项，推断 ${inferred} 项，${unstated > 0 ? `没有来源 ${unstated} 项，` : ''}有数字 ${quantified} 项`,
};
