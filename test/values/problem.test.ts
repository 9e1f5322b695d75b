import { expect, test } from 'vitest';
import { isError, type ProblemCode } from '../../src/values/problem.ts';

test.each<[ProblemCode, boolean]>([
  ['empty-file', true],
  ['unknown-key', true],
  ['implausible', false],
  ['read-as-gb18030', false],
])('%s stops a run: %s', (code, stops) => {
  expect(isError({ code })).toBe(stops);
});
