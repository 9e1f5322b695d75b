import type { Command } from 'commander';
import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { buildProgram, commandNames } from '../../src/cli/program.ts';
import { helpZh } from '../../src/render/words/help-zh.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A command and all below it, with the words that lead to it. */
const commandsIn = (
  command: Command,
  path: readonly string[] = [],
): { path: readonly string[]; command: Command }[] => [
  { path, command },
  ...command.commands.flatMap(below => commandsIn(below, [...path, below.name()])),
];

const program = await buildProgram(commandNames, {} as Io, async () => {});
const all = commandsIn(program);

/** What a reader of the help is told, as it stands beside the flags. */
const textsOf = ({ options, registeredArguments }: Command): string[] => [
  ...options
    .filter(({ hidden }) => !hidden)
    .flatMap(option => [option.description, option.helpGroupHeading ?? 'Options:']),
  ...registeredArguments.map(({ description }) => description),
];

test('every sentence of the help has its Chinese, and nothing else has', async () => {
  const beside = all.flatMap(({ command }) => [command.description(), ...textsOf(command)]);
  expect(beside.length).toBeGreaterThan(150);
  const texts = new Set(beside);
  expect([...texts].filter(text => !isChinese(helpZh[text] ?? ''))).toEqual([]);
  const helps = await Promise.all(all.map(({ path }) => runCli([...path, '--help'])));
  const printed = helps
    .map(({ stdout }) => stdout)
    .join('\n')
    .replace(/\s+/g, ' ');
  expect(Object.keys(helpZh).filter(text => !texts.has(text) && !printed.includes(text))).toEqual([]);
});

test.each(all.map(({ path }) => [path]))('the help of %j is in Chinese, and fits its lines', async path => {
  const { code, stdout } = await runCli([...path, '--help', '--lang', 'zh']);
  expect(code).toBe(0);
  const said = stdout.split('\n').filter(line => line.trim() !== '' && !/shanxi-plan/.test(line));
  // A command, a flag, a list of names: what is left of them is a sentence in English.
  const english = said
    .map(line => line.replace(/^ {2}\S.*? {2,}|[("'“].*?[)"'”]/g, ''))
    .filter(line => /[a-z]+ [a-z]+ [a-z]+/.test(line));
  expect(english).toEqual([]);
  expect(stdout).toContain('用法');
});

test('help is in the language of the environment where that is asked for, and only then', async () => {
  const env = { LANG: 'zh_CN.UTF-8' };
  expect((await runCli(['check', '--help', '--lang', 'auto'], { env })).stdout).toContain('用法');
  expect((await runCli(['--lang=auto', '--help'], { env })).stdout).toContain('用法');
  expect((await runCli(['check', '--help'], { env })).stdout).toContain('Usage');
  expect((await runCli(['check', '--help'], { env: { SHANXI_PLAN_LANG: 'zh' } })).stdout).toContain('用法');
});

test.each([
  [['check', '--as-oof'], '没有选项“--as-oof”'],
  [['check', '--lang', 'zh', '--as-of'], '选项“--as-of <day>”后缺少内容'],
  [['batch', 'x'], '缺少必需的选项“--by <what>”'],
  [['render'], '缺少参数“analysis.json”'],
  [['check', '--method', 'x'], '不接受“x”；可选：schedule'],
  [['schema', 'x'], '参数“name”不接受“x”'],
  [['schema', 'plan', 'x', 'y'], '参数过多：应有 1 个，给出了 3 个'],
  [['plan', 'lisst'], '没有命令“lisst”'],
  [['chekc'], '没有命令“chekc”'],
  [['check'], '没有给出报告'],
  [['check', 'x', '--format', 'tabel'], '没有名为“tabel”的格式'],
  [['check', 'x', '--as-of', '2023-02-30'], '2023-02-30'],
  [['check', 'x', '--reading', 'a'], '“目标=理解”'],
  [['check', 'x', '--width', 'wide'], '不是列数'],
  [['batch', 'x', '--by', 'country'], '没有“country”'],
  [['waivers', 'add', 'w.yaml', '--target', 'x'], '豁免还需要写明 --verdict'],
  [['init', 'form.json'], '的文件名'],
  [['schema', 'plan', '--plan', 'x'], '只用于 report'],
  [['panel-sql', '--dialect', 'postgres', '--columns', 'x'], '没有“x”'],
])('a mistake is told in Chinese: %j', (argv, said) =>
  inTemporaryFolder({}, async cwd => {
    const { code, stdout, stderr } = await runCli(argv.includes('--lang') ? argv : [...argv, '--lang', 'zh'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(
      stderr
        .replace(/^shanxi-plan:/, '')
        .split('\n')
        .filter(line => line !== '' && !isChinese(line)),
    ).toEqual([]);
    const inEnglish = await runCli(
      argv.filter(arg => arg !== '--lang' && arg !== 'zh'),
      { cwd },
    );
    expect(isChinese(inEnglish.stderr)).toBe(false);
  }),
);

test('waivers are added, told and refused in Chinese', () =>
  inTemporaryFolder({}, async cwd => {
    const waiver = [
      '--target',
      '5g-stations-2025',
      '--verdict',
      'missed',
      '--reason',
      'r',
      '--approver',
      'a',
      '--document',
      'd',
    ];
    const add = (...more: string[]) =>
      runCli(['waivers', 'add', 'w.yaml', ...waiver, ...more, '--lang', 'zh'], { cwd });
    expect((await add('--from', '2026-01-01', '--until', '2026-12-31')).stderr).toBe(
      'shanxi-plan: w.yaml 已豁免 5g-stations-2025，自 2026-01-01 至 2026-12-31\n',
    );
    expect((await add('--from', '2026-02-30', '--until', '2026-12-31')).stderr).toContain('错误');
    expect((await runCli(['init', '--example', '--lang', 'zh'], { cwd })).stderr).toMatch(/已将 \d+ 份报告写入/);
  }));
