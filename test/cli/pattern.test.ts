import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { everything, matchesPath, parsePattern, splitPattern } from '../../src/cli/pattern.ts';
import { UserError } from '../../src/cli/user-error.ts';
import { walk } from '../../src/cli/walk.ts';

const isMatch = (pattern: string, name: string) => matchesPath(parsePattern(pattern), name);

describe('a pattern', () => {
  test.each([
    ['*.yaml', 'a.yaml b.c.yaml', '.a.yaml .yaml a.yml x/a.yaml'],
    ['.*', '.a', 'a'],
    ['?.csv', 'a.csv 年.csv 𠀀.csv', 'ab.csv .csv'],
    ['[a-c]?', 'a1 cz', 'd1 a'],
    ['[!a-c]*', 'd1 x', 'a1 .x'],
    ['[]x]', '] x', 'y'],
    ['[^.]*.[ct]sv', 'a.csv a.tsv', 'a.psv'],
    ['[a', '[a', 'a'],
    ['**/a.csv', 'a.csv x/a.csv x/y/a.csv', '.x/a.csv x/b.csv'],
    ['x/**', 'x/a x/y/z', 'y/a x/.a x/.y/z'],
    ['x/**/z/*', 'x/z/a x/y/z/a x/z/z/a', 'x/a z/a'],
    ['a**b', 'ab axb', 'a/b'],
    ['{a,b/c}.yaml', 'a.yaml b/c.yaml', 'a/c.yaml'],
    ['{a,{b,c}x}{1,2}', 'a1 bx2 cx1', 'b1 ax1'],
    ['{,x}a', 'a xa', 'ya'],
    ['x{y}*', 'x{y} x{y}z', 'xy'],
    ['{a,b*', '{a,b {a,bc', 'a b'],
    ['\\*\\[a\\]', '*[a]', 'x[a] *a'],
    ['a\\{b,c\\}', 'a{b,c}', 'ab ac'],
    ['*a*b*', 'ab xaxbx aab', 'ba a'],
  ])('%s', (pattern, matching, others) => {
    for (const name of matching.split(' ')) expect([name, isMatch(pattern, name)]).toEqual([name, true]);
    for (const name of others.split(' ')) expect([name, isMatch(pattern, name)]).toEqual([name, false]);
  });

  test('is what a regular expression makes of its stars and signs', () => {
    const sign = fc.constantFrom('a', 'b', '*', '?');
    const pattern = fc.array(sign, { maxLength: 8 }).map(signs => signs.join(''));
    const name = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 8 }).map(signs => signs.join(''));
    fc.assert(
      fc.property(pattern, name, (text, each) => {
        const source = text.replaceAll('*', '.*').replaceAll('?', '.');
        expect(isMatch(text, each)).toBe(new RegExp(`^${source}$`).test(each));
      }),
      { numRuns: 2000 },
    );
  });

  /** Each would take longer than the world stands, if all ways were tried one after the other. */
  test.each([
    ['*a'.repeat(500), 'a'.repeat(255)],
    [`${'*a'.repeat(100)}*b`, 'a'.repeat(255)],
    [`${'**/'.repeat(200)}b`, 'a/'.repeat(200)],
    [`${'**/a/'.repeat(100)}b`, 'a/'.repeat(400)],
    [`${'?*'.repeat(200)}b`, 'a'.repeat(255)],
  ])('of many stars ends: %.20s', (pattern, name) => {
    expect(isMatch(pattern, name)).toBe(false);
  });

  test.each(['{a,b}'.repeat(40), '{,}'.repeat(400), '{'.repeat(5000), `{${'a,'.repeat(3000)}}`, '*'.repeat(5000)])(
    'that stands for too much is refused: %.20s',
    pattern => {
      expect(() => parsePattern(pattern)).toThrow(UserError);
    },
  );

  test.each([
    ['reports/2023-*.yaml', 'reports/', '2023-*.yaml'],
    ['../a/{b,c}/*', '../a/', '{b,c}/*'],
    ['*.csv', '.', '*.csv'],
    ['/a/b/**', '/a/b/', '**'],
    ['a\\*/b*', '.', 'a\\*/b*'],
  ])('%s begins in a folder', (pattern, folder, rest) => {
    expect(splitPattern(pattern)).toEqual({ folder, rest });
  });
});

describe('a walk', () => {
  const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-walk-'));
  afterAll(() => rmSync(tmp, { recursive: true, force: true }));

  /** Folders that all hold links to all of them: as many ways through them as there are orders of them. */
  function linkedFolders(count: number): string {
    const root = mkdtempSync(path.join(tmp, 'linked-'));
    const names = Array.from({ length: count }, (_, index) => `f${index}`);
    for (const name of names) mkdirSync(path.join(root, name));
    for (const from of names) for (const to of names) symlinkSync(path.join('..', to), path.join(root, from, `l${to}`));
    writeFileSync(path.join(root, 'f3', 'a.yaml'), '');
    return root;
  }

  test.each([
    ['all', everything],
    ['**/*.yaml', parsePattern('**/*.yaml')],
    ['**/f3/**/l*/**/*.yaml', parsePattern('**/lf3/**/l*/**/*.yaml')],
    [`**/lf1/${'*/'.repeat(40)}*.yaml`, parsePattern(`**/lf1/${'*/'.repeat(40)}*.yaml`)],
  ])('ends where folders are linked with each other: %s', (_name, pattern) => {
    const { files } = walk(linkedFolders(12), pattern);
    expect(files.length).toBeLessThan(12 * 44);
  });

  test('names a file by its folder, and not by a link to it', () => {
    expect(walk(linkedFolders(12), everything).files).toEqual(['f3/a.yaml']);
  });

  test('finds what only a link that the pattern names leads to', () => {
    expect(walk(linkedFolders(12), parsePattern('f1/lf3/*')).files).toEqual(['f1/lf3/a.yaml']);
    expect(walk(linkedFolders(3 + 1), parsePattern('f1/lf2/lf3/*')).files).toEqual(['f1/lf2/lf3/a.yaml']);
  });

  test('does not go where it may not', () => {
    const root = linkedFolders(4);
    const { files, outside } = walk(root, parsePattern('f0/*/*'), real => path.basename(real) !== 'f3');
    expect({ files, outside }).toEqual({ files: [], outside: { folders: ['f0/lf3'], files: [] } });
  });
});
