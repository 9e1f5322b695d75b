import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { pythonWith } from '../support/python.ts';
import { type Finished, hasShell, REPORT, run } from './world.ts';

/* Installs the last commit straight from git, as npm and pre-commit do it: both build it first. */

const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
const preCommit = pythonWith('pre-commit');

/** What the machine says of registries and certificates; what npm itself says to the scripts that it runs is not for these. */
const machine = Object.fromEntries(
  Object.entries(process.env).flatMap(([key, value]) => (key.startsWith('npm_') || !value ? [] : [[key, value]])),
);

const HOOKS = (source: string) => `repos:
  - repo: ${source}
    rev: v${version}
    hooks:
      - id: shanxi-plan-reports
      - id: shanxi-plan-lint
        args: [plan/mine.yaml]
`;

describe.runIf(hasShell)('straight from git', () => {
  // Without a blank in its name, at which a program that pre-commit writes falls apart.
  const folder = mkdtempSync(path.join(tmpdir(), 'from-git-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const source = path.join(folder, 'source');
  const folderOf = (name: string) => {
    mkdirSync(path.join(folder, name));
    return path.join(folder, name);
  };
  const succeeds = ({ code, stdout, stderr }: Finished) => {
    expect({ code, said: code === 0 ? '' : `${stdout}${stderr}` }).toEqual({ code: 0, said: '' });
    return stdout;
  };
  const git = (...args: string[]) => succeeds(run('git', args, { cwd: folder, env: machine }));
  git('clone', '--quiet', packageRoot, source);
  git('-C', source, 'tag', '--force', `v${version}`);
  const address = `git+${new URL(`file://${source}`)}`;
  const flags = ['--no-audit', '--no-fund', '--prefer-offline'];

  test('npm install', () => {
    const cwd = folderOf('project');
    writeFileSync(path.join(cwd, 'package.json'), '{ "private": true }');
    succeeds(run('npm', ['install', ...flags, address], { cwd, env: machine }));
    expect(succeeds(run('npx', ['--no-install', 'shanxi-plan', '--version'], { cwd }))).toBe(`${version}\n`);
  });

  test('npm install --global', () => {
    const cwd = folderOf('prefix');
    const env = { ...machine, NPM_CONFIG_PREFIX: cwd };
    succeeds(run('npm', ['install', '--global', ...flags, address], { cwd, env }));
    expect(succeeds(run(path.join(cwd, 'bin', 'shanxi-plan'), ['--version'], { cwd }))).toBe(`${version}\n`);
  });

  test.skipIf(!preCommit)(`pre-commit${preCommit ? '' : ' (not run: it is not here)'}`, () => {
    const cwd = folderOf('repository');
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      writeFileSync(path.join(cwd, name), text);
    };
    git('init', '--quiet', cwd);
    write('.pre-commit-config.yaml', HOOKS(source));
    write('reports/2025.yaml', REPORT);
    write('reports/last/2024.CSV', 'indicator,value,as_of,published\n5g-base-stations,1.234;5,2024-12-31,2025-01-20\n');
    const plan = readFileSync(path.join(packageRoot, 'plan', 'shanxi-new-infrastructure-2021-25.yaml'), 'utf8');
    write('plan/mine.yaml', plan);
    git('-C', cwd, 'add', '--all');
    const env = { ...machine, PRE_COMMIT_HOME: path.join(folder, 'hooks') };
    const hooks = (...args: string[]) =>
      run(path.join(preCommit ?? '', 'pre-commit'), ['run', '--color=never', ...args], { cwd, env });
    const wrong = hooks('--all-files');
    expect(wrong.stdout).toMatch(/the changed reports can be read\.+Failed/);
    expect(wrong.stdout).toContain('reports/last/2024.CSV:2:18: error');
    expect(wrong.stdout).toMatch(/lint the plan\.+Passed/);
    expect(wrong.code).toBe(1);
    succeeds(hooks('--files', 'reports/2025.yaml'));
  });
});
