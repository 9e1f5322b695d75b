import { describe, expect, it } from 'vitest';
import { statusSaidIn } from '../../src/values/status-said.ts';

describe('a text calls numbers goals or forecasts', () => {
  it.each([
    '2025年目标值',
    '2025年目标',
    '2025年预计完成情况',
    '计划数',
    '预测值',
    'forecast',
    'Targets 2025',
    '注：2025年为预计数',
    '注：以上数据均为计划数。',
  ])('%s', text => {
    expect(statusSaidIn(text)).toBeDefined();
  });
});

describe('a text that names goals calls no number one', () => {
  it.each([
    '“十四五”规划目标完成情况',
    '2025年度计划执行情况',
    '山西省信息通信业规划主要指标',
    '高于目标值2个百分点',
    '已完成年度目标',
    '目标值为5000',
    '比预计提前一年',
    'target met a year early',
    'planned maintenance excluded',
    '2025年计划新增1000个',
    '快报数',
  ])('%s', text => {
    expect(statusSaidIn(text)).toBeUndefined();
  });
});
