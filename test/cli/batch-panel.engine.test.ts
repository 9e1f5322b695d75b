import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { batchIndexSchema } from '../../src/model/batch.ts';
import { ensureBuilt, runBinary } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { filesIn } from '../support/region-reports.ts';
import { roadsPlan } from '../support/roads-plan.ts';

/* A table above 16 MiB: DuckDB and the reader of rows must give the same bytes, and every wrong row its place. */

beforeAll(ensureBuilt);

const plan = roadsPlan();

const REGIONS = 60;
const DAYS = 2200;
const EPOCH = Date.UTC(2019, 11, 1);

/** More than 16 MiB: two figures a region a month and many more rows of one busy region. */
function panel(): string[] {
  const rows = ['indicator,value,as_of,published,region,publisher,note'];
  const note = 'an invented figure that stands here to make the file large enough for this test';
  for (let step = 0; step < DAYS; step++) {
    const day = new Date(EPOCH + step * 86_400_000).toISOString().slice(0, 10);
    const isMonthly = day.endsWith('-28');
    for (let region = 0; region < REGIONS; region++) {
      if (!isMonthly && region > 0) continue;
      const tail = `${day},${day},r${String(region).padStart(3, '0')},Invented gazette,${note}`;
      rows.push(`lanes,${60 + Math.floor((step * (region + 5)) / 300)},${tail}`);
      rows.push(`loss,${(20 - (step * (region + 3)) / 20_000).toFixed(1)},${tail}`);
    }
  }
  return rows;
}

/** The rows as often as they are needed, each time of other regions. */
function large(): string[] {
  const [header = '', ...rows] = panel();
  const copies = Math.ceil((17 * 2 ** 20) / (rows.length * 125));
  return [
    header,
    ...Array.from({ length: copies }, (_, copy) => rows.map(row => row.replace(',r', `,c${copy}r`))).flat(),
  ];
}

const rows = large();
/** The same as NDJSON, some of it with other keys, spaces and escapes. */
function lines(): string[] {
  const [header = '', ...others] = rows;
  const columns = header.split(',');
  return others.map((text, index) => {
    const cells = text.split(',').map((cell, column) => [columns[column] ?? '', cell] as const);
    const left = index % 50 === 3 ? cells.filter(([column]) => column !== 'note') : cells;
    const pairs = left.map(([column, cell]) => `"${column}":${column === 'value' ? cell : JSON.stringify(cell)}`);
    if (index % 90 === 7) pairs.reverse();
    return `{${pairs.join(index % 70 === 5 ? ', ' : ',')}}`.replace(
      'note":"an',
      index % 80 === 9 ? 'note":"\\u0061n' : '$&',
    );
  });
}

const args = ['batch', 'panel.csv', '--plan', 'plan.yaml', '--by', 'region', '--index', 'json', '-q', '--output-dir'];

const inFolder = <T>(table: readonly string[], work: (cwd: string) => Promise<T>): Promise<T> =>
  inTemporaryFolder({ 'plan.yaml': plan }, async cwd => {
    await writeFile(path.join(cwd, 'panel.csv'), `${table.join('\n')}\n`);
    return work(cwd);
  });

test('with DuckDB and without, the same bytes', () =>
  inFolder(rows, async cwd => {
    const quick = await runBinary([...args, 'a'], { cwd });
    expect(quick.stderr).toBe('');
    const slow = await runBinary([...args, 'b', '--no-duckdb'], { cwd });
    expect(quick.stdout.equals(slow.stdout)).toBe(true);
    const [a, b] = await Promise.all([filesIn(path.join(cwd, 'a')), filesIn(path.join(cwd, 'b'))]);
    expect(Object.keys(a).length).toBeGreaterThan(REGIONS);
    expect(a).toEqual(b);
    const { totals } = batchIndexSchema.parse(JSON.parse(quick.stdout.toString()));
    expect(Object.keys(totals.verdicts).length).toBeGreaterThan(1);
    const unlisted = Object.values(a).reduce((total, text) => total + (JSON.parse(text).unlisted ?? 0), 0);
    expect(unlisted).toBeGreaterThan(rows.length / 2);
  }));

describe('NDJSON', () => {
  const ndjson = lines();
  const ndjsonArgs = args.map(arg => arg.replace('.csv', '.ndjson'));
  const withLines = <T>(all: readonly string[], work: (cwd: string) => Promise<T>): Promise<T> =>
    inTemporaryFolder({ 'plan.yaml': plan }, async cwd => {
      await writeFile(path.join(cwd, 'panel.ndjson'), all.join('\n'));
      return work(cwd);
    });

  test('gives the same bytes with DuckDB and without', () =>
    withLines(ndjson, async cwd => {
      const quick = await runBinary([...ndjsonArgs, 'a'], { cwd });
      expect(quick.stderr).toBe('');
      const slow = await runBinary([...ndjsonArgs, 'b', '--no-duckdb'], { cwd });
      expect(quick.stdout.equals(slow.stdout)).toBe(true);
      const [a, b] = await Promise.all([filesIn(path.join(cwd, 'a')), filesIn(path.join(cwd, 'b'))]);
      expect(Object.keys(a).length).toBeGreaterThan(REGIONS);
      expect(a).toEqual(b);
    }));

  test.each([
    ['a comma behind the last pair', (text: string) => text.replace(/\}$/, ',}')],
    ['a key given twice', (text: string) => text.replace(/\}$/, ', "value":3}')],
  ])('with %s is told with its line', async (_what, spoil) => {
    const at = Math.floor(ndjson.length * 0.7);
    await withLines(ndjson.with(at, spoil(ndjson[at] ?? '')), async cwd => {
      const ran = await runBinary([...ndjsonArgs, 'out'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(`panel.ndjson:${at + 1}:`);
      expect(await filesIn(path.join(cwd, 'out'))).toEqual({});
    });
  });
});

