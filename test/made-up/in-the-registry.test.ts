import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { type Ran, runCli } from '../support/io.ts';
import { withEntries } from './with-entries.ts';

/* That it is in the registry is enough: what nobody has was added there alone, and everything knows it. */

let madeUp: Awaited<ReturnType<typeof withEntries>>;
/** Below the packages, for the bundle asks for them. */
const modules = path.join(packageRoot, 'node_modules');
let folder: string;

beforeAll(async () => {
  mkdirSync(modules, { recursive: true });
  folder = mkdtempSync(path.join(modules, '.made-up-'));
  madeUp = await withEntries(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIGURES = [
  { indicator: '5g-base-stations', value: '67000', as_of: '2022-12-31', counts: 'built', published: '2023-01-31' },
  { indicator: '5g-base-stations', value: '93307', as_of: '2023-12-31', counts: 'built', published: '2024-01-31' },
];
const asPairs = FIGURES.map(
  each =>
    `${Object.entries(each)
      .map(pair => pair.join('='))
      .join(' ')}\n`,
).join('');
const asLines = FIGURES.map(each => `${JSON.stringify(each)}\n`).join('');

const files = { 'a.pairs': asPairs, 'b.pairs.gz': gzipSync(asPairs), 'c.ndjson': asLines };

const run = (argv: readonly string[], world: { cwd?: string; stdin?: string } = {}): Promise<Ran> =>
  runCli(argv, world, madeUp.main);
const judged = async (argv: readonly string[], world = {}): Promise<Analysis['assessments']> => {
  const { code, stdout, stderr } = await run(['check', ...argv, '--format', 'json', '--allow-undecided'], world);
  expect(code, stderr).toBe(0);
  return (JSON.parse(stdout) as Analysis).assessments;
};

describe('an input format', () => {
  test('is read from a file, packed, from a folder and from standard input, and gives the same', () =>
    inTemporaryFolder(files, async cwd => {
      const expected = await judged(['c.ndjson'], { cwd });
      expect(expected.find(({ target }) => target === '5g-stations-2025')?.value).toMatchObject({ low: 93307 });
      expect(await judged(['a.pairs'], { cwd })).toEqual(expected);
      expect(await judged(['b.pairs.gz'], { cwd })).toEqual(expected);
      expect(await judged(['*.pairs'], { cwd })).toEqual(expected);
      expect(await judged(['-', '--input-format', 'pairs'], { stdin: asPairs })).toEqual(expected);
      await inTemporaryFolder({ 'a.pairs': asPairs }, async only =>
        expect(await judged(['.'], { cwd: only })).toEqual(expected),
      );
    }));

  test('its problems name the place, and where formats are listed it is', () =>
    inTemporaryFolder({ 'a.pairs': asPairs.replace('93307', '1.234,5'), 'b.what': '' }, async cwd => {
      expect((await run(['check', 'a.pairs'], { cwd })).stderr).toMatch(/^a\.pairs:2:\d+: error: .*\[bad-quantity\]/);
      expect((await run(['check', 'b.what'], { cwd })).stderr).toContain('pairs');
      expect((await run(['check', '--help'])).stdout).toContain('"pairs"');
    }));

  test('a batch reads it, and cuts it where it says that it can be cut', () =>
    inTemporaryFolder({ 'a.pairs': asPairs, 'c.ndjson': asLines }, async cwd => {
      const batch = async (file: string) => {
        const { code, stderr } = await run(['batch', file, '--by', 'region', '--output-dir', `of-${file}`, '--quiet'], {
          cwd,
        });
        expect(code, stderr).toBe(3);
        return JSON.parse(readFileSync(path.join(cwd, `of-${file}`, 'shanxi.json'), 'utf8')).assessments;
      };
      expect(await batch('a.pairs')).toEqual(await batch('c.ndjson'));
      const file = { path: 'a.pairs', bytes: Buffer.from(asPairs) };
      expect(madeUp.canBeCut(file)).toBe(true);
      const halves = madeUp.halvesOf({ file, linesBefore: 0, headerLines: 0 });
      expect(halves.map(half => [half.linesBefore, String(half.file.bytes)])).toEqual(
        asPairs.split(/(?<=\n)/).map((line, index) => [index, line]),
      );
    }));
});

describe('an output format', () => {
  const expected = /^TALLY\n(?:[\w-]+ [\w-]+\n){18}$/;

  test('is written to standard output, to a file, by render and by a batch', () =>
    inTemporaryFolder(files, async cwd => {
      const both = ['check', 'a.pairs', '--format', 'tally', '--format', 'json=a.json', '--format', 'tally=a.tally'];
      const { stdout } = await run(both, { cwd });
      expect(stdout).toMatch(expected);
      expect(readFileSync(path.join(cwd, 'a.tally'), 'utf8')).toBe(stdout);
      expect((await run(['render', 'a.json', '--format', 'tally'], { cwd })).stdout).toBe(stdout);
      await run(['batch', 'a.pairs', '--by', 'region', '--output-dir', 'out', '--format', 'tally', '--quiet'], { cwd });
      expect(readFileSync(path.join(cwd, 'out', 'shanxi.tally'), 'utf8')).toMatch(expected);
    }));

  test('where formats are listed it is', async () => {
    expect((await run(['check', '--help'])).stdout).toContain('tally');
    expect((await run(['check', '--format', 'talli'])).stderr).toContain('did you mean "tally"?');
  });
});

describe('a method', () => {
  const from = (method: string) => ['-', '--input-format', 'pairs', '--method', method];

  test('judges by a flag and by a plan, and its words are asked for', async () => {
    const stations = (await judged(from('streak'), { stdin: asPairs })).find(
      ({ target }) => target === '5g-stations-2025',
    );
    expect(stations).toMatchObject({ method: 'streak', verdict: 'on-schedule' });
    const argv = ['explain', '5g-stations-2025', ...from('streak'), '--lang', 'zh'];
    expect((await run(argv, { stdin: asPairs })).stdout).toContain('Method “streak”');
  });

  test('where methods are listed it is', async () => {
    expect((await run(['check', '--help'])).stdout).toContain('"streak"');
    expect((await run(['check', ...from('streek')], { stdin: asPairs })).stderr).toContain('streak');
    expect([madeUp.methodIds, madeUp.inputFormats, madeUp.formatIds].map(each => each.length)).toEqual([7, 7, 16]);
  });
});
