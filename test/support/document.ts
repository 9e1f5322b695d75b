import { expect } from 'vitest';
import type { Document, ReadResult, Step } from '../../src/input/document/document.ts';

type ReadText = (text: string) => ReadResult;

/** Reads a text that is expected to hold a document without a problem. */
export function documentOf(read: ReadText, text: string): Document {
  const { documents, problems } = read(text);
  expect(problems).toStrictEqual([]);
  const [document] = documents;
  if (!document) throw new Error('no document and no problem');
  return document;
}

/** The place of a path as `line:col text`, where the text is what the span covers in the file. */
export function placeIn(text: string, { locate }: Document, path: readonly Step[], which?: 'key' | 'value'): string {
  const span = locate(path, which);
  if (!span) return 'nowhere';
  const lines = text.split('\n');
  const offset = (line: number, col: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + col - 1;
  return `${span.line}:${span.col} ${text.slice(offset(span.line, span.col), offset(span.endLine, span.endCol))}`;
}

/** The problems of a text as `line:col code`. */
export const problemsOf = (read: ReadText, text: string): string[] =>
  read(text).problems.map(({ code, span }) => `${span?.line}:${span?.col} ${code}`);
