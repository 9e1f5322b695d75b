import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CellObject, read, SSF, utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { openReports } from '../../src/input/source/source-file.ts';
import type { Grid } from '../../src/input/table/grid.ts';
import { parseDay } from '../../src/values/day-notation.ts';
import { parseQuantity } from '../../src/values/quantity.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';
import { converted, soffice } from '../support/office.ts';
import { DIVISION_BY_ZERO, sheet, xlsxOf } from '../support/tables.ts';

/*
 * Workbooks that LibreOffice wrote, made of its own ODS and of CSV. What a cell shows is judged by SheetJS: what we read
 * of it is that, read as notation, or it is refused.
 */

if (!soffice) process.stderr.write('skipped: these tests need LibreOffice (apt-get install libreoffice-calc-nogui)\n');

/** What we take a cell for: the text that a report would have there, or nothing because an error is told. */
async function cellsRead(bytes: Uint8Array): Promise<(row: number, col: number) => string | undefined> {
  let grid: Grid | undefined;
  const { problems } = await openReports({
    path: 'report.xlsx',
    bytes,
    see: given => {
      grid = given as Grid;
    },
  });
  const seen = grid;
  if (!seen) throw new Error(problems.map(({ code }) => code).join());
  return (row, col) => {
    if (seen.isRefused?.(row, col)) return undefined;
    const shown = seen.shownAt?.(row, col);
    if (shown && 'code' in shown) return undefined;
    return shown?.text ?? seen.rowAt(row)[col] ?? '';
  };
}

/** What is wrong with our reading of a cell, in the light of what it shows. */
function complaint(cell: CellObject, ours: string | undefined, book: WorkBook): string | undefined {
  const said = `${JSON.stringify(cell.v)} under ${cell.z} shows ${cell.w}, read as ${ours}`;
  if (ours === undefined) return undefined;
  // Accountants write a number below zero in brackets; a format of zeros fills a number up, which is no code in a text.
  const plain = (cell.w ?? '').replace(/^\s*\((.*)\)\s*$/, '-$1');
  const [mine, shown] = [ours, cell.t === 'n' ? plain.replace(/^(-?)0+(?=\d)/, '$1') : plain].map(text =>
    parseQuantity(text),
  );
  if (!mine || !shown) return said;
  const [myDay, shownDay] = [parseDay(ours), parseDay(cell.w ?? '')];
  if (cell.t === 'e') return said;
  if (myDay.ok && cell.z !== undefined && SSF.is_date(cell.z)) {
    // The day that is kept, or of it the month or year that is shown.
    const { y, m, d } = SSF.parse_date_code(Number(cell.v), { date1904: book.Workbook?.WBProps?.date1904 === true });
    const kept = [y, m, d].map(part => String(part).padStart(2, '0')).join('-');
    const isWithin = !shownDay.ok || myDay.value <= shownDay.value;
    return kept.startsWith(ours) && isWithin ? undefined : said;
  }
  if (!mine.ok) return undefined;
  if (!shown.ok) return said;
  const [a, b] = [mine.value, shown.value];
  const isSame = a.low === b.low && a.high === b.high && a.inUnit?.unit === b.inUnit?.unit;
  // A cell without a format, or with a power of ten, shows fewer digits than it keeps, and we read all of these.
  const isShortened = cell.z === undefined || cell.z === 'General' || String(cell.z).includes('E+');
  const isNear = Math.abs(a.nominal - b.nominal) <= Math.max((b.high - b.low) / 2, Math.abs(b.nominal) * 1e-9);
  return isSame || (isShortened && isNear) ? undefined : said;
}

async function complaints(bytes: Uint8Array): Promise<string[]> {
  const book = read(bytes, { cellNF: true, cellText: true, cellDates: false });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const ours = await cellsRead(bytes);
  return Object.entries(sheet).flatMap(([address, cell]) => {
    if (address.startsWith('!')) return [];
    const { r, c } = utils.decode_cell(address);
    return complaint(cell as CellObject, ours(r, c), book) ?? [];
  });
}

const bookOf = (cells: readonly CellObject[], is1904 = false): Uint8Array => {
  const sheet = Object.fromEntries(cells.map((cell, row) => [utils.encode_cell({ r: row, c: 0 }), cell]));
  const book = utils.book_new();
  utils.book_append_sheet(book, { ...sheet, '!ref': `A1:A${cells.length}` }, '表1');
  book.Workbook = { WBProps: { date1904: is1904 } };
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
};

