import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { unpackGzip } from '../../src/cli/unpack.ts';
import { limitsFor } from '../../src/input/document/limits.ts';
import { walkRuns } from '../../src/input/parquet/runs.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { formatOf, type InputFormat, inputFormats } from '../../src/input/source/registry.ts';
import { planSchema } from '../../src/model/plan.ts';
import { runCli } from '../support/io.ts';
import { runs } from '../support/properties.ts';
import { parquetOf, partsXlsxOf, SHEET, sheet, sheetXml, xlsxOf } from '../support/tables.ts';

const plan = planSchema.parse({
  plan: 'plan',
  title: 'Plan',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { roads: { title: 'Roads', unit: 'km', kind: 'stock' } },
});

const fixture = (name: string) => new Uint8Array(readFileSync(path.join(packageRoot, 'fixtures/formats', name)));
const samples = ['form.xlsx', 'pyarrow.parquet', 'gb18030.csv', 'figures.ndjson', 'several.yaml', 'figures.json'].map(
  name => [name, fixture(name), formatOf(name) ?? 'yaml'] as const,
);

/** What a file comes to: whatever it holds, an answer and no exception. */
async function codesIn(bytes: Uint8Array, format: InputFormat): Promise<string[]> {
  const { report, problems } = await readReport({ path: '-', bytes, format }, plan);
  expect(report !== undefined || problems.length > 0).toBe(true);
  return problems.map(({ code }) => code);
}

const HEADER = 'indicator,value,as_of\n';
const ROW = 'roads,5,2023-12-31\n';

describe('a problem keeps no more of its file than it shows', () => {
  const many = (of: string) => Array.from({ length: 500 }, () => of).join(',');
  const long = 'q'.repeat(20_000);
  it.each<[string, InputFormat, string]>([
    ['JSON on one line', 'json', `{"as_of":"2023","observations":[${many('{"indicator":"roads","value":"q"}')}]}`],
    ['keys given twice', 'ndjson', `{${many('"a":1')}}`],
    ['YAML on one line', 'yaml', `{as_of: 2023, observations: [${many('{indicator: roads, value: q}')}]}`],
    [
      'a long text by alias',
      'yaml',
      `note: &a ${long}\nas_of: 2023\nobservations: [${many('{indicator: roads, value: *a}')}]`,
    ],
    ['a long line above', 'csv', `indicator,value,as_of,note\nroads,1,2023,${long}\n${'roads,q,2023,n\n'.repeat(500)}`],
  ])('%s', async (_name, format, text) => {
    const { problems } = await readReport({ path: '-', bytes: Buffer.from(text), format }, plan);
    expect(problems.length).toBeGreaterThanOrEqual(499);
    for (const problem of problems) expect(JSON.stringify(problem).length).toBeLessThan(1500);
  });
});

describe('no file ends in a crash', () => {
  it.each(samples)('%s cut anywhere', async (_name, bytes, format) => {
    const step = Math.max(1, Math.floor(bytes.length / 100));
    for (let length = 0; length < bytes.length; length += step) await codesIn(bytes.subarray(0, length), format);
  });

  it.each(samples)('%s with bytes changed', async (_name, bytes, format) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
        const changed = bytes.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        await codesIn(changed, format);
      }),
      runs(0.1),
    );
  });

  it.each(inputFormats)('any bytes as %s', async format => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => void (await codesIn(bytes, format))),
      runs(0.1),
    );
  });

  it.each(inputFormats)('any text as %s', async format => {
    const text = fc.string({
      unit: fc.constantFrom(...'indicator,value;\t"\n{}[]:-1 \r约', 'indicator', 'value', 'roads', 'as_of'),
    });
    await fc.assert(
      fc.asyncProperty(text, async each => void (await codesIn(new TextEncoder().encode(each), format))),
      runs(0.1),
    );
  });

  it.each(samples)('%s under the extension of each other format', async (_name, bytes) => {
    for (const format of inputFormats) await codesIn(bytes, format);
  });
});

describe('runs in a Parquet page', () => {
  const runsOf = (bytes: readonly number[], width: number, wanted: number) =>
    walkRuns(new DataView(Uint8Array.from(bytes).buffer), 0, width, wanted);

  it.each([
    ['a repeated 1', [0x0a, 1], 5, 5],
    ['a repeated 0 and a repeated 1', [0x06, 0, 0x04, 1], 5, 2],
    ['eight packed bits, of which five are wanted', [0x03, 0b11101010], 5, 2],
    ['packed bits and a repeated 1', [0x03, 0xff, 0x04, 1], 10, 10],
  ])('%s', (_name, bytes, wanted, ones) => {
    expect(runsOf(bytes, 1, wanted)).toStrictEqual({ ones });
  });

  it.each<[string, number[], number]>([
    ['a thousand million repeated values', [0x80, 0x94, 0xeb, 0xdc, 0x07, 1], 1],
    ['packed values of a negative number', [0x81, 0x80, 0x80, 0x80, 0x08, 1], 0],
    ['packed values of no width and any number', [0xff, 0xff, 0xff, 0xff, 0x07], 0],
    ['values of 200 bits', [0x02, 1], 200],
    ['empty runs to the end', [0, 0, 0, 0], 0],
    ['no end', [0x02, 1], 1],
  ])('%s are refused', (_name, bytes, width) => {
    expect(() => runsOf(bytes, width, 5)).toThrow();
  });
});

