import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { ensureBuilt, runBinary, runProcess } from '../support/binary.ts';

const REPORT = path.join(packageRoot, 'fixtures', 'shanxi', '2023-12-08-shanxi-daily.yaml');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-start-'));
const dist = path.join(tmp, 'dist');

beforeAll(async () => {
  await ensureBuilt();
  for (const name of ['bin', 'dist', 'package.json'])
    cpSync(path.join(packageRoot, name), path.join(tmp, name), { recursive: true });
});
afterAll(() => rmSync(tmp, { recursive: true }));

const bin = path.join(tmp, 'bin', 'shanxi-plan.js');
const parts = (folder: string, end: string): string[] => readdirSync(folder).filter(file => file.endsWith(end));

function damageWithin(file: string): void {
  const bytes = readFileSync(file);
  for (let at = bytes.length >> 1; at < bytes.length; at += 10_000) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

describe('what V8 compiled is kept', () => {
  const home = path.join(tmp, 'home');
  const kept = path.join(home, '.cache', 'shanxi-plan');
  const check = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}, node: string[] = []) =>
    runProcess(process.execPath, [...node, bin, 'check', REPORT, ...args], {
      env: { HOME: home, LOCALAPPDATA: path.join(home, '.cache'), NODE_DISABLE_COMPILE_CACHE: '', ...env },
    });
  const fileOf = (end: string): string => {
    const [name, ...others] = parts(kept, end);
    expect(others).toEqual([]);
    return path.join(kept, name ?? 'nothing is kept');
  };

  beforeEach(() => rmSync(home, { recursive: true, force: true }));
  const twice = async () => {
    await check();
    await check();
  };

  test.runIf(process.platform === 'linux')('from the second run on, in a folder for nobody else', async () => {
    const first = await check();
    expect(first.code).toBe(3);
    expect([parts(kept, '.used').length, parts(kept, '.bin').length]).toEqual([1, 0]);
    expect(await check()).toEqual(first);
    const file = fileOf('.bin');
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    const written = statSync(file).mtimeMs;
    expect(await check()).toEqual(first);
    expect(statSync(file).mtimeMs).toBe(written);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test.runIf(process.platform === 'linux')('with what each command and format adds at its second run', async () => {
    await twice();
    const { size } = statSync(fileOf('.bin'));
    const inJson = await check(['--format', 'json']);
    expect(statSync(fileOf('.bin')).size).toBe(size);
    expect(await check(['--format', 'json'])).toEqual(inJson);
    const written = statSync(fileOf('.bin'));
    expect(written.size).toBeGreaterThan(size);
    await check();
    expect(await check(['--format', 'json'])).toEqual(inJson);
    expect(statSync(fileOf('.bin')).mtimeMs).toBe(written.mtimeMs);
    expect(parts(kept, '.used')).toHaveLength(2);
  });

  test.runIf(process.platform === 'linux')('and taken: V8 does not refuse it', async () => {
    await twice();
    const ask = `
      const [source, compiled] = process.argv.slice(1).map(name => require('node:fs').readFileSync(name));
      const script = new (require('node:vm').Script)(\`(function (module) {\${source.toString('latin1')}\\n})\`, { cachedData: compiled.subarray(0, compiled.length / 2) });
      process.stdout.write(String(script.cachedDataRejected));
    `;
    const args = ['-e', ask, path.join(dist, 'cli.cjs'), fileOf('.bin')];
    expect(execFileSync(process.execPath, args, { env: {} }).toString()).toBe('false');
  });

  test.runIf(process.platform === 'linux').each([
    ['cut off', (file: string) => truncateSync(file, 100_000)],
    ['damaged within', damageWithin],
    ['of something else', (file: string) => writeFileSync(file, readFileSync(process.execPath).subarray(0, 10_000))],
    ['empty', (file: string) => truncateSync(file, 0)],
  ])('and changes nothing where it is %s', async (_, damage) => {
    const expected = await check();
    await check();
    damage(fileOf('.bin'));
    expect(await check()).toEqual(expected);
    const { size } = statSync(fileOf('.bin'));
    expect(size).toBeGreaterThan(100_000);
  });

  test.runIf(process.platform === 'linux')(
    'but not in a folder that others may write to, or that is a link',
    async () => {
      const expected = await check();
      chmodSync(kept, 0o770);
      expect(await check()).toEqual(expected);
      expect(parts(kept, '.bin')).toEqual([]);
      const other = path.join(home, 'other');
      renameSync(kept, other);
      chmodSync(other, 0o700);
      symlinkSync(other, kept);
      expect(await check()).toEqual(expected);
      expect(parts(other, '.bin')).toEqual([]);
    },
  );

  test.runIf(process.platform === 'linux')('but not a file that others may write, or that is a link', async () => {
    const expected = await check();
    await check();
    const file = fileOf('.bin');
    const written = statSync(file).ino;
    chmodSync(file, 0o666);
    expect(await check()).toEqual(expected);
    expect(statSync(file).ino).not.toBe(written);
    const other = path.join(home, 'other');
    renameSync(file, other);
    symlinkSync(other, file);
    expect(await check()).toEqual(expected);
    expect(lstatSync(file).isFile()).toBe(true);
  });

  test.each(['', '.', 'home'])('nor below the working folder: HOME="%s"', async HOME => {
    const cwd = mkdtempSync(path.join(tmp, 'work-'));
    const env = { HOME, LOCALAPPDATA: HOME, NODE_DISABLE_COMPILE_CACHE: '' };
    const argv = [bin, 'check', REPORT];
    expect((await runProcess(process.execPath, argv, { cwd, env })).code).toBe(3);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('and not at all where it cannot be, or shall not', async () => {
    const expected = await check(['--no-compile-cache']);
    expect(expected.code).toBe(3);
    expect(await check([], { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(expected);
    const allowed = ['--no-warnings', '--experimental-permission', '--allow-fs-read=*', '--allow-fs-write=*'];
    expect(await check([], {}, allowed)).toEqual(expected);
    expect(existsSync(home)).toBe(false);
    writeFileSync(home, 'no folder');
    expect(await check()).toEqual(expected);
  });
});

test('a check of one YAML report loads one script and no package beside it', async () => {
  const hook = path.join(tmp, 'told.cjs');
  writeFileSync(hook, "process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));");
  const { stderr } = await runBinary(['check', REPORT, '--quiet'], { env: { NODE_OPTIONS: `--require ${hook}` } });
  // Before the scripts stands what a check says even when it is quiet.
  const [, scripts = ''] = stderr.split(`${hook}\n`);
  const loaded = scripts.split('\n').map(file => path.relative(packageRoot, file).split(path.sep).join('/'));
  expect(loaded).toEqual(['bin/shanxi-plan.js', 'dist/start.cjs', 'dist/cli.cjs']);
});

/** Tells at its end which files of a folder a run opened, looked into or read. */
const TELL = `
  const fs = require('node:fs');
  const opened = new Set();
  for (const [of, names] of [[fs, ['open', 'openSync', 'readFile', 'readFileSync', 'readdir', 'readdirSync']], [fs.promises, ['open', 'readFile', 'readdir']]])
    for (const name of names) {
      const real = of[name];
      of[name] = (file, ...rest) => (opened.add(String(file)), real.call(of, file, ...rest));
    }
  process.on('exit', () => process.stderr.write([...opened].join('\\n')));
`;

test('a check opens no page of a code, explain those of one code', async () => {
  const hook = path.join(tmp, 'opened.cjs');
  writeFileSync(hook, TELL);
  const pages = path.join(packageRoot, 'docs', 'codes');
  const opened = async (...argv: string[]) => {
    const { stderr } = await runBinary(argv, { env: { NODE_OPTIONS: `--require ${hook}` } });
    return stderr.split('\n').filter(file => file.startsWith(pages) && file.endsWith('.md'));
  };
  expect(await opened('check', REPORT, '--quiet')).toEqual([]);
  expect(await opened('explain', '5g-stations-2025', REPORT)).toEqual([]);
  expect(await opened('explain', 'bad-day')).toEqual([path.join(pages, 'problem', 'bad-day.md')]);
});

test.runIf(process.platform === 'linux')('a working folder that is not there any more is no bug', async () => {
  const gone = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-gone-'));
  const script = 'cd "$1" && rmdir "$1" && "$2" "$3" check "$4"';
  const bin = path.join(packageRoot, 'bin', 'shanxi-plan.js');
  const { code, stderr } = await runProcess('bash', ['-c', script, 'bash', gone, process.execPath, bin, REPORT]);
  expect(stderr).toContain('shanxi-plan: the working folder is not there any more');
  expect(code).toBe(2);
});
