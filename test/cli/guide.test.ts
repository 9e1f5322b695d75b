import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectConsole } from '../integrations/console.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

test('every command of docs/index.md prints what stands there', { timeout: 600_000 }, () =>
  inTemporaryFolder({}, async cwd => {
    await expectConsole('docs/index.md', async (...argv) => {
      const ran = await runCli(argv, { cwd, today: '2026-07-15' });
      // What a page leaves out of an output must not be that it went wrong.
      expect([0, 1, 3], argv.join(' ')).toContain(ran.code);
      return ran;
    });
  }),
);

test('docs/index.md leads to every page of docs', () => {
  const text = readFileSync('docs/index.md', 'utf8');
  const pages = readdirSync('docs').filter(name => name.endsWith('.md') && name !== 'index.md');
  const unlinked = pages.filter(name => !text.includes(`](${name})`));
  // What they are about is linked from the pages that they belong to.
  expect(unlinked.toSorted()).toEqual(['dependencies.md', 'oracles.md']);
});