/** A workbook made by hand around the XML of its only sheet. */
const workbookOf = (xml: string) => partsXlsxOf({ [SHEET]: xml });

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEAD = ['indicator', 'value', 'as_of'];
const FIGURE = ['roads', '5', '2023-12-31'];
const row = (number: number, texts: readonly string[]) =>
  `<row r="${number}">${texts.map((text, col) => cell(`${'ABC'[col]}${number}`, text)).join('')}</row>`;
const sheetOf = (...rows: readonly string[]) => sheetXml(rows.join(''));

describe('a workbook made by hand', () => {
  it.each<[string, string, readonly string[]]>([
    ['is read', sheetOf(row(1, HEAD), row(2, FIGURE)), []],
    ['with a cell outside every row', sheetOf(row(1, HEAD), cell('A2', 'x')), ['damaged-file']],
    [
      'with a cell at the last corner',
      sheetOf(row(1, HEAD), `<row r="1048576">${cell('XFD1048576', 'x')}</row>`),
      ['too-many-columns'],
    ],
    ['with a row at the far end', sheetOf(row(1, HEAD), row(1_048_576, FIGURE)), []],
    [
      'with a cell outside every sheet',
      sheetOf(row(1, HEAD), `<row r="2">${cell('ZZZZ9999999', 'x')}</row>`),
      ['odd-cell'],
    ],
    [
      'with entities that multiply',
      `<!DOCTYPE l [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${sheetOf(row(1, HEAD), row(2, ['roads', '5', `${'&b;'.repeat(1000)}`]))}`,
      ['damaged-file'],
    ],
    ['with XML that ends early', sheetOf(row(1, HEAD), row(2, FIGURE)).slice(0, 200), ['damaged-file']],
    [
      'with 100,000 columns of styles',
      `<worksheet><cols><col min="1" max="100000" width="9"/></cols><sheetData>${row(1, HEAD)}${row(2, FIGURE)}</sheetData></worksheet>`,
      [],
    ],
  ])('%s', async (_name, xml, expected) => {
    expect(await codesIn(workbookOf(xml), 'xlsx')).toStrictEqual(expected);
  });
});

describe('what is only strange is read', () => {
  it.each<[string, InputFormat, string | Uint8Array]>([
    ['CRLF and LF in one CSV', 'csv', `indicator,value,as_of\r\n${ROW}`],
    ['columns without a name and without a cell', 'csv', 'indicator,,value,as_of,\nroads,,5,2023-12-31,\n'],
    ['blank lines between rows', 'csv', `\n${HEADER}\n${ROW}\n,,\n`],
    ['no line end at the end', 'csv', HEADER + ROW.trimEnd()],
    ['a delimiter at the end of each row', 'csv', 'indicator,value,as_of\nroads,5,2023-12-31,\n'],
    ['blanks around cells', 'csv', 'indicator , value,as_of\n roads ,5 , 2023-12-31\n'],
    ['quotes around all cells', 'csv', '"indicator";"value";"as_of"\n"roads";"5";"2023-12-31"\n'],
    ['one column less than the file has commas', 'csv', 'indicator\tvalue\tas_of\nroads\t1,005\t2023-12-31\n'],
    ['a whole scope', 'csv', 'indicator,value,as_of,scope\nroads,5,2023-12-31,whole\n'],
    ['blank lines between objects', 'ndjson', '\n{"indicator":"roads","value":5,"as_of":"2023"}\r\n\r\n'],
    [
      'an empty document between two',
      'yaml',
      'as_of: 2023\nmetrics: { roads: 5 }\n---\n---\nas_of: 2024\nmetrics: { roads: 6 }\n...\n',
    ],
    ['a top-level list', 'yaml', '- { indicator: roads, value: 5, as_of: 2023 }\n'],
    [
      'reports and figures in one list',
      'json',
      '[{"as_of":"2023","metrics":{"roads":5}},{"indicator":"roads","value":6,"as_of":"2024"}]',
    ],
    ['an empty second sheet', 'xlsx', xlsxOf(sheet([HEAD, FIGURE]), sheet([[]], { name: 'Sheet2' }))],
    [
      'merged cells above the table',
      'xlsx',
      xlsxOf(sheet([['Title', null, null], HEAD, FIGURE], { merged: ['A1:C1'] })),
    ],
    [
      'a table that starts in C5',
      'xlsx',
      xlsxOf(sheet([[], [], [], [], ...[HEAD, FIGURE].map(each => [null, null, ...each])])),
    ],
    ['a year as a number', 'xlsx', xlsxOf(sheet([HEAD, ['roads', 5, 2023]]))],
    ['a day with its number format', 'xlsx', xlsxOf(sheet([HEAD, ['roads', 5, new Date('2023-12-31T00:00:00Z')]]))],
    ['a number that binary cannot hold', 'xlsx', xlsxOf(sheet([HEAD, ['roads', 0.1 + 0.2, '2023']]))],
    [
      'a large integer in Parquet',
      'parquet',
      parquetOf({ indicator: ['roads'], value: [123_456_789_012n], as_of: ['2023'] }),
    ],
  ])('%s', async (_name, format, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { report, problems } = await readReport({ path: '-', bytes, format }, plan);
    expect(problems).toStrictEqual([]);
    expect(report?.observations[0]).toMatchObject({ indicator: 'roads', scope: 'whole' });
  });

  it.each([
    [5.4, '0.0%', '540%'],
    [0.054, '0%', '5.4%'],
    [0.054, '"%"0.000', '%0.054'],
    [9.33, '0.00"万"', '9.33万'],
    [1e21, 'General', '1000000000000000000000'],
    [1e-7, 'General', '0.0000001'],
    [82.78, '0.0', '82.78'],
  ])('the cell %d under the format %s is %s', async (value, format, text) => {
    const bytes = xlsxOf(
      sheet(
        [
          ['indicator', 'note'],
          ['roads', value],
        ],
        { formats: { B2: format } },
      ),
    );
    const { problems } = await readReport({ path: '-', bytes, format: 'xlsx' }, plan);
    expect(problems.map(({ code }) => code)).toContain('missing-key');
    const said = xlsxOf(
      sheet(
        [
          ['indicator', 'says', 'as_of'],
          ['roads', value, '2023'],
        ],
        { formats: { B2: format } },
      ),
    );
    const { report } = await readReport({ path: '-', bytes: said, format: 'xlsx' }, plan);
    expect(report?.observations[0]?.says).toBe(text);
  });
});

