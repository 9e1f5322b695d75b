import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTree } from '../../src/input/json/json.ts';
import { quickReader } from '../../src/input/json/quick.ts';
import { runs } from '../support/properties.ts';

const readQuickly = (text: string) => quickReader()(text);

/** Whether lines are read quickly; fails where that reads other than the full parser. */
function areReadAlike(lines: readonly string[]): boolean {
  const read = quickReader();
  const found = lines.map(line => ({ line, quick: read(line) }));
  for (const { line, quick } of found) {
    if (!quick) continue;
    const { documents, problems } = readTree(line);
    expect(problems, line).toStrictEqual([]);
    expect(JSON.stringify(quick.data), line).toBe(JSON.stringify(documents[0]?.data));
  }
  return found.every(({ quick }) => quick !== undefined);
}

const blanks = fc.constantFrom('', '', '', ' ', '  ');
const literal = fc.constantFrom(
  '"a"',
  '""',
  '"约 20"',
  '"a: {b}, [c]"',
  '93307',
  '6.70',
  '-0.5e+3',
  'true',
  'null',
  '0',
);
const key = fc.constantFrom('"indicator"', '"value"', '"as_of"', '""', '"constructor"', '"1"', '"指标"');

const { mapping } = fc.letrec<{ value: string; list: string; mapping: string }>(tie => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, literal, tie('mapping'), tie('list')) as Arbitrary<string>,
  list: fc
    .tuple(blanks, fc.array(tie('value') as Arbitrary<string>, { minLength: 1, maxLength: 3 }))
    .map(([blank, items]) => `[${items.map(item => `${blank}${item}${blank}`).join(',')}]`),
  mapping: fc
    .tuple(
      blanks,
      fc.uniqueArray(fc.tuple(key, tie('value') as Arbitrary<string>), {
        minLength: 1,
        maxLength: 4,
        selector: ([name]) => name,
      }),
    )
    .map(
      ([blank, pairs]) =>
        `{${pairs.map(([name, item]) => `${blank}${name}${blank}:${blank}${item}${blank}`).join(',')}}`,
    ),
}));

const slips = fc.tuple(
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  fc.constantFrom(...'{}[]",:\\ 0.-e\t', '', '//', '"a":1,', ',null', '"__proto__":{"a":1},'),
  fc.nat(2),
);

describe('what is read quickly is read as the full parser reads it', () => {
  test('records below each other, all of which are read quickly', () => {
    fc.assert(fc.property(fc.array(mapping, { minLength: 1, maxLength: 5 }), lines => areReadAlike(lines)));
  });

  test('records with a slip of the hand', () => {
    let quick = 0;
    const { numRuns } = runs(3, 300);
    fc.assert(
      fc.property(mapping, slips, (text, [share, sign, gone]) => {
        const at = Math.floor(share * (text.length + 1));
        if (areReadAlike([text, text.slice(0, at) + sign + text.slice(at + gone), text])) quick++;
      }),
      { numRuns },
    );
    expect(quick).toBeGreaterThan(numRuns / 20);
    expect(quick).toBeLessThan(numRuns);
  });
});

describe('what could mean something else is left to the full parser', () => {
  it.each([
    ['nothing', ''],
    ['a list', '[{"a":1}]'],
    ['a text', '"a"'],
    ['no pairs', '{}'],
    ['no items', '{"a":[]}'],
    ['an escape', '{"a":"b\\n"}'],
    ['a tab', '{"a":\t1}'],
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, first without a value', '{"a":null,"a":2}'],
    ['a name twice, both without a value', '{"a":null,"a":null}'],
    ['a name that objects have by birth', '{"__proto__":{"a":1}}'],
    ['a name that is none', '{a:1}'],
    ['no value', '{"a":}'],
    ['a number that is none', '{"a":01}'],
    ['a comma too many', '{"a":1,}'],
    ['a text that is not closed', '{"a":"b}'],
    ['what goes on behind its end', '{"a":1} {"b":2}'],
    ['a mapping that is not closed', '{"a":1'],
    ['a list that is not closed', '{"a":[1}'],
    ['eleven levels', `${'{"a":'.repeat(12)}1${'}'.repeat(12)}`],
  ])('%s', (_name, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });

  it('and does not change what is read after it', () => {
    const read = quickReader();
    expect(read('{"a":"b"}')?.data).toStrictEqual({ a: 'b' });
    expect(read('{"a":"b","c":')).toBeUndefined();
    expect(read('{"a":"bc"}')?.data).toStrictEqual({ a: 'bc' });
    expect(read('{"ab":"b"}')?.data).toStrictEqual({ ab: 'b' });
  });
});
