import { expect, test } from 'vitest';
import { isOtherMultiple } from '../../src/values/unit-scale.ts';

test.each([
  ['station', '个'],
  ['point of 100', '分'],
  ['10,000 people', '万人'],
  ['10 000 people', '万人'],
  ['100 million yuan', '亿元'],
  ['million t', '百万吨'],
  ['Mt', '百万吨'],
  ['kt', '千吨'],
  ['kilotonnes', '千吨'],
  ['lakh tonnes', '十万吨'],
  ['MW', '兆瓦'],
  ['10 MW', '万千瓦'],
  ['100 GWh', '亿千瓦时'],
  ['kWh', '千瓦小时'],
  ['km', '公里'],
  ['square km', '平方公里'],
  ['100 million m³', '亿立方米'],
  ['patents per 10,000 people', '件'],
  ['patents per 10,000 people', '件/万人'],
  ['per 100 people', '每百人'],
  ['t per 10,000 yuan', '吨/万元'],
  ['Mtce', '百万吨标准煤'],
  ['person', '人'],
  ['%', '个百分点'],
  ['‰', '千分点'],
])('%s and %s may be one unit', (a, b) => {
  expect([isOtherMultiple(a, b), isOtherMultiple(b, a)]).toEqual([false, false]);
});

test.each([
  ['station', '万个'],
  ['yuan', '亿元'],
  ['million people', '万人'],
  ['Mt', '万吨'],
  ['MW', '万千瓦'],
  ['GW', '亿千瓦'],
  ['TWh', '亿千瓦时'],
  ['billion m³', '亿立方米'],
  ['square km', '平方米'],
  ['beds per 10,000 people', '张/千人'],
  ['crore rupees', '亿卢比'],
])('%s and %s may not', (a, b) => {
  expect([isOtherMultiple(a, b), isOtherMultiple(b, a)]).toEqual([true, true]);
});
