import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runs } from '../properties/configure.ts';
import { runCli } from '../support/io.ts';
import { filesIn } from '../support/region-reports.ts';
import { roadsPlan } from '../support/roads-plan.ts';
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

interface Ended {
  readonly code: number;
  /** Each as it is told. */
  readonly problems: readonly string[];
  readonly index: unknown;
  readonly outputs: Readonly<Record<string, string>>;
  readonly isQuick: boolean;
}

/** The day is given: no file of no figure is to differ by it. */
const flags = ['--plan', 'plan.yaml', '--by', 'region', '--as-of', '2025-12-31', '--index', 'json', '--workers', '0'];

async function batch(files: readonly string[], more: readonly string[], size: number): Promise<Ended> {
  cutting.size = size;
  const output = path.join(folder, 'out');
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
}, 300_000);
