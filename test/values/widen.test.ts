import { describe, expect, test } from 'vitest';
import { parseQuantity, type Quantity } from '../../src/values/quantity.ts';
import { asExact, printedTo, roundedTo, withKept } from '../../src/values/widen.ts';

/* What is known of a number beside its text. */

function quantity(text: string): Quantity {
  const read = parseQuantity(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}
const endsOf = ({ low, high }: Quantity): [number, number] => [low, high];

describe('known to the nearest', () => {
  test.each<[string, number, [number, number]]>([
    ['93000', 1000, [92_500, 93_500]],
    ['9.3万', 1000, [92_500, 93_500]],
    ['9.3万', 100, [92_500, 93_500]],
    ['9.3万', 10_000, [88_000, 98_000]],
    ['-5', 2, [-6, -4]],
    ['>5', 2, [5, Infinity]],
    ['<5', 2, [-Infinity, 5]],
  ])('%s, %d', (text, unit, ends) => {
    expect(endsOf(roundedTo(quantity(text), unit))).toEqual(ends);
  });

  test('it is no longer plain, unless nothing was rounded', () => {
    expect(roundedTo(quantity('93000'), 1000).isPlain).toBe(false);
    expect(roundedTo(quantity('>5'), 2)).toEqual(quantity('>5'));
  });
});

test('printed to a unit, it allows half of that', () => {
  expect(printedTo(quantity('5'), 0.1)).toMatchObject({ low: 4.95, high: 5.05, step: 0.1, isPlain: true });
});

describe('what a file keeps behind what it shows', () => {
  test.each<[string, number, number, object]>([
    ['the same number', 5, 1, { low: 5, high: 5, step: 1 }],
    ['a number that the shown one is rounded from', 5.4, 1, { low: 4.5, high: 5.5, kept: 5.4 }],
    ['a number that the shown one is no rounding of', 7, 1, { low: 4.5, high: 7, kept: 7 }],
    ['one below it', 2, 1, { low: 2, high: 5.5, kept: 2 }],
    ['a number of which the last digit is rounded', 5.4, 0.1, { low: 4.5, high: 5.5, kept: 5.4 }],
    ['the same, at the end of what is shown', 5.5, 0.1, { low: 4.5, high: 5.55, kept: 5.5 }],
  ])('%s', (_, value, step, expected) => {
    expect(withKept(quantity('5'), { value, step })).toMatchObject(expected);
  });

  test('is not said where it is the same', () => {
    expect(withKept(quantity('5'), { value: 5, step: 1 })).not.toHaveProperty('kept');
  });

  test('widens what has digits of its own', () => {
    expect(endsOf(withKept(quantity('5.0'), { value: 5.04, step: 0.01 }))).toEqual([4.95, 5.05]);
  });
});

test('said to be exact, it is that number alone, and a bound stays one', () => {
  expect(asExact(quantity('9.3万'))).toMatchObject({ low: 93_000, high: 93_000, step: 0 });
  expect(asExact(quantity('≥5'))).toEqual(quantity('≥5'));
  expect(endsOf(asExact({ ...quantity('5.0'), kept: 5.04 }))).toEqual([5, 5.04]);
});
