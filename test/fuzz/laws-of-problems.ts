import type { Mistake } from '../../src/model/mistake.ts';
import { renderFaults } from '../../src/render/faults.ts';
import { isError, type Problem } from '../../src/values/problem.ts';
import { holds, holdsNoEscape } from './broken-law.ts';

const langs = ['en', 'zh'] as const;

/** What was read or is refused: never both, never neither; and each problem has a place and words. */
export function holdProblems(what: string, value: unknown, problems: readonly (Problem | Mistake)[]): void {
  const errors = problems.filter(each => 'setting' in each || isError(each));
  holds(
    (value === undefined) === errors.length > 0,
    'a value or an error',
    what,
    problems.map(({ code }) => code),
  );
  for (const problem of problems) if ('place' in problem) holdPlace(problem);
  for (const lang of langs) {
    const said = renderFaults(problems, { lang, width: 80, isColored: false });
    holds(problems.length === 0 || said.trim() !== '', 'a problem has words', what);
    holdsNoEscape(said, `problems (${lang})`);
    // What a message quotes may say so itself.
    if (!SLIPS.test(JSON.stringify(problems))) holds(!SLIPS.test(said), 'words say something', said);
  }
}

const SLIPS = /\bundefined\b|\bNaN\b|\[object |\bnull\b/;

function holdPlace({ code, place }: Problem): void {
  const { file, span } = place;
  holds(file !== '', 'a problem has a file', code);
  if (!span) return;
  const { line, col, endLine, endCol } = span;
  holds(
    [line, col, endLine, endCol].every(each => Number.isSafeInteger(each) && each >= 1),
    'a place is one',
    code,
    span,
  );
  holds(endLine > line || (endLine === line && endCol >= col), 'a place ends behind its start', code, span);
}