describe('a gzip file is its members, one after the other, and nothing else', () => {
  const [first, second] = [gzipSync(HEADER), gzipSync(ROW)];
  it('all of them are read', async () => {
    expect(await unpackGzip(Buffer.concat([first, second]), limitsFor())).toEqual({ bytes: Buffer.from(HEADER + ROW) });
  });

  it.each([
    ['zeros', [Buffer.alloc(16)]],
    ['zeros and another member', [Buffer.alloc(16), second]],
    ['plain text', [Buffer.from(ROW)]],
    ['a part of a member', [second.subarray(0, 5)]],
    ['a member without its end', [second.subarray(0, -4)]],
  ])('behind the first %s', async (_, more) => {
    const read = await unpackGzip(Buffer.concat([first, ...more]), limitsFor());
    expect('problem' in read && read.problem.code).toBe('damaged-file');
  });
});

describe('a carriage return that stands alone in YAML', () => {
  it.each([
    'as_of: 2023\nmetrics:\n  roads: 5 # final\r  rails: 7\n',
    '# title\rstatus: planned\nas_of: 2023\nmetrics: { roads: 5 }\n',
    'as_of: 2023\r\nmetrics:\r\n  roads: 5\r  rails: 7\r\n',
    'as_of: 2023\rmetrics: { roads: 5 }\r',
    'as_of: 2023\nnote: "a\rb"\nmetrics: { roads: 5 }\n',
  ])('%j', async text => {
    const { problems } = await readReport({ path: 'r.yaml', bytes: Buffer.from(text) }, plan);
    const before = text.slice(0, text.search(/\r(?!\n)/)).split('\n');
    expect(problems).toMatchObject([
      { code: 'yaml-syntax', place: { span: { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 } } },
    ]);
  });
});

describe('the command line', () => {
  it.each([
    ['report.xlsx.gz', 'unknown-format'],
    ['report.csv.gz', 'damaged-file'],
  ])('a file that only calls itself %s', async (name, code) => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const cwd = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-'));
    try {
      const packed = name.startsWith('report.xlsx') ? gzipSync('indicator') : Buffer.from(HEADER);
      writeFileSync(path.join(cwd, name), packed);
      const ran = await runCli(['check', name], { cwd });
      expect([ran.code, ran.stderr]).toStrictEqual([2, expect.stringContaining(`[${code}]`)]);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });

  it('what an open spreadsheet leaves in a folder is no report', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const cwd = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-'));
    try {
      writeFileSync(path.join(cwd, '~$report.xlsx'), 'owner');
      const ran = await runCli(['check', '.'], { cwd });
      expect([ran.code, ran.stderr]).toStrictEqual([2, expect.stringContaining('[folder-without-reports]')]);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});
