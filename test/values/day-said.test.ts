import { describe, expect, it } from 'vitest';
import { daySaidIn } from '../../src/values/day-said.ts';

const daysIn = (text: string, isTitle?: boolean) => {
  const said = daySaidIn(text, isTitle);
  return said && [said.from, said.to];
};
const YEAR = ['2024-01-01', '2024-12-31'];
const END = ['2024-12-31', '2024-12-31'];

describe('the day of the numbers around a text', () => {
  it.each<[string, readonly string[]]>([
    ['截至2024年末', END],
    ['数据截至2024年12月31日', END],
    ['注：截止2024年底', END],
    ['以上为2024年数据', YEAR],
    ['表中数据均为2024年数', YEAR],
    ['统计时间：2024年', YEAR],
    ['2024年度', YEAR],
    ['5G基站情况（2024年底）', END],
    ['主要指标（2024年9月）', ['2024-09-01', '2024-09-30']],
    ['2024年1-9月', ['2024-01-01', '2024-09-30']],
    ['2024年前11个月', ['2024-01-01', '2024-11-30']],
    ['as of end of 2024', END],
    ['Data for 2024', YEAR],
    ['All figures are as of September 2024.', ['2024-09-01', '2024-09-30']],
    ['Q3 2024 data', ['2024-07-01', '2024-09-30']],
  ])('%s', (text, days) => {
    expect(daysIn(text)).toEqual(days);
  });

  it.each<[string, readonly string[]]>([
    ['2024年底全省5G基站情况', END],
    ['2024年主要指标', YEAR],
    ['山西省2024年主要指标', YEAR],
    ['截至2024年12月底全省各市5G基站建设情况', END],
    ['全省截至2024年12月基站情况', ['2024-12-01', '2024-12-31']],
    ['全省主要指标完成情况 2024年', YEAR],
  ])('of a title alone: %s', (text, days) => {
    expect([daysIn(text), daysIn(text, true)]).toEqual([undefined, days]);
  });

  it.each([
    '比2024年增长5%',
    '较2020年提高3个百分点',
    '2024年目标',
    '到2024年规划数',
    '2021—2025年规划指标',
    '2024年比2023年多',
    '2024年1月20日发布',
    '填表日期：2024年1月20日',
    '2024年1月20日',
    '2024-12-31',
    '晋政发〔2024〕12号',
    '2024年统计年鉴',
    '2024年政府工作报告',
    '按2020年价格计算',
    '2024年以来',
    '2020年不变价',
    '第五次经济普查（2023年）',
    'GB 2024',
    '关于2024年的说明',
    '山西省2024年新建基站',
    '山西省2024年以来基站情况',
    '2024年为快报数',
    '2024年拆除基站1200个',
    '2024年数据含在建，不含规划',
    '5G基站数',
    'compared with 2024',
    'published in 2024',
    `${'长'.repeat(200)}截至2024年末`,
  ])('nothing is said by %s', text => {
    expect(daysIn(text, true)).toBeUndefined();
  });
});
