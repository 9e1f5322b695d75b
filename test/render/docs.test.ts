import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatIds } from '../../src/render/registry.ts';

test('docs/formats.md lists the formats of the registry, in its order', () => {
  const rows = [...readFileSync('docs/formats.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| /gm)];
  expect(rows.map(([, id]) => id)).toEqual(formatIds);
});
