import { describe, expect, test } from 'vitest';
import { beginning } from '../../src/values/beginning.ts';
import { keptOf, longNumber } from '../../src/values/long-number.ts';

describe('a number with more digits than a spreadsheet shows', () => {
  test.each([
    ['0.1234567890123454', '0.123456789012345', 1],
    ['0.1234567890123456', '0.123456789012346', -1],
    ['-0.1234567890123454', '-0.123456789012345', -1],
    ['-0.1234567890123456', '-0.123456789012346', 1],
    ['12345678901234.56', '12345678901234.6', -1],
    ['99999999999999.96', '100000000000000', -1],
  ])('%s shows %s, and lies on its side %i', (written, shown, side) => {
    expect(longNumber(written)).toMatchObject({ shown, side });
  });

  test.each([
    ['0.100000000000000000', 'zeros only'],
    ['1234567890123456', 'no decimals'],
    ['123456789012.125', 'fifteen digits'],
    ['-00000000000012.50', 'zeros before'],
  ])('%s is none: %s', written => {
    expect(longNumber(written)).toBeUndefined();
  });

  test.each([
    ['0.3000000000000000444', 0.3, 1],
    ['0.2999999999999999889', 0.3, -1],
    ['12345.00000000000001', 12345, 1],
    ['-12345.00000000000001', -12345, -1],
    ['0.0000000000000000', 0, 0],
  ])('%s is kept beside its double, and no farther off than the next one', (written, nearest, side) => {
    const long = longNumber(written);
    const kept = long ? keptOf(long, Number(written)) : nearest;
    expect(Math.sign(kept - Number(written))).toBe(long?.isBesideDouble ? side : 0);
    expect(Math.abs(kept - nearest)).toBeLessThanOrEqual(2 * Number.EPSILON * Math.abs(nearest));
  });

  test('a double as a program writes it is itself', () => {
    for (const double of [0.1 + 0.2, 1 / 3, -2 / 3, 123.45600000000002]) {
      const long = longNumber(String(double));
      expect(long).toMatchObject({ isBesideDouble: false });
      expect(long && keptOf(long, double)).toBe(double);
    }
  });
});

test('a long text is told by its beginning, a short one whole', () => {
  expect(beginning('x'.repeat(160))).toBe('x'.repeat(160));
  expect(beginning('x'.repeat(161))).toBe(`${'x'.repeat(160)}…`);
});
