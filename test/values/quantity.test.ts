import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityHint } from '../../src/values/number-text.ts';
import { parseQuantity } from '../../src/values/quantity.ts';
import { asExact, roundedTo } from '../../src/values/widen.ts';
import { anyText } from '../support/any-text.ts';

interface Expected {
  readonly low: number;
  readonly high: number;
  readonly nominal: number;
  readonly lowOpen?: true;
  readonly highOpen?: true;
  readonly percent?: true;
  readonly assumedTolerance?: number;
}

type Row = readonly [text: string, expected: Expected];

const exact = (value: number): Expected => ({ low: value, high: value, nominal: value });
const half = (nominal: number, half: number): Expected => ({
  low: nominal - half,
  high: nominal + half,
  nominal,
});
/** Decimals are spelt out: a difference of binary fractions would not be the number that is meant. */
const within = (low: number, nominal: number, high: number): Expected => ({ low, high, nominal });
const from = (low: number): Expected => ({ low, high: Infinity, nominal: low });
const over = (low: number): Expected => ({ ...from(low), lowOpen: true });
const upTo = (high: number): Expected => ({ low: -Infinity, high, nominal: high });
const under = (high: number): Expected => ({ ...upTo(high), highOpen: true });
const about = (nominal: number, assumedTolerance: number): Expected => ({
  low: nominal - assumedTolerance,
  high: nominal + assumedTolerance,
  nominal,
  assumedTolerance,
});
const percent = (expected: Expected): Expected => ({ ...expected, percent: true });

const THIN = '\u2009';
const NARROW = '\u202f';
const WIDE = '\u3000';

const integers: readonly Row[] = [
  ['93307', exact(93307)],
  ['0', exact(0)],
  ['-0', exact(0)],
  ['+5', exact(5)],
  ['-5', exact(-5)],
  ['−5', exact(-5)],
  ['－５', exact(-5)],
  ['120000', exact(120000)],
  ['  233600  ', exact(233600)],
  ['\t233600\n', exact(233600)],
  ['9007199254740991', exact(Number.MAX_SAFE_INTEGER)],
];

const separated: readonly Row[] = [
  ['1,000', exact(1000)],
  ['120,000', exact(120000)],
  ['-1,234', exact(-1234)],
  ['1,234,567', exact(1234567)],
  ['1_234_567', exact(1234567)],
  [`1${THIN}234${THIN}567`, exact(1234567)],
  [`1${NARROW}234`, exact(1234)],
  ['12,345.67', within(12345.665, 12345.67, 12345.675)],
  ['1,234.5万', half(12345000, 500)],
];

const decimals: readonly Row[] = [
  ['1.3', within(1.25, 1.3, 1.35)],
  ['1.30', within(1.295, 1.3, 1.305)],
  ['6.0', within(5.95, 6, 6.05)],
  ['0.5', within(0.45, 0.5, 0.55)],
  ['-0.5', within(-0.55, -0.5, -0.45)],
  ['1.234', within(1.2335, 1.234, 1.2345)],
  ['0.1', within(0.05, 0.1, 0.15)],
];

const multiplied: readonly Row[] = [
  ['3千', half(3000, 500)],
  ['12万', half(120000, 5000)],
  ['6.7万', half(67000, 500)],
  ['51.4万', half(514000, 500)],
  ['82.78万', half(827800, 50)],
  ['6.70万', half(67000, 50)],
  ['5 万', half(50000, 5000)],
  ['3十万', half(300000, 50000)],
  ['2百万', half(2000000, 500000)],
  ['1.5百万', half(1500000, 50000)],
  ['4千万', half(40000000, 5000000)],
  ['2亿', half(200000000, 50000000)],
  ['0.5亿', half(50000000, 5000000)],
  ['1.17亿', half(117000000, 500000)],
  ['5k', half(5000, 500)],
  ['5K', half(5000, 500)],
  ['93.3k', half(93300, 50)],
  ['1.3 million', half(1300000, 50000)],
  ['5million', half(5000000, 500000)],
  ['2 billion', half(2000000000, 500000000)],
  ['-1.5万', half(-15000, 500)],
];

