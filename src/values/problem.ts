import type { Place } from './place.ts';

/**
 * Every problem that can be found in an input. `error` stops the run with exit 2; `warning` is told and the run goes on,
 * because what it is about is set aside, never judged. The words for each code live in `render/words`.
 */
export const problemCatalogue = {
  // the file
  'file-not-found': 'error',
  'file-unreadable': 'error',
  'folder-without-reports': 'error',
  'pattern-without-match': 'error',
  'unknown-format': 'error',
  'files-not-read': 'warning',
  'found-outside': 'error',
  'found-input': 'error',
  'found-output': 'error',
  'too-large': 'error',
  'archive-bomb': 'error',
  'beyond-limit': 'error',
  'damaged-file': 'error',
  'no-open-workbook': 'error',
  'given-twice': 'error',
  'empty-file': 'error',
  'binary-file': 'error',
  'unknown-encoding': 'error',
  'read-as-gb18030': 'warning',
  'more-problems': 'warning',
  // the syntax
  'yaml-syntax': 'error',
  'json-syntax': 'error',
  'csv-syntax': 'error',
  'duplicate-key': 'error',
  'alias-bomb': 'error',
  'several-documents': 'error',
  // the table
  'no-header': 'error',
  'too-many-columns': 'error',
  'cell-without-column': 'error',
  'row-too-short': 'error',
  'merged-cells': 'error',
  'odd-cell': 'error',
  'ambiguous-comma': 'error',
  'hidden-rows': 'error',
  'struck-out': 'error',
  'shown-otherwise': 'error',
  'error-in-cell': 'error',
  'formula-without-value': 'error',
  'other-sheets': 'warning',
  // the shape
  'unknown-key': 'error',
  'missing-key': 'error',
  'wrong-type': 'error',
  'unknown-value': 'error',
  'bad-quantity': 'error',
  'bad-share': 'error',
  'unquoted-thousands': 'error',
  'goal-not-plain': 'error',
  'negative-width': 'error',
  'exact-yet-wide': 'error',
  'reversed-range': 'error',
  'bad-day': 'error',
  'impossible-day': 'error',
  'bad-duration': 'error',
  'no-comparator': 'error',
  'several-comparators': 'error',
  // the meaning
  'unknown-plan': 'error',
  'wrong-plan': 'error',
  'not-a-report': 'error',
  'unknown-indicator': 'error',
  'unknown-measure': 'error',
  'unknown-region': 'error',
  'goal-of-own-region': 'error',
  'share-impossible': 'error',
  'unknown-source': 'error',
  'unknown-target': 'error',
  'unknown-definition': 'warning',
  'duplicate-id': 'error',
  'wrong-unit': 'error',
  'multiplied-twice': 'error',
  'days-out-of-order': 'error',
  'after-publication': 'error',
  'day-to-come': 'error',
  'nothing-reported': 'error',
  implausible: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

export type ProblemCode = keyof typeof problemCatalogue;
export type ProblemSeverity = (typeof problemCatalogue)[ProblemCode];
export type ProblemArgs = Readonly<Record<string, string | number | readonly string[]>>;

export interface Problem {
  readonly code: ProblemCode;
  readonly args: ProblemArgs;
  readonly place: Place;
}

export const severityOf = (problem: Problem): ProblemSeverity => problemCatalogue[problem.code];

export const isError = (problem: Problem): boolean => severityOf(problem) === 'error';
