import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Ran } from '../support/io.ts';

const BLOCK = /```console\n([\s\S]*?)```/g;

/**
 * Runs what a page shows after `$ shanxi-plan` and holds it against what the page says comes out: standard output, then
 * standard error, then `(exit n)` where it is not 0. A last line `…` stands for the rest. `UPDATE_GOLDEN=1` writes it.
 */
export async function expectConsole(page: string, run: (...argv: string[]) => Promise<Ran>): Promise<void> {
  const file = path.join(packageRoot, page);
  const before = readFileSync(file, 'utf8');
  const blocks = [...before.matchAll(BLOCK)].map(([, text = '']) => text);
  expect(blocks.length, `${page} shows no command`).toBeGreaterThan(0);
  let after = before;
  for (const block of blocks) {
    const [head = '', ...shown] = block.trimEnd().split('\n');
    const [, command = ''] = /^\$ shanxi-plan (.+)$/.exec(head) ?? [];
    expect(command, `${page}: ${head}`).not.toBe('');
    const { code, stdout, stderr } = await run(...command.split(' '));
    const all = `${stdout}${stderr}${code === 0 ? '' : `(exit ${code})\n`}`.trimEnd().split('\n');
    const isCut = shown.at(-1) === '…';
    const lines = isCut ? [...all.slice(0, shown.length - 1), '…'] : all;
    const text = lines.map(line => line.trimEnd()).join('\n');
    after = after.replace(`\`\`\`console\n${block}`, () => `\`\`\`console\n${head}\n${text}\n`);
  }
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, after);
  else expect(after, `${page} is not up to date: npm run golden`).toBe(before);
}
