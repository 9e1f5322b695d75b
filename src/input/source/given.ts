import { asMapping } from '../../values/mapping.ts';
import { fail, type Outcome, ok } from '../../values/outcome.ts';
import type { Problem } from '../../values/problem.ts';
import { notJson } from '../json/not-json.ts';
import type { InputFormat } from './registry.ts';
import type { SourceFile } from './source-file.ts';

/** What is read: its name, as problems and analyses show it, and the bytes of a file, its text, or data as JSON has it. */
export type Source = { readonly path: string; readonly format?: InputFormat | undefined } & (
  | { readonly bytes: Uint8Array; readonly text?: undefined; readonly data?: undefined }
  | { readonly text: string; readonly bytes?: undefined; readonly data?: undefined }
  | { readonly data: unknown; readonly bytes?: undefined; readonly text?: undefined }
);

/** The file that a source is, in bytes; data is one in JSON. */
export function fileOf(source: Source): Outcome<SourceFile & { readonly bytes: Uint8Array }, readonly Problem[]> {
  const { path, format, bytes, text, data } = sourceGiven(source);
  if (bytes !== undefined) return ok({ path, format, bytes });
  if (text !== undefined) return ok({ path, format, bytes: encoder.encode(text) });
  const not = notJson(data);
  if (not) return fail([{ ...not.problem, place: { file: [path, ...not.path].join('.') } }]);
  return ok({ path, format: 'json', bytes: encoder.encode(JSON.stringify(data) ?? '') });
}

/** Plain JavaScript can hand in what the types forbid; a file without a name could not be told from another one. */
function sourceGiven(source: Source): Source {
  const { path, bytes, text } = asMapping(source);
  if (typeof path !== 'string')
    throw new TypeError('source: expected { path, bytes | text | data }, with a text as path');
  if (bytes !== undefined && !ArrayBuffer.isView(bytes)) throw new TypeError('source.bytes: expected a Uint8Array');
  if (text !== undefined && typeof text !== 'string') throw new TypeError('source.text: expected a text');
  return source;
}

const encoder = new TextEncoder();
