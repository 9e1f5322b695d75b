import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from '../../src/render/layout/numbers.ts';
import { inWan } from '../../src/render/layout/wan.ts';
import { parseQuantity } from '../../src/values/quantity.ts';
import { runCli } from '../support/io.ts';

test.each([
  ['120,000', '12万'],
  ['93,307–93,500', '9.3307万–9.35万'],
  ['≥ 9,999', '≥ 9,999'],
  ['99,999,999', '9,999.9999万'],
  ['100,000,000', '1亿'],
  ['1,234,567,890.5', '12.345678905亿'],
  ['−26,693 个', '−2.6693万 个'],
  ['2025-12-31, 5,000', '2025-12-31, 5,000'],
  ['“93,307”为 93,307', '“93,307”为 9.3307万'],
])('%s is %s', (text, expected) => {
  expect(inWan(text)).toBe(expected);
});

test('no digit is lost, and what is written so is read as the same number', () => {
  fc.assert(
    fc.property(fc.double({ min: 10_000, max: 1e12, noNaN: true }), number => {
      const text = formatNumber(number);
      const read = parseQuantity(inWan(text).replaceAll(',', ''));
      expect(read.ok && read.value.nominal).toBeCloseTo(Number(text.replaceAll(',', '')), 3);
    }),
  );
});

const args = ['check', 'fixtures/shanxi', '--as-of', '2026-06-30', '--lang', 'zh', '-q'];

test('the table in Chinese has no large number left; nothing else changes', async () => {
  const { stdout } = await runCli([...args, '--numbers', 'wan']);
  expect(stdout).toContain('≥ 12万');
  expect(stdout).toContain('10.75万–11.8045万');
  expect(stdout).not.toMatch(/\d{2},\d{3}/);
  const inEnglish = args.map(arg => (arg === 'zh' ? 'en' : arg));
  for (const argv of [inEnglish, ...['json', 'csv', 'plain', 'markdown', 'html'].map(id => [...args, '--format', id])])
    expect((await runCli([...argv, '--numbers', 'wan'])).stdout).toBe((await runCli(argv)).stdout);
});
