import { type LintFinding, type LintSeverity, lintSeverities, lintSeverityOf } from '../../model/lint.ts';
import { inWords } from '../../values/fact.ts';
import type { Place } from '../../values/place.ts';
import { type Problem, severityOf } from '../../values/problem.ts';
import { type LintWords, lintEn } from '../words/lint-en.ts';
import { lintZh } from '../words/lint-zh.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';

const languages: Readonly<Record<Lang, LintWords>> = { en: lintEn, zh: lintZh };

export const lintWordsIn = (lang: Lang): LintWords => languages[lang];

/** What is wrong or odd in a plan, in words. */
export interface ToldFinding {
  readonly severity: LintSeverity;
  readonly code: string;
  readonly args: object;
  readonly place: Place;
  readonly what: string;
  readonly help?: string | undefined;
}

/** What a lint found in one plan, of which only so much is shown. */
export interface Linted {
  readonly path: string;
  readonly told: readonly ToldFinding[];
  readonly counts: Readonly<Record<LintSeverity, number>>;
  /** Nothing less is among what is told. */
  readonly level: LintSeverity;
}

export const toldFindings = (findings: readonly LintFinding[], lang: Lang): ToldFinding[] =>
  findings.map(finding => ({
    severity: lintSeverityOf(finding),
    ...finding,
    ...inWords(lintWordsIn(lang).finding, finding),
  }));

export const toldProblems = (problems: readonly Problem[], lang: Lang): ToldFinding[] =>
  problems.map(problem => ({
    severity: severityOf(problem),
    ...problem,
    ...inWords(wordsIn(lang).problem, problem),
  }));

export const isAtLeast = (level: LintSeverity, { severity }: Pick<ToldFinding, 'severity'>): boolean =>
  lintSeverities.indexOf(severity) <= lintSeverities.indexOf(level);
