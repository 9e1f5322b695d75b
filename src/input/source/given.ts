import { fail, type Outcome, ok } from '../../values/outcome.ts';
import type { Problem } from '../../values/problem.ts';
import { notJson } from '../json/not-json.ts';
import type { InputFormat } from './registry.ts';
import type { SourceFile } from './source-file.ts';

/** What is read: its name, as problems and analyses show it, and the bytes of a file, its text, or data as JSON has it. */
export type Source = { readonly path: string; readonly format?: InputFormat | undefined } & (
  | { readonly bytes: Uint8Array }
  | { readonly text: string }
  | { readonly data: unknown }
);

/** The file that a source is, in bytes; data is one in JSON. */
export function fileOf(source: Source): Outcome<SourceFile & { readonly bytes: Uint8Array }, readonly Problem[]> {
  const { path, format } = source;
  if ('bytes' in source) return ok({ path, format, bytes: source.bytes });
  if ('text' in source) return ok({ path, format, bytes: encoder.encode(source.text) });
  const not = notJson(source.data);
  if (not) return fail([{ ...not.problem, place: { file: [path, ...not.path].join('.') } }]);
  return ok({ path, format: 'json', bytes: encoder.encode(JSON.stringify(source.data) ?? '') });
}

const encoder = new TextEncoder();
