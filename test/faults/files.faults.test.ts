import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt, runBinary } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { CANNOT_CHECK, disturbed, inShell, REPORT, UNDECIDED } from './faults.ts';

/* Files that change under the program, and folders and names that no text can say. */

beforeAll(ensureBuilt);

const PLAIN = ['--format', 'plain', '-q'];

describe('a report that, once it was found,', () => {
  test.each(['vanishes', 'is cut', 'becomes a folder'])('%s is a problem with its name', change =>
    inTemporaryFolder({ 'm.yaml': REPORT }, async cwd => {
      const env = { CHANGED: 'm.yaml', CHANGE: change };
      const { code, stdout, stderr } = await disturbed('file.cjs', ['check', 'm.yaml', ...PLAIN], { cwd, env });
      expect({ code, stdout: stdout.toString() }).toEqual({ code: CANNOT_CHECK, stdout: '' });
      expect(stderr).toContain('m.yaml');
    }),
  );

  test('grows is judged as it is when it is read', () =>
    inTemporaryFolder({ 'm.yaml': REPORT }, async cwd => {
      const env = { CHANGED: 'm.yaml', CHANGE: 'grows' };
      const changed = await disturbed('file.cjs', ['check', 'm.yaml', ...PLAIN], { cwd, env });
      expect(changed).toMatchObject({
        code: UNDECIDED,
        stdout: (await runBinary(['check', 'm.yaml', ...PLAIN], { cwd })).stdout,
      });
    }));
});

test('a batch whose report vanishes says so and ends with 2', () =>
  inTemporaryFolder({}, async cwd => {
    mkdirSync(path.join(cwd, 'reports'));
    for (const name of ['a', 'b', 'c']) writeFileSync(path.join(cwd, 'reports', `${name}.yaml`), REPORT);
    const env = { CHANGED: 'b.yaml', CHANGE: 'vanishes' };
    const argv = [
      'batch',
      'reports',
      '--by',
      'file',
      '--output-dir',
      'out',
      '--format',
      'json',
      '--workers',
      '0',
      '-q',
    ];
    const { code, stderr } = await disturbed('file.cjs', argv, { cwd, env });
    expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('b.yaml') });
  }));

test('a file whose name is no UTF-8 is a problem, not one that is passed over', () =>
  inTemporaryFolder({ 'm.yaml': REPORT }, async cwd => {
    mkdirSync(path.join(cwd, 'reports'));
    const name = Buffer.concat([
      Buffer.from(path.join(cwd, 'reports', 'a')),
      Buffer.from([0xff]),
      Buffer.from('.yaml'),
    ]);
    writeFileSync(name, REPORT);
    for (const given of ['reports', "reports/a$(printf '\\377').yaml"]) {
      const { code, stderr } = await inShell(`$tool check ${given} -q`, { cwd });
      expect({ given, code }).toEqual({ given, code: CANNOT_CHECK });
      expect(stderr).toContain('.yaml');
    }
  }));

test('a working folder that was deleted is said', () =>
  inTemporaryFolder({}, async cwd => {
    const { code, stderr } = await inShell('mkdir gone; cd gone; rmdir ../gone; $tool check m.yaml', { cwd });
    expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('working folder') });
  }));
