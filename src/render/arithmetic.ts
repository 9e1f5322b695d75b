import type { Analysis } from '../model/analysis.ts';
import { formatNumber } from './layout/numbers.ts';
import type { Words } from './words/words.ts';

type Checks = Analysis['checks'];

/** What does not add up, a sentence each. */
export const arithmeticTexts = (checks: Checks, words: Words): string[] =>
  checks.map(({ code, expected, found, ...of }) =>
    words.arithmetic[code]({ ...of, expected: range(expected), found: range(found) }),
  );

const range = ({ low, high }: Checks[number]['found']): string =>
  [...new Set([low, high])].flatMap(end => (end === null ? [] : [formatNumber(end)])).join('–');
