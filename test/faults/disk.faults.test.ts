import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt, runBinary } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { asNobody, CANNOT_CHECK, contentsOf, inShell, REPORT, skipped, UNDECIDED } from './faults.ts';

/* Disks that are full, and what may not be read or written. */

beforeAll(ensureBuilt);

const files = { 'm.yaml': REPORT };
const KEPT = 'an older page\n';

describe('a disk that is full', () => {
  test('is said where the report goes to standard output', () =>
    inTemporaryFolder(files, async cwd => {
      const { code, stderr } = await inShell('$tool check m.yaml > /dev/full', { cwd });
      expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('ENOSPC') });
    }));

  test('is said where only a part of the report fits into the file behind standard output', () =>
    inTemporaryFolder(files, async cwd => {
      const { code, stderr } = await inShell('ulimit -f 2; $tool check m.yaml --format html > page.html', { cwd });
      expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('EFBIG') });
      const whole = await inShell('$tool check m.yaml --format html > page.html', { cwd });
      expect(whole.code).toBe(UNDECIDED);
      expect(readFileSync(path.join(cwd, 'page.html'), 'utf8')).toMatch(/<\/html>\s*$/);
    }));

  test('leaves an older output as it was, and nothing beside it', () =>
    inTemporaryFolder({ ...files, 'page.html': KEPT }, async cwd => {
      const { code, stderr } = await inShell('ulimit -f 2; $tool check m.yaml --format html=page.html', { cwd });
      expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('page.html') });
      expect(contentsOf(cwd)).toEqual({ ...files, 'page.html': KEPT });
    }));

  test('ends a batch with whole outputs, and it goes on once there is room', () =>
    inTemporaryFolder(files, async cwd => {
      for (let index = 0; index < 12; index++) writeFileSync(path.join(cwd, `r${index}.yaml`), REPORT);
      // Pages of groups fit, the page of the index does not.
      const batch = '$tool batch "r*.yaml" --by file --output-dir out --format json -q';
      expect((await inShell(`${batch} --index html`, { cwd })).code).toBe(UNDECIDED);
      const whole = contentsOf(path.join(cwd, 'out'));
      const largest = Math.max(...Object.values(whole).map(each => each.length));
      const { code } = await inShell(
        `ulimit -f ${Math.floor(largest / 512 / 2)}; ${batch.replace(' out ', ' full ')} --index html`,
        { cwd },
      );
      expect(code).toBe(CANNOT_CHECK);
      for (const [name, content] of Object.entries(contentsOf(path.join(cwd, 'full'))))
        if (name in whole) expect(content).toBe(whole[name]);
      expect((await inShell(`${batch.replace(' out ', ' full ')} --index html --resume`, { cwd })).code).toBe(
        UNDECIDED,
      );
      expect(contentsOf(path.join(cwd, 'full'))).toEqual(whole);
    }));

  test('of a few kilobytes, on a file system of its own', () =>
    inTemporaryFolder(files, async cwd => {
      const disk = path.join(cwd, 'disk');
      mkdirSync(disk);
      if (!mounted(disk)) return;
      try {
        writeFileSync(path.join(disk, 'page.html'), KEPT);
        const { code, stderr } = await inShell('$tool check m.yaml --format html=disk/page.html', { cwd });
        expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('ENOSPC') });
        expect(contentsOf(disk)).toEqual({ 'page.html': KEPT });
      } finally {
        execFileSync('umount', [disk]);
      }
    }));
});

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'none', folder], { stdio: 'ignore' });
    return true;
  } catch {
    skipped('no file system of its own can be mounted here');
    return false;
  }
}

describe('another user', () => {
  test('is told what may not be read or written, and leaves nothing', async () => {
    const nobody = await asNobody();
    if (nobody === null) return;
    await inTemporaryFolder({ ...files, 'secret.yaml': REPORT }, async cwd => {
      chmodSync(cwd, 0o755);
      chmodSync(path.join(cwd, 'secret.yaml'), 0o600);
      const before = contentsOf(cwd);
      const run = (rest: string) => inShell(`${nobody} $tool ${rest}`, { cwd });
      const cases = {
        'check m.yaml --format html=page.html': /page\.html.*EACCES/,
        'check m.yaml --format html=new/page.html': /EACCES/,
        'check secret.yaml': /secret\.yaml.*(?:EACCES|may not|permission)/i,
        'check m.yaml --config secret.yaml': /secret\.yaml/,
        'batch m.yaml --by file --output-dir out': /out/,
        'check m.yaml --since kept.json --update': /kept\.json/,
      };
      for (const [rest, said] of Object.entries(cases)) {
        const { code, stderr } = await run(rest);
        expect({ rest, code }).toEqual({ rest, code: CANNOT_CHECK });
        expect(stderr).toMatch(said);
      }
      expect(contentsOf(cwd)).toEqual(before);
      expect((await run('check m.yaml -q')).code).toBe(UNDECIDED);
    });
  });

  test('finds no config in a folder that cannot be looked into, and says so', async () => {
    const nobody = await asNobody();
    if (nobody === null) return;
    await inTemporaryFolder(files, async cwd => {
      chmodSync(cwd, 0o755);
      mkdirSync(path.join(cwd, 'closed'), { mode: 0o700 });
      const { code, stderr } = await inShell(`${nobody} $tool check closed`, { cwd });
      expect({ code, stderr }).toMatchObject({ code: CANNOT_CHECK, stderr: expect.stringContaining('closed') });
    });
  });
});

test.each([0o600, 0o640, 0o664])('a file that is replaced keeps its mode: %o', mode =>
  inTemporaryFolder({ ...files, 'page.html': KEPT }, async cwd => {
    const page = path.join(cwd, 'page.html');
    chmodSync(page, mode);
    expect((await runBinary(['check', 'm.yaml', '--format', 'html=page.html', '-q'], { cwd })).code).toBe(UNDECIDED);
    expect(readFileSync(page, 'utf8')).not.toBe(KEPT);
    expect(statSync(page).mode & 0o777).toBe(mode);
    expect(readdirSync(cwd).toSorted()).toEqual(['m.yaml', 'page.html']);
  }),
);
