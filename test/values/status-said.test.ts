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
    '注：以上为规划数',
    '注：以上为估算',
    '2025年5G基站建设情况（计划）',
    '全省5G基站（规划）',
    '2025年5G基站建设计划表',
    '2025年主要目标',
    '数据性质：计划数',
    '规划',
    '拟建',
    '力争达到',
    '将达到',
    '待核实',
    '此数有误',
    '数据有误',
    '数据待核实',
    '注：该数据存疑。',
    '以上数据尚未核实',
    'error in source',
    'Figure disputed.',
    'to be verified',
    'The data are unverified.',
    'projected',
    'Stations (planned)',
    'Base stations: targets for 2025',
    'All figures are estimates.',
    '预计到年底',
    '预计到2025年底达到',
    '（预计年底建成）',
    'expected by the end of the year',
    'planned for 2025',
    'projected by year-end',
    '已撤回',
    '撤销',
    '已废止',
    '该数据已于2026年3月撤回',
    '注：数据已作废。',
    'withdrawn',
    'has been retracted',
    'This figure was later withdrawn by the office.',
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
    '完成年度目标',
    '山西省“十四五”新型基础设施建设规划',
    '对照年度目标',
    '力争2025年达到12万个',
    '拟新增1000个',
    '估算方法见附录',
    'Stations in use; the target is 120,000',
    'estimated on the basis of a survey',
    'Target completion',
    '预计明年达到12万个',
    '撤销县改设区',
    '撤回申请3件',
    '基站已撤销200个',
    'stations withdrawn from service are left out',
    'expected to rise',
  ])('%s', text => {
    expect(statusSaidIn(text)).toBeUndefined();
  });
});

it('a long text says so of nothing: it is no note', () => {
  const said = '以上数据均为计划数';
  expect(statusSaidIn(said.padStart(500, '煤'))).toBe('计划数');
  expect(statusSaidIn(said.padStart(501, '煤'))).toBeUndefined();
});
