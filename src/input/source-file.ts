import type { Place, Span } from '../values/place.ts';
import type { Problem } from '../values/problem.ts';
import type { Finding } from './check-shape.ts';
import { decode } from './decode.ts';
import type { Document, TextProblem } from './document.ts';
import { excerptAround, linesOf } from './lines.ts';
import { formatOf, type InputFormat, inputFormats, readers } from './registry.ts';

/** A file as the command line hands it over: its name as the user wrote it, and its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Overrides the format that the extension names; standard input has no extension. */
  readonly format?: InputFormat | undefined;
}

/** A file that was read: its document, and the way from a finding in it to a problem with a place. */
export interface OpenFile {
  readonly path: string;
  readonly document: Document | undefined;
  readonly problems: readonly Problem[];
  /** The problems of the file and what was found in its document, in the order of the file. */
  readonly problemsWith: (findings: readonly Finding[]) => Problem[];
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** The place of a key or of a value, with the lines around it. */
  readonly framedPlaceOf: (path: readonly (string | number)[], at?: 'key' | 'value') => Place;
}

export async function openFile({ path, bytes, format }: SourceFile): Promise<OpenFile> {
  const chosen = format ?? formatOf(path);
  if (!chosen)
    return unreadable(path, { code: 'unknown-format', args: { allowed: inputFormats }, place: { file: path } });
  const decoded = decode(bytes);
  if ('code' in decoded) return unreadable(path, { code: decoded.code, args: {}, place: { file: path } });
  const reader = await readers[chosen]();
  const { text, encoding } = decoded;
  const { document, problems } = reader.read(text);
  let lines: readonly string[] | undefined;
  const place = (span: Span | undefined): Place => {
    if (!span) return { file: path };
    lines ??= linesOf(text);
    return { file: path, span, excerpt: excerptAround(lines, span) };
  };
  const problemAt = ({ code, args, path: steps, at }: Finding): Problem => ({
    code,
    args,
    place: place(document?.locate(steps, at)),
  });
  const noted: Problem[] = encoding === 'gb18030' ? [{ code: 'read-as-gb18030', args: {}, place: { file: path } }] : [];
  const own = [
    ...noted,
    ...problems.map(({ code, args, span }: TextProblem): Problem => ({ code, args, place: place(span) })),
  ];
  return {
    path,
    document,
    problems: own,
    problemsWith: findings => [...own, ...findings.map(problemAt)].toSorted(byPlace),
    framedPlaceOf: (steps, at) => place(document?.locate(steps, at)),
    placeOf: steps => {
      const span = document?.locate(steps);
      return span ? { file: path, span } : { file: path };
    },
  };
}

function byPlace({ place: { span: a } }: Problem, { place: { span: b } }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.col ?? 0) - (b?.col ?? 0);
}

function unreadable(path: string, problem: Problem): OpenFile {
  return {
    path,
    document: undefined,
    problems: [problem],
    problemsWith: () => [problem],
    placeOf: () => ({ file: path }),
    framedPlaceOf: () => ({ file: path }),
  };
}
