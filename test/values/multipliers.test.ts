import { expect, test } from 'vitest';
import { isMultiplied } from '../../src/values/multipliers.ts';
import { timesTen } from '../../src/values/times-ten.ts';
import { isMultipleUnit } from '../../src/values/unit-scale.ts';

test.each(['9.3万', '约 9.3 万', '3亿', '2千', '5k', '5 K', '1.2 million', '超3亿', '93万以上', '9．3万'])(
  '%s is multiplied',
  text => {
    expect(isMultiplied(text)).toBe(true);
  },
);

test.each(['93,000', '5.4%', 'not less than 5', 'at least 93,000', '93,000以上', '约 20'])('%s is not', text => {
  expect(isMultiplied(text)).toBe(false);
});

test.each([
  ...['万', '万个', '亿元', '百万吨', '万千瓦', '千人', '千吨', '千公里', '万人次/日', '亿元/年'],
  ...[
    'million t',
    'Millions of euros',
    'thousand',
    'bn yuan',
    '10,000 t',
    '10000 people',
    '1 000 t',
    '100 million yuan',
  ],
])('%s says how many are counted at once', unit => {
  expect(isMultipleUnit(unit)).toBe(true);
});

test.each([
  ...['个', '千瓦', '千米', '千克', '千瓦时', '千字节', '台/万人', '个/千人', '每万人', '元/人', '人'],
  ...['km', 'kWh', 'kg', 'station per 10,000 people', 'per 100000', 'ratio', '%', 'billionaire', 'm3', 'PM10', 't'],
])('%s does not', unit => {
  expect(isMultipleUnit(unit)).toBe(false);
});

test.each([
  [9.3, 4, 93_000],
  [1.1, 2, 110],
  [250, -2, 2.5],
  [5e-7, 7, 5],
  [1e21, 1, 1e22],
  [-0.07, 2, -7],
])('%d times ten to the power of %d is %d, without noise', (value, power, expected) => {
  expect(timesTen(value, power)).toBe(expected);
});
