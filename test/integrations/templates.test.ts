import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { configSchema } from '../../src/model/config.ts';
import { action } from './composite.ts';
import { commandsIn, hasShell, pathWith, run, temporaryFolder, writeProgram } from './world.ts';

const read = (file: string): string => readFileSync(path.join(packageRoot, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

const folder = temporaryFolder();
const commands = hasShell ? commandsIn(path.join(folder, 'commands')) : '';
let count = 0;

/**
 * A copy of the example, to be checked and written in. The plan has ended, so that any today gives the same: 5G is
 * missed. Without its waiver, which would make the result depend on the day of the test.
 */
function project(): string {
  const cwd = path.join(folder, `project ${++count}`);
  cpSync(path.join(packageRoot, 'examples', 'monitoring'), cwd, { recursive: true });
  const config = path.join(cwd, 'shanxi-plan.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('waivers: waivers.yaml\n', ''));
  return cwd;
}

const runIn = (cwd: string, script: string, env: Readonly<Record<string, string>> = {}) =>
  run('sh', ['-c', script], { cwd, env: { PATH: pathWith(commands), SHANXI_PLAN_VERSION: version, ...env } });

const filesIn = (cwd: string): string[] => readdirSync(path.join(cwd, 'out')).toSorted();

interface Job {
  readonly script: readonly string[];
  readonly allow_failure: { readonly exit_codes: number };
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
}

describe.runIf(hasShell)('templates/gitlab-ci.yml', () => {
  const { variables, plan } = parse(read('templates/gitlab-ci.yml')) as {
    readonly variables: Readonly<Record<string, string>>;
    readonly plan: Job;
  };

  test('pins this version', () => {
    expect(variables).toEqual({ SHANXI_PLAN_VERSION: version });
  });

  test('its script runs, and writes every report that the job declares', () => {
    const cwd = project();
    for (const line of plan.script) expect(runIn(cwd, line)).toMatchObject({ code: 1 });
    expect(Object.keys(plan.artifacts.reports)).toEqual(['junit', 'codequality']);
    for (const file of Object.values(plan.artifacts.reports)) expect(existsSync(path.join(cwd, file)), file).toBe(true);
    expect(filesIn(cwd)).toEqual(['analysis.json', 'code-quality.json', 'junit.xml', 'plan.md']);
    const issues = JSON.parse(readFileSync(path.join(cwd, 'out', 'code-quality.json'), 'utf8'));
    expect(issues).toContainEqual(expect.objectContaining({ check_name: 'missed', severity: 'blocker' }));
  });

  test('only what is undecided is allowed to fail, and a broken report is not', () => {
    expect(plan.allow_failure).toEqual({ exit_codes: 3 });
    const cwd = project();
    const [line = ''] = plan.script;
    rmSync(path.join(cwd, 'reports', '2026-02.yaml'));
    expect(runIn(cwd, line)).toMatchObject({ code: 3 });
    writeFileSync(path.join(cwd, 'reports', '2026-02.yaml'), 'metrics: [');
    rmSync(path.join(cwd, 'out'), { recursive: true });
    expect(runIn(cwd, line)).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });
});

describe.runIf(hasShell)('templates/Jenkinsfile', () => {
  const text = read('templates/Jenkinsfile');
  const [, script = ''] = /script: '''([\s\S]*?)'''/.exec(text) ?? [];

  test('pins this version', () => {
    expect(text).toContain(`SHANXI_PLAN_VERSION = '${version}'`);
  });

  test('its script runs, and writes what the pipeline publishes', () => {
    const cwd = project();
    // In a Groovy text of three quotes a backslash before the end of the line takes both away.
    expect(runIn(cwd, script.replaceAll('\\\n', ''))).toMatchObject({ code: 1 });
    const [, junit = ''] = /junit testResults: '([^']+)'/.exec(text) ?? [];
    expect(existsSync(path.join(cwd, junit)), junit).toBe(true);
    expect(filesIn(cwd)).toEqual(['analysis.json', 'junit.xml', 'plan.md']);
  });

  test('its brackets close', () => {
    const open: string[] = [];
    const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
    for (const char of text.replace(/\/\/.*|'''[\s\S]*?'''|'[^']*'|"[^"]*"/g, '')) {
      if ('([{'.includes(char)) open.push(char);
      if (char in closing) expect(open.pop()).toBe(closing[char]);
    }
    expect(open).toEqual([]);
  });
});

/** `flock` is of Linux, as the script says. */
const hasFlock = hasShell && run('sh', ['-c', 'command -v flock || true'], { cwd: '.' }).stdout !== '';

describe.runIf(hasFlock)('templates/cron.sh', () => {
  const cron = path.join(packageRoot, 'templates', 'cron.sh');
  const start = (cwd: string, env: Readonly<Record<string, string>> = {}) =>
    run('bash', [cron, cwd], { cwd: folder, env: { PATH: pathWith(commands), ...env } });
  const now = new Date();
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;

  test('is a script', () => {
    expect(run('bash', ['-n', cron], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(run('bash', [cron], { cwd: folder }).code).not.toBe(0);
  });

  test('prints the report, keeps it with the analysis, and ends with the exit code of the check', () => {
    const cwd = project();
    const { code, stdout, stderr } = start(cwd);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^# Shanxi new infrastructure plan/);
    expect(stdout).toContain('(exit 1)');
    expect(stdout).not.toContain('## Since');
    expect(filesIn(cwd)).toEqual(['.lock', `${month}.json`, `${month}.md`]);
    writeFileSync(
      path.join(cwd, 'shanxi-plan.yaml'),
      'reports: reports\nallow_undecided: all\nskip: 5g-stations-2025\n',
    );
    expect(start(cwd).code).toBe(0);
  });

  test('says what changed since the last month that was kept', () => {
    const cwd = project();
    mkdirSync(path.join(cwd, 'out'));
    cpSync(path.join(cwd, 'baseline.json'), path.join(cwd, 'out', '2025-01.json'));
    cpSync(path.join(cwd, 'baseline.json'), path.join(cwd, 'out', '2999-01.json'));
    const { stdout } = start(cwd);
    expect(stdout).toContain('## Since 2025-01');
    expect(stdout).toMatch(/5G base stations +worse +on schedule → missed/);
  });

  test('could not check: says so, and no old report stands for the new one', () => {
    const cwd = project();
    start(cwd);
    writeFileSync(path.join(cwd, 'reports', '2026-03.yaml'), 'metrics: [');
    const { code, stdout } = start(cwd);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^# The plan could not be checked/);
    expect(stdout).toContain('reports/2026-03.yaml:');
    expect(filesIn(cwd)).toEqual(['.lock']);
  });

  test('writes a mail, and keeps the exit code even if it cannot be sent', () => {
    const cwd = project();
    const own = path.join(folder, 'mail');
    writeProgram(own, 'sendmail', `cat > "${own}/mail.txt"; echo "$@" > "${own}/arguments.txt"`);
    const env = { PATH: `${own}${path.delimiter}${pathWith(commands)}`, PLAN_MAIL_TO: 'office@example.org' };
    expect(start(cwd, env)).toMatchObject({ code: 1, stdout: '' });
    const mail = readFileSync(path.join(own, 'mail.txt'), 'utf8');
    const [head = '', body = ''] = mail.split(/\n\n(.*)/s);
    expect(head.split('\n')).toEqual([
      'To: office@example.org',
      'From: office@example.org',
      `Subject: Plan, ${month}: targets fail`,
      'MIME-Version: 1.0',
      'Content-Type: text/markdown; charset=UTF-8',
      'Content-Transfer-Encoding: 8bit',
    ]);
    expect(body).toMatch(/^# Shanxi/);
    writeProgram(own, 'sendmail', 'cat > /dev/null; exit 75');
    const unsent = start(cwd, env);
    expect(unsent.code).toBe(1);
    expect(unsent.stderr).toContain('could not be sent');
  });

  test('a second run at the same time stops, and is no success', () => {
    const cwd = project();
    mkdirSync(path.join(cwd, 'out'));
    const both = `exec 9> out/.lock; flock -n 9; bash "$CRON" . 9>&-`;
    const { code, stderr } = run('bash', ['-c', both], { cwd, env: { PATH: pathWith(commands), CRON: cron } });
    expect(code).toBe(2);
    expect(stderr).toContain('another run is still at work');
  });
});

test('every recipe judges today, and every command of a recipe was run above', () => {
  const recipes = readdirSync(path.join(packageRoot, 'templates')).toSorted();
  expect(recipes).toEqual(['Jenkinsfile', 'cron.sh', 'gitlab-ci.yml']);
  for (const recipe of recipes) {
    const checks = read(`templates/${recipe}`).match(/\bcheck --.*/g) ?? [];
    expect(checks, recipe).toHaveLength(1);
    expect(checks[0], recipe).toContain('--as-of today');
  }
});

describe('docs/integrations.md', () => {
  const text = read('docs/integrations.md');
  const blocks = (language: string) =>
    [...text.matchAll(new RegExp(`\\n\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
  const yaml = blocks('yaml').map(block => parse(block));

  test('its YAML can be read: the config by the tool, the rest names what there is', () => {
    const [config, workflow, steps, preCommit] = yaml;
    expect(yaml).toHaveLength(4);
    const parsed = configSchema.safeParse(config);
    expect(parsed.success).toBe(true);
    const uses = [...workflow.jobs.check.steps, ...steps.steps].filter(step => step.id === 'plan');
    for (const step of uses) {
      expect(step.uses).toBe(`OWNER/shanxi-plan@v${version}`);
      expect(Object.keys(step.with ?? {}).filter(name => !(name in action.inputs))).toEqual([]);
    }
    const outputs = [...text.matchAll(/steps\.plan\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(outputs.filter(name => !(name in action.outputs))).toEqual([]);
    const [repo] = preCommit.repos;
    expect(repo.rev).toBe(`v${version}`);
    const ids = (parse(read('.pre-commit-hooks.yaml')) as { id: string }[]).map(({ id }) => id);
    expect(repo.hooks.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test.runIf(hasShell)('its commands run, one after the other', () => {
    const cwd = project();
    const lines = blocks('sh').flatMap(block => block.trim().split('\n'));
    expect(lines.map(line => `${line.split(' ').slice(0, 2).join(' ')}: ${runIn(cwd, line).code}`)).toEqual([
      'shanxi-plan check: 1',
      'shanxi-plan check: 1',
      'shanxi-plan check: 0',
      'shanxi-plan render: 0',
      'shanxi-plan diff: 0',
      'shanxi-plan check: 1',
      'shanxi-plan waivers: 0',
    ]);
  });

  test('names every output of the action', () => {
    expect(Object.keys(action.outputs).filter(name => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('its links lead to files', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter(link => !existsSync(path.join(packageRoot, 'docs', link)))).toEqual([]);
  });
});
