import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { dayHints, parseDay } from '../../src/values/day-notation.ts';
import { quantityHints } from '../../src/values/number-text.ts';
import { parseQuantity, type Quantity } from '../../src/values/quantity.ts';

const page = readFileSync(path.join(packageRoot, 'docs/notation.md'), 'utf8');

/** The rows of the tables under a heading of the page, table by table, without their own two heading rows. */
function tablesUnder(heading: string): string[][][] {
  const part = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return part.split(/\n(?!\|)/).flatMap(block => {
    const rows = block.split('\n').filter(line => line.startsWith('|'));
    return rows.length < 3 ? [] : [rows.slice(2).map(cellsOf)];
  });
}

const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map(cell => cell.trim());

const quoted = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each);
/** Of each text in a row what stands beside it; where nothing stands, nothing for all. */
const beside = (texts: readonly string[], cell = ''): [string, string][] =>
  texts.map((text, index) => [text, cell === '' ? '' : (cell.split(/, (?!\d{3}\b)/)[index] ?? '?')]);

describe('days', () => {
  const [read = [], refused = []] = tablesUnder('Days');

  it.each(read.flatMap(([texts, days]) => beside(quoted(texts), days)))('%s is %s', (text, day) => {
    expect(parseDay(text)).toStrictEqual({ ok: true, value: day });
  });

  it.each(
    refused.flatMap(([texts, hint, readings]) =>
      beside(quoted(texts), readings).map(each => [...each, quoted(hint)[0]]),
    ),
  )('%s is refused, and may be %s', (text = '', readings = '', hint) => {
    const args = { text, hint, readings: readings === '' ? undefined : readings.split(' or ') };
    expect(parseDay(text)).toStrictEqual({ ok: false, error: { code: 'bad-day', args } });
  });

  it('every reason has a row', () => {
    expect([...new Set(refused.map(([, hint]) => quoted(hint)[0]))].toSorted()).toStrictEqual(dayHints.toSorted());
  });
});

/** `9.25 to 9.35 with 万个`: what a number allows, in words. */
function allowed({ low, high, lowOpen, highOpen, inUnit }: Quantity): string {
  const unit = inUnit ? ` with ${inUnit.unit}` : '';
  if (high === Infinity) return `${lowOpen ? 'above' : 'from'} ${low}${unit}`;
  if (low === -Infinity) return `${highOpen ? 'below' : 'up to'} ${high}${unit}`;
  return `${low === high ? low : `${low} to ${high}`}${unit}`;
}

describe('numbers', () => {
  const [read = [], refused = []] = tablesUnder('Numbers');

  it.each(read.flatMap(([texts, values]) => beside(quoted(texts), values)))('%s is %s', (text, value) => {
    const result = parseQuantity(text);
    expect(result.ok ? allowed(result.value) : result.error.args.hint).toBe(value);
  });

  it.each(refused.flatMap(([texts, hint]) => quoted(texts).map(text => [text, quoted(hint)[0]])))(
    '%s is %s',
    (text = '', hint) => {
      expect(parseQuantity(text)).toStrictEqual({ ok: false, error: { code: 'bad-quantity', args: { text, hint } } });
    },
  );

  it('every reason has a row, but that nothing stands there', () => {
    const named = refused.map(([, hint]) => quoted(hint)[0]);
    expect([...named, 'empty'].toSorted()).toStrictEqual(quantityHints.toSorted());
  });
});
