import { expect, test } from 'vitest';
import { countWhile } from '../../src/values/search.ts';

test('how many at its head have it, of lists of every length', () => {
  for (let length = 0; length <= 9; length++)
    for (let count = 0; count <= length; count++) {
      const list = Array.from({ length }, (_, index) => index);
      expect([length, countWhile(list, each => each < count)]).toEqual([length, count]);
    }
});

test('few of a long list are looked at', () => {
  let looked = 0;
  const list = Array.from({ length: 1000 }, (_, index) => index);
  const has = (each: number): boolean => {
    looked++;
    return each < 617;
  };
  expect(countWhile(list, has)).toBe(617);
  expect(looked).toBeLessThanOrEqual(10);
});
