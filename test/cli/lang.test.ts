import { expect, test } from 'vitest';
import { runCli } from '../support/io.ts';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, true],
  [{ LANG: 'en_GB.UTF-8' }, false],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, false],
  [{ LC_MESSAGES: 'zh_TW', LANG: 'C' }, true],
  [{ LC_ALL: '', LANG: 'zh_CN' }, true],
  [{}, false],
] as const)('--lang auto is that of the environment: %j', async (env, expected) => {
  const lists = [['--lang', 'auto'], ['--lang=auto']];
  for (const flags of lists) {
    const { code, stdout } = await runCli(['plan', 'list', ...flags], { env });
    expect(code).toBe(0);
    expect(isChinese(stdout)).toBe(expected);
  }
});

test('is never the default, and nothing else is called auto', async () => {
  const env = { LANG: 'zh_CN.UTF-8' };
  expect(isChinese((await runCli(['plan', 'list'], { env })).stdout)).toBe(false);
  expect((await runCli(['check', 'auto'], { env })).stderr).toContain('auto');
  expect((await runCli(['check', '--', '--lang', 'auto'], { env })).code).toBe(2);
});

test.each([['plan list'], ['plan show'], ['plan lint china-11fyp-2006-10']])(
  '%s speaks as the environment was told, unless a flag says otherwise',
  async command => {
    const env = { SHANXI_PLAN_LANG: 'zh' };
    const head = async (...flags: string[]) =>
      (await runCli([...command.split(' '), ...flags], { env })).stdout.split('\n').slice(0, 4).join('\n');
    expect(isChinese(await head())).toBe(true);
    expect(isChinese(await head('--lang', 'en'))).toBe(false);
  },
);
