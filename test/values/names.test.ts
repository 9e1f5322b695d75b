import { expect, test } from 'vitest';
import { behindName } from '../../src/values/behind-name.ts';
import { folded, foldedCase } from '../../src/values/fold.ts';

test.each([
  ['5G base stations', '5G base stations'],
  ['5G  base \t stations', '5G base stations'],
  ['racks ', 'racks'],
  [' racks', 'racks'],
  ['５Ｇ基站', '5G基站'],
  ['基站\u3000数', '基站 数'],
  ['机架\n数', '机架 数'],
  ['', ''],
])('%j is folded to %j', (text, expected) => {
  expect(folded(text)).toBe(expected);
});

test('names of any case are one where case is no matter', () => {
  expect(foldedCase('ＧDP  Growth')).toBe('gdp growth');
});

test.each([
  ['5G基站（万个）', '5G基站', '万个'],
  ['Energy use (10,000 t)', 'Energy use', '10,000 t'],
  ['Coverage [ % ]', 'Coverage', '%'],
  ['Racks (in use) (racks)', 'Racks (in use)', 'racks'],
  ['机架\n（万架）', '机架', '万架'],
])('%j is %j, and behind it %j', (text, name, behind) => {
  expect(behindName(text)).toEqual({ name, behind });
});

test.each(['5G基站', '(racks)', 'Racks (in use) of all', 'Racks ()', 'Racks (in use'])('%j is a name alone', text => {
  expect(behindName(text)).toBeUndefined();
});
