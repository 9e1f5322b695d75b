import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const page = readFileSync('docs/from-your-sheet.md', 'utf8');
const commands = [...page.matchAll(/^ *shanxi-plan (.+)$/gm)].map(([, args = '']) => args.split(' '));

test('the commands of the page lead from the sheet to a verdict', async () => {
  const sheet = readFileSync(path.join(packageRoot, 'fixtures/sheets/progress-zh.xlsx'));
  await inTemporaryFolder({ 'progress-zh.xlsx': sheet }, async cwd => {
    const codes: number[] = [];
    let verdicts = '';
    for (const argv of commands) {
      const { code, stdout } = await runCli(argv, { cwd });
      codes.push(code);
      if (argv[0] === 'check') verdicts = stdout;
    }
    expect(codes).toStrictEqual([0, 0, 3, 0]);
    expect(verdicts).toMatch(/5G基站.*达到时序进度/);
  });
});
