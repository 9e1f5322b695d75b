import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { type Analysis, analysisSchema } from '../../src/model/analysis.ts';
import { type BinaryRun, binary, ensureBuilt, runBinary, runProcess } from '../support/binary.ts';

/** What arrives where it was sent, and what is left where it did not: the built program in a real world. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-outputs-'));
const gate = path.join(packageRoot, 'fixtures', 'gate');
const isPosix = process.platform !== 'win32';
const big = path.join(tmp, 'big.json');
/** A failing lane and much to say about it: about 6 MB of JSON. */
const bigCheck = ['check', big, '--plan', path.join(gate, 'plan.yaml'), '--only', 'lanes-2025', '--format', 'json'];
const small = [
  'check',
  path.join(gate, 'reports', 'behind.yaml'),
  '--plan',
  path.join(gate, 'plan.yaml'),
  '--only',
  'lanes-2025',
];
const MEGABYTE = 1e6;

let out = '';

beforeAll(async () => {
  await ensureBuilt();
  const observations = Array.from({ length: 500 }, (_, index) => ({
    indicator: 'lanes',
    value: '150',
    as_of: `2023-${String((index % 12) + 1).padStart(2, '0')}-01`,
    note: `${index} ${'所述与上次相同 '.repeat(600)}`,
  }));
  writeFileSync(big, JSON.stringify({ invented: 'for a test of long output', observations }));
});
beforeEach(() => {
  out = mkdtempSync(path.join(tmp, 'out-'));
});
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

/** The built program in a pipeline of bash, with `"$@"` standing for its command line. */
const inBash = (script: string, argv: readonly string[]): Promise<BinaryRun> =>
  runProcess('bash', ['--norc', '-c', script, 'bash', process.execPath, binary, ...argv], { cwd: out });

const refusal = ({ code, stdout }: BinaryRun) => ({ code, stdout: stdout.toString() });

describe('standard output', () => {
  test('of more than 5 MB arrives whole through a pipe', async () => {
    const { code, stdout } = await runBinary(bigCheck);
    expect(stdout.length).toBeGreaterThan(5 * MEGABYTE);
    expect(analysisSchema.safeParse(JSON.parse(stdout.toString())).success).toBe(true);
    expect(code).toBe(1);
  });

  test.runIf(isPosix)('through a slow reader too', async () => {
    const { stdout } = await inBash('"$@" | (sleep 0.2; wc -c)', bigCheck);
    expect(Number(stdout.toString())).toBeGreaterThan(5 * MEGABYTE);
  });

  test.runIf(isPosix)('that head closes ends quietly, with the exit code of the check', async () => {
    const { stdout, stderr } = await inBash('"$@" | head -1; echo "$PIPESTATUS"', [...bigCheck, '-q']);
    expect(stdout.toString()).toBe('{\n1\n');
    expect(stderr).toMatch(/^shanxi-plan: this is the state of .*\n$/);
  });

  test.runIf(existsSync('/dev/full'))('on a full disk is no success', async () => {
    const { code, stderr } = await inBash('"$@" > /dev/full', [...small, '--exit-zero', '-q']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^shanxi-plan: the report cannot be written: ENOSPC$/m);
  });

  test.runIf(existsSync('/dev/full'))('is what counts: chatter that cannot be written changes nothing', async () => {
    const { code, stdout } = await inBash('"$@" 2> /dev/full', [...small, '--format', 'plain']);
    expect([code, stdout.toString().split('\t')[0]]).toEqual([1, 'behind']);
  });

  test('holds the report and nothing else', async () => {
    const { stdout, stderr } = await runBinary([...small, '--format', 'json', '-v']);
    expect((JSON.parse(stdout.toString()) as Analysis).exit.code).toBe(1);
    expect(stderr).toContain('shanxi-plan: ');
  });
});

