import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { namedLimits } from '../../src/cli/limit-flags.ts';
import { limitsFor, limitsOver } from '../../src/input/document/limits.ts';
import { limitWords } from '../../src/render/words/limits.ts';
import { type LimitName, limitNames } from '../../src/values/limit-name.ts';
import { runCli } from '../support/io.ts';
import { inRegionFolder } from '../support/region-reports.ts';
import { parquetOf, sheet, xlsxOf, zipOf } from '../support/tables.ts';

/** An input that is beyond a limit: beyond the usual one, or beyond one that `lower` sets. */
interface Row {
  readonly limit: LimitName;
  readonly input: string | Uint8Array;
  readonly format: string;
  readonly lower?: string;
  readonly higher: string;
  readonly code: string;
}

const nothing = Buffer.from('indicator,value,as_of\n');
const rows = (count: number) => ({ indicator: Array.from({ length: count }, () => 'base-stations') });
/** The size of inputs from which on the ratio counts hangs on the largest that may come. */
const small = '--max-input-size 16MiB';
const spaces = gzipSync(`indicator,value,as_of,note\nbase-stations,3100,2023,"${' '.repeat(2_000_000)}x"\n`);
const parts = zipOf(Array.from({ length: 1025 }, (_, index) => ({ name: `${index}`, content: Buffer.from('x') })));
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const wide = Array.from({ length: 1001 }, (_, index) => (index === 0 ? 'indicator' : '')).join(',');
const shared = `a: &x [${'1,'.repeat(999)}1]\nb: [${'*x,'.repeat(100)}*x]\n`;

const files: readonly Row[] = [
  {
    limit: 'bytes',
    input: nothing,
    format: 'csv',
    lower: '--max-input-size 20',
    higher: '--max-input-size 2kB',
    code: 'too-large',
  },
  {
    limit: 'ratio',
    input: spaces,
    format: 'csv',
    lower: small,
    higher: `${small} --limit ratio=2000`,
    code: 'archive-bomb',
  },
  { limit: 'ratioFrom', input: spaces, format: 'csv', lower: small, higher: '', code: 'archive-bomb' },
  { limit: 'entries', input: parts, format: 'xlsx', higher: '--limit entries=1,025', code: 'archive-bomb' },
  {
    limit: 'cells',
    input: parquetOf(rows(900)),
    format: 'parquet',
    lower: '--limit cells=899',
    higher: '--limit cells=9000',
    code: 'beyond-limit',
  },
  {
    limit: 'partsRatio',
    input: xlsxOf(sheet([['indicator', ' '.repeat(30_000)]])),
    format: 'xlsx',
    lower: '--max-input-size 100kB --limit partsRatio=1',
    higher: '--max-input-size 100kB --limit partsRatio=50',
    code: 'archive-bomb',
  },
  {
    limit: 'packedRows',
    input: parquetOf(rows(70_000)),
    format: 'parquet',
    higher: '--limit packedRows=70,000',
    code: 'archive-bomb',
  },
  {
    limit: 'packedCells',
    input: parquetOf(rows(9000)),
    format: 'parquet',
    lower: '--limit packedCells=999',
    higher: '--limit packedCells=9,100',
    code: 'archive-bomb',
  },
  { limit: 'columns', input: `${wide}\n`, format: 'csv', higher: '--limit columns=1001', code: 'too-many-columns' },
  { limit: 'levels', input: deep(101), format: 'json', higher: '--limit levels=101', code: 'json-syntax' },
  { limit: 'levels', input: deep(101), format: 'yaml', higher: '--limit levels=101', code: 'yaml-syntax' },
  { limit: 'aliases', input: shared, format: 'yaml', higher: '--limit aliases=200_000', code: 'alias-bomb' },
  {
    limit: 'tokens',
    input: `a: &x [${'1,'.repeat(2500)}1]\n`,
    format: 'yaml',
    lower: '--limit tokens=5000',
    higher: '--limit tokens=8000',
    code: 'beyond-limit',
  },
];

