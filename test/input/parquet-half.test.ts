import type { SchemaTree } from 'hyparquet';
import { expect, test } from 'vitest';
import { columnsOf } from '../../src/input/parquet/values.ts';

const element = {
  name: 'value',
  type: 'FIXED_LEN_BYTE_ARRAY',
  type_length: 2,
  logical_type: { type: 'FLOAT16' },
} as const;
const [half] = columnsOf([{ element, children: [], count: 1, path: ['value'] } as SchemaTree]);

/** Numbers of half precision, each with the shortest decimal that is nearest to it and with no other one between. */
test.each([
  [60.03125, '60.03', '0.03125'],
  [61, '61', '0.03125'],
  [-0.0999755859375, '-0.1', '0.00006103515625'],
  [33_312, '33300', '32'],
  [2050, '2050', '2'],
])('%d is %s, and %s wide', (value, text, width) => {
  expect(half?.textOf(value)).toBe(text);
  expect(half?.shownOf?.(value)).toEqual({ text, width });
});

test('nothing is nothing', () => {
  expect(half?.textOf(0)).toBe('0');
  expect(half?.shownOf?.(0)).toBeUndefined();
  expect(half?.textOf(null)).toBe('');
});
