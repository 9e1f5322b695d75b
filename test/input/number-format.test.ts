import fc from 'fast-check';
import { format as numfmt } from 'numfmt';
import { describe, expect, it, test } from 'vitest';
import { numberText } from '../../src/input/shown/cell-text.ts';
import { shownDay } from '../../src/input/shown/day.ts';
import { isOtherwise, shownNumber, storedText } from '../../src/input/shown/number.ts';
import { sectionOfNumber } from '../../src/input/shown/section.ts';
import { numberInSection, textUnder } from '../../src/input/shown/text.ts';
import { asShown, type ShownNumber } from '../../src/input/table/shown.ts';
import { parseQuantity, type Quantity } from '../../src/values/quantity.ts';
import { roundedTo, withKept } from '../../src/values/widen.ts';
import { runs } from '../support/properties.ts';

function numberOf(value: number, format: string | undefined): ShownNumber | undefined {
  const shown = shownNumber(value, format);
  if (isOtherwise(shown)) throw new Error(`shows ${shown.shows}`);
  return shown;
}

function quantityOf(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(`${text} is no number`);
  return parsed.value;
}

/** What a value is read as, beside what the digits kept would be: the text, and the ends of what it allows. */
function read(value: number, format: string | undefined) {
  const { text, width, kept } = numberOf(value, format) ?? { text: numberText(value) };
  const printed = quantityOf(text);
  const shown = width === undefined ? printed : roundedTo(printed, Number(width));
  const { nominal, step } = quantityOf(kept ?? text);
  const { low, high } = kept === undefined ? shown : withKept(shown, { value: nominal, step });
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
    ['shortened at a half', 9.335, '0.00', '9.34', 9.3345, 9.345],
    ['with a zero that nobody need have written', 9.3, '0.00', '9.30', 9.25, 9.35],
    ['computed', 280 / 3, '0.0', '93.3', 93.25, 93.35],
    ['one that binary fractions miss', 1.005, '0.00', '1.01', 1.0045, 1.015],
    ['in thousands', 93307, '#,##0,', '93 thousand', 92500, 93500],
    ['in millions with a decimal', 1_234_567, '0.0,,', '1.2 million', 1_150_000, 1_250_000],
    ['in ten thousands, as Chinese offices have it', 93307, '0!.0,"万"', '9.3万', 92500, 93500],
    ['with an exponent', 93307, '0.00E+00', '93300', 93250, 93350],
    ['with an exponent of threes', 93307, '##0.0E+0', '93300', 93250, 93350],
    ['a percentage', 0.05432, '0.0%', '5.4%', 5.35, 5.45],
    ['a whole percentage', 0.05432, '0%', '5%', 4.5, 5.5],
    ['an exact percentage', 0.05, '0%', '5%', 5, 5],
    ['accounting', 9.3307, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '9.33', 9.325, 9.335],
    ['accounting, below zero', -9.3307, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '-9.33', -9.335, -9.325],
    ['below zero, by a section of its own', -9.3307, '0.00;[Red]-0.0', '-9.3', -9.35, -9.25],
    ['a condition that does not hold', 9.3307, '[>100]0;0.00', '9.33', 9.325, 9.335],
    ['a condition that holds', 193.307, '[Blue][>100]0;0.00', '193', 192.5, 193.5],
    ['the last of three conditions', 9.3307, '[>=1E4]0;[>100]0.0;0.00', '9.33', 9.325, 9.335],
    ['a country', 1234.5, '[$-804]#,##0.00', '1234.50', 1234.45, 1234.55],
    ['Chinese signs for digits', 9, '[DBNum2][$-804]0', '9', 9, 9],
    ['a format that a program named in Chinese', 9.3307, 'G/通用格式', '9.3307', 9.33065, 9.33075],
    ['blanks between digits', 93307, '# ##0', '93307', 93307, 93307],
    ['the first section, where the last is for texts', -3, '0;"x"@', '-3', -3, -3],
    ['ten thousands', 9.33, '0.00"万"', '9.33万', 93_250, 93_350],
    ['ten thousands, shortened', 9.3374, '0.00"万"', '9.34万', 93_350, 93_450],
    ['ten thousands, with a zero that nobody need have written', 9.3, '0.00"万"', '9.30万', 92_500, 93_500],
    ['ten thousands without decimals', 9, '0"万"', '9万', 85_000, 95_000],
    ['ten thousands in a sign without quotes', 9, '0万', '9万', 85_000, 95_000],
    ['ten thousands behind what is kept', 9.33, 'General"万"', '9.33万', 93_250, 93_350],
    ['places without a digit', 9, '0.##"万"', '9万', 85_000, 95_000],
    ['no place before the point', 0.5, '#.0 "亿"', '0.5 亿', 45_000_000, 55_000_000],
    ['groups of thousands', 1234.5, '#,##0.00"万"', '1234.50万', 12_344_500, 12_345_500],
    ['ten thousands, where there are as many', 93307, '[>=10000]0\\.0,"万";0', '9.3万', 92_500, 93_500],
    ['… and where there are not', 160, '[>=10000]0\\.0,"万";0', '160', 160, 160],
    ['thousands, divided and named', 93307, '0.0,"k"', '93.3k', 93_250, 93_350],
    ['at least', 160, '"≥"0', '≥160', 160, Infinity],
    ['at least, with digits that are not shown', 160.4, '"≥"0', '≥160', 160, Infinity],
    ['or more', 9.33, '0.00"万以上"', '9.33万以上', 93_300, Infinity],
    ['a sign for more', 160, '0"+"', '160+', 160, Infinity],
    ['more than', 160, '\\>0', '>160', 160, Infinity],
    ['at most', 160, '0"以下"', '160以下', -Infinity, 160],
    ['about', 160, '"约"0', '约160', 152, 168],
    ['a sign of per cent that is written', 5.4, '0.0"%"', '5.4%', 5.35, 5.45],
    ['… and escaped', 5.4, '0\\%', '5%', 4.5, 5.5],
    ['more decimals than anybody reads', 1, '"约"0.0000000000', '约1.0000000000', 0.95, 1.05],
    ['a sign that is written', 3, '+0;-0', '+3', 3, 3],
  ])('%s', (_name, value, format, text, low, high) => {
    expect(read(value, format)).toStrictEqual({ text, low, high });
  });
});

