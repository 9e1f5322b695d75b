import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { ensureBuilt, runBinary, runProcess } from '../support/binary.ts';

const REPORT = path.join(packageRoot, 'fixtures', 'shanxi', '2023-12-08-shanxi-daily.yaml');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-start-'));
const dist = path.join(tmp, 'dist');

beforeAll(async () => {
  await ensureBuilt();
  for (const name of ['bin', 'dist', 'package.json'])
    cpSync(path.join(packageRoot, name), path.join(tmp, name), { recursive: true });
}, 60_000);
afterAll(() => rmSync(tmp, { recursive: true }));

/** The script in the file that is named first, with what was compiled of it in the second. */
const ASK = `
  const [source, compiled] = process.argv.slice(1).map(name => require('node:fs').readFileSync(name));
  process.stdout.write(String(new (require('node:vm').Script)(source.toString('latin1'), { cachedData: compiled.subarray(32) }).cachedDataRejected));
`;

function damageWithin(file: string): void {
  const bytes = readFileSync(file);
  for (let at = bytes.length >> 1; at < bytes.length; at += 10_000) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

describe('what was compiled at build time', () => {
  const compiled = (): string => {
    const [name, ...others] = readdirSync(dist).filter(file => file.endsWith('.bin'));
    expect(others).toEqual([]);
    return path.join(dist, name ?? 'nothing was compiled');
  };

  test('is taken by the Node that made it', () => {
    const args = ['-e', ASK, path.join(dist, 'cli.cjs'), compiled()];
    expect(execFileSync(process.execPath, args, { env: {} }).toString()).toBe('false');
  });

  test.each([
    ['cut off', (file: string) => truncateSync(file, 100_000)],
    ['damaged within', damageWithin],
    ['of something else', (file: string) => writeFileSync(file, readFileSync(process.execPath).subarray(0, 10_000))],
    ['not there', (file: string) => rmSync(file)],
  ])('changes nothing where it is %s', async (_, damage) => {
    const expected = await runBinary(['check', REPORT]);
    expect(expected.code).toBe(3);
    cpSync(path.join(packageRoot, 'dist'), dist, { recursive: true });
    damage(compiled());
    expect(await runProcess(process.execPath, [path.join(tmp, 'bin', 'shanxi-plan.js'), 'check', REPORT])).toEqual(
      expected,
    );
  });
});

test('a check of one YAML report loads the bundle and no package beside it', async () => {
  const hook = path.join(tmp, 'told.cjs');
  writeFileSync(hook, "process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));");
  const { stderr } = await runBinary(['check', REPORT, '--quiet'], { env: { NODE_OPTIONS: `--require ${hook}` } });
  const loaded = stderr.split('\n').map(file => path.relative(packageRoot, file).split(path.sep).join('/'));
  expect(loaded.slice(1)).toEqual(['bin/shanxi-plan.js', 'dist/start.cjs']);
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
