import { expect, it } from 'vitest';
import { waySaidIn } from '../../src/values/way-said.ts';

it.each<[string, string, number | null]>([
  ['环比增长2%', '环比', null],
  ['两年平均', '两年平均', null],
  ['名义增速', '名义', null],
  ['当月', '当月', null],
  ['month-on-month', 'month-on-month', null],
  ['nominal growth', 'nominal', null],
  ['annualised', 'annualised', null],
  ['前11个月累计增长', '前11个月', 11],
  ['注：1-9月', '1-9月', 9],
  ['上半年', '上半年', 6],
  ['前三季度', '前三季度', 9],
  ['YTD', 'YTD', null],
])('%s says %s', (text, said, upTo) => {
  expect(waySaidIn(text)).toEqual({ text: said, upTo });
});

it.each([
  '同比增长',
  '1-12月',
  '全年增长，其中1-9月',
  '可比价',
  '实际增长',
  '年底',
  '11月底',
  '5G基站',
  'phenomenal',
  '一年',
  '2025年上半年',
  '2025年1-9月',
])('nothing is said by %s', text => {
  expect(waySaidIn(text)).toBeUndefined();
});