const percents: readonly Row[] = [
  ['5.4%', percent(within(5.35, 5.4, 5.45))],
  ['95%', percent(exact(95))],
  ['95 %', percent(exact(95))],
  ['95\u00a0%', percent(exact(95))],
  ['９３．５％', percent(within(93.45, 93.5, 93.55))],
  ['>93%', percent(over(93))],
  ['93%以上', percent(from(93))],
  ['5%+', percent(from(5))],
  ['不超过 5%', percent(upTo(5))],
  ['约 40%', percent(about(40, 2))],
  ['-2%', percent(exact(-2))],
];

const openLower: readonly Row[] = [
  ['>93,000', over(93000)],
  ['> 93,000', over(93000)],
  ['＞９３，０００', over(93000)],
  ['over 93,000', over(93000)],
  ['Over 93,000', over(93000)],
  ['more than 93,000', over(93000)],
  ['MORE THAN 93,000', over(93000)],
  ['above 93,000', over(93000)],
  ['exceeding 93,000', over(93000)],
  ['超过 6.7万', over(67000)],
  ['超过6.7万', over(67000)],
  ['超6.7万', over(67000)],
  ['逾6.7万', over(67000)],
  ['大于10', over(10)],
  ['高于10', over(10)],
  ['多于10', over(10)],
  ['over5', over(5)],
  ['over 5 million', over(5000000)],
];

const closedLower: readonly Row[] = [
  ['≥5', from(5)],
  ['≥ 5', from(5)],
  ['>=5', from(5)],
  ['>= 5', from(5)],
  ['＞＝5', from(5)],
  ['at least 93,000', from(93000)],
  ['not less than 5', from(5)],
  ['no less than 5', from(5)],
  ['no fewer than 5', from(5)],
  ['至少5', from(5)],
  ['不少于 5万', from(50000)],
  ['不低于5', from(5)],
  ['93,000以上', from(93000)],
  ['93,000 以上', from(93000)],
  ['6.7万以上', from(67000)],
  ['5及以上', from(5)],
  ['5 or more', from(5)],
  ['5+', from(5)],
  ['5k+', from(5000)],
  ['-5以上', from(-5)],
];

const closedUpper: readonly Row[] = [
  ['≤1.3', upTo(1.3)],
  ['<=5', upTo(5)],
  ['＜＝5', upTo(5)],
  ['≦5', upTo(5)],
  ['at most 5', upTo(5)],
  ['not more than 5', upTo(5)],
  ['no more than 5', upTo(5)],
  ['up to 5', upTo(5)],
  ['至多5', upTo(5)],
  ['最多5', upTo(5)],
  ['不超过5', upTo(5)],
  ['不高于5', upTo(5)],
  ['1.3以下', upTo(1.3)],
  ['5及以下', upTo(5)],
  ['5以内', upTo(5)],
  ['5 or less', upTo(5)],
];

const openUpper: readonly Row[] = [
  ['<1.3', under(1.3)],
  ['＜1.3', under(1.3)],
  ['under 1.3', under(1.3)],
  ['below 5', under(5)],
  ['less than 5', under(5)],
  ['fewer than 5', under(5)],
  ['低于1.3', under(1.3)],
  ['小于5', under(5)],
  ['少于5', under(5)],
  ['不足5', under(5)],
  ['不到5万', under(50000)],
];

const approximate: readonly Row[] = [
  ['约 20', about(20, 1)],
  ['约20', about(20, 1)],
  ['大约20', about(20, 1)],
  ['~20', about(20, 1)],
  ['～20', about(20, 1)],
  ['≈20', about(20, 1)],
  ['about 20', about(20, 1)],
  ['About 20', about(20, 1)],
  ['around 20', about(20, 1)],
  ['approximately 20', about(20, 1)],
  ['circa 20', about(20, 1)],
  ['20左右', about(20, 1)],
  ['20 上下', about(20, 1)],
  ['约 6.7万', about(67000, 3350)],
  ['约 -20', about(-20, 1)],
  // never less than half a unit of the last digit written
  ['约 5', about(5, 0.5)],
  ['约 0', about(0, 0.5)],
  ['约 0.5', about(0.5, 0.05)],
  ['约 1万', about(10000, 5000)],
];

