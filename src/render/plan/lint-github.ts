import { lintSeverities } from '../../model/lint.ts';
import { githubCommand, MAX_OF_A_KIND } from '../github.ts';
import type { Lang } from '../words/words.ts';
import { type Linted, lintWordsIn } from './told.ts';

const kinds = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Annotations of GitHub Actions, as many of a kind as are shown; the last notice has all counts. */
export function lintGithub({ path, told, counts }: Linted, lang: Lang): string {
  const shown = lintSeverities.flatMap(severity =>
    told.filter(each => each.severity === severity).slice(0, severity === 'note' ? MAX_OF_A_KIND - 1 : MAX_OF_A_KIND),
  );
  const lines = shown.map(({ severity, code, place: { file, span }, what, help }) => {
    const place = { path: file, line: span?.line ?? 1, col: span?.col ?? 1 };
    return githubCommand(kinds[severity], place, code, help === undefined ? what : `${what} (${help})`);
  });
  const all = lintWordsIn(lang).counts(counts.error, counts.warning, counts.note);
  return `${[...lines, githubCommand('notice', { path, line: 1, col: 1 }, 'plan lint', all)].join('\n')}\n`;
}