describe('several formats in one run', () => {
  test('go each to its own file, in folders that are made', async () => {
    const formats = [
      '--format',
      'plain',
      '--format',
      'json=a/b/c.json',
      '--format',
      'junit=a/d.xml',
      '--format',
      'xlsx=e.xlsx',
    ];
    const { code, stdout } = await runBinary([...small, ...formats], { cwd: out });
    expect([code, stdout.toString().split('\t')[0]]).toEqual([1, 'behind']);
    expect((JSON.parse(readFileSync(path.join(out, 'a/b/c.json'), 'utf8')) as Analysis).exit.code).toBe(1);
    expect(readFileSync(path.join(out, 'a/d.xml'), 'utf8')).toContain('<testsuite');
    expect(readFileSync(path.join(out, 'e.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(out).toSorted()).toEqual(['a', 'e.xlsx']);
  });

  test.each([
    [
      'two to standard output',
      ['json', 'table'],
      'shanxi-plan: --format: json and table would both go to standard output',
    ],
    ['the same twice', ['json', 'json'], 'shanxi-plan: --format: json and json would both go to standard output'],
    ['two to one file', ['json=a', 'table=a'], 'shanxi-plan: --format: two formats would both be written to a'],
    ['no name of a file', ['json='], 'shanxi-plan: --format: "json=" names no file'],
  ])('are refused with %s', async (_name, formats, message) => {
    const run = await runBinary([...small, ...formats.flatMap(format => ['--format', format])], { cwd: out });
    expect(refusal(run)).toEqual({ code: 2, stdout: '' });
    expect(run.stderr.split('\n')[0]).toBe(message);
    expect(readdirSync(out)).toEqual([]);
  });

  test('print nothing where one of them cannot be written', async () => {
    const run = await runBinary([...small, '--format', 'plain', '--format', `json=${big}/x.json`], { cwd: out });
    expect(refusal(run)).toEqual({ code: 2, stdout: '' });
  });
});

describe('a file is written whole or not at all', () => {
  const file = (): string => path.join(out, 'analysis.json');
  const toFile = (argv: readonly string[] = bigCheck): string[] => [...argv.slice(0, -1), `json=${file()}`];

  test('and replaces an older one', async () => {
    writeFileSync(file(), 'an older one');
    expect((await runBinary(toFile())).code).toBe(1);
    expect((JSON.parse(readFileSync(file(), 'utf8')) as Analysis).schemaVersion).toBe(1);
    expect(readdirSync(out)).toEqual(['analysis.json']);
  });

  test.runIf(isPosix).each([
    ['below a file', () => path.join(big, 'x.json'), 'ENOTDIR'],
    ['where a folder is', () => out, 'EISDIR'],
    ['in /proc', () => '/proc/shanxi-plan/x.json', 'ENOENT'],
  ])('never %s', async (_name, target, reason) => {
    const run = await runBinary([...small, '--format', `json=${target()}`, '--exit-zero']);
    expect(refusal(run)).toEqual({ code: 2, stdout: '' });
    expect(run.stderr).toBe(
      `shanxi-plan: ${target()} cannot be written: ${reason}\n  nothing was left behind; an existing file is unchanged\n`,
    );
    expect(readdirSync(out)).toEqual([]);
  });

  test.runIf(isPosix)('on a disk that fills up; an older file stays', async () => {
    writeFileSync(file(), 'an older one');
    const run = await inBash('trap "" XFSZ; ulimit -f 100; "$@"', toFile());
    expect(run.stderr).toContain('analysis.json cannot be written: EFBIG');
    expect(run.code).toBe(2);
    expect(readdirSync(out)).toEqual(['analysis.json']);
    expect(readFileSync(file(), 'utf8')).toBe('an older one');
  });

  test.runIf(existsSync('/dev/full'))('or refused by a device that is full', async () => {
    const run = await runBinary([...small, '--format', 'json=/dev/full']);
    expect([run.code, run.stderr.split('\n')[0]]).toEqual([2, 'shanxi-plan: /dev/full cannot be written: ENOSPC']);
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test.runIf(isPosix)('but what is no file stays what it is', async () => {
    const pipe = path.join(out, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = runProcess('cat', [pipe]);
    expect((await runBinary([...small, '--format', `json=${pipe}`])).code).toBe(1);
    expect((JSON.parse((await reader).stdout.toString()) as Analysis).exit.code).toBe(1);
    expect(statSync(pipe).isFIFO()).toBe(true);
    const { stdout } = await inBash('"$@" | cat', [...small, '-q', '--format', 'plain=/dev/stdout']);
    expect(stdout.toString().split('\t')[0]).toBe('behind');
  });

  test.runIf(isPosix)('a link stays a link', async () => {
    const kept = path.join(out, 'kept.json');
    writeFileSync(kept, 'an older one');
    symlinkSync(kept, file());
    expect((await runBinary([...small, '--format', `json=${file()}`])).code).toBe(1);
    expect((JSON.parse(readFileSync(kept, 'utf8')) as Analysis).exit.code).toBe(1);
    expect(readdirSync(out).toSorted()).toEqual(['analysis.json', 'kept.json']);
  });

  /** Makes the program wait with half of the file written, and say so. */
  const HALF = `
    const fs = require('node:fs/promises');
    const open = fs.open;
    fs.open = async (...args) => {
      const handle = await open(...args);
      const writeFile = handle.writeFile.bind(handle);
      handle.writeFile = async content => {
        await writeFile(content.slice(0, 1000));
        process.stderr.write('HALF WRITTEN');
        await new Promise(resolve => setTimeout(resolve, 30_000));
      };
      return handle;
    };
    require('node:module').syncBuiltinESMExports();
  `;

  function interrupted(signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
    const hook = path.join(tmp, 'half.cjs');
    writeFileSync(hook, HALF);
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--require', hook, binary, ...toFile()]);
      let said = '';
      child.stderr.on('data', chunk => {
        said += chunk;
        if (said.endsWith('HALF WRITTEN')) child.kill(signal);
      });
      child.on('error', reject);
      child.on('close', (_code, ended) => resolve(ended));
    });
  }

  describe.runIf(isPosix)('ended half-way by', () => {
    test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s, it leaves nothing', async signal => {
      writeFileSync(file(), 'an older one');
      expect(await interrupted(signal)).toBe(signal);
      expect(readdirSync(out)).toEqual(['analysis.json']);
      expect(readFileSync(file(), 'utf8')).toBe('an older one');
    });

    test('SIGKILL, it leaves the older file as it was', async () => {
      writeFileSync(file(), 'an older one');
      expect(await interrupted('SIGKILL')).toBe('SIGKILL');
      expect(readFileSync(file(), 'utf8')).toBe('an older one');
      expect(readdirSync(out).filter(name => !name.endsWith('.tmp'))).toEqual(['analysis.json']);
    });

    test('SIGINT, a shell sees 130', async () => {
      const hook = path.join(tmp, 'half.cjs');
      writeFileSync(hook, HALF);
      const waiting = 'until grep -q HALF said; do sleep 0.05; done 2> /dev/null; kill -INT $(cat id)';
      const { stdout } = await inBash(
        `(${waiting}) & sh -c 'echo $$ > id; exec "$0" --require ${hook} "$@"' "$@" 2> said; echo $?`,
        toFile(),
      );
      expect(stdout.toString()).toBe('130\n');
      expect(existsSync(file())).toBe(false);
    });
  });
});

describe.runIf(isPosix)('a working folder that was deleted', () => {
  test.each(['check x.yaml', 'batch x.yaml --by file', 'plan list'])('%s ends with 2', async line => {
    const { stdout } = await inBash('mkdir gone; cd gone; rmdir ../gone; "$@" 2>&1; echo $?', line.split(' '));
    expect(stdout.toString()).toMatch(
      /shanxi-plan: the working folder is not there any more\n {2}go to one that is\n2\n$/,
    );
  });
});

describe('a tool that is broken', () => {
  const copy = path.join(tmp, 'copy');
  const broken = path.join(copy, 'bin', 'shanxi-plan.js');

  beforeAll(async () => {
    mkdirSync(copy);
    await Promise.all(
      ['bin', 'dist', 'package.json'].map(name =>
        cp(path.join(packageRoot, name), path.join(copy, name), { recursive: true }),
      ),
    );
  });

  test('ends with 70, a short word and, on demand, the stack', async () => {
    const plan = 'shanxi-new-infrastructure-2021-25';
    writeFileSync(path.join(copy, 'dist', 'plans', `${plan}.json`), '{ "plan": ');
    const report = path.join(gate, 'reports', 'behind.yaml');
    const run = await runProcess(process.execPath, [broken, 'check', report, '--exit-zero']);
    expect(refusal(run)).toEqual({ code: 70, stdout: '' });
    expect(run.stderr).toMatch(/^shanxi-plan \S+: this is a bug in the tool: .*\n {2}Please report it/);
    const debugged = await runProcess(process.execPath, [broken, '--debug', 'check', report]);
    expect(debugged.stderr).toMatch(/^ {4}at /m);
  });

  test('ends with 70 where it cannot even start, not with the 1 of a failing target', async () => {
    rmSync(path.join(copy, 'dist', 'cli.cjs'));
    const run = await runProcess(process.execPath, [broken, 'check', 'x.yaml']);
    expect(refusal(run)).toEqual({ code: 70, stdout: '' });
    expect(run.stderr).toMatch(/^shanxi-plan cannot start: /);
  });
});
