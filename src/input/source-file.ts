import type { Place, Span } from '../values/place.ts';
import type { Problem } from '../values/problem.ts';
import type { Finding } from './check-shape.ts';
import { decode } from './decode.ts';
import type { Document, TextProblem } from './document.ts';
import { excerptAround } from './lines.ts';
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
  readonly problemAt: (finding: Finding) => Problem;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
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
  const place = (span: Span | undefined): Place => placeIn(path, text, span);
  const noted: Problem[] = encoding === 'gb18030' ? [{ code: 'read-as-gb18030', args: {}, place: { file: path } }] : [];
  return {
    path,
    document,
    problems: [
      ...noted,
      ...problems.map((problem: TextProblem) => ({
        code: problem.code,
        args: problem.args,
        place: place(problem.span),
      })),
    ],
    problemAt: ({ code, args, path: steps, at }) => ({ code, args, place: place(document?.locate(steps, at)) }),
    placeOf: steps => {
      const span = document?.locate(steps);
      return span ? { file: path, span } : { file: path };
    },
  };
}

function placeIn(file: string, text: string, span: Span | undefined): Place {
  return span ? { file, span, excerpt: excerptAround(text, span) } : { file };
}

function unreadable(path: string, problem: Problem): OpenFile {
  return { path, document: undefined, problems: [problem], problemAt: () => problem, placeOf: () => ({ file: path }) };
}
