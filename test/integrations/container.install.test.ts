import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { type Finished, run } from './world.ts';

/* The Dockerfile, where there is a Docker, on the image that it names or the one of NODE_IMAGE. */

const image = process.env['NODE_IMAGE'] ?? /^ARG NODE=(\S+)/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '';
const fixtures = path.join(packageRoot, 'fixtures', 'formats');
const bin = path.join(packageRoot, 'bin', 'shanxi-plan.js');
const check = ['check', 'libreoffice.xlsx', '--plan', 'plan.yaml'];

const docker = (...args: string[]): Finished => {
  try {
    return run('docker', args, { cwd: fixtures, env: { DOCKER_BUILDKIT: '0' } });
  } catch (error) {
    return { code: null, stdout: '', stderr: `${error}` };
  }
};
const hasImage = [
  ['image', 'inspect', image],
  ['pull', '--quiet', image],
].some(args => docker(...args).code === 0);
if (!hasImage) process.stderr.write(`no container is tried: no Docker, or no image ${image}\n`);

describe.runIf(hasImage)('in a container that may neither write nor speak', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'container-'));
  const tag = `shanxi-plan-test-${process.pid}`;
  const harmless = ['run', '--rm', '--read-only', '--network', 'none', '--cap-drop', 'ALL'];
  const inside = [...harmless, '--volume', `${fixtures}:/work:ro`];

  beforeAll(() => {
    run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: packageRoot });
    copyFileSync(path.join(packageRoot, 'Dockerfile'), path.join(folder, 'Dockerfile'));
    const built = docker('build', '--network', 'none', '--build-arg', `NODE=${image}`, '--tag', tag, folder);
    expect(built.code, built.stderr).toBe(0);
  });
  afterAll(() => {
    docker('image', 'rm', '--force', tag);
    rmSync(folder, { recursive: true, force: true });
  });

  test('it is no user with rights', () => {
    expect(docker('run', '--rm', '--entrypoint', 'id', tag, '-u').stdout.trim()).not.toBe('0');
  });

  test.each([[[]], [['--user', '4321:4321']]])('it says what it says outside %j', user => {
    const args = [...check, '--format', 'json'];
    const { code, stdout } = docker(...inside, ...user, tag, ...args);
    const outside = run(process.execPath, [bin, ...args], { cwd: fixtures });
    expect({ code, stdout }).toEqual({ code: outside.code, stdout: outside.stdout });
    expect(code).toBe(1);
  });

  test('what cannot be written is said', () => {
    const { code, stderr } = docker(...inside, tag, ...check, '--format', 'html=page.html');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('page.html cannot be written') });
  });

  test('a batch writes into the folder that it is given', () => {
    const out = path.join(folder, 'out');
    mkdirSync(out, { mode: 0o777 });
    writeFileSync(path.join(out, '.keep'), '');
    const args = ['batch', 'libreoffice.xlsx', '--plan', 'plan.yaml', '--by', 'file', '--index', 'csv=/out/index.csv'];
    const own = ['--user', `${process.getuid?.()}:${process.getgid?.()}`];
    const { code, stderr } = docker(...inside, ...own, '--tmpfs', '/tmp', '--volume', `${out}:/out`, tag, ...args);
    expect(code, stderr).toBe(1);
    expect(readFileSync(path.join(out, 'index.csv'), 'utf8').trim().split('\n')).toHaveLength(2);
  });
});