const between = (low: number, high: number) => within(low, (low + high) / 2, high);
const ranges: readonly Row[] = [
  ['80–90', between(80, 90)],
  ['80~90', between(80, 90)],
  ['80至90', between(80, 90)],
  ['80到90', between(80, 90)],
  ['80 to 90', between(80, 90)],
  ['10–20', between(10, 20)],
  ['6万—7万', between(60_000, 70_000)],
];

const moreOrLess: readonly Row[] = [
  ['60余', over(60)],
  ['6万余', over(60_000)],
  ['60多', over(60)],
  ['近60', under(60)],
  ['nearly 60', under(60)],
];

const fullWidth: readonly Row[] = [
  ['１２万', half(120000, 5000)],
  ['６．７万', half(67000, 500)],
  ['１２０，０００', exact(120000)],
  [`${WIDE}12${WIDE}`, exact(12)],
  [`约${WIDE}２０`, about(20, 1)],
  ['５Ｋ', half(5000, 500)],
];

const read = {
  integers,
  separated,
  decimals,
  multiplied,
  percents,
  openLower,
  closedLower,
  closedUpper,
  openUpper,
  approximate,
  ranges,
  moreOrLess,
  fullWidth,
};

const refused: Readonly<Record<QuantityHint, readonly string[]>> = {
  empty: ['', '  ', '\t', `${WIDE}`],
  'a-year': ['6.5% a year', '5% p.a.', '3% per annum', '6.5%/年', '年均7%', '1.5% each quarter'],
  'decimal-comma': ['1.234,5', '1.234,56', '12,34', '1,5', '-1,5', '0,123', '1.234.567,8'],
  grouping: [
    '1 000',
    '1\u00a0000',
    '5 000 000',
    '1,234_567',
    '1_000,000',
    `1,234${THIN}567`,
    '1,2345',
    '1234,567',
    '1,234,5',
    '5,',
    '5,000,',
    '5,,000',
    '1.2.3',
    '1.234.567',
    '000,123',
  ],
  'leading-or-trailing-point': ['.5', '5.', '-.5', '+5.'],
  'leading-zero': ['06000', '01001', '-07', '+007', '00', '05.5', '00.5', '06万', '05 %'],
  'power-of-ten': ['4×10^-4', '4×10⁻⁴', '4·10^-4', '4*10^-4', '4x10-4', '4 e-04', '4e 4', '-4×10^4'],
  few: ['几', '十几', '几万', '几十', '几百个'],
  'too-large': ['9007199254740993', '99999999亿', '9'.repeat(99)],
  range: ['80-90', '80 - 90', '10%-20%', '6万-7万', '2023-12-31', '90–80', '80–80', '8–9万', '8%–9', '约8–9', '8–>9'],
  'unit-in-value': ['5%%', '5万%', '93307²', '5²'],
  'two-bounds': ['≥ 5 以上', '约 20 左右', '>约5', '~~5', '5以上以下', '超过5+'],
  brackets: ['(25698.18)', '（5）', '( 1,800 )', '(5%)'],
  'word-before': ['下降14%', '累计120个', '共 1,200', '减少-0.5个百分点'],
  'chinese-numeral': ['九万', '十五', '六', '9万3千', '9万3', '三百二十'],
  'not-a-number': [
    'NaN',
    'Infinity',
    '--5',
    '++5',
    '0x1F',
    '0b11',
    'null',
    'true',
    '~',
    '>',
    '约',
    '以上',
    '万',
    '%',
    '% 5',
    '= 5',
    '±5',
    '1/2',
    '½',
    '①',
    'Ⅴ',
    '٣',
    '$5',
    'overt 5',
    'n/a',
    '—',
    '5:30',
    '9'.repeat(400),
    `5${' '.repeat(100_000)}x`,
  ],
};