const numberFormats = [
  ...['General', '0', '0.00', '#,##0', '#,##0.00', '0.0%', '0%', '0.00E+00', '# ?/?', '@', '0_ ', '00000', '000-0000'],
  ...['"¥"#,##0.00', '[$¥-804]#,##0.00', '[$€-407]#,##0', '$#,##0_);[Red]($#,##0)', '#,##0.00" 元"', '0.0"%"', '0‰'],
  ...['0"个"', '0.0"万"', '0!.0,"万"', '0"万个"', '"≥"0', '"约"0', '0"以上"', '0.0"亿"', '"x"0', '[<1]0.0%;0', ';;;'],
  ...['_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '[>100]"many";0', '0;[Red](0)', '0;0', '0;;0', '#'],
];
const dayFormats = [
  ...[
    'yyyy-mm-dd',
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"',
    'mm/dd/yy',
    'd-mmm-yy',
    'dd.mm.yyyy',
    'yyyy',
    'yyyy-mm',
  ],
  ...[
    '[$-804]yyyy"年"m"月"d"日" dddd',
    'h:mm',
    'yyyy-mm-dd hh:mm',
    '[h]:mm',
    'm"月"d"日"',
    'mmm-yy',
    'yyyy"-06-30"',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
  ],
];

/** Not the smallest: LibreOffice writes fractions of those for minutes. And none at a half, where programs round otherwise. */
const anyNumber = fc.oneof(
  fc.constantFrom(0, 5, 93307, 9.3307, -7, -12.43, -1234.56, 0.05432, 1e12, 0.1 + 0.2, 99.996, 1.006, 100),
  fc.nat(200_000),
  fc.tuple(fc.nat(1_000_000_000), fc.nat(6)).map(([digits, places]) => (digits * 10 + 1) / 10 ** places),
);
const anyDay = fc.oneof(
  fc.constantFrom(1, 61, 45291, 36526),
  fc.integer({ min: 1500, max: 60_000 }),
  fc.constant(45291.5),
);

const underFormats = (formats: readonly string[], values: fc.Arbitrary<number>, count: number): CellObject[] =>
  fc.sample(fc.tuple(fc.constantFrom(...formats), values), count).map(([z, v]) => ({ t: 'n', v, z }));

const throughOds = (files: Record<string, Uint8Array>) =>
  converted(converted(files, { from: 'xlsx', to: 'ods' }), { from: 'ods', to: 'xlsx' });

const TEXTS = [
  ...[
    '93307',
    '93,307',
    '5.4%',
    '54‰',
    '9.3万',
    '约20',
    '8～10',
    '1.5E+05',
    '¥1,234.00',
    '￥12',
    '$12.50',
    '12 元',
    '00123',
  ],
  ...[
    '2023-12-31',
    '2023/12/31',
    '2023年12月31日',
    '2023年12月',
    '2023年',
    '2023-12',
    '31.12.2023',
    '12:30',
    '2023年底',
  ],
  ...['TRUE', '1/2', '-5', '(5)', '…', '-', '5.', '.5', '１２', ' 7 ', '5 个', '=1+1'],
];

const tables = path.join(packageRoot, 'fixtures/tables');
const textIn = (file: string) => readFileSync(path.join(tables, file), 'utf8');

/** The figures of a check under our own names, without the files that they stand in. */
async function figuresOf(argv: readonly string[], cwd: string) {
  const { stdout, stderr } = await runCli(['check', ...argv, '--format', 'json', '--allow-undecided'], { cwd });
  if (stdout === '') throw new Error(stderr);
  const { assessments, exit } = JSON.parse(stdout);
  return { assessments, exit };
}

const PLAN = `
plan: p
title: p
period: { from: 2020, to: 2025 }
regions: [{ id: here, title: here }, { id: there, title: there }]
region: here
indicators:
  roads: { title: Roads, unit: km, kind: stock }
  bridges: { title: Bridges, unit: bridge, kind: stock }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: roads, at_least: 100, by: 2025-12-31 }] }]
`;

describe.skipIf(!soffice)('a workbook of LibreOffice', () => {
  test('shows what is read of it: numbers and days, counted from 1900 and from 1904', async () => {
    const books = throughOds({
      numbers: bookOf(underFormats(numberFormats, anyNumber, 3000)),
      days: bookOf(underFormats(dayFormats, anyDay, 500)),
      'days of 1904': bookOf(underFormats(dayFormats, anyDay, 500), true),
    });
    for (const [name, bytes] of Object.entries(books))
      expect([name, await complaints(bytes)]).toStrictEqual([name, []]);
  });

  test('shows what is read of it: a text whose days, percentages and currencies LibreOffice found', async () => {
    const { texts } = converted({ texts: TEXTS.map(text => `"${text}"\n`).join('') }, { from: 'csv', to: 'xlsx' });
    const book = read(texts ?? [], { cellNF: true });
    const types = Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).map(cell => cell.t);
    expect(new Set(types)).toStrictEqual(new Set(['s', 'n', 'b', undefined]));
    expect(await complaints(texts ?? new Uint8Array())).toStrictEqual([]);
  });

  test('says what its text says, whatever the shape of the table', async () => {
    const texts = Object.fromEntries(
      readdirSync(tables).flatMap(file => (file.endsWith('.csv') ? [[path.basename(file, '.csv'), textIn(file)]] : [])),
    );
    const ods = converted(texts, { from: 'csv', to: 'ods' });
    const books = converted(ods, { from: 'ods', to: 'xlsx' });
    const mappings = textIn('tables.yaml');
    expect(Object.keys(books).length).toBeGreaterThan(3);
    for (const [name, book] of Object.entries(books)) {
      const files = { [`${name}.csv`]: texts[name] ?? '', [`${name}.xlsx`]: book };
      const forBooks = mappings.replaceAll('.csv', '.xlsx').replace(/ +delimiter: .*\n/g, '');
      const told = { ...files, 'text.yaml': mappings, 'book.yaml': forBooks };
      const [text, ofBook] = await inTemporaryFolder(told, async cwd => [
        await figuresOf([`${name}.csv`, '--tables', 'text.yaml'], cwd),
        await figuresOf([`${name}.xlsx`, '--tables', 'book.yaml'], cwd),
      ]);
      expect([name, ofBook]).toStrictEqual([name, text]);
    }
  });

  test('keeps what is merged, computed, wrong or hidden', async () => {
    const made = sheet(
      [
        ['指标', '地区', 2022, 2023],
        ['roads', 'here', 50, 60],
        [null, 'there', 5, 6],
        ['bridges', 'here', 7, 8],
      ],
      { merged: ['A2:A3'], formulas: { D2: 'C2+10' }, errors: { D4: DIVISION_BY_ZERO }, hidden: [3] },
    );
    const { book = new Uint8Array() } = throughOds({ book: xlsxOf(made) });
    const mapping = { columns: { 指标: 'indicator', 地区: 'region', '{as_of}': 'value' } };
    const told = { 'book.xlsx': book, 'tables.yaml': stringify({ tables: [mapping] }), 'plan.yaml': PLAN };
    const { stderr } = await inTemporaryFolder(told, cwd =>
      runCli(['check', 'book.xlsx', '--plan', 'plan.yaml', '--tables', 'tables.yaml', '-v'], { cwd }),
    );
    expect(stderr).toContain('6 cells: 5 figures, 0 missing, 0 ignored, 0 notes, 1 problem');
    expect(stderr).toContain('[error-in-cell]');
    expect(stderr).toContain('[hidden-rows]');
  });

  test('is looked at as the workbook that it is a copy of', async () => {
    const sent = readFileSync(path.join(packageRoot, 'fixtures/sheets/progress-zh.xlsx'));
    const { copy = new Uint8Array() } = throughOds({ copy: sent });
    const [ofCopy, ofSent] = await inTemporaryFolder({ 'copy.xlsx': copy, 'sent.xlsx': sent }, async cwd => [
      await runCli(['map', 'copy.xlsx'], { cwd }),
      await runCli(['map', 'sent.xlsx'], { cwd }),
    ]);
    expect(ofCopy.stdout).not.toBe('');
    expect(ofCopy.stdout.replaceAll('copy.xlsx', 'sent.xlsx')).toBe(ofSent.stdout);
  });
});
