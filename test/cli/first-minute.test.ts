import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstCommands } from '../../src/render/welcome.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

describe('without a command', () => {
  test.each(['en', 'zh'])('says what it does and how to begin, and that nothing was checked (%s)', async lang => {
    const { code, stdout, stderr } = await runCli([], { env: { SHANXI_PLAN_LANG: lang } });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const command of firstCommands) expect(stderr).toContain(command);
    expect(stderr).toContain('shanxi-new-infrastructure-2021-25');
    expect(stderr.split('\n').filter(line => line.length > 100)).toEqual([]);
  });

  test('each command that it names runs as it stands, one after the other, in an empty folder', () =>
    inTemporaryFolder({}, async cwd => {
      const codes: number[] = [];
      for (const command of firstCommands) codes.push((await runCli(command.split(' ').slice(1), { cwd })).code);
      expect(codes).toEqual([0, 1, 1]);
      expect((await readdir(path.join(cwd, 'shanxi-reports'))).length).toBeGreaterThan(50);
      expect(await readFile(path.join(cwd, 'shanxi.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    }));
});

test('the reports of --example judge as those of the repository, and replace nothing', () =>
  inTemporaryFolder({}, async cwd => {
    await runCli(['init', '--example', 'here'], { cwd });
    const argv = ['--as-of', '2023-12-31', '--format', 'plain'];
    const { stdout } = await runCli(['check', 'here', ...argv], { cwd });
    expect(stdout).toBe((await runCli(['check', 'fixtures/shanxi', ...argv])).stdout);
    const again = await runCli(['init', '--example', 'here'], { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('exists already');
  }));

describe('waivers add', () => {
  const all = {
    target: '5g-stations-2025',
    verdict: 'missed',
    reason: 'moved to the next plan: 15th',
    approver: 'provincial DRC',
    document: 'No. 12 of 2025',
    from: '2026-01-01',
    until: '2026-12-31',
  };
  const flags = (fields: Readonly<Record<string, string>>): string[] =>
    Object.entries(fields).flatMap(([key, value]) => [`--${key}`, value]);
  const add = (cwd: string, fields: Readonly<Record<string, string>>) =>
    runCli(['waivers', 'add', 'waivers.yaml', ...flags(fields)], { cwd });

  test('makes a file that a check takes, and adds to one without touching the rest', () =>
    inTemporaryFolder({}, async cwd => {
      const file = path.join(cwd, 'waivers.yaml');
      expect((await add(cwd, all)).code).toBe(0);
      const { stdout } = await runCli(['waivers', 'list', 'waivers.yaml', '--as-of', '2026-06-30'], { cwd });
      expect(stdout).toBe(
        'valid\t5g-stations-2025\tmissed\t2026-01-01\t2026-12-31\tprovincial DRC\tNo. 12 of 2025\tmoved to the next plan: 15th\n',
      );
      const commented = `# why these\n${await readFile(file, 'utf8')}`;
      await writeFile(file, commented);
      expect((await add(cwd, { ...all, target: 'racks-2025' })).code).toBe(0);
      const after = await readFile(file, 'utf8');
      expect(after.startsWith(commented)).toBe(true);
      expect((await runCli(['waivers', 'list', 'waivers.yaml'], { cwd })).stdout.split('\n')).toHaveLength(3);
    }));

  test('names all that is missing, and writes nothing that a check would refuse', () =>
    inTemporaryFolder({}, async cwd => {
      const { target, reason, ...rest } = all;
      const missing = await add(cwd, rest);
      expect(missing.code).toBe(2);
      expect(missing.stderr).toContain('--target, --reason');
      const wrong = [
        { ...all, target: '5g-station-2025' },
        { ...all, verdict: 'missing' },
        { ...all, until: '2025-12-31' },
        { ...all, from: '2026-02-30' },
      ];
      for (const fields of wrong) expect((await add(cwd, fields)).code).toBe(2);
      expect(await readdir(cwd)).toEqual([]);
    }));

  test('asks on a terminal for what no flag says, and again for what is left empty', () =>
    inTemporaryFolder({}, async cwd => {
      const { verdict: _, reason, approver, ...rest } = all;
      const argv = ['waivers', 'add', 'waivers.yaml', ...flags(rest)];
      const answers = `missed, slipping\n\n${reason}\n${approver}\nnot asked for\n`;
      const asked = await runCli(argv, { cwd, stdin: answers, isSatAt: true });
      expect(asked.code).toBe(0);
      expect(asked.stderr.match(/why it is accepted: /g)).toHaveLength(2);
      const { stdout } = await runCli(['waivers', 'list', 'waivers.yaml', '--as-of', '2026-06-30'], { cwd });
      expect(stdout).toBe(
        `valid\t5g-stations-2025\tmissed,slipping\t2026-01-01\t2026-12-31\tprovincial DRC\tNo. 12 of 2025\t${reason}\n`,
      );
      const cut = await runCli(argv, { cwd, stdin: 'missed\n', isSatAt: true });
      expect(cut.code).toBe(2);
      expect(cut.stderr).toContain('--reason, --approver');
    }));

  test('leaves alone what is no waiver file', () =>
    inTemporaryFolder({ 'waivers.yaml': 'reports: a\n' }, async cwd => {
      const { code, stderr } = await add(cwd, all);
      expect(code).toBe(2);
      expect(stderr).toContain('no waiver file');
      expect(await readFile(path.join(cwd, 'waivers.yaml'), 'utf8')).toBe('reports: a\n');
    }));
});

test('flags stand in groups', async () => {
  const { stdout } = await runCli(['check', '--help']);
  for (const heading of ['By which figures:', 'What it fails for:', 'How it looks:', 'What files may come to:'])
    expect(stdout).toContain(`\n${heading}\n`);
});

test.each([
  ['check', '--watch', 'Options:'],
  ['check', '--input-format', 'By which figures:'],
  ['check', '--since', 'What it fails for:'],
  ['check', '--format', 'How it looks:'],
  ['explain', '--input-format', 'By which figures:'],
  ['explain', '--format', 'How it looks:'],
])('of %s, %s stands under %s', async (command, flag, heading) => {
  const lines = (await runCli([command, '--help'])).stdout.split('\n');
  const above = lines.slice(
    0,
    lines.findIndex(line => line.startsWith(`  ${flag}`)),
  );
  expect(above.findLast(line => /^\S.*:$/.test(line))).toBe(heading);
});

test('a mistyped command is told which one was meant, and only another word that a report is checked with check', async () => {
  expect((await runCli(['chekc'])).stderr).toContain('did you mean "check"?');
  expect((await runCli(['chekc'])).stderr).not.toContain('shanxi-plan check chekc');
  expect((await runCli(['metrics.yaml'])).stderr).toContain('shanxi-plan check metrics.yaml');
});

test('waivers list prints one line for each waiver, and nothing that a terminal acts on', () => {
  const waiver = 'target: a, verdicts: [missed], reason: "a\\nused\\tb\\e[2J", approver: "\\u202eb", document: c';
  const file = `waivers: [{ ${waiver}, from: 2023-01-01, until: 2024-01-01 }]\n`;
  return inTemporaryFolder({ 'waivers.yaml': file }, async cwd => {
    const { stdout } = await runCli(['waivers', 'list', 'waivers.yaml', '--as-of', '2023-06-30'], { cwd });
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    const [line = '', ...others] = stdout.split('\n');
    expect([line.split('\t').length, others]).toEqual([8, ['']]);
  });
});
