import { expect, test } from 'vitest';
import { csvDoubt } from '../../src/panel/csv-doubt.ts';

const QUOTED = 'a,"b",c\n"d "" e"';

test.each([
  ['a,b c\n', '', undefined],
  ['a,"b",c\n', '"d",e\n', undefined],
  ['a, "b"\n', '', 'blank'],
  ['a,"b"\t,c\n', '', 'blank'],
  ['a, ', '"b"\n', 'blank'],
  ['a,"b"', ' ,c\n', 'blank'],
  ['a,"b', ' c"\n', undefined],
  ['a\0b\n', '', 'zero'],
  [QUOTED, '', 'blank'],
])('%j and then %j: %s', (first, second, word) => {
  const [one, two] = [Buffer.from(first), Buffer.from(second)];
  const doubt = csvDoubt(one, 0) ?? csvDoubt(two, one.at(-1) ?? 0);
  expect(doubt === undefined ? undefined : ['blank', 'zero'].find(each => doubt.includes(each))).toBe(word);
});
