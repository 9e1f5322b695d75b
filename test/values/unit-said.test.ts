import { describe, expect, it } from 'vitest';
import { unitSaidIn } from '../../src/values/unit-said.ts';

const said: readonly (readonly [text: string, units: readonly string[], isOfAll: boolean])[] = [
  ['注：单位为万个', ['万个'], true],
  ['单位：万个', ['万个'], true],
  ['（单位：万元、个）', ['万元', '个'], true],
  ['计量单位:个', ['个'], true],
  ['单位万个', ['万个'], true],
  ['单位为：万个', ['万个'], true],
  ['单位（万个）', ['万个'], true],
  ['本表计量单位均为万个。', ['万个'], true],
  ['数据以万个为单位', ['万个'], true],
  ['按万人计', ['万人'], true],
  ['表中数据以千公里计', ['千公里'], true],
  ['煤炭产量单位为万吨', ['万吨'], false],
  ['2023年主要指标（万个）', ['万个'], false],
  ['万人', ['万人'], true],
  ['数值需乘以10000', ['万'], false],
  ['Values ×1000', ['千'], true],
  ['unit: 10,000 stations', ['万stations'], true],
  ['# units: thousand', ['千'], true],
  ['in thousands', ['千'], true],
  ['Figures are given in ten thousands', ['万'], true],
  ['figures in million tonnes', ['百万tonnes'], true],
  ['thousands of stations', ['千stations'], true],
  ["'000", ['千'], true],
  ['000s', ['千'], true],
  ['a table (in 10,000 persons)', ['万persons'], false],
];

const saysNothing = [
  '单位GDP能耗下降13.5%',
  '填报单位：万荣县统计局',
  '所有单位均已接入',
  '约9.3万个',
  '含应急站（0.2万个）',
  '2×1000MW机组',
  '数以万计的用户',
  'Built in thousands of villages',
  'doctors per 10,000 people',
  '93,307 in all',
  '1000',
  'a total of 51.4万 stations',
  'an investment of 100 million yuan',
  'the unit that reported it',
];

describe('a text says a unit', () => {
  it.each(said)('%s', (text, units, isOfAll) => {
    expect(unitSaidIn(text)).toMatchObject({ units, isOfAll });
  });
});

describe('a text says none', () => {
  it.each(saysNothing)('%s', text => {
    expect(unitSaidIn(text)).toBeUndefined();
  });
});