describe('one wrong row among them', () => {
  const wrongAt = Math.floor(rows.length * 0.7);
  const wrong = rows.with(wrongAt, (rows[wrongAt] ?? '').replace(/,\d[\d.]*,/, ',many,'));
  const region = /,(c\d+r\d+),/.exec(wrong[wrongAt] ?? '')?.[1] ?? '';

  test('is told with its file and line, and keeps everything from being judged', () =>
    inFolder(wrong, async cwd => {
      const ran = await runBinary([...args, 'out'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(`panel.csv:${wrongAt + 1}:`);
      expect(ran.stderr).toContain('1 error');
      expect(await filesIn(path.join(cwd, 'out'))).toEqual({});
    }));

  test('costs its own region its word, with --keep-going', () =>
    inFolder(wrong, async cwd => {
      const ran = await runBinary([...args, 'out', '--keep-going'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(`panel.csv:${wrongAt + 1}:`);
      const { groups } = batchIndexSchema.parse(JSON.parse(ran.stdout.toString()));
      expect(groups.filter(({ state }) => state !== 'judged')).toMatchObject([
        { name: region, state: 'incomplete', errors: 1, exit: { code: 2 } },
      ]);
    }));
});

describe('a table between semicolons', () => {
  const at = Math.floor(rows.length * 0.7);
  const semicolons = rows.map(row => row.replaceAll(',', ';'));
  const withValue = (value: string) => semicolons.with(at, (semicolons[at] ?? '').replace(/;\d[\d.]*;/, `;${value};`));

  test.each([
    ['12,345', 'ambiguous-separator'],
    ['12.345', 'ambiguous-separator'],
    ['12,5', 'bad-quantity'],
    ['1,234,567', undefined],
  ])('with %s in one row: with DuckDB and without, the same', (value, code) =>
    inFolder(withValue(value), async cwd => {
      const quick = await runBinary([...args, 'a'], { cwd });
      const slow = await runBinary([...args, 'b', '--no-duckdb'], { cwd });
      const told = (stderr: string) => stderr.split('\n').filter(line => line.startsWith('panel.csv:'));
      expect(told(quick.stderr)).toStrictEqual(told(slow.stderr));
      expect(told(quick.stderr)).toStrictEqual(
        code === undefined ? [] : [expect.stringMatching(`^panel\\.csv:${at + 1}:\\d+: error: .* \\[${code}\\]$`)],
      );
      expect(quick.code).toBe(slow.code);
      expect(quick.stdout.equals(slow.stdout)).toBe(true);
      expect(await filesIn(path.join(cwd, 'a'))).toEqual(await filesIn(path.join(cwd, 'b')));
    }),
  );
});

test('a table of nothing but its header is told beside a large one', () =>
  inFolder(rows, async cwd => {
    await writeFile(path.join(cwd, 'north.csv'), `${rows[0]}\n`);
    for (const more of [[], ['--no-duckdb']]) {
      const ran = await runBinary([...args.with(1, 'north.csv').toSpliced(1, 0, 'panel.csv'), 'out', ...more], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toMatch(/^north\.csv:1:1: error: .* \[nothing-reported\]$/m);
    }
  }));

test('megabytes of rows without content below the others are no error', () =>
  inFolder([...rows, ...Array.from({ length: 900_000 }, () => ',,,,,,')], async cwd => {
    const quick = await runBinary([...args, 'a'], { cwd });
    const slow = await runBinary([...args, 'b', '--no-duckdb'], { cwd });
    expect([quick.stderr, slow.stderr]).toEqual(['', '']);
    expect(quick.stdout.equals(slow.stdout)).toBe(true);
    expect(await filesIn(path.join(cwd, 'a'))).toEqual(await filesIn(path.join(cwd, 'b')));
  }));

test('without DuckDB one line says so', () =>
  inTemporaryFolder({ 'plan.yaml': plan }, async cwd => {
    await writeFile(path.join(cwd, 'panel.csv'), `${rows.join('\n')}\n`);
    const hook = path.join(cwd, 'absent.cjs');
    await writeFile(
      hook,
      "const node = require('node:module'); const load = node._load; node._load = (name, ...rest) => { if (name.startsWith('@duckdb')) throw new Error('absent'); return load(name, ...rest); };",
    );
    const ran = await runBinary([...args, 'out'], { cwd, env: { NODE_OPTIONS: `--require ${JSON.stringify(hook)}` } });
    expect(ran.stderr).toContain('DuckDB is not installed');
  }));
