import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { parseDay } from '../../src/values/day-notation.ts';
import { parseQuantity } from '../../src/values/quantity.ts';
import { sheet, xlsxOf } from '../support/tables.ts';

/* What docs/notation.md shows is read alike from a cell of a text and of a workbook, and refused alike. */

const page = readFileSync(path.join(packageRoot, 'docs/notation.md'), 'utf8');
const [ofDays = '', ofNumbers = ''] = page.split(/^## /m).slice(1);
const quotedIn = (part: string): string[] =>
  part
    .split('\n')
    .flatMap(line =>
      line.startsWith('| `')
        ? [...(line.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
        : [],
    );

const bytes = (text: string) => new TextEncoder().encode(text);
const { plan, problems } = await readPlan({
  path: 'plan.yaml',
  bytes: bytes(
    [
      'plan: notation',
      'title: Notation',
      'period: { from: 2001-01-01, to: 2030-12-31 }',
      'units: { 个: { aliases: [站, km, piece] } }',
      'indicators:',
      '  counted: { title: Counted, unit: 个, kind: stock }',
      "  share: { title: Share, unit: '%', kind: growth }",
      '  points: { title: Points, unit: pp, kind: level }',
      'tasks: [{ id: t, level: strategic, title: T }]',
    ].join('\n'),
  ),
});

const HEAD = ['indicator', 'value', 'as_of'];
const inQuotes = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The first figure of a row, or the problem of it, from each format. */
async function fromCells(...row: readonly string[]) {
  if (!plan) throw new Error(JSON.stringify(problems));
  const files = [
    { path: 'r.csv', bytes: bytes([HEAD, row].map(cells => cells.map(inQuotes).join(',')).join('\n')) },
    { path: 'r.xlsx', bytes: xlsxOf(sheet([HEAD, row])) },
  ];
  return Promise.all(
    files.map(async file => {
      const { report, problems: found } = await readReport(file, plan);
      const [figure] = report?.observations ?? [];
      const { code, args } = found[0] ?? {};
      return figure ? { asOf: figure.asOf, quantity: figure.quantity } : { code, args };
    }),
  );
}

describe('a day in a table', () => {
  it.each(quotedIn(ofDays))('%s', async text => {
    const day = parseDay(text);
    const expected = day.ok ? { asOf: day.value } : { code: day.error.code, args: day.error.args };
    for (const read of await fromCells('counted', '1', text)) expect(read).toMatchObject(expected);
  });
});

describe('a number in a table', () => {
  const indicatorOf = (text: string) => (/百分点/.test(text) ? 'points' : /[%‰]/.test(text) ? 'share' : 'counted');

  // A whole number of a share is wider than its digits: docs/input-formats.md.
  it.each(quotedIn(ofNumbers).filter(text => text !== '5‰'))('%s', async text => {
    const quantity = parseQuantity(text);
    const [fromText, fromBook] = await fromCells(indicatorOf(text), text, '2001-01-01');
    expect(fromBook).toStrictEqual(fromText);
    if (!quantity.ok)
      return expect(fromText).toStrictEqual({ code: 'bad-quantity', args: { text, hint: quantity.error.args.hint } });
    const { low, high, inUnit } = quantity.value;
    const times = { 万个: 10_000, '‰': 0.1 }[inUnit?.unit ?? ''] ?? 1;
    expect(fromText?.quantity?.low).toBeCloseTo(low * times, 9);
    return expect(fromText?.quantity?.high).toBeCloseTo(high * times, 9);
  });
});
