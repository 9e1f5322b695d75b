import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { expectConsole } from '../integrations/console.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

/** The files that a page asks its reader to write: their name is their first line. */
const filesOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...readFileSync(page, 'utf8').matchAll(/```yaml\n# (\S+\.yaml)\n.*?(?=```)/gs)].map(([text, name]) => [
      name,
      text.replace('```yaml\n', ''),
    ]),
  );

test.each(['docs/index.md', 'docs/tutorial.md'])('every command of %s prints what stands there', page =>
  inTemporaryFolder(filesOf(page), async cwd => {
    await expectConsole(page, async (...argv) => {
      const ran = await runCli(argv, { cwd, today: '2026-07-15' });
      // What a page leaves out of an output must not be that it went wrong.
      expect([0, 1, 3], argv.join(' ')).toContain(ran.code);
      return ran;
    });
  }),
);

test('every command of the README ends as it says', () =>
  inTemporaryFolder({ 'metrics.yaml': filesOf('README.md')['metrics.yaml'] ?? '' }, async cwd => {
    symlinkSync(path.join(packageRoot, 'fixtures'), path.join(cwd, 'fixtures'));
    const text = readFileSync('README.md', 'utf8');
    const own = [...text.matchAll(/(?:^|&& )npx shanxi-plan ([^\n#]+?) *(?:# exit (\d).*)?$/gm)];
    const inText = [...text.matchAll(/`npx shanxi-plan ([^`…]+)`/g)];
    expect([own.length, inText.length].map(count => count > 1)).toEqual([true, true]);
    const codeOf = async (command = '') => (await runCli(command.trim().split(' '), { cwd, today: '2026-07-15' })).code;
    for (const [line, command, code = '0'] of own) expect(await codeOf(command), line).toBe(Number(code));
    for (const [, command] of inText) expect([0, 1, 3], command).toContain(await codeOf(command));
  }));

test('docs/index.md leads to every page of docs', () => {
  const text = readFileSync('docs/index.md', 'utf8');
  const pages = readdirSync('docs').filter(name => name.endsWith('.md') && name !== 'index.md');
  const unlinked = pages.filter(name => !text.includes(`](${name})`));
  // What they are about is linked from the pages that they belong to.
  expect(unlinked.toSorted()).toEqual(['dependencies.md', 'mutants.md', 'oracles.md']);
});