describe('a cell that shows something else than its number', () => {
  it.each<[string, number, string, string | undefined]>([
    ['a unit with a point', 9.3307, '0.0"m.2"', '9.3m.2'],
    ['a currency', 1234.5, '[$¥-804]#,##0.00', '¥1234.50'],
    ['a currency without brackets', 1234.5, '"¥"#,##0.00', '¥1234.50'],
    ['a bound above what is kept', 159.6, '"≥"0', '≥160'],
    ['a bound below what is kept', 160.4, '"≤"0', '≤160'],
    ['thousands that are named ten thousands', 93307, '[>=10000]0.0,"万";0', '93.3万'],
    ['a percentage of ten thousands', 0.05, '0%"万"', '5%万'],
    ['a digit that is written', 5, '"1"0', '15'],
    ['a digit that is written behind a zero', 0, '0"5"', '05'],
    ['a minus that is written', 5, '\\-0', '-5'],
    ['a dash for zero', 0, '0;-0;"-"', '-'],
    ['a dash for zero, as accountants have it', 0, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '-'],
    ['a word for zero', 0, '0;-0;"无"', '无'],
    ['nothing for zero', 0, '0;-0;', ''],
    ['nothing for zero, by places without a digit', 0, '#,###', ''],
    ['nothing below zero', -5, '0;;0', ''],
    ['nothing at all', 9.3307, ';;;', ''],
    ['a multiplier alone', 0, '#"万"', '万'],
    ['red without a minus', -9.3307, '0.00;[Red]0.00', '9.33'],
    ['a word before the minus', -5, '"约"0', '-约5'],
    ['a comma behind a word', 93307, '0"万",', '93307万,'],
    ['a section that no condition leads to', 5, '[>100]0', undefined],
    ['a number below zero under conditions', -5, '[>100]0;0.0', undefined],
    ['a power of ten of ten thousands', 93307, '0E+0"万"', undefined],
    ['a fraction', 9.3307, '# ?/?', undefined],
    ['a fraction of ten thousands', 9.3307, '# ?/?"万"', undefined],
    ['a percentage of a percentage', 0.05, '0%%', undefined],
    ['two points', 9.3307, '0.000.0', undefined],
    ['a sign of division that divides nothing', 160, '/0', undefined],
    ['a power of ten without digits', 160, 'E+0', undefined],
    ['a sign of per cent between digits', 0.05, '0%0.0', undefined],
    ['a day of the week', 46022, '[$-804]aaaa', undefined],
    ['letters without quotes', 160, '0km', undefined],
    ['a digit that fills the cell', 5, '*90', undefined],
    ['a minus that fills the cell', 5, '*-0', undefined],
    ['hours beyond a day', 40, '[h]"小时"', 'h小时'],
  ])('%s', (_name, value, format, shows) => {
    expect(shownNumber(value, format)).toStrictEqual({ shows });
  });
});

describe('a text', () => {
  it.each([
    ['9.33', undefined, '9.33'],
    ['9.33', '@', '9.33'],
    ['9.33', '0.00', '9.33'],
    ['9.33', '@"万"', '9.33万'],
    ['9.33', '0;-0;0;"≥"@', '≥9.33'],
    ['9.33', '0;@"以上"', '9.33以上'],
    ['9.33', ';;;', ''],
    ['9.33', '0;0;0;"无"', '无'],
    ['9.33', '@*9', '9.33*9'],
    ['9.33', '@* ', '9.33'],
    ['', '"无"@', ''],
  ])('%s under %s', (text, format, shown) => {
    expect(textUnder(format, text)).toBe(shown);
  });
});

