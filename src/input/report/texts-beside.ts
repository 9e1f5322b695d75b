import type { RawFigure, ReportHead } from '../../model/report.ts';
import type { Document, Step } from '../document/document.ts';

/** What a text beside numbers says of them, and where it stands. */
export interface SaidBeside<T> {
  readonly said: T;
  readonly path: readonly Step[];
}

/** What a text says of the numbers around it; undefined where it says nothing. */
export type Judge<T> = (text: string) => T | undefined;

/** By what stands above all figures, and by the notes around a table. */
export function saidAround<T>(
  { report, note, source, scope }: ReportHead,
  { aside = [], sheet }: Partial<Document>,
  judge: Judge<T>,
): readonly SaidBeside<T>[] {
  const texts: readonly (readonly [text: string | undefined, path: readonly Step[]])[] = [
    [report, ['report']],
    [note, NOTE],
    [source?.title, TITLE],
    [source?.publisher, PUBLISHER],
    [partOf(scope), SCOPE],
    [sheet, ['sheet']],
    ...aside.map((text, index) => [text, ['aside', index]] as const),
  ];
  return texts.flatMap(([text, path]) => {
    const said = text === undefined ? undefined : judge(text);
    return said === undefined ? [] : [{ said, path }];
  });
}

const NOTE = ['note'];
const SAYS = ['says'];
const TITLE = ['source', 'title'];
const PUBLISHER = ['source', 'publisher'];
const SCOPE = ['scope'];
const NOTHING: readonly never[] = [];

/** By what one figure has in words itself; of a million figures hardly one says anything. */
export function saidByOne<T>(
  { note, says, source, scope }: RawFigure,
  above: readonly Step[],
  judge: Judge<T>,
): readonly SaidBeside<T>[] {
  let found: SaidBeside<T>[] | undefined;
  const hear = (text: string | undefined, path: readonly Step[]): void => {
    const said = text === undefined ? undefined : judge(text);
    if (said === undefined) return;
    found ??= [];
    found.push({ said, path: [...above, ...path] });
  };
  if (note !== undefined) hear(note, NOTE);
  if (says !== undefined) hear(says, SAYS);
  if (source !== undefined) {
    hear(source.title, TITLE);
    hear(source.publisher, PUBLISHER);
  }
  if (scope !== undefined) hear(partOf(scope), SCOPE);
  return found ?? NOTHING;
}

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
