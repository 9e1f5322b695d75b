import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SSF } from '@e965/xlsx';
import { describe, expect, it, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { withPreset } from '../../src/model/preset.ts';
import { tableMapping } from '../../src/model/table-mapping.ts';
import { runCli } from '../support/io.ts';
import {
  ACCOUNTING_41,
  ACCOUNTING_44,
  type Cell,
  DATE_57,
  numberXml,
  rawXlsxOf,
  runsXml,
  type SheetOptions,
  sheet,
  xlsxOf,
} from '../support/tables.ts';

/* What a person sees in a workbook is what is judged: workbooks of another library, read from end to end. */

const cwd = 'fixtures/problems';
const HEAD: Cell[] = ['indicator', 'value', 'as_of', 'counts'];
const { plan } = await readPlan({ path: 'plan.yaml', bytes: readFileSync(path.join(packageRoot, cwd, 'plan.yaml')) });

/** The figure of one row, in which nothing is wrong. */
async function figureOf(row: Cell[], options: SheetOptions = {}, head = HEAD) {
  if (!plan) throw new Error('the plan was not read');
  const bytes = xlsxOf(sheet([head, row], options));
  const { report, problems } = await readReport({ path: 'report.xlsx', bytes }, plan);
  expect(problems).toStrictEqual([]);
  return report?.observations[0];
}

const roads = (value: Cell, day: Cell = '2023-12-31'): Cell[] => ['paved-roads', value, day, 'paved'];
const share = (value: Cell): Cell[] => ['paved-share', value, '2023-12-31'];
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('a value', () => {
  it.each<[string, Cell[], SheetOptions, { text: string; low: number; high: number }]>([
    ['160 as 160.0', roads(160), { formats: { B2: '0.0' } }, { text: '160.0', low: 159.95, high: 160.05 }],
    ['1807 as 1,807', roads(1807), { formats: { B2: '#,##0' } }, { text: '1807', low: 1807, high: 1807 }],
    ['1806.7 as 1,807', roads(1806.7), { formats: { B2: '#,##0' } }, { text: '1807', low: 1806.5, high: 1807.5 }],
    ['9.3307 as 9.33', roads(9.3307), { formats: { B2: '0.00' } }, { text: '9.33', low: 9.325, high: 9.335 }],
    ['0.05432 as 5.4%', share(0.05432), { formats: { B2: '0.0%' } }, { text: '5.4%', low: 5.35, high: 5.45 }],
    ['0.05432 as 5%', share(0.05432), { formats: { B2: '0%' } }, { text: '5%', low: 4.5, high: 5.5 }],
    ['0.18 as 0.18万', roads(0.18), { formats: { B2: '0.00"万"' } }, { text: '0.18万', low: 1750, high: 1850 }],
    ['1807 as 0.2万', roads(1807), { formats: { B2: '0\\.0,"万"' } }, { text: '0.2万', low: 1500, high: 2500 }],
    ['1807 as ≥1807', roads(1807), { formats: { B2: '"≥"0' } }, { text: '≥1807', low: 1807, high: Infinity }],
    ['5.4 as 5.4%', share(5.4), { formats: { B2: '0.0"%"' } }, { text: '5.4%', low: 5.35, high: 5.45 }],
    ['a text as 0.18万', roads('0.18'), { formats: { B2: '@"万"' } }, { text: '0.18万', low: 1750, high: 1850 }],
    ['a text that is a number', roads('1,807'), {}, { text: '1,807', low: 1807, high: 1807 }],
    ['a text that says "at most"', roads('1807以下'), {}, { text: '1807以下', low: -Infinity, high: 1807 }],
    [
      'a formula, by the value kept for it',
      roads(5420 / 3),
      { formulas: { B2: 'D1/3' }, formats: { B2: '0.0' } },
      { text: '1806.7', low: 1806.65, high: 1806.75 },
    ],
  ])('%s', async (_name, row, options, expected) => {
    expect((await figureOf(row, options))?.quantity).toMatchObject(expected);
  });
});

describe('a day', () => {
  it.each<[string, Cell, string | undefined, string]>([
    ['of a day', day('2023-12-01'), 'yyyy"年"m"月"d"日"', '2023-12-01'],
    ['of a month', day('2023-12-01'), 'yyyy"年"m"月"', '2023-12-31'],
    ['of a month, as Excel takes "Dec-23"', day('2023-12-01'), 'mmm-yy', '2023-12-31'],
    ['of a year', day('2023-01-01'), 'yyyy"年"', '2023-12-31'],
    ['a number that is a year', 2023, undefined, '2023-12-31'],
    ['a text', '2023-12', undefined, '2023-12-31'],
  ])('%s', async (_name, cell, format, expected) => {
    const options = format === undefined ? {} : { formats: { C2: format } };
    expect((await figureOf(roads(1800, cell), options))?.asOf).toBe(expected);
  });
});

test('a day under a format that the file only numbers, and a unit with a raised digit', async () => {
  const head = ['indicator', 'value', 'as_of', 'note'].map(text => runsXml([text]));
  const note = runsXml(['per km'], ['2', '<vertAlign val="superscript"/>']);
  const row = [runsXml(['paved-roads']), numberXml(1800), numberXml(45291, DATE_57), note];
  const { report } = plan
    ? await readReport({ path: 'report.xlsx', bytes: rawXlsxOf([head, row]) }, plan)
    : { report: undefined };
  expect(report?.observations[0]).toMatchObject({ asOf: '2023-12-31', note: 'per km²' });
});

describe('a format of accountants that the file only numbers', () => {
  const readUnder = async (value: number, style: number) => {
    const row = [runsXml(['paved-roads']), numberXml(value, style), runsXml(['2023-12-31']), runsXml(['paved'])];
    const bytes = rawXlsxOf([HEAD.map(text => runsXml([String(text)])), row]);
    if (!plan) throw new Error('the plan was not read');
    const { report, problems } = await readReport({ path: 'report.xlsx', bytes }, plan);
    return { quantity: report?.observations[0]?.quantity, codes: problems.map(({ code }) => code) };
  };

  it('rounds what it shows', async () => {
    const read = await readUnder(1806.6, ACCOUNTING_41);
    expect(read).toMatchObject({ codes: [], quantity: { text: '1807', low: 1806.5, high: 1807.5 } });
    expect(await readUnder(1807, ACCOUNTING_41)).toMatchObject({ codes: [], quantity: { low: 1807, high: 1807 } });
  });

  it('shows a zero as a dash, and a currency', async () => {
    expect((await readUnder(0, ACCOUNTING_41)).codes).toContain('shown-otherwise');
    expect((await readUnder(1807, ACCOUNTING_44)).codes).toContain('shown-otherwise');
  });
});

describe('a column that is hidden', () => {
  const columns = { indicator: 'indicator', value: 'value', as_of: 'as_of', counts: 'counts' };
  const toldOf = async (scope: string) => {
    const book = xlsxOf(
      sheet(
        [
          [...HEAD, 'scope'],
          [...roads(1800), 'one road'],
        ],
        { hidden: ['E'] },
      ),
    );
    if (!plan) throw new Error('the plan was not read');
    const mappings = [withPreset(tableMapping.parse({ columns: { ...columns, scope } }), undefined)];
    const { problems, report } = await readReport({ path: 'a.xlsx', bytes: book, mappings }, plan);
    return { codes: problems.map(({ code }) => code), figures: report?.observations.length ?? 0 };
  };

  it('is told, whatever stands in it, and no figure of its table is read', async () => {
    expect(await toldOf('scope')).toStrictEqual({ codes: ['hidden-columns'], figures: 0 });
  });

  it('is nothing to a mapping that ignores it', async () => {
    expect(await toldOf('ignore')).toStrictEqual({ codes: [], figures: 1 });
  });
});

describe('no false green', () => {
  const verdictOf = async (row: Cell[], options: SheetOptions = {}) => {
    const argv = ['check', '-', '--input-format', 'xlsx', '--plan', 'plan.yaml', '--format', 'json', '--quiet'];
    const { stdout } = await runCli(argv, { cwd, stdin: xlsxOf(sheet([HEAD, row], options)) });
    return JSON.parse(stdout).assessments[0].verdict;
  };

  it('of a number that only its rounding carries over the target', async () => {
    expect(await verdictOf(roads(2000, '2025-12-31'))).toBe('met');
    expect(await verdictOf(roads(1999.6, '2025-12-31'), { formats: { B2: '#,##0' } })).toBe('undecided');
    // Printed as 2,000.0 it meets 2,000 as printed, and what the cell keeps does not deny it.
    expect(await verdictOf(roads(2000, '2025-12-31'), { formats: { B2: '0.0' } })).toBe('met');
    expect(await verdictOf(roads(2004.4, '2025-12-31'), { formats: { B2: '0,' } })).toBe('undecided');
  });

  it('of thousands that its format leaves out and its unit says, too', async () => {
    const argv = ['check', '-', '--input-format', 'xlsx', '--plan', 'plan.yaml'];
    const book = (unit: string, format: string) =>
      xlsxOf(
        sheet(
          [
            [...HEAD, 'unit'],
            [...roads(2000, '2025-12-31'), unit],
          ],
          { formats: { B2: format } },
        ),
      );
    const read = async (unit: string, format: string) =>
      (await runCli(argv, { cwd, stdin: book(unit, format) })).stderr.includes('[multiplied-twice]');
    expect(await read('千km', '0,')).toBe(true);
    expect(await read('千km', '0')).toBe(false);
    expect(await read('km', '0,')).toBe(false);
  });

  it('of a number that words multiply, bound or cut off', async () => {
    const late = (value: Cell) => roads(value, '2025-12-31');
    expect(await verdictOf(late(0.2), { formats: { B2: '0.0"万"' } })).toBe('undecided');
    expect(await verdictOf(late(0.21), { formats: { B2: '0.00"万"' } })).toBe('met');
    expect(await verdictOf(late(2100), { formats: { B2: '"≤"0' } })).toBe('undecided');
    expect(await verdictOf(late(1900), { formats: { B2: '"≥"0' } })).toBe('undecided');
    expect(await verdictOf(late(1900), { formats: { B2: '"<"0' } })).toBe('missed');
  });

  it('that a text of the same words would not give', async () => {
    const formats = ['0.00"万"', '"约"0.00', '0.00"万以上"', '"不足"0.00"万"', '0.00"%"', '0.00"k"'];
    for (const format of formats) {
      const shown = await figureOf(share(9.33), { formats: { B2: format } });
      const written = await figureOf(share(SSF.format(format, 9.33)));
      expect(shown?.quantity, format).toStrictEqual(written?.quantity);
    }
  });

  it('of a month that is kept as its first day', async () => {
    const formats = { C2: 'yyyy-mm' };
    expect(await verdictOf(roads(1900, day('2025-12-01')), { formats })).toBe('missed');
    expect(await verdictOf(roads(1900, day('2025-11-01')), { formats })).not.toBe('missed');
  });
});
