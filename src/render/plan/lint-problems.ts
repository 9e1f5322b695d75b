import type { LintFinding } from '../../model/lint.ts';
import { inWords } from '../../values/fact.ts';
import type { Problem } from '../../values/problem.ts';
import { lintWordsIn } from './told.ts';

/** Errors of a plan that were found by a lint, as problems of its file. */
export const lintProblems = (errors: readonly LintFinding[]): Problem[] =>
  errors.map(finding => {
    const [en, zh] = [inWords(lintWordsIn('en').finding, finding), inWords(lintWordsIn('zh').finding, finding)];
    const help = { en: en.help ?? '', zh: zh.help ?? '' };
    return {
      code: 'lint-error',
      args: { lint: finding.code, what: { en: en.what, zh: zh.what }, help },
      place: finding.place,
    };
  });
