import type { KeyCatalogue } from './words.ts';

/** How a value is written, by the id of its field in `src/model/fields.ts`. */
export const notations: KeyCatalogue = {
  day: [
    'YYYY-MM-DD; a month YYYY-MM, a quarter 2023-Q2 or a year YYYY stands for its last day; 2023年12月31日, 2023年底 …',
    '写作 YYYY-MM-DD；月份 YYYY-MM、季度 2023-Q2 或年份 YYYY 指其最后一天；也可写 2023年12月31日、2023年底等',
  ],
  firstDay: [
    'YYYY-MM-DD; a month YYYY-MM or a year YYYY stands for its first day',
    '写作 YYYY-MM-DD；月份 YYYY-MM 或年份 YYYY 指其第一天',
  ],
  quantity: [
    '120000, "120,000", 12万, 5.4%, ">93,000", 93,000以上, 约 20 …',
    '可写 120000、"120,000"、12万、5.4%、">93,000"、93,000以上、约 20 等',
  ],
  between: ['the two ends between which it lies, the smaller one first', '数值所在区间的两端，小的在前'],
  number: ['a plain number: 120000, "120,000", 12万, 1.3, 5.4%', '一个确定的数：120000、"120,000"、12万、1.3、5.4%'],
  goal: [
    'a plain number: 120000, "120,000", 12万, 1.3, 5.4%; of a change also 1.5pp',
    '一个确定的数：120000、"120,000"、12万、1.3、5.4%；变化幅度还可写 1.5pp（百分点）',
  ],
  width: ['a plain number, zero or above', '一个确定的数，不小于零'],
  power: ['a whole number from -15 to 15', '-15 到 15 之间的整数'],
  percentage: ['above 0 and at most 100 per cent: 8%, 12.5%', '大于 0、不超过 100%：8%、12.5%'],
  deviation: [
    'in per cent of what the formula gives, above 0 and below 100: 2%',
    '按算式结果的百分比，大于 0、小于 100%：2%',
  ],
  formula: [
    'numbers and indicators with + - * / and brackets: doctors / population * 1000',
    '由数字、指标和 + - * / 及括号组成的算式：doctors / population * 1000',
  ],
  duration: ['12 months, 2 years', '写作 12 months（12 个月）、2 years（2 年）'],
  count: ['a whole number from 0', '不小于 0 的整数'],
  margin: ['2% of the goal, or 500 in its unit', '写作 2%（目标的 2%）或 500（按目标的单位）'],
  selector: [
    'an id, or task=…, measure=…, target=…, indicator=…, region=…, commitment=…',
    '一个标识，或 task=…（任务）、measure=…（举措）、target=…（目标）、indicator=…（指标）、region=…（地区）、commitment=…（指标属性）',
  ],
};
