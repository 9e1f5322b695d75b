import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GroupKey, groupName } from '../../src/cli/batch/group-name.ts';
import { formats } from '../../src/render/registry.ts';

const key = (parts: Partial<GroupKey>): GroupKey => ({
  file: null,
  region: '山西',
  period: null,
  isByRegion: false,
  plan: null,
  ...parts,
});

test.each<[Partial<GroupKey>, string]>([
  [{ isByRegion: true }, '山西'],
  [{ plan: 'a/b' }, 'a/b'],
  [{ plan: 'roads', isByRegion: true }, 'roads/山西'],
  [{ isByRegion: true, period: '2023-12' }, '山西/2023-12'],
  [{ period: '2023-Q4' }, '2023-Q4'],
  [{ file: 'reports/2023/a.yaml' }, 'reports/2023/a.yaml'],
  [{ file: '/tmp/a.yaml' }, '%2F/tmp/a.yaml'],
  [{ file: '../a.yaml' }, '%2E%2E/a.yaml'],
  [{ file: 'a/./b:c?.yaml' }, 'a/%2E/b%3Ac%3F.yaml'],
  [{ file: 'a%2Fb.yaml' }, 'a%252Fb.yaml'],
  [{ region: 'index', isByRegion: true }, '%69ndex'],
  [{ region: 'a.gitlab', isByRegion: true }, 'a%2Egitlab'],
  [{ region: 'a.gitlab', isByRegion: true, period: '2023' }, 'a.gitlab/2023'],
])('%j is %s', (parts, expected) => {
  expect(groupName(key(parts))).toBe(expected);
});

const file = fc.string({
  unit: fc.constantFrom('a', '.', '/', '%', '2', 'E', '\\', ' ', '中'),
  minLength: 1,
  maxLength: 8,
});

test('no name leaves the folder, and no two files share one', () => {
  fc.assert(
    fc.property(file, file, (a, b) => {
      const [first, second] = [a, b].map(each => groupName(key({ file: each })));
      expect(path.posix.join('/out', `${first}.json`)).toBe(`/out/${first}.json`);
      expect(first === second).toBe(a === b);
    }),
    { numRuns: 2000 },
  );
});

test('no group in any format has the file of another group in another format', () => {
  const extensions = Object.values(formats).map(({ extension }) => extension);
  const halves = extensions.flatMap(each => (each.includes('.') ? [each.slice(0, each.indexOf('.'))] : []));
  expect(halves).toContain('gitlab');
  const groups = ['a', ...halves.flatMap(half => [`a.${half}`, `a.${half.toUpperCase()}`, `a.${half}.${half}`])];
  const files = groups.flatMap(region =>
    extensions.map(extension => `${groupName(key({ region, isByRegion: true }))}.${extension}`),
  );
  expect(new Set(files.map(each => each.toLowerCase())).size).toBe(
    new Set(groups.map(each => each.toLowerCase())).size * extensions.length,
  );
});
