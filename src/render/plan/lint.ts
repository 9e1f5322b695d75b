import { Chalk } from 'chalk';
import { type LintFinding, type LintSeverity, lintSeverityOf } from '../../model/lint.ts';
import { inWords } from '../../values/fact.ts';
import { findingBlock } from '../problems.ts';
import type { LintWords } from '../words/lint.ts';
import { lintEn } from '../words/lint-en.ts';
import { lintZh } from '../words/lint-zh.ts';
import type { Lang } from '../words/words.ts';

const languages: Readonly<Record<Lang, LintWords>> = { en: lintEn, zh: lintZh };

export const lintWordsIn = (lang: Lang): LintWords => languages[lang];

const colors = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<LintSeverity, string>;

/** All findings of a lint in the style of problems, and how many there are. */
export function renderLint(
  path: string,
  findings: readonly LintFinding[],
  { lang, isColored }: { readonly lang: Lang; readonly isColored: boolean },
): string {
  const words = lintWordsIn(lang);
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  if (findings.length === 0) return `${words.clean(path)}\n`;
  const blocks = findings.map(finding => {
    const { code, place } = finding;
    const severity = lintSeverityOf(finding);
    const shown = { code, place, label: words.severity[severity], words: inWords(words.finding, finding) };
    return findingBlock(shown, chalk[colors[severity]].bold, chalk);
  });
  const count = (severity: LintSeverity) => findings.filter(each => lintSeverityOf(each) === severity).length;
  return `${[...blocks, words.counts(count('error'), count('warning'), count('info'))].join('\n\n')}\n`;
}
