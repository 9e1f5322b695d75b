import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';

const folder = path.join(packageRoot, 'test', 'golden');

/**
 * Holds a text against `test/golden/<name>`, byte for byte. `UPDATE_GOLDEN=1` (`npm run golden`) writes the file anew; a
 * missing file fails, so that no text is taken for right by being new.
 */
export function expectGolden(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  expect(existsSync(file), `test/golden/${name} is missing: npm run golden writes it`).toBe(true);
  expect(text, `differs from test/golden/${name}; if that is right, npm run golden`).toBe(readFileSync(file, 'utf8'));
}