describe('what is beyond a limit is an error, and the limit can be raised', () => {
  test.each(files)('$limit ($format)', async ({ input, format, lower = '', higher, code }) => {
    const argv = ['check', '-', '--input-format', format, '--plan', 'plan.yaml', '--quiet'];
    const run = async (flags: string) =>
      (await runCli([...argv, ...flags.split(' ').filter(Boolean)], { cwd: 'fixtures/formats', stdin: input })).stderr;
    expect(await run(lower)).toContain(`[${code}]`);
    expect(await run(higher)).not.toContain(`[${code}]`);
  });

  const batch = async (cwd: string, more: string) => {
    const { code, stderr } = await runCli(['batch', 'reports', '--plan', 'plan.yaml', ...more.split(' ')], { cwd });
    return { code, stderr };
  };

  test.each([
    ['periods', '--by period', 3, 4],
    ['periods', '--by region,period', 3, 4],
    ['groups', '--by region', 3, 4],
    ['groups', '--by file', 11, 12],
    ['groups', '--by region,period', 15, 16],
  ] as const)('%s, %s', (limit, by, below, enough) =>
    inRegionFolder(4, async cwd => {
      expect(await batch(cwd, `${by} --limit ${limit}=${below}`)).toEqual({
        code: 2,
        stderr: `shanxi-plan: there are more than ${below} ${limitWords[limit]?.en}\n  if that is right, raise the limit: --limit ${limit}=…\n`,
      });
      expect((await batch(cwd, `${by} --limit ${limit}=${enough}`)).code).toBe(1);
    }),
  );

  test.each([
    ['regions', `regions: { ${Array.from({ length: 400 }, (_, index) => `r${index}: { share: 0.1% }`).join(', ')} }`],
    ['milestones', `path: [${Array.from({ length: 400 }, () => '{ by: 2024-12-31, value: 3 }').join(', ')}]`],
  ])('readings, of %s', async (_, repeated) => {
    const readings = Array.from({ length: 300 }, (_, index) => `n${index}: { by: 2025-12-31 }`).join(', ');
    const plan = `{ plan: p, title: t, period: { from: 2021-01-01, to: 2025-12-31 }, indicators: { i: { title: I, unit: u, kind: stock } }, measures: [{ id: m, title: M, targets: [{ id: t, indicator: i, at_least: 5, by: 2025-12-31, readings: { ${readings} }, ${repeated} }] }] }`;
    await inRegionFolder(0, async cwd => {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(`${cwd}/large.yaml`, plan);
      const argv = ['check', '-', '--plan', 'large.yaml'];
      const stdin = 'as_of: 2023-12-31\nmetrics: { i: 1 }\n';
      expect((await runCli(argv, { cwd, stdin })).stderr).toContain(`more than 100000 ${limitWords['readings']?.en}`);
      expect((await runCli([...argv, '--limit', 'readings=120000'], { cwd, stdin })).stderr).not.toContain(
        '[beyond-limit]',
      );
    });
  });

  test.each([
    ['check reports --region east', 56],
    ['batch reports --by region', 57],
  ])('answers: %s', (command, most) =>
    inRegionFolder(4, async cwd => {
      const run = (limit: number) =>
        runCli([...command.split(' '), '--plan', 'plan.yaml', '--limit', `answers=${limit}`], { cwd });
      const { code, stderr } = await run(most - 1);
      expect(code).toBe(2);
      expect(stderr).toContain(`there are more than ${most - 1} ${limitWords['answers']?.en}`);
      expect((await run(most)).stderr).not.toContain('--limit answers');
    }),
  );

  test('answers are for each megabyte of reports that was begun', () => {
    const limits = limitsFor({ answers: 7 });
    expect([0, 1e6, 1e6 + 1, 5e6].map(bytes => limitsOver(limits, bytes).answers)).toEqual([7, 7, 14, 35]);
  });

  test('every limit is in these tables, and has words', () => {
    const tested = new Set([...files.map(({ limit }) => limit), 'periods', 'groups', 'readings', 'answers']);
    expect([...tested].toSorted()).toEqual(limitNames.toSorted());
    expect(Object.keys(limitWords).toSorted()).toEqual(limitNames.toSorted());
  });
});

describe('--limit', () => {
  test.each([
    ['column=5', 'no limit is called "column"', 'did you mean "columns"?'],
    ['bytes=5', 'no limit is called "bytes"', namedLimits.join(', ')],
    ['columns', '"columns" is not name=number', '--limit columns=2000'],
    ['columns=0', '"columns=0" is not name=number', '--limit columns=2000'],
    ['columns=many', '"columns=many" is not name=number', '--limit columns=2000'],
    ['levels=1001', 'levels can be 1000 at most', ''],
  ])('%s', async (text, message, help) => {
    const { code, stderr } = await runCli(['check', 'form.yaml', '--limit', text], { cwd: 'fixtures/formats' });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
  });

  test('what grows with the size of files can be given by itself, too', () => {
    expect(limitsFor({ bytes: 2 ** 30 }).cells).toBe(4 * limitsFor().cells);
    expect(limitsFor({ bytes: 2 ** 30, cells: 5 }).cells).toBe(5);
  });

  test('a thousand levels are read and do not end the program', async () => {
    for (const format of ['json', 'yaml']) {
      const argv = ['check', '-', '--input-format', format, '--limit', 'levels=1000', '--plan', 'plan.yaml'];
      const { stderr } = await runCli(argv, { cwd: 'fixtures/formats', stdin: deep(1000) });
      expect(stderr).not.toContain('bug');
    }
  });
});
