import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runCli } from '../support/io.ts';
import { runs } from '../support/properties.ts';
import { filesIn } from '../support/region-reports.ts';
import { roadsPlan } from '../support/roads-plan.ts';
import { spansPlan } from '../support/spans-plan.ts';
import { columnsOf, csvOf as csvOfRows, ndjsonOf } from './files.ts';
import { COLUMNS, csvHeader, csvLine, encoding, lineEnd, ndjsonLine, STYLES, seldom } from './hostile.ts';

/*
 * Tables of hostile rows, end to end: DuckDB, the reader of rows, and that reader piece by piece must end the same way and
 * write the same bytes. Every table counts as large here, so that a few rows are enough to see a difference.
 */

const cutting = vi.hoisted(() => ({ size: 0 }));

vi.mock('../../src/cli/batch/size.ts', async load => {
  const real = await load<typeof import('../../src/cli/batch/size.ts')>();
  const sizeOf: typeof real.sizeOf = (...args) => ({ ...real.sizeOf(...args), areLargeTables: true });
  return { ...real, LARGE: -1, sizeOf };
});

vi.mock('../../src/cli/batch/cut.ts', async load => {
  const real = await load<typeof import('../../src/cli/batch/cut.ts')>();
  const isCut: typeof real.isCut = async (name, cwd) => cutting.size > 0 && real.isCut(name, cwd);
  return { isCut, cut: (name: string, cwd: string) => real.cut(name, cwd, cutting.size) };
});

