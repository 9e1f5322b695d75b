import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedDocs } from '../scripts/docs/generate.ts';

test('what the docs list is what the code holds: npm run docs', async () => {
  for (const { file, text } of await generatedDocs()) expect(readFileSync(file, 'utf8'), file).toBe(text);
});

test('the README promises no file that is not there', () => {
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
    ([, link = '']) => link,
  );
  expect(links.length).toBeGreaterThan(5);
  for (const link of links)
    expect(() => readFileSync(link.endsWith('/') ? `${link}../package.json` : link), link).not.toThrow();
});
