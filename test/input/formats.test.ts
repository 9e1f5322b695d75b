import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { formatOf, type InputFormat } from '../../src/input/source/registry.ts';
import { figureColumns } from '../../src/model/figure-columns.ts';
import { runCli, type World } from '../support/io.ts';
import { parquetOf, sheet, xlsxOf } from '../support/tables.ts';

const cwd = 'fixtures/formats';
const folder = path.join(packageRoot, cwd);
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));

/** The analysis byte for byte, but for where its figures were read. */
async function analysisOf(report: string, world: Pick<World, 'stdin'> = {}): Promise<string> {
  const argv = ['check', ...report.split(' '), '--plan', 'plan.yaml', '--format', 'json', '--quiet'];
  const { stdout, stderr } = await runCli(argv, { cwd, ...world });
  if (stdout === '') throw new Error(stderr);
  const { inputs, problems, ...analysis } = JSON.parse(stdout);
  const codes = problems.map(({ code }: { code: string }) => code);
  expect(codes).toStrictEqual(report.includes('gb18030') ? ['read-as-gb18030'] : []);
  expect(inputs[1].observations.every(({ line, col }: { line: number; col: number }) => line > 0 && col > 0)).toBe(
    true,
  );
  return JSON.stringify(analysis);
}

const names = readdirSync(folder).filter(name => !['plan.yaml', 'README.md'].includes(name));
const rows = parse(Buffer.from(read('comma.csv')), { columns: true }) as Record<string, string>[];
const columns = Object.fromEntries(figureColumns.map(name => [name, rows.map(row => row[name] || null)]));

/** Between semicolons a lone comma can be a decimal one, so nothing is written with commas there. */
const withoutThousands = Buffer.from(read('figures.yaml'))
  .toString()
  .replace(/(\d),(?=\d{3})/g, '$1');

async function twinOf(name: string): Promise<string> {
  if (name === 'semicolon.csv') return analysisOf('-', { stdin: withoutThousands });
  return analysisOf(name.startsWith('form.') ? 'form.yaml' : 'figures.yaml');
}

describe('the same figures give the same analysis', () => {
  it.each(names)('from %s', async name => {
    expect(await analysisOf(name)).toBe(await twinOf(name));
  });

  it.each(names.filter(name => !name.startsWith('gb18030')))('from %s on standard input', async name => {
    const report = `- --input-format ${formatOf(name)}`;
    expect(await analysisOf(report, { stdin: read(name) })).toBe(await twinOf(name));
  });

  it.each<[InputFormat, () => Uint8Array]>([
    [
      'xlsx',
      () => xlsxOf(sheet([[...figureColumns], ...rows.map(row => figureColumns.map(name => row[name] || null))])),
    ],
    ['parquet', () => parquetOf(columns)],
  ])('from %s of another writer', async (format, make) => {
    expect(await analysisOf(`- --input-format ${format}`, { stdin: make() })).toBe(await analysisOf('figures.yaml'));
  });

  it('the figures have every field that a figure can have', () => {
    for (const name of figureColumns)
      expect(
        rows.some(row => row[name]),
        name,
      ).toBe(true);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toStrictEqual(figureColumns.toSorted());
  });

  it('the analysis is of what was meant to be read', async () => {
    const { assessments } = JSON.parse(await analysisOf('figures.yaml'));
    const verdicts = assessments.map(({ target, verdict }: Record<string, string>) => [target, verdict]);
    expect(Object.fromEntries(verdicts)).toMatchObject({ 'stations-2025': 'behind', 'new-2023': 'met' });
  });
});

describe('where a figure stands', () => {
  const placesIn = async (name: string) => {
    const argv = ['check', name, '--plan', 'plan.yaml', '--format', 'json', '--quiet'];
    const { inputs } = JSON.parse((await runCli(argv, { cwd })).stdout);
    const places = inputs[1].observations.map(({ line, col }: { line: number; col: number }) => `${line}:${col}`);
    return places.toSorted((a: string, b: string) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  };
  /** Thirteen rows below a header, the third of them over two lines; each figure stands in the cell of its number. */
  const lines = [2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
  const tableRows = Array.from({ length: 13 }, (_, row) => row + 2);
  const numbers = [...Array(7).fill(16), 15, 8, 8, 8, 11, 11];
  const cells = lines.map((line, index) => `${line}:${numbers[index]}`);

  it.each([
    ['comma.csv', cells],
    ['semicolon.csv', cells],
    ['comma.csv.gz', cells],
    ['figures.ndjson', Array.from({ length: 13 }, (_, row) => `${row + 1}:1`)],
    ['libreoffice.xlsx', tableRows.map(row => `${row}:3`)],
    ['pyarrow.parquet', tableRows.map(row => `${row - 1}:3`)],
    ['form.xlsx', ['8:2', '9:2', '10:2', '11:2']],
    ['form.csv', ['8:15', '9:14', '10:7', '11:10']],
  ])('%s', async (name, expected) => {
    expect(await placesIn(name)).toStrictEqual(expected);
  });

  it('the digest is of the file as it is stored', async () => {
    const argv = ['check', 'comma.csv.gz', 'comma.csv', '--plan', 'plan.yaml', '--format', 'json', '--quiet'];
    const { inputs } = JSON.parse((await runCli(argv, { cwd })).stdout);
    const digests = inputs.slice(1).map(({ sha256 }: { sha256: string }) => sha256);
    expect(new Set(digests).size).toBe(2);
    expect(gunzipSync(read('comma.csv.gz'))).toStrictEqual(Buffer.from(read('comma.csv')));
  });
});

describe('limits', () => {
  const large = gzipSync(`indicator,value,as_of,note\nbase-stations,3100,2023,"${' '.repeat(20_000_000)}x"\n`);

  it('--max-input-size raises all of them', async () => {
    const argv = ['check', '-', '--input-format', 'csv', '--plan', 'plan.yaml', '--quiet'];
    expect((await runCli(argv, { cwd, stdin: large })).stderr).toMatch(/archive-bomb/);
    const raised = await runCli([...argv, '--max-input-size', '1 GiB'], { cwd, stdin: large });
    expect([raised.code, raised.stderr]).toStrictEqual([1, '']);
  });

  it.each(['0', 'much', '-1', '1 light-year', ''])('--max-input-size "%s" is no size', async size => {
    const { code, stderr } = await runCli(['check', 'form.yaml', '--max-input-size', size], { cwd });
    expect([code, stderr]).toStrictEqual([2, expect.stringMatching(/is not a size/)]);
  });
});
