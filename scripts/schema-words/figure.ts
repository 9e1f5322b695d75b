import type { KeyCatalogue } from './words.ts';

const schemaKey: KeyCatalogue = {
  $schema: ['where an editor finds this schema', '编辑器从何处读取本 schema'],
};

/** What may be said of a figure, in a report and in the mapping of a table. */
const said: KeyCatalogue = {
  as_of: ['the day that the figure describes', '数据所反映的日期'],
  dated: [
    'how well that day is known: the source states it, it was inferred, or it is the latest that it can be',
    '该日期的依据：来源写明（stated）、推断得出（inferred），或只知不晚于该日（at-latest）',
  ],
  published: ['the day from which the figure was known', '数据公布的日期'],
  region: ['the region that the figure is of; default: that of the plan', '数据所属地区；默认为规划的地区'],
  counts: [
    'what was counted, as the plan calls it; without it the figure may answer nothing',
    '数据的统计口径，用规划中的名称；不写则该数据可能无法采用',
  ],
  scope: [
    'whole, or a part of it that is named: { part: one operator }',
    '全部（whole），或其中注明的一部分：{ part: 某一运营商 }',
  ],
  status: [
    'final, provisional or estimated; proposed and planned are no figures',
    '最终（final）、初步（provisional）、估计（estimated）；拟议（proposed）和计划（planned）不算数据',
  ],
  unit: ['the unit that the number is written in, as the plan calls it', '数值的单位，用规划中的名称'],
  power_of_ten: [
    'the number is times ten to this power: 3 for thousands, 4 for 万',
    '数值须乘以 10 的几次方：千为 3，万为 4',
  ],
  rounded_to: ['what the number was rounded to: 1000', '数值取整到多少：1000'],
  tolerance: ['how far “about” reaches to either side', '“约”“左右”上下各允许多大的偏差'],
  exact: [
    'the number is exactly this, however it is written: nothing was rounded away',
    '数值就是这么多，没有经过四舍五入，与写法无关',
  ],
  says: [
    'what the source claims in words, where it claims more or other than the number',
    '来源用文字所作的说法，若与数字不同或多于数字',
  ],
  against: ["the other document's target that the claim is about", '该说法所针对的另一份文件的目标'],
  new_series: [
    'why a new series begins with this figure: nothing older is comparable with it',
    '为何从该数据起为新的序列：此前的数据与它不可比',
  ],
  unusable: [
    'why the author of the report file holds that this figure must not be used',
    '报告文件的作者为何认为不应采用该数据',
  ],
  note: ['a remark for readers; it decides nothing', '给读者的备注，不影响判定'],
  indicator: ['the indicator that the figure is of: its id, title or alias', '数据所属指标：其标识、名称或别名'],
  measure: ['the measure that a statement is about', '说法所涉及的举措'],
};

export const figureInTable: KeyCatalogue = {
  ...said,
  publisher: ['who published it', '发布单位'],
  title: ['what the source is called', '来源的标题'],
  url: ['where the source can be read', '来源的网址'],
  flow_from: ['the first day of the time in which it was added', '增量所属时段的第一天'],
  flow_to: ['the last day of that time', '增量所属时段的最后一天'],
};

export const reportKeys: KeyCatalogue = {
  ...schemaKey,
  ...said,
  report: ['what the report is called', '报告的名称'],
  plan: [
    'the plan that it belongs to; another plan refuses the report',
    '报告所属的规划；与其他规划一起使用时会被拒绝',
  ],
  source: ['where the figures come from', '数据的来源'],
  'source.publisher': ['who published it', '发布单位'],
  'source.title': ['what the source is called', '来源的标题'],
  'source.url': ['where the source can be read', '来源的网址'],
  'scope.part': ['the part that the figure is of', '数据所指的部分'],
  invented: [
    'says that the figures are made up, and for what; every output repeats it',
    '说明数据是虚构的以及用途；每种输出都会注明',
  ],
  metrics: [
    'figures by indicator: one each, or one with what belongs to it',
    '按指标列出数据：只写数值，或连同相关说明',
  ],
  'metrics.*': ['the figure of this indicator', '该指标的数据'],
  'metrics.*.value': ['the number as the source prints it', '数值，照来源原样书写'],
  between: ['the two ends between which the number lies', '数值所在区间的两端'],
  observations: [
    'figures as a list: several days of one indicator, or statements without a number',
    '以列表写出数据：同一指标可有多个日期，也可以是没有数字的说法',
  ],
  'observations.value': ['the number as the source prints it', '数值，照来源原样书写'],
  flow: ['the figure is what was added in this time, not a total', '该数据是这段时间的增量，而不是总量'],
  'flow.from': ['its first day', '时段的第一天'],
  'flow.to': ['its last day', '时段的最后一天'],
  kept: ['what a file keeps behind the number that it shows', '文件中保存的数值，若比显示的更精确'],
};

export { schemaKey };