describe('a notation is read as the interval that it allows', () => {
  for (const [group, rows] of Object.entries(read)) {
    it.each(rows)(`${group}: %j`, (text, expected) => {
      const result = parseQuantity(text);
      const rest = { text: text.trim(), step: expect.any(Number), isPlain: expect.any(Boolean) };
      expect(result).toStrictEqual({ ok: true, value: { percent: false, ...expected, ...rest } });
    });
  }

  it('covers at least 130 notations, each once', () => {
    const texts = [
      ...Object.values(read).flatMap(rows => rows.map(([text]) => text)),
      ...Object.values(refused).flat(),
    ];
    expect(texts.length).toBeGreaterThanOrEqual(130);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('how a number is written', () => {
  it.each([
    ['93307', 1, true],
    ['93,307', 1, true],
    ['0', 1, true],
    ['-5', 1, true],
    ['98%', 1, true],
    ['5.4', 0.1, true],
    ['5.40%', 0.01, true],
    ['0.000', 0.001, true],
    ['12万', 10_000, true],
    ['9.3万', 1000, true],
    ['82.78万', 100, true],
    ['9.3307万', 1, true],
    ['1.25 million', 10_000, true],
    ['1.23456k', 0.01, true],
    ['>93,000', 1, false],
    ['9.3万以上', 1000, false],
    ['约 20', 1, false],
    ['at most 5.4', 0.1, false],
  ])('%s: one unit of its last digit is %d; its digits alone say what it allows: %s', (text, step, isPlain) => {
    expect(parseQuantity(text)).toMatchObject({ ok: true, value: { step, isPlain } });
  });

  it('a tolerance and a rounding that are told apart are not in its digits', () => {
    expect(parseQuantity('20', 3)).toMatchObject({ value: { step: 1, isPlain: false } });
    const read = parseQuantity('93307');
    expect(read.ok && roundedTo(read.value, 1000)).toMatchObject({ step: 1, isPlain: false });
  });

  it('of what is exact no digit is left open, unless a word leaves it', () => {
    const exactly = (text: string) => {
      const read = parseQuantity(text);
      return read.ok ? asExact(read.value) : undefined;
    };
    expect(exactly('9.3万')).toMatchObject({ low: 93_000, high: 93_000, step: 0, isPlain: true });
    expect(exactly('>9.3万')).toMatchObject({ low: 93_000, high: Infinity, step: 1000, isPlain: false });
  });
});

describe('what is not in the notation is refused with its hint', () => {
  for (const [hint, texts] of Object.entries(refused)) {
    it.each(texts.map(text => [text]))(`${hint}: %j`, text => {
      expect(parseQuantity(text)).toStrictEqual({ ok: false, error: { code: 'bad-quantity', args: { text, hint } } });
    });
  }
});

describe('a declared tolerance', () => {
  it.each([
    ['约 20', 3, { low: 17, high: 23 }],
    ['20左右', 0.5, { low: 19.5, high: 20.5 }],
    ['约 20', 0, { low: 20, high: 20 }],
    ['约 6.7万', 100, { low: 66500, high: 67500 }],
    ['约 20', -3, { low: 20, high: 20 }],
  ])('%s ± %d', (text, tolerance, expected) => {
    const result = parseQuantity(text, tolerance);
    expect(result.ok && result.value).toMatchObject(expected);
    expect(result.ok && 'assumedTolerance' in result.value).toBe(false);
  });

  it('widens a number that does not say about, too: what is declared inexact is not exact', () => {
    expect(parseQuantity('20', 3)).toMatchObject({ ok: true, value: { low: 17, high: 23, nominal: 20 } });
    expect(parseQuantity('>20', 3)).toStrictEqual(parseQuantity('>20'));
  });
});

describe('rounded_to widens', () => {
  it.each([
    ['67,000', 1000, { low: 66500, high: 67500, nominal: 67000 }],
    ['6.7万', 100, { low: 66500, high: 67500, nominal: 67000 }],
    ['6.7万', 10000, { low: 62000, high: 72000, nominal: 67000 }],
    ['>67,000', 1000, { low: 67000, high: Infinity, lowOpen: true }],
    ['67,000', -1000, { low: 67000, high: 67000 }],
  ])('%s to %d', (text, unit, expected) => {
    const result = parseQuantity(text);
    expect(result.ok && roundedTo(result.value, unit)).toMatchObject(expected);
  });
});

describe('of any number', () => {
  const integer = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  const grouped = (value: number, separator: string) => String(value).replace(/\B(?=(\d{3})+$)/g, separator);

  it('an integer reads the same with every separator, and exactly', () => {
    fc.assert(
      fc.property(integer, fc.constantFrom('', ',', '_', THIN, NARROW), (value, separator) => {
        expect(parseQuantity(grouped(value, separator))).toMatchObject({
          ok: true,
          value: { low: value + 0, high: value + 0, nominal: value + 0 },
        });
      }),
    );
  });

  it('an integer reads the same in full width', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(integer, value => {
        expect(parseQuantity(wide(grouped(value, ',')))).toMatchObject({ ok: true, value: { nominal: value + 0 } });
      }),
    );
  });

  it('the number named lies inside the closed interval, whatever stands around it', () => {
    const number = fc
      .tuple(fc.bigInt({ min: 0n, max: 999_999_999n }), fc.stringMatching(/^(\.\d{1,20})?$/))
      .map(([int, fraction]) => `${int}${fraction}`);
    const before = fc.constantFrom('', '-', '>', '≥ ', '<', '≤', '约 ', '~', 'over ', 'at least ', '不足', '-');
    const after = fc.constantFrom('', '%', '千', '万', ' million', 'k', '以上', '以下', '左右', '+');
    const tolerance = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(before, number, after, tolerance, (prefix, digits, suffix, width) => {
        const result = parseQuantity(`${prefix}${digits}${suffix}`, width);
        if (!result.ok) return;
        const { low, high, nominal } = result.value;
        expect(low).toBeLessThanOrEqual(nominal);
        expect(high).toBeGreaterThanOrEqual(nominal);
        expect(Number.isFinite(nominal)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('more digits never widen a decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 6 }), (value, places) => {
        const short = parseQuantity((value / 10 ** places).toFixed(places));
        const long = parseQuantity(`${(value / 10 ** places).toFixed(places)}0`);
        if (!short.ok || !long.ok) throw new Error('refused');
        expect(long.value.nominal).toBe(short.value.nominal);
        expect(long.value.low).toBeGreaterThan(short.value.low);
        expect(long.value.high).toBeLessThan(short.value.high);
      }),
    );
  });

  it('no text makes it throw', () => {
    const lone = anyText.map(text => `${text}\ud800`);
    const near = fc.string({
      unit: fc.constantFrom(...'0123456789.,_%+-<>≥≤~约超以上下万亿千kK eE\ud800\udc00 \u2009'),
    });
    fc.assert(
      fc.property(fc.oneof(anyText, lone, near), text => {
        expect(() => parseQuantity(text)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a range with its unit', () => {
  it.each([
    ['8–10个', '个'],
    ['8个–10个', '个'],
    ['8 个 ~ 10 个', '个'],
    ['8万–10万个', '万个'],
    ['8万个–10万个', '万个'],
  ])('%s', (text, unit) => {
    expect(parseQuantity(text)).toMatchObject({
      ok: true,
      value: { low: 8, high: 10, inUnit: { unit, number: '8–10' } },
    });
  });

  it.each(['8–10万个', '8个–10万个', '8个–10'])('%s is not said', text => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, error: { args: { hint: 'range' } } });
  });
});

it.each(['  约 20 ', ' 5%\n', '\t8万 ', ' 5 km ', ' 1至3 '])('%j keeps its text without the blanks around it', text => {
  expect(parseQuantity(text)).toMatchObject({ ok: true, value: { text: text.trim() } });
});
