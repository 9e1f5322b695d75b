import type * as z from 'zod';
import type { Problem } from '../../values/problem.ts';
import { checkShape } from '../shape/check-shape.ts';
import { openFile, type SourceFile } from './source-file.ts';

export interface ReadAs<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a file whose schema says all that is to be said of it: a config, waivers. */
export async function readAs<S extends z.ZodType>(file: SourceFile, schema: S): Promise<ReadAs<z.output<S>>> {
  const open = await openFile(file);
  if (!open.document) return { value: undefined, problems: open.problems };
  const shape = checkShape(schema, open.document);
  if ('findings' in shape) return { value: undefined, problems: open.problemsWith(shape.findings) };
  return { value: shape.value, problems: open.problems };
}
