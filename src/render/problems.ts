import { Chalk } from 'chalk';
import type { Place } from '../values/place.ts';
import { type Problem, severityOf } from '../values/problem.ts';
import { visible, widthOf } from './layout/text.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** All problems of a run: place, words, the lines of the file around it, and what was expected. */
export function renderProblems(
  problems: readonly Problem[],
  { lang, isColored }: { lang: Lang; isColored: boolean },
): string {
  const words = wordsIn(lang);
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const blocks = problems.map(problem => {
    const severity = severityOf(problem);
    const { what, help } = words.problem[problem.code](problem.args);
    const paint = severity === 'error' ? chalk.red.bold : chalk.yellow.bold;
    return [
      `${chalk.bold(visible(placeText(problem.place)))}: ${paint(severity)}: ${visible(what)} ${chalk.dim(`[${problem.code}]`)}`,
      ...frame(
        problem.place,
        text => paint(text),
        text => chalk.dim(text),
      ),
      ...(help ? [`  ${chalk.dim('=')} ${visible(help)}`] : []),
    ].join('\n');
  });
  const errors = problems.filter(problem => severityOf(problem) === 'error').length;
  return `${[...blocks, words.problems(errors, problems.length - errors)].join('\n\n')}\n`;
}

/** `file:line:col`, as far as it is known. */
export const placeText = ({ file, span }: Place): string => (span ? `${file}:${span.line}:${span.col}` : file);

function frame({ span, excerpt }: Place, mark: (text: string) => string, dim: (text: string) => string): string[] {
  if (!span || !excerpt) return [];
  const gutter = String(excerpt.firstLine + excerpt.lines.length - 1).length;
  return excerpt.lines.flatMap((line, index) => {
    const number = excerpt.firstLine + index;
    const isFirst = number === span.line;
    const shown = `${isFirst ? mark('>') : ' '} ${dim(`${String(number).padStart(gutter)} |`)} ${clip(visible(line))}`;
    return isFirst
      ? [
          shown,
          `  ${' '.repeat(gutter)} ${dim('|')} ${' '.repeat(columnsBefore(line, span.col))}${mark(caret(line, span))}`,
        ]
      : [shown];
  });
}

/** Columns before the marked place: a wide character takes two, a shown control character as many as its code. */
const columnsBefore = (line: string, col: number): number => widthOf(visible(line.slice(0, col - 1)));

function caret(line: string, { line: first, endLine, col, endCol }: NonNullable<Place['span']>): string {
  const marked = first === endLine ? line.slice(col - 1, endCol - 1) : line.slice(col - 1);
  return '^'.repeat(Math.max(1, Math.min(widthOf(visible(marked)), MAX_LINE)));
}

/** A line of a megabyte is no help in a code frame. */
const MAX_LINE = 160;
const clip = (line: string): string => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line);
