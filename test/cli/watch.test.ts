import { spawn } from 'node:child_process';
import { rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { binary, ensureBuilt } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

beforeAll(ensureBuilt);

const report = (stations: string) => `report: Invented
as_of: 2023-12-31
published: 2024-01-31
metrics: { 5g-base-stations: ${stations} }
`;

const argv = ['check', 'reports', '--only', 'target=5g-stations-2025', '--format', 'plain', '--watch'];

/** Runs with one change of the world between two looks, until there is none left. */
async function watched(folder: string, changes: readonly (() => Promise<unknown>)[], args = argv) {
  const left = [...changes];
  const pause = async () => {
    const next = left.shift();
    await next?.();
    return next !== undefined;
  };
  return runCli(
    args.map(arg => (arg === 'reports' ? '.' : arg)),
    { cwd: folder, pause },
  );
}

const verdicts = (stdout: string): string[] => stdout.split('\n').flatMap(line => /^([a-z-]+)\t/.exec(line)?.[1] ?? []);

test('judges again what changes, appears or goes, and says nothing where nothing did', () =>
  inTemporaryFolder({ 'a.yaml': report('93000') }, async folder => {
    const file = path.join(folder, 'a.yaml');
    const other = path.join(folder, 'b.yaml');
    const { stdout, code } = await watched(folder, [
      () => Promise.resolve(),
      () => writeFile(file, report('120000')),
      () => utimes(file, 1, 1),
      () => writeFile(other, report('60000')),
      () => rm(other),
    ]);
    expect(verdicts(stdout)).toEqual(['on-schedule', 'met', 'undecided', 'met']);
    expect(code).toBe(0);
  }));

test('a file or a config that becomes wrong is said, and judged again once it is right', () =>
  inTemporaryFolder({ 'a.yaml': report('93000') }, async folder => {
    const config = path.join(folder, 'shanxi-plan.yaml');
    const { stdout, stderr } = await watched(
      folder,
      [
        () => writeFile(path.join(folder, 'a.yaml'), report('many')),
        () => writeFile(path.join(folder, 'a.yaml'), report('93000')),
        () => writeFile(config, 'no_such_key: 1\n'),
        () => rm(config),
      ],
      [...argv.filter(arg => arg !== 'reports'), 'a.yaml'],
    );
    expect(verdicts(stdout)).toEqual(['on-schedule', 'on-schedule', 'on-schedule']);
    expect(stderr).toMatch(/\[bad-quantity\]/);
    expect(stderr).toMatch(/no_such_key/);
  }));

test.each([
  [['-'], 'standard input'],
  [['a.yaml', '--update', '--since', 'b.json'], '--update'],
  [['a.yaml', '--margin', 'x'], '--margin'],
])('cannot be: %j', (args, why) =>
  inTemporaryFolder({ 'a.yaml': report('93000') }, async folder => {
    const { code, stderr } = await runCli(['check', '--watch', ...args], { cwd: folder, pause: async () => false });
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  }),
);

test('Ctrl-C ends it by its signal, which is 130 to a shell', () =>
  inTemporaryFolder({ 'a.yaml': report('93000') }, async folder => {
    const child = spawn(process.execPath, [binary, ...argv.map(arg => (arg === 'reports' ? '.' : arg))], {
      cwd: folder,
    });
    const signal = new Promise(resolve => child.on('close', (_, by) => resolve(by)));
    await new Promise(resolve => child.stdout.once('data', resolve));
    await writeFile(path.join(folder, 'a.yaml'), report('120000'));
    const [next] = await new Promise<Buffer[]>(resolve => child.stdout.once('data', chunk => resolve([chunk])));
    expect(verdicts(String(next))).toEqual(['met']);
    child.kill('SIGINT');
    expect(await signal).toBe('SIGINT');
  }));
