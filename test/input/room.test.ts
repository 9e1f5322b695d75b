import { expect, test } from 'vitest';
import { firstProblems, MOST_PROBLEMS, roomForProblems } from '../../src/input/document/room.ts';
import type { ProblemCode } from '../../src/values/problem.ts';

/* So many errors, and so many warnings, of a file are told, and that there are more. */

const ERROR: ProblemCode = 'unknown-key';
const WARNING: ProblemCode = 'implausible';
const MORE = { code: 'more-problems' as const };
const list = (code: ProblemCode, count: number) => Array.from({ length: count }, () => ({ code }));
const told = (...problems: readonly { readonly code: ProblemCode }[]) => {
  const all = firstProblems<{ readonly code: ProblemCode }>(problems, () => MORE);
  return [ERROR, WARNING, MORE.code].map(code => all.filter(each => each.code === code).length);
};

test('all are told, up to the most', () => {
  expect(told()).toEqual([0, 0, 0]);
  expect(told(...list(ERROR, MOST_PROBLEMS))).toEqual([MOST_PROBLEMS, 0, 0]);
  expect(told(...list(ERROR, MOST_PROBLEMS), ...list(WARNING, MOST_PROBLEMS))).toEqual([
    MOST_PROBLEMS,
    MOST_PROBLEMS,
    0,
  ]);
});

test('that there are more is told once', () => {
  expect(told(...list(ERROR, MOST_PROBLEMS + 1))).toEqual([MOST_PROBLEMS, 0, 1]);
  expect(told(...list(WARNING, MOST_PROBLEMS + 5), ...list(ERROR, 3))).toEqual([3, MOST_PROBLEMS, 1]);
});

test('one more than will be told is kept, of errors and of warnings', () => {
  const hasRoom = roomForProblems();
  const kept = (code: ProblemCode, count: number) => list(code, count).filter(each => hasRoom(each.code)).length;
  expect(kept(ERROR, MOST_PROBLEMS + 5)).toBe(MOST_PROBLEMS + 1);
  expect(kept(WARNING, 7)).toBe(7);
});
