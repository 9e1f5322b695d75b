import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { documentFormats, formatOf, inputExtensions } from '../../src/input/source/registry.ts';
import { commandsIn, hasShell, pathWith, REPORT, run, temporaryFolder, writeProgram } from './world.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const hooks = parse(readFileSync(path.join(packageRoot, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const hookOf = (id: string): Hook => {
  const hook = hooks.find(each => each.id === id);
  if (!hook) throw new Error(`no hook ${id}`);
  return hook;
};

/** Python's patterns say themselves that case does not matter. */
const withoutFlag = (files: string): string => files.replace(/^\(\?i\)/, '');

/** What pre-commit does with a hook, as a hook of git: the entry, its arguments, and the staged files that fit. */
const scriptOf = ({ entry, files, pass_filenames: passes = true }: Hook, args = ''): string => {
  const staged = `git diff --cached --name-only --diff-filter=ACM | grep -Ei '${withoutFlag(files)}'`;
  const command = `${entry} ${args}`;
  return `staged=$(${staged}) || exit 0\n${passes ? `echo "$staged" | tr '\\n' '\\0' | xargs -0 ${command}` : command}`;
};

describe.runIf(hasShell)('hooks for pre-commit', () => {
  const folder = temporaryFolder();
  const commands = commandsIn(path.join(folder, 'commands'));
  let count = 0;

  function repository(script: string) {
    const cwd = path.join(folder, `${++count}`);
    mkdirSync(cwd);
    const env = {
      PATH: pathWith(commands),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    const git = (...args: string[]) => run('git', args, { cwd, env });
    expect(git('init', '--quiet').code).toBe(0);
    writeProgram(path.join(cwd, '.git', 'hooks'), 'pre-commit', script);
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      writeFileSync(path.join(cwd, name), text);
    };
    const commit = () => {
      git('add', '--all');
      const { code, stdout, stderr } = git('commit', '--message', 'm');
      return { isAccepted: code === 0, said: `${stdout}${stderr}` };
    };
    return { cwd, git, write, commit };
  }

  test('shanxi-plan-reports: a report that cannot be read stops the commit, a missed target does not', () => {
    const { write, commit, git } = repository(scriptOf(hookOf('shanxi-plan-reports')));
    write('reports/2026 01.yaml', REPORT);
    write('reports/2026-02.yaml', REPORT.replace('125,000', '90,000'));
    write('notes.yaml', 'no: report');
    expect(commit()).toMatchObject({ isAccepted: true });
    write('reports/2026-03.yaml', REPORT.replace('125,000', '1.234,5'));
    const { isAccepted, said } = commit();
    expect(isAccepted).toBe(false);
    expect(said).toContain('reports/2026-03.yaml:6:30: error');
    git('reset', '--quiet');
    write('reports/2026-03.yaml', REPORT);
    expect(commit()).toMatchObject({ isAccepted: true });
    expect(git('log', '--oneline').stdout.trim().split('\n')).toHaveLength(2);
  });

  test('shanxi-plan-check: the gate of the config over all reports, by its exit code', () => {
    const { write, commit } = repository(scriptOf(hookOf('shanxi-plan-check')));
    write('README.md', 'Nothing staged that the hook is for: it does not run.');
    expect(commit()).toMatchObject({ isAccepted: true });
    write('shanxi-plan.yaml', 'reports: reports\nas_of: 2026-06-30\nonly: target=5g-stations-2025\n');
    expect(commit(), 'no report at all').toMatchObject({ isAccepted: false });
    write('reports/2026-01.yaml', REPORT);
    expect(commit()).toMatchObject({ isAccepted: true });
    write('reports/2026-01.yaml', REPORT.replace('125,000', '90,000'));
    const failing = commit();
    expect(failing.isAccepted).toBe(false);
    expect(failing.said).toContain('(exit 1)');
    write('reports/2026-01.yaml', REPORT.replace('built', 'started'));
    expect(commit().said, 'undecided stops it too').toContain('(exit 3)');
  });

  test('shanxi-plan-lint: errors in the plan file stop the commit', () => {
    const { cwd, write, commit } = repository(scriptOf(hookOf('shanxi-plan-lint'), 'plan/mine.yaml'));
    cpSync(
      path.join(packageRoot, 'plan', 'shanxi-new-infrastructure-2021-25.yaml'),
      path.join(cwd, 'plan', 'mine.yaml'),
      { recursive: true },
    );
    expect(commit()).toMatchObject({ isAccepted: true });
    const text = readFileSync(path.join(cwd, 'plan', 'mine.yaml'), 'utf8');
    write('plan/mine.yaml', text.replace('by: 2025-12-31', 'by: 2025-13-31'));
    const { isAccepted, said } = commit();
    expect(isAccepted).toBe(false);
    expect(said).toMatch(/plan\/mine\.yaml:\d+:\d+: error/);
  });
});

test('every hook starts the command of the package', () => {
  expect(hooks.map(({ id }) => id)).toEqual(['shanxi-plan-reports', 'shanxi-plan-check', 'shanxi-plan-lint']);
  for (const { entry, language } of hooks) {
    expect(entry).toMatch(/^shanxi-plan /);
    expect(language).toBe('node');
  }
});

test('hooks look at every format that is read, at plans, and at what else a gate hangs on', () => {
  const endings = [...inputExtensions, ...inputExtensions.map(extension => `${extension}.gz`), '.md', '.xlsx~'];
  const names = [
    ...endings.flatMap(ending => [
      `reports/2026/01${ending}`,
      `reports/01${ending.toUpperCase()}`,
      `plan/mine${ending}`,
    ]),
    ...['shanxi-plan.yaml', 'sub/shanxi-plan.yaml', 'waivers.yaml', 'office/waivers-2026.yml', 'baseline.json'],
    ...['tables.yaml', 'notes.yaml', 'reports.yaml', 'old/reports/01.yaml', 'README.md'],
  ];
  const starts = (id: string) => names.filter(name => new RegExp(withoutFlag(hookOf(id).files), 'i').test(name));
  const reports = names.filter(name => name.startsWith('reports/') && formatOf(name) !== undefined);
  const plans = names.filter(name => name.startsWith('plan/') && documentFormats.some(each => formatOf(name) === each));
  const gate = ['shanxi-plan.yaml', 'sub/shanxi-plan.yaml', 'waivers.yaml', 'office/waivers-2026.yml', 'baseline.json'];
  expect(starts('shanxi-plan-reports')).toEqual(reports);
  expect(starts('shanxi-plan-lint')).toEqual(plans.filter(name => !name.endsWith('.gz')));
  expect(starts('shanxi-plan-check')).toEqual(expect.arrayContaining([...reports, ...plans, ...gate, 'tables.yaml']));
  expect(starts('shanxi-plan-check').filter(name => /^(old|notes|README|reports\.)/.test(name))).toEqual([]);
});