describe('a cell shows what another library says it does', () => {
  const formats = [
    ...['0', '0.0', '0.00', '#,##0', '#,##0.00', '0.##', '#.#', '#', '.00', '#,###', '0000'],
    ...['0,', '0.0,', '0.00,,', '#,##0,', '0%', '0.0%', '0.##%', '# ##0'],
    ...[
      '0.00"万"',
      '"约"0',
      '"≥"#,##0.0',
      '0"以上"',
      '0" 个"',
      '0.0"%"',
      '0\\%',
      '\\>0',
      '+0',
      '$0.0',
      '0,"千"',
      '0.0,,"百万"',
      '0万',
      '0\\.0,"万"',
      '0!.0,"万"',
    ],
    ...['[$¥-804]#,##0.00', '[Red]0.0', '[DBNum1]0'],
    ...[
      '0;-0',
      '0;\\-0.0;"-"',
      '0.0;(0.0)',
      '0;0',
      '0;;',
      ';;;',
      '0;-0;"无"',
      '0;-0;0;@',
      '0;"x"@',
      '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    ],
    ...['[>=10000]0.0,"万";0', '[>100]0;[>10]0.0;0.00', '[=0]"无";0.0'],
  ];
  const values = [
    ...[0, 0.4, 0.05, 0.5, 1, 9.33, 9.3, 10, 159.6, 160, 1234.5, 93307, 93306.7, 1_234_567],
    ...[-0.4, -3, -9.33, -1234.6, 1.005, 2.675, 0.285],
  ];

  it.each(formats)('%s', format => {
    expect(values.map(value => [value, oursOf(value, format)])).toEqual(
      values.map(value => [value, theirsOf(value, format)]),
    );
  });

  test('of any number', () => {
    const number = fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 8 }))
      .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
    fc.assert(
      fc.property(number, fc.constantFrom(...formats), (value, format) => {
        expect(oursOf(value, format)).toBe(theirsOf(value, format));
      }),
      runs(5),
    );
  });

  const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

  /** Undefined where programs do not agree on what is shown. */
  function oursOf(value: number, format: string): string | undefined {
    const chosen = sectionOfNumber(format, value);
    const shown = chosen && numberInSection(chosen, value);
    return shown === undefined ? undefined : withoutBlanks(shown);
  }

  /**
   * Without groups of thousands, with a zero before a point and none behind it, and with a minus where brackets say it. It
   * does not know `!`, which does for the next sign what a backslash does.
   */
  function theirsOf(value: number, format: string): string | undefined {
    const chosen = sectionOfNumber(format, value);
    if (!chosen) return undefined;
    const plain = withoutBlanks(numfmt(format.replaceAll('!', '\\'), value))
      .replaceAll(',', '')
      .replace(/(?<!\d)\.(?=\d)/, '0.')
      .replace(/\.(?!\d)/, '');
    return value < 0 && chosen.isBelowZero ? plain.replace(/^\((.*)\)$/, '-$1') : plain;
  }
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

test('no reading between words is narrower than the text shown, or leaves out the number kept', () => {
  const numbers = fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 8 }))
    .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
  const words = fc.constantFrom(
    ['', '"万"', 4],
    ['"约"', '"万"', 4],
    ['"≥"', '', 0],
    ['', '"k"', 3],
    ['', '"万以下"', 4],
  );
  const places = fc.constantFrom('0', '#,##0', '0.0', '0.00', '0.0##', '#.##', '0.0000', 'General');
  fc.assert(
    fc.property(numbers, words, places, (value, [before, behind, power], digits) => {
      const format = `${before}${digits}${behind}`;
      const shown = shownNumber(value, format);
      if (shown === undefined || isOtherwise(shown)) return;
      const { low, high } = read(value, format);
      const text = parseQuantity(shown.text);
      expect(text.ok && low <= text.value.low && text.value.high <= high, shown.text).toBe(true);
      const kept = value * 10 ** Number(power);
      expect(low - 1e-6 <= kept && kept <= high + 1e-6, `${value} as ${shown.text}`).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

describe('a number outside the column of values', () => {
  it.each([
    [0.46, undefined, '0.46'],
    [0.46, '0.0', '0.46'],
    [0.054, '0%', '5.4%'],
    [0.5, '0.0"万"', '0.5万'],
    [2023, '0"年"', '2023年'],
    [93307, '0E+0"万"', '93307 (0E+0"万")'],
    [50, '[>100]0', '50 ([>100]0)'],
  ])('%d under %s', (value, format, text) => {
    expect(storedText(value, format)).toBe(text);
  });
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
    expect(asShown(given, numberOf(93307, '0,'))).toStrictEqual({
      ...figure,
      value: '93 thousand',
      rounded_to: expected,
    });
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
