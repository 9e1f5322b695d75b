import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { numberText } from '../../src/input/cell-text.ts';
import { shownDay } from '../../src/input/shown-day.ts';
import { asShown, shownNumber } from '../../src/input/shown-number.ts';
import { parseQuantity, roundedTo } from '../../src/values/quantity.ts';

/** What a value is read as, beside what the digits kept would be: the text, and the ends of what it allows. */
function read(value: number, format: string | undefined) {
  const { text, width } = shownNumber(value, format) ?? { text: numberText(value) };
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(`${text} is no number`);
  const { low, high } = width === undefined ? parsed.value : roundedTo(parsed.value, Number(width));
  return { text, low, high };
}

describe('a number allows what its cell shows', () => {
  it.each<[string, number, string | undefined, string, number, number]>([
    ['no format', 93307, undefined, '93307', 93307, 93307],
    ['no format, decimals', 9.3307, 'General', '9.3307', 9.33065, 9.33075],
    ['a text format', 93307, '@', '93307', 93307, 93307],
    ['whole, with a decimal', 160, '0.0', '160.0', 159.95, 160.05],
    ['whole, with thousands', 93307, '#,##0', '93307', 93307, 93307],
    ['whole, shown without its decimals', 93306.7, '#,##0', '93307', 93306.5, 93307.5],
    ['shortened', 9.3307, '0.00', '9.33', 9.325, 9.335],
    ['shortened at a half', 9.335, '0.00', '9.34', 9.3345, 9.3455],
    ['with a zero that nobody need have written', 9.3, '0.00', '9.30', 9.25, 9.35],
    ['computed', 280 / 3, '0.0', '93.3', 93.25, 93.35],
    ['one that binary fractions miss', 1.005, '0.00', '1.01', 1.0045, 1.0155],
    ['in thousands', 93307, '#,##0,', '93000', 92500, 93500],
    ['in millions with a decimal', 1_234_567, '0.0,,', '1200000', 1_150_000, 1_250_000],
    ['in ten thousands, as Chinese offices have it', 93307, '0!.0,"万"', '93000', 92500, 93500],
    ['with an exponent', 93307, '0.00E+00', '93300', 93250, 93350],
    ['with an exponent of threes', 93307, '##0.0E+0', '93300', 93250, 93350],
    ['a percentage', 0.05432, '0.0%', '5.4%', 5.35, 5.45],
    ['a whole percentage', 0.05432, '0%', '5%', 4.5, 5.5],
    ['an exact percentage', 0.05, '0%', '5%', 5, 5],
    ['accounting', 9.3307, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '9.33', 9.325, 9.335],
    ['accounting a zero', 0, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '0', 0, 0],
    ['below zero, by a section of its own', -9.3307, '0.00;[Red]-0.0', '-9.3', -9.35, -9.25],
    ['conditions: the one that shows least', 9.3307, '[>100]0;0.00', '9', 8.5, 9.5],
    ['a unit in quotes with a point', 9.3307, '0.0"m.2"', '9.3', 9.25, 9.35],
    ['a currency', 1234.5, '[$¥-804]#,##0.00', '1234.50', 1234.45, 1234.55],
    ['a fraction, as the whole number', 9.3307, '# ?/?', '9', 8.5, 9.5],
    ['nothing', 9.3307, ';;;', '9.3307', 9.33065, 9.33075],
  ])('%s', (_name, value, format, text, low, high) => {
    expect(read(value, format)).toStrictEqual({ text, low, high });
  });
});

test('no reading is narrower than the digits shown or the digits kept', () => {
  const numbers = fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 8 }))
    .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
  fc.assert(
    fc.property(numbers, fc.nat(6), (value, decimals) => {
      const { text, low, high } = read(value, decimals === 0 ? '#,##0' : `0.${'0'.repeat(decimals)}`);
      for (const digits of [text, numberText(value)]) {
        const parsed = parseQuantity(digits);
        expect(parsed.ok && low <= parsed.value.low + 1e-9 && parsed.value.high - 1e-9 <= high, digits).toBe(true);
      }
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
    }),
    { numRuns: 2000 },
  );
});

describe('what a row says of rounding', () => {
  const figure = { indicator: 'a', value: '93307' };

  it.each([
    [undefined, '1000'],
    ['100', '1000'],
    ['5,000', '5,000'],
    ['much', 'much'],
    ['-1', '-1'],
  ])('rounded_to %s, shown in thousands', (own, expected) => {
    const given = own === undefined ? figure : { ...figure, rounded_to: own };
    expect(asShown(given, shownNumber(93307, '0,'))).toStrictEqual({ ...figure, value: '93000', rounded_to: expected });
  });

  it('an empty cell stays one', () => {
    expect(asShown({ indicator: 'a' }, { text: '1', width: '1' })).toStrictEqual({ indicator: 'a' });
  });
});

describe('a day is what its cell shows', () => {
  it.each([
    ['2023-12-31', 'yyyy-mm-dd', '2023-12-31'],
    ['2023-12-31', 'd-mmm-yy', '2023-12-31'],
    ['2023-12-31', 'yyyy"年"m"月"d"日"', '2023-12-31'],
    ['2023-12-01', '[$-804]yyyy"年"m"月"d"日";@', '2023-12-01'],
    ['2023-12-01', 'yyyy"年"m"月"', '2023-12'],
    ['2023-12-01', 'mmm-yy', '2023-12'],
    ['2023-12-15', 'mmm-yy', '2023-12-15'],
    ['2023-01-01', 'yyyy', '2023'],
    ['2023-12-01', 'yyyy', '2023-12'],
    ['2023-12-31', 'yyyy', '2023-12-31'],
    ['2023-12-31', 'm"月"d"日"', '12-31'],
    ['2023-12-31', undefined, '2023-12-31'],
    ['2023-12-01', undefined, '2023-12-01 / 2023-12'],
  ])('%s under %s', (day, format, text) => {
    expect(shownDay(new Date(day), format)).toBe(text);
  });
});
