import type { RawFigure, ReportHead } from '../../model/report.ts';
import type { Document, Step } from '../document/document.ts';

/** What a text beside numbers says of them, and where it stands. */
export interface SaidBeside<T> {
  readonly said: T;
  readonly path: readonly Step[];
}

/** What a text says of the numbers around it; undefined where it says nothing. */
export type Judge<T> = (text: string) => T | undefined;

type TextAt = readonly [text: string | undefined, path: readonly Step[]];

/** By what stands above all figures, and by the notes around a table. */
export const saidAround = <T>(
  head: ReportHead,
  { aside = [], sheet }: Partial<Document>,
  judge: Judge<T>,
): readonly SaidBeside<T>[] =>
  saidIn(
    [
      [head.report, ['report']],
      ...textsOf(head),
      [sheet, ['sheet']],
      ...aside.map((text, index): TextAt => [text, ['aside', index]]),
    ],
    [],
    judge,
  );

/** By what one figure has in words itself. */
export const saidByOne = <T>(raw: RawFigure, above: readonly Step[], judge: Judge<T>): readonly SaidBeside<T>[] =>
  saidIn(textsOf(raw), above, judge);

const saidIn = <T>(texts: readonly TextAt[], above: readonly Step[], judge: Judge<T>): readonly SaidBeside<T>[] =>
  texts.flatMap(([text, path]) => {
    const said = text === undefined ? undefined : judge(text);
    return said === undefined ? [] : [{ said, path: [...above, ...path] }];
  });

const textsOf = ({ note, says, source, scope }: Partial<RawFigure>): readonly TextAt[] => [
  [note, ['note']],
  [says, ['says']],
  [source?.title, ['source', 'title']],
  [source?.publisher, ['source', 'publisher']],
  [partOf(scope), ['scope']],
];

/** Whether a judge hears anything in what one figure has in words. */
export const hasWordsOf = ({ note, says, source, scope }: RawFigure, judge: Judge<unknown>): boolean =>
  isHeard(note, judge) ||
  isHeard(says, judge) ||
  isHeard(source?.title, judge) ||
  isHeard(source?.publisher, judge) ||
  isHeard(partOf(scope), judge);

const isHeard = (text: string | undefined, judge: Judge<unknown>): boolean =>
  text !== undefined && judge(text) !== undefined;

const partOf = (scope: ReportHead['scope']): string | undefined => (typeof scope === 'object' ? scope.part : undefined);

const MOST_REMEMBERED = 500;

/** Rows of a table say the same again and again. */
export function remembering<T>(judge: Judge<T>): Judge<T> {
  const judged = new Map<string, { readonly text: string; readonly said: T | undefined }>();
  let latest: { readonly text: string; readonly said: T | undefined } | undefined;
  return text => {
    if (latest !== undefined && latest.text === text) return latest.said;
    latest = judged.get(text);
    if (latest !== undefined) return latest.said;
    latest = { text, said: judge(text) };
    if (judged.size >= MOST_REMEMBERED) judged.clear();
    judged.set(text, latest);
    return latest.said;
  };
}
