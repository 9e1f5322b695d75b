import { Chalk, type ChalkInstance } from 'chalk';
import { beginning } from '../values/beginning.ts';
import { inWords } from '../values/fact.ts';
import { type Place, placeText, spotOf } from '../values/place.ts';
import { isError, type Problem, type ProblemCode, severityOf } from '../values/problem.ts';
import { metBefore } from '../values/repeated.ts';
import { formatNumber } from './layout/numbers.ts';
import { visible, widthOf } from './layout/text.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang, ProblemWords } from './words/words.ts';

/** Beyond these a reader mends the first ones and runs again. */
const MAX_SHOWN = 100;

/** The problems of a run: place, words, the lines of the file around it, and what was expected; of very many the first. */
export function renderProblems(
  problems: readonly Problem[],
  { lang, isColored }: { lang: Lang; isColored: boolean },
): string {
  const words = wordsIn(lang);
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const shown = firstOf(problems);
  const brief = allowedOnce();
  const blocks = [...shown].map(problem => {
    const severity = severityOf(problem);
    const paint = severity === 'error' ? chalk.red.bold : chalk.yellow.bold;
    const { code, place } = problem;
    const said = inWords(words.problem, shortened(brief(problem)));
    return findingBlock({ code, place, label: words.problemSeverity[severity], words: said }, paint, chalk);
  });
  const rest = countsOf(problems.filter(problem => !shown.has(problem)));
  const more = [...rest].map(([code, { count, files }]) => words.moreProblems(formatNumber(count), code, files.size));
  const errors = problems.filter(isError).length;
  const parts = [...blocks, ...(more.length > 0 ? [more.join('\n')] : [])];
  const [first] = shown;
  const end = [
    words.problems(errors, problems.length - errors),
    ...(first ? [chalk.dim(words.readMore(first.code))] : []),
  ];
  return `${[...parts, end.join('\n')].join('\n\n')}\n`;
}

/** All where they are few; else errors before warnings, but what says that not all is told, and of the errors the first of each kind before all others. */
function firstOf(problems: readonly Problem[]): ReadonlySet<Problem> {
  const isMet = metBefore();
  const isFirst = (problem: Problem) => (isError(problem) || problem.code === 'more-problems') && !isMet(problem.code);
  const firsts = problems.filter(isFirst);
  const ranked = [...new Set([...firsts, ...problems.filter(isError), ...problems])].slice(0, MAX_SHOWN);
  const chosen = new Set(ranked);
  return new Set(problems.filter(problem => chosen.has(problem)));
}

function countsOf(problems: readonly Problem[]): Map<ProblemCode, { count: number; files: Set<string> }> {
  const counts = new Map<ProblemCode, { count: number; files: Set<string> }>();
  for (const { code, place } of problems) {
    const { count, files } = counts.get(code) ?? { count: 0, files: new Set() };
    counts.set(code, { count: count + 1, files: files.add(place.file) });
  }
  return counts;
}

export interface ShownFinding {
  readonly code: string;
  readonly place: Place;
  /** The severity, as it is shown. */
  readonly label: string;
  readonly words: ProblemWords;
}

/** One finding in a file: its place, what is wrong, the lines around it, what was expected. */
export function findingBlock(
  { code, place, label, words: { what, help } }: ShownFinding,
  paint: (text: string) => string,
  chalk: ChalkInstance,
): string {
  return [
    `${chalk.bold(visible(placeText(place.file, spotOf(place))))}: ${paint(label)}: ${visible(what)} ${chalk.dim(`[${code}]`)}`,
    ...frame(place, paint, text => chalk.dim(text)),
    ...(help ? [`  ${chalk.dim('=')} ${visible(help.trim())}`] : []),
  ].join('\n');
}

function frame({ span, excerpt }: Place, mark: (text: string) => string, dim: (text: string) => string): string[] {
  if (!span || !excerpt) return [];
  const gutter = String(excerpt.firstLine + excerpt.lines.length - 1).length;
  return excerpt.lines.flatMap((line, index) => {
    const number = excerpt.firstLine + index;
    const isMarked = number === span.line;
    const shown = `${isMarked ? mark('>') : ' '} ${dim(`${String(number).padStart(gutter)} |`)} ${visible(line)}`;
    if (!isMarked) return [shown];
    const [from, to] = [excerpt.col - 1, excerpt.endCol - 1];
    const before = ' '.repeat(widthOf(visible(line.slice(0, from))));
    const caret = '^'.repeat(Math.max(1, widthOf(visible(line.slice(from, to)))));
    return [shown, `  ${' '.repeat(gutter)} ${dim('|')} ${before}${mark(caret)}`];
  });
}

/** The names that may stand somewhere are told once a run, not at each one that is not among them. */
function allowedOnce(): (problem: Problem) => Problem {
  const isMet = metBefore();
  return problem => {
    const { code, args } = problem;
    if (!('allowed' in args) || !('near' in args)) return problem;
    return isMet(`${code} ${args.allowed.join()}`)
      ? ({ ...problem, args: { ...args, allowed: [] } } as Problem)
      : problem;
  };
}

/** Names of a list that are shown; of more the first ones tell what is meant. */
const MAX_NAMES = 50;

/** Enough of a long text, or of a long list, to recognise it. */
function shortened(problem: Problem): Problem {
  const shorten = (value: unknown) => {
    if (typeof value === 'string') return beginning(value);
    if (!Array.isArray(value)) return value;
    return [...value.slice(0, MAX_NAMES).map(beginning), ...(value.length > MAX_NAMES ? ['…'] : [])];
  };
  const args = Object.fromEntries(Object.entries(problem.args).map(([key, value]) => [key, shorten(value)]));
  return { ...problem, args } as Problem;
}
