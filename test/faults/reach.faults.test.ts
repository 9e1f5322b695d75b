import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { binary, ensureBuilt, runProcess } from '../support/binary.ts';
import { nodes } from '../support/nodes.ts';
import { programNamed } from '../support/program.ts';

/* What a check reaches of the machine, as the system calls tell, and that it runs with no right to more. */

const strace = programNamed('strace');
if (strace === null) process.stderr.write('skipped: what is reached needs strace (apt-get install strace)\n');

let folder: string;
beforeAll(async () => {
  await ensureBuilt();
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'shanxi-plan-reach-')));
  mkdirSync(path.join(folder, 'home'));
  writeFileSync(path.join(folder, 'metrics.yaml'), 'as_of: 2025-12-31\nmetrics: { 5g-base-stations: 12万 }\n');
  writeFileSync(path.join(folder, 'shanxi-plan.yaml'), 'lang: zh\n');
  writeFileSync(path.join(folder, 'other.yaml'), 'nothing that anybody asked for\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CALLS = 'network,execve,open,openat,openat2,creat,unlink,unlinkat,rename,renameat2,mkdir,mkdirat,link,symlink';

/** The system calls of a run that came to something, as `name` and `path`. */
async function callsOf(argv: readonly string[]): Promise<{ readonly call: string; readonly name: string }[]> {
  const log = path.join(folder, 'home', 'calls.txt');
  const { stderr } = await runProcess(strace ?? '', ['-f', '-qq', '-e', `trace=${CALLS}`, '-o', log, ...argv], {
    cwd: folder,
    env: { HOME: path.join(folder, 'home'), NODE_DISABLE_COMPILE_CACHE: '' },
  });
  expect(stderr).not.toContain('strace:');
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter(line => !line.includes(' = -1 '))
    .flatMap(line => {
      const [, call = '', name = ''] = /^\d+ +(\w+)\((?:[^"]*?"([^"]*)")?/.exec(line) ?? [];
      return call === '' ? [] : [{ call, name }];
    });
}

describe.skipIf(strace === null)('what a check reaches', () => {
  test('no network, no other program, and no file but its own, those named, the config and its cache', async () => {
    const bare = await callsOf([process.execPath, '-e', 'String(new Date()); process.stdin']);
    const calls = await callsOf([process.execPath, binary, 'check', 'metrics.yaml', '--format', 'html=out/page.html']);
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter(({ call }) => call === 'execve')).toHaveLength(1);
    const network = (each: { readonly call: string }) => /^(?:socket|connect|bind|listen|accept|send)/.test(each.call);
    expect(calls.filter(network)).toEqual(bare.filter(network));
    const ofNode = new Set(bare.map(({ name }) => name));
    const own = ['bin', 'dist', 'package.json'].map(name => path.join(packageRoot, name));
    const asked = ['metrics.yaml', 'shanxi-plan.yaml', 'out', 'home/.cache'].map(name => path.join(folder, name));
    const isExpected = (name: string) =>
      ofNode.has(name) || [...own, ...asked].some(each => name === each || name.startsWith(`${each}/`));
    const names = calls.map(({ name }) => path.resolve(folder, name)).filter(name => name !== folder);
    expect(names).toContain(path.join(folder, 'metrics.yaml'));
    expect(names.filter(name => !isExpected(name) && !name.startsWith('/proc/self/'))).toEqual([]);
  });
});

describe.each(nodes.filter(({ version }) => !version.startsWith('20.')))(
  'under the permission model of Node $version',
  ({ file }) => {
    const rights = () =>
      [
        ...['bin', 'dist', 'package.json'].map(name => path.join(packageRoot, name)),
        path.join(folder, 'metrics.yaml'),
      ].map(name => `--allow-fs-read=${name}`);

    test('a check needs to read its package and its inputs, and nothing else', async () => {
      const { code, stdout, stderr } = await runProcess(
        file,
        ['--permission', ...rights(), binary, 'check', 'metrics.yaml', '--no-config', '--format', 'plain'],
        { cwd: folder },
      );
      expect({ code, stderr }).toMatchObject({ code: 3 });
      expect(stdout.toString()).toContain('met\t5g-stations-2025');
    });

    test('a batch does without threads, and says what it may not write', async () => {
      const out = path.join(folder, 'groups');
      mkdirSync(out, { recursive: true });
      const batch = (...more: readonly string[]) => {
        const outputs = ['--no-config', '--output-dir', 'groups', '--format', 'json', '-q'];
        const argv = [
          '--permission',
          ...rights(),
          ...more,
          binary,
          'batch',
          'metrics.yaml',
          '--by',
          'file',
          ...outputs,
        ];
        return runProcess(file, argv, { cwd: folder });
      };
      const { code, stderr } = await batch(`--allow-fs-read=${out}`, `--allow-fs-write=${out}`);
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
      expect(readdirSync(out)).toContain('index.json');
      rmSync(out, { recursive: true });
      expect((await batch()).code).toBe(2);
    });

    test('a config that it may not see is never taken for none', async () => {
      const argv = ['--permission', ...rights(), binary, 'check', 'metrics.yaml'];
      const { code, stdout, stderr } = await runProcess(file, argv, { cwd: folder });
      expect({ code, stdout: stdout.toString() }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--no-config');
    });

    test('an output that it has no right to write is a problem, not a crash', async () => {
      const argv = [
        '--permission',
        ...rights(),
        binary,
        'check',
        'metrics.yaml',
        '--no-config',
        '--format',
        'json=out.json',
      ];
      const { code, stderr } = await runProcess(file, argv, { cwd: folder });
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('ERR_ACCESS_DENIED') });
    });
  },
);

test('the programs that these tests need say where they are', () => {
  if (strace !== null) expect(execFileSync(strace, ['-V'], { encoding: 'utf8' })).toContain('strace');
  expect(nodes.map(({ version }) => version)).toContain(process.versions.node);
});