const folder = mkdtempSync(path.join(tmpdir(), 'panel-differential-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REGIONS = `region: whole
regions:
  - { id: whole, title: Whole }
  - { id: north, title: North }
  - { id: south, title: South }
`;
writeFileSync(path.join(folder, 'plan.yaml'), roadsPlan(REGIONS));
writeFileSync(path.join(folder, 'spans.yaml'), spansPlan(REGIONS));

interface Ended {
  readonly code: number;
  /** Each as it is told. */
  readonly problems: readonly string[];
  readonly index: unknown;
  readonly outputs: Readonly<Record<string, string>>;
  readonly isQuick: boolean;
}

/** The day is given: no file of no figure is to differ by it. */
const flags = ['--by', 'region', '--as-of', '2025-12-31', '--index', 'json', '--workers', '0'];

async function batch(files: readonly string[], given: readonly string[], size: number): Promise<Ended> {
  cutting.size = size;
  const output = path.join(folder, 'out');
  const more = given.includes('--plan') ? given : ['--plan', 'plan.yaml', ...given];
  rmSync(output, { recursive: true, force: true });
  const ran = await runCli(['batch', ...files, ...flags, '--output-dir', 'out', ...more], { cwd: folder });
  const told = ran.stderr.split('\n').filter(line => /\[[a-z0-9-]+\]$/.test(line));
  return {
    code: ran.code,
    problems: told.toSorted(),
    index: ran.stdout === '' ? null : JSON.parse(ran.stdout),
    outputs: await filesIn(output).catch(() => ({})),
    isQuick: !ran.stderr.includes('row by row'),
  };
}

type Content = string | Uint8Array;

/** How it ended, and whether DuckDB read the files itself. */
async function compared(files: Readonly<Record<string, Content>>, more: readonly string[] = []): Promise<Ended> {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  const names = Object.keys(files);
  const { isQuick, ...quick } = await batch(names, more, 0);
  const { isQuick: _, ...whole } = await batch(names, [...more, '--no-duckdb'], 0);
  expect(quick).toEqual(whole);
  expect(whole.code).not.toBe(70);
  const { isQuick: __, ...pieces } = await batch(names, [...more, '--no-duckdb'], 100);
  // A piece of a table does not see that a name stands again elsewhere, and asks what its blank cells mean.
  const isAsked = pieces.problems.some(line => line.endsWith('[left-blank]'));
  if (isAsked && whole.code !== 2) return { ...whole, isQuick };
  expect({ ...pieces, problems: [] }).toEqual({ ...whole, problems: [] });
  expect(pieces.problems.length > 0).toBe(whole.problems.length > 0);
  return { ...whole, isQuick };
}

const csvRow = (cells: Readonly<Record<string, string>>): string => COLUMNS.map(name => cells[name] ?? '').join(',');
const HEADER = COLUMNS.join(',');

const figure = (value: string, month: string, region = 'north', indicator = 'loss') => ({
  indicator,
  value,
  as_of: `2025-${month}-28`,
  published: `2025-${month}-28`,
  region,
});
const FILLER = [
  figure('9.5', '01'),
  figure('9.0', '02'),
  figure('160', '02', 'south', 'lanes'),
  figure('161', '03', 'south', 'lanes'),
];

const csvAround = FILLER.map(csvRow);

const csvOf = (...lines: readonly string[]): string => [HEADER, ...csvAround, ...lines, ''].join('\n');

const REFUSED = { code: 2, isQuick: false, outputs: {} };

describe('a table without a figure beside another one', () => {
  test.each([
    ['a header alone', 'b.csv', `${HEADER}\n`],
    ['a header without a line end', 'b.csv', HEADER],
    ['a header above rows without content', 'b.csv', `${HEADER}\n\n,,,,,\n  \n`],
    ['lines without content', 'b.ndjson', '\n  \n\n'],
    ['nothing', 'b.ndjson', ''],
    ['nothing', 'b.csv', ''],
  ])('%s in %s', async (_what, name, content) => {
    expect(await compared({ 'a.csv': csvOf(), [name]: content })).toMatchObject(REFUSED);
    expect(await compared({ [name]: content })).toMatchObject(REFUSED);
  });

  test('no row in b.parquet', async () => {
    const columnData = ['indicator', 'value', 'as_of'].map(name => ({ name, data: [], type: 'STRING' as const }));
    const content = new Uint8Array(parquetWriteBuffer({ columnData }));
    expect(await compared({ 'a.csv': csvOf(), 'b.parquet': content })).toMatchObject(REFUSED);
  });
});

describe('rows without content below the others are no figures, and no error', () => {
  test.each([
    ['empty lines', '\n'.repeat(500)],
    ['delimiters alone', ',,,,,\n'.repeat(100)],
    ['blanks', '   \r\n'.repeat(100)],
    ['more delimiters than columns', ',,,,,,,,,,\n'.repeat(100)],
  ])('%s', async (_what, blank) => {
    expect(await compared({ 'a.csv': `${csvOf()}${blank}` })).toMatchObject({ problems: [] });
    expect(await compared({ 'a.csv': `${HEADER}\n${blank}${csvAround.join('\n')}\n` })).toMatchObject({ problems: [] });
    const spoiled = `${csvOf('loss,many,2025-01-28,,north,')}${blank}`;
    const { problems } = await compared({ 'a.csv': spoiled }, ['--keep-going']);
    expect(problems).toStrictEqual([expect.stringMatching(/^a\.csv:6:.*\[bad-quantity\]$/)]);
  });
});

describe('a row of a CSV that DuckDB lets pass', () => {
  test.each([
    ['a blank before the quotation mark', 'loss,8,2025-04-28,,north, "a"'],
    ['a blank behind it', 'loss,8,2025-04-28,,"north" ,a'],
    ['a byte of zero', 'loss,8,2025-04-28,,north,a\0b'],
  ])('%s', async (_what, row) => {
    expect(await compared({ 'a.csv': csvOf(row) })).toMatchObject(REFUSED);
  });
});

const wrong = <T>(lines: fc.Arbitrary<T>) => fc.array(lines, { minLength: 1, maxLength: 2 });

const tables = {
  'a.csv': fc
    .record({
      header: csvHeader,
      lines: wrong(csvLine),
      end: lineEnd,
      between: seldom(',', fc.constantFrom(';', '\t')),
    })
    .map(({ header, lines, end, between }) =>
      [header, ...csvAround, ...lines, ''].join('\n').replaceAll('\n', end).replaceAll(',', between),
    ),
  'a.ndjson': fc
    .record({ lines: wrong(ndjsonLine), end: lineEnd, style: fc.constantFrom(...STYLES) })
    .map(({ lines, end, style }) => [...FILLER.map(style), ...lines, ''].join(end)),
};

test.each(Object.entries(tables))(
  'hostile rows of %s',
  async (name, table) => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(table, encoding, async (text, encoded) => {
        const { isQuick } = await compared({ [name]: Buffer.from(text, encoded) });
        if (isQuick) seen++;
      }),
      { ...runs(0.02), endOnFailure: true },
    );
    expect(seen).toBeGreaterThan(0);
  },
  300_000,
);

test('hostile rows of two files', async () => {
  await fc.assert(
    fc.asyncProperty(tables['a.csv'], tables['a.ndjson'], async (csv, ndjson) => {
      await compared({ 'a.csv': csv, 'a.ndjson': ndjson });
    }),
    { ...runs(0.005), endOnFailure: true },
  );
});

/** Sixty months of six indicators in two regions, and the states before them; each in its own way, and one with a gap. */
function ofSpans(): Record<string, string>[] {
  const months = Array.from({ length: 60 }, (_, index) => index);
  const end = (month: number) => new Date(Date.UTC(2021, month + 1, 0)).toISOString().slice(0, 10);
  return ['north', 'south'].flatMap((region, which) =>
    months.flatMap(month => {
      const swing = ((month * (7 + which)) % 11) / 10;
      const row = (indicator: string, value: string, more: Record<string, string> = {}) => ({
        ...{ indicator, value, as_of: end(month), published: end(month), region, publisher: 'Invented gazette' },
        ...more,
      });
      const flow = { flow_from: `${end(month).slice(0, 8)}01`, flow_to: end(month) };
      return [
        row('wages', (0.6 + swing).toFixed(1)),
        ...(which === 1 && month === 30 ? [] : [row('prices', (0.2 + swing / 2).toFixed(2))]),
        row('homes', String(30 + ((month * 13) % 9)), flow),
        row('waste', (1000 - month * (1 + 2 * which)).toFixed(1), month === 0 ? { as_of: '2020-12-31' } : {}),
        row('paved', (50 + month / 10).toFixed(1), month === 0 ? { as_of: '2020-12-31' } : {}),
        row('water', (6.5 + swing - which / 10).toFixed(1)),
      ];
    }),
  );
}

describe('spans of time and goals against another indicator', () => {
  const rows = ofSpans();
  const spans = ['--plan', 'spans.yaml'];

  test('a panel of them: DuckDB, rows and pieces alike, every target decided in one region at least', async () => {
    const files = { 'a.csv': csvOfRows(rows), 'b.ndjson': ndjsonOf([figure('7.0', '12', 'whole', 'water')]) };
    const { outputs, isQuick, code } = await compared(files, spans);
    expect([isQuick, code]).toEqual([true, 1]);
    const decided = Object.values(outputs).flatMap(text => decidedIn(text));
    expect(new Set(decided).size).toBe(8);
  });

  test('what the printed query leaves is judged as the whole', async () => {
    writeFileSync(path.join(folder, 'all.csv'), csvOfRows(rows));
    const columns = columnsOf(rows).join(',');
    const { stdout: sql } = await runCli(
      ['panel-sql', '--dialect', 'duckdb', '--as-of', '2025-12-31', '--columns', columns, ...spans],
      { cwd: folder },
    );
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const file = (name: string) => path.join(folder, name);
    await connection.run(`create table panel as select * from read_csv('${file('all.csv')}', all_varchar = true)`);
    await connection.run(`copy (${sql}) to '${file('left.csv')}' (format csv, header)`);
    connection.closeSync();
    const whole = [...spans, '--all-figures'];
    const all = (await batch(['all.csv'], whole, 0)).outputs;
    const left = (await batch(['left.csv'], whole, 0)).outputs;
    expect(Object.values(left).map(judgedIn)).toEqual(Object.values(all).map(judgedIn));
    expect(Object.keys(all).length).toBeGreaterThan(2);
  });
});

interface Judged {
  readonly assessments: readonly { readonly target: string; readonly verdict: string }[];
}

const decidedIn = (text: string): string[] =>
  ((JSON.parse(text) as Partial<Judged>).assessments ?? []).flatMap(({ target, verdict }) =>
    verdict === 'undecided' ? [] : [target],
  );

/** Which figure is called by which number hangs on the order of rows. */
const judgedIn = (text: string): unknown =>
  (JSON.parse(text) as Partial<Judged>).assessments?.map(({ target, verdict, ...rest }) => ({
    target,
    verdict,
    rest: JSON.stringify(rest).replaceAll(/"(?:id|observation)":\d+/g, ''),
  }));
