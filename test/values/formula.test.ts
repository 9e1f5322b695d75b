import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  evaluate,
  type Formula,
  namesOf,
  type Operator,
  parseFormula,
  placedTokens,
} from '../../src/values/formula.ts';

const read = (text: string): Formula => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const operations: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};
const values: Readonly<Record<string, number>> = { a: 7, b: 5, c: 3, 'per-10000': 12, 5: 100, 人口: 2 };
const worth = (text: string) =>
  evaluate(
    read(text),
    operand => (typeof operand === 'number' ? operand : (values[operand] ?? Number.NaN)),
    (operator, left, right) => operations[operator](left, right),
  );

test.each<[string, number]>([
  ['a', 7],
  ['2.50', 2.5],
  ['10,000', 10_000],
  ['1_000.5', 1000.5],
  ['1万', 10_000],
  ['a * 1.5亿 / 1,000万', 105],
  ['per-10000 * 1万', 120_000],
  ['a - b - c', -1],
  ['a + b * c', 22],
  ['a * b + c', 38],
  ['(a + b) * c', 36],
  ['a - (b - c)', 5],
  ['a / b * 10', 14],
  ['a / (b * 10)', 0.14],
  ['per-10000*a/10000', 0.0084],
  ['a × b ÷ 10 − c', 0.5],
  ['((((a))))', 7],
  ['人口 * 3', 6],
  ['  a  ', 7],
  ['10 - 2 * 3 + 4 / 2', 6],
])('%s is %d', (text, value) => {
  expect(worth(text)).toBe(value);
});

test.each<[string, string, number, number]>([
  ['', 'operand', 0, 0],
  ['   ', 'operand', 3, 3],
  ['a +', 'operand', 3, 3],
  ['a + + b', 'operand', 4, 5],
  ['* a', 'operand', 0, 1],
  ['- a', 'operand', 0, 1],
  ['a b', 'operator', 2, 3],
  ['a (b)', 'operator', 2, 3],
  ['()', 'operand', 1, 2],
  ['(a', 'closing', 0, 1],
  ['a * ((b)', 'closing', 4, 5],
  ['a)', 'opening', 1, 2],
  ['a & b', 'operator', 2, 3],
  ['a + 1,00', 'operator', 5, 6],
  ['a * 50%', 'operator', 6, 7],
  ['a + 😀', 'operand', 4, 6],
])('%j is none: %s is missing at %d to %d', (text, wants, from, to) => {
  expect(parseFormula(text)).toEqual({ ok: false, error: { wants, from, to } });
});

it('names what it rests on, each once, and knows where it stands', () => {
  const formula = read('(a-1 + b) * 2 / a-1');
  expect(namesOf(formula)).toEqual(['a-1', 'b']);
  expect(placedTokens(formula).map(({ from, to }) => formula.text.slice(from, to))).toEqual([
    ...['(', 'a-1', '+', 'b', ')', '*', '2', '/', 'a-1'],
  ]);
});

describe('however it is nested', () => {
  const tree = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.integer({ min: 1, max: 9 }).map(String),
      fc
        .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/'), tie('node'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), fc.integer({ min: 1, max: 9 })).map(each => each.join(' ')),
    ),
  })).node;

  it('is worth what JavaScript makes of it', () => {
    fc.assert(
      fc.property(tree, text => {
        // biome-ignore lint/security/noGlobalEval: the text holds digits, signs and brackets alone
        expect(worth(text)).toBe(eval(text));
      }),
    );
  });

  it('takes 200,000 brackets and terms', () => {
    expect(worth(`${'('.repeat(100_000)}1${')'.repeat(100_000)}`)).toBe(1);
    expect(worth(Array(100_000).fill('1').join(' + '))).toBe(100_000);
  });
});
