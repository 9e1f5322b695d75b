import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDone, formatGap, formatNumber, formatValue } from '../../src/render/layout/numbers.ts';
import { endsShown, type NumberEnds } from '../../src/render/layout/whole.ts';
import { type FormatId, formatIds } from '../../src/render/registry.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const intl = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const written = (value: number): string => intl.format(value).replace('-', '−').replace(/^−0$/, '0');

const figures = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => digits / 10 ** places),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

/** Intl rounds the shortest text of a number, and `toFixed` the number itself: they part where a 5 is cut off that is none. */
const isHalf = (value: number): boolean => /\.\d{6}5$/.test(String(value));

test('numbers are written as Intl writes them', () => {
  fc.assert(
    fc.property(
      figures.filter(value => !isHalf(value)),
      value => {
        expect(formatNumber(value)).toBe(written(value));
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([
  [0, '0'],
  [-0, '0'],
  [-0.0000001, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1234567.5, '−1,234,567.5'],
  [0.1 + 0.2, '0.3'],
  [123456789012.3, '123,456,789,012.3'],
])('%d', (value, text) => expect(formatNumber(value)).toBe(text));

const knownAs = (bound: 'low' | 'high' | 'range' | null) => ({
  low: 0,
  high: 0,
  nominal: 0,
  text: null,
  asOf: '2023-12-31',
  bound,
});
const gapOf = (low: number | null, high: number | null, nominal: number) => ({ low, high, nominal, percent: null });

describe('a gap says on which side of the number it lies', () => {
  const goal = {
    comparator: 'at_least',
    value: 20,
    low: 20,
    high: null,
    unit: 't',
    unitTitle: null,
    by: '2025-12-31',
    against: null,
    over: null,
    share: null,
  } as const;

  test.each([
    ['at least 15 of at least 20', 'low', gapOf(null, 5, 5), '≤ 5'],
    ['at most 15 of at least 20', 'high', gapOf(5, null, 5), '≥ 5'],
    ['at least 25 of at most 20', 'low', gapOf(5, null, 5), '≥ 5'],
    ['at most 25 of at most 20', 'high', gapOf(null, 5, 5), '≤ 5'],
    ['at least 15 of about 20', 'low', gapOf(0, null, 4), '≥ 0'],
    ['15 to 18 of at least 20', 'range', gapOf(2, 5, 5), '2–5'],
    ['at least one thing or at most another', 'low', gapOf(null, null, 5), '5'],
    ['a figure, rounded', null, gapOf(4.5, 5.5, 5), '5'],
  ] as const)('%s', (_what, bound, given, shown) => {
    expect(formatGap({ gap: given, value: knownAs(bound), goal, whole: false })).toBe(shown);
  });
});

test.each([
  ['at least 15 of at least 20', 'low', gapOf(null, 5, 5), '≥ 75.0 %'],
  ['at most 15 of at least 20', 'high', gapOf(5, null, 5), '≤ 75.0 %'],
  ['15 to 18 of at least 20', 'range', gapOf(2, 5, 5), '≥ 75.0 %'],
  ['22 to 25 of at most 20', 'range', gapOf(2, 5, 2), '≤ 75.0 %'],
  ['15 to 30 of about 20', 'range', gapOf(0, 10, 5), null],
  ['a figure', null, gapOf(4.5, 5.5, 5), '75.0 %'],
] as const)('of a bound, what is done is one, too: %s', (_what, bound, gap, shown) => {
  expect(formatDone({ value: knownAs(bound), gap, completion: 0.75 })).toBe(shown);
});

describe('of what is counted one by one', () => {
  const value = (
    low: number | null,
    nominal: number,
    high: number | null,
    bound: 'low' | 'high' | 'range' | null = null,
  ) => ({
    ...{ low, nominal, high, bound },
    text: null,
    asOf: '2023-12-31',
  });

  test.each([
    [value(null, 119_999.5, 119_999.5, 'high'), '≤ 119,999', '≤ 119,999.5'],
    [value(93_307.2, 93_307.2, null, 'low'), '≥ 93,308', '≥ 93,307.2'],
    [value(null, 5.5, 5.5), '≤ 5', '≤ 5.5'],
    [value(-0.5, -0.5, null, 'low'), '≥ 0', '≥ −0.5'],
    [value(107_500.4, 108_000, 118_462.5, 'range'), '107,501–118,462', '107,500.4–118,462.5'],
    [value(92_500, 93_000, 93_500), '93,000 ±500', '93,000 ±500'],
    [value(97.95, 98, 98.05), '98', '98 ±0.05'],
    [value(97.2, 97.3, 97.4), '97.3 ±0.1', '97.3 ±0.1'],
    [value(119_999.99999999999, 120_000, null, 'low'), '≥ 120,000', '≥ 120,000'],
  ])('%j is shown as %s, not as %s', (known, whole, part) => {
    expect(formatValue({ value: known, whole: true })).toBe(whole);
    expect(formatValue({ value: known, whole: false })).toBe(part);
  });

  test('what is missing is counted so, too, where the goal is whole', () => {
    const known = value(null, 119_999.5, 119_999.5, 'high');
    const goal = (low: number) =>
      ({
        comparator: 'at_least',
        value: low,
        low,
        high: null,
        unit: 't',
        unitTitle: null,
        by: '2025-12-31',
        against: null,
        over: null,
        share: null,
      }) as const;
    const gap = { low: 0.5, high: null, nominal: 0.5, percent: null };
    expect(formatGap({ gap, value: known, goal: goal(120_000), whole: true })).toBe('≥ 1');
    expect(formatGap({ gap, value: known, goal: goal(120_000.25), whole: true })).toBe('≥ 0.5');
    expect(formatGap({ gap, value: known, goal: goal(120_000), whole: false })).toBe('≥ 0.5');
  });

  test('no whole number that is possible is left out, and none is added', () => {
    const end = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(each => Number(each.toFixed(3))));
    fc.assert(
      fc.property(end, end, fc.integer({ min: -1_000_010, max: 1_000_010 }), (low, high, count) => {
        fc.pre(low === null || high === null || Math.floor(high) >= Math.ceil(low));
        const holds = (ends: NumberEnds) => (ends.low ?? -Infinity) <= count && count <= (ends.high ?? Infinity);
        expect(holds(endsShown({ low, high }, true))).toBe(holds({ low, high }));
      }),
    );
  });

  test('every text says so, and the data keep what is known', async () => {
    const plan = `
plan: p
title: p
note: "Invented: no such plan exists"
period: { from: 2021, to: 2025 }
region: land
indicators: { stations: { title: Stations, unit: station, kind: stock, whole: true } }
measures:
  - { id: m, title: m, targets: [{ id: t, indicator: stations, at_least: 120000, by: 2025, baseline: { value: 0, as_of: 2020 } }] }
`;
    const report = 'as_of: 2023\nmetrics: { stations: "≤119,999.5" }\n';
    await inTemporaryFolder({ 'plan.yaml': plan, 'report.yaml': report }, async cwd => {
      const run = (...argv: string[]) => runCli([...argv, 'report.yaml', '--plan', 'plan.yaml'], { cwd });
      const data: readonly FormatId[] = ['json', 'ndjson', 'csv', 'xlsx', 'prometheus'];
      const texts = formatIds.filter(id => !data.includes(id));
      for (const format of texts) {
        const { stdout: all } = await run('check', '--format', format);
        // The numbers for scripts that TAP and SARIF hold beside their texts are data.
        const stdout = all.replace(/^ {2}(?:value|gap): .*$/gm, '').replace(/"properties": \{[\s\S]*?\n {10}\}/g, '');
        expect(stdout, format).toMatch(/119,?999(?!\.)/);
        expect(stdout.replaceAll('≤119,999.5', ''), format).not.toMatch(/119,?999\.5|\D0\.5/);
      }
      const { stdout } = await run('explain', 't');
      for (const line of ['On 2023-12-31: at most 119,999.\n', 'if it is 119,999: ', 'Still missing: at least 1 '])
        expect(stdout).toContain(line);
      expect(JSON.parse((await run('check', '--format', 'json')).stdout).assessments[0].value.high).toBe(119_999.5);
    });
  });
});
