import { type ProblemCode, type ProblemSeverity, severityOf } from '../../values/problem.ts';

/** Errors, and warnings, of one file that are told: nobody mends more before the next run, and a million fill the memory. */
export const MOST_PROBLEMS = 10_000;

/** Whether to keep one more problem of a code. One more is kept than will be told: it shows that there are more. */
export function roomForProblems(): (code: ProblemCode) => boolean {
  const count: Record<ProblemSeverity, number> = { error: 0, warning: 0 };
  return code => count[severityOf({ code })]++ <= MOST_PROBLEMS;
}

/** The problems that are told of a file; that there are more is one of them. */
export function firstProblems<T extends { readonly code: ProblemCode }>(
  problems: readonly T[],
  more: () => T,
): readonly T[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const count: Record<ProblemSeverity, number> = { error: 0, warning: 0 };
  const told = problems.filter(({ code }) => ++count[severityOf({ code })] <= MOST_PROBLEMS);
  return told.length === problems.length ? told : [...told, more()];
}
