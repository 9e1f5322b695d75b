import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { binary, ensureBuilt, runBinary, runProcess } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { CANNOT_CHECK, contentsOf, disturbed, inShell, REPORT, UNDECIDED } from './faults.ts';

/* Pipes, threads, memory, descriptors, and two runs at once. What signals leave is in test/cli/batch-kill.long.test.ts. */

beforeAll(ensureBuilt);

const files = { 'm.yaml': REPORT };

describe('a pipe', () => {
  test('that brings a report in pieces is read to its end', () =>
    inTemporaryFolder(files, async cwd => {
      const slow = '{ head -c 15 m.yaml; sleep 0.2; tail -c +16 m.yaml; }';
      const { code, stdout } = await inShell(`${slow} | $tool check - --format plain -q`, { cwd });
      const whole = await runBinary(['check', 'm.yaml', '--format', 'plain', '-q'], { cwd });
      expect({ code, stdout: stdout.toString() }).toEqual({ code: UNDECIDED, stdout: whole.stdout.toString() });
    }));

  test('that is closed early ends the writing and not the judging', () =>
    inTemporaryFolder(files, async cwd => {
      const line = '{ $tool check m.yaml --format html -q; echo "code $?" >&2; } | head -c 1';
      const { stderr } = await inShell(line, { cwd });
      expect(stderr).toMatch(new RegExp(`^code ${UNDECIDED}$`, 'm'));
      expect(stderr).not.toContain('EPIPE');
    }));

  test('from which nobody reads yet gets all of it once somebody does', () =>
    inTemporaryFolder(files, async cwd => {
      const line = '$tool check m.yaml --format html -q | { sleep 0.5; cat; }';
      const [slow, whole] = [
        await inShell(line, { cwd }),
        await runBinary(['check', 'm.yaml', '--format', 'html', '-q'], { cwd }),
      ];
      expect(slow.stdout.equals(whole.stdout)).toBe(true);
    }));
});

const REPORTS = 16;

const inReports = (work: (cwd: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder({}, async cwd => {
    mkdirSync(path.join(cwd, 'reports'));
    for (let index = 0; index < REPORTS; index++) writeFileSync(path.join(cwd, 'reports', `r${index}.yaml`), REPORT);
    await work(cwd);
  });

const batchTo = (out: string, ...more: readonly string[]): string[] => [
  'batch',
  'reports',
  '--by',
  'file',
  '--output-dir',
  out,
  '--format',
  'json',
  '--workers',
  '2',
  '-q',
  ...more,
];

describe('threads of a batch that', () => {
  test.each([0, 60, 250])('end after %i ms leave whole outputs, and it goes on to the same bytes', ms =>
    inReports(async cwd => {
      expect((await runBinary(batchTo('whole'), { cwd })).code).toBe(UNDECIDED);
      const whole = contentsOf(path.join(cwd, 'whole'));
      const { code, stderr } = await disturbed('thread.cjs', batchTo('out'), {
        cwd,
        env: { ENDS_AFTER_MS: String(ms) },
      });
      // One that ends late may have nothing left to do.
      if (code !== UNDECIDED)
        expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('thread') });
      if (ms === 0) expect(code).toBe(CANNOT_CHECK);
      for (const [name, content] of Object.entries(contentsOf(path.join(cwd, 'out'))))
        if (name in whole) expect(content).toBe(whole[name]);
      expect((await runBinary(batchTo('out', '--resume'), { cwd })).code).toBe(UNDECIDED);
      expect(contentsOf(path.join(cwd, 'out'))).toEqual(whole);
    }),
  );
});

describe('few descriptors', () => {
  /** Enough for a check, and for the start of a batch; with some of them Node itself would end, and with 0. */
  test.each([20, 22, 24, 26])('%i are enough for a check, and for a batch, or it says what to do', few =>
    inReports(async cwd => {
      const check = await inShell(`ulimit -n ${few}; $tool check reports --format json=a.json -q`, { cwd });
      expect(check.code).toBe(UNDECIDED);
      const argv = batchTo('out').join(' ');
      const { code, stderr } = await inShell(`ulimit -n ${few}; $tool ${argv}`, { cwd });
      if (code !== UNDECIDED)
        expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('--workers 0') });
      expect((await inShell(`ulimit -n ${few}; $tool ${argv} --workers 0 --resume`, { cwd })).code).toBe(UNDECIDED);
    }),
  );
});

test('too little memory ends the program, and leaves an older output as it was', () =>
  inTemporaryFolder({ 'page.html': 'an older page\n' }, async cwd => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `5g-base-stations,${90_000 + index},2023-12-31\n`);
    writeFileSync(path.join(cwd, 'rows.csv'), `indicator,value,as_of\n${rows.join('')}`);
    const argv = ['--max-old-space-size=12', binary, 'check', 'rows.csv', '--format', 'html=page.html', '-q'];
    const { code, signal } = await runProcess(process.execPath, argv, { cwd });
    expect(code === 134 || signal !== null || code === CANNOT_CHECK).toBe(true);
    expect(contentsOf(cwd)['page.html']).toBe('an older page\n');
  }));

describe('two runs at once in one folder', () => {
  test('of a batch: one may be refused, the outputs are whole', () =>
    inReports(async cwd => {
      expect((await runBinary(batchTo('whole'), { cwd })).code).toBe(UNDECIDED);
      const both = await Promise.all([runBinary(batchTo('out'), { cwd }), runBinary(batchTo('out'), { cwd })]);
      // One that begins when the other is done is not refused.
      const refused = both.filter(({ code }) => code !== UNDECIDED);
      expect(refused.length).toBeLessThan(both.length);
      for (const { code, stderr } of refused)
        expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('out') });
      expect(contentsOf(path.join(cwd, 'out'))).toEqual(contentsOf(path.join(cwd, 'whole')));
    }));

  test('of a check: the output is that of one of them', () =>
    inTemporaryFolder(files, async cwd => {
      const argv = ['check', 'm.yaml', '--format', 'html=page.html', '-q'];
      const all = await Promise.all([1, 2, 3].map(() => runBinary(argv, { cwd })));
      expect(all.map(({ code }) => code)).toEqual([UNDECIDED, UNDECIDED, UNDECIDED]);
      const [atOnce, alone] = [contentsOf(cwd), await runBinary(argv, { cwd })];
      expect(alone.code).toBe(UNDECIDED);
      expect(atOnce).toEqual(contentsOf(cwd));
    }));
});
