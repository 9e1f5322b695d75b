import type { Problem } from '../../values/problem.ts';
import { readShape, type Shape } from '../shape/shapes.ts';
import { openFile, type SourceFile } from './source-file.ts';

export interface ReadAs<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a file whose schema says all that is to be said of it: a config, waivers. */
export async function readAs<T>(file: SourceFile, shape: Shape<T>): Promise<ReadAs<T>> {
  const open = await openFile(file);
  if (!open.document) return { value: undefined, problems: open.problems };
  const read = await readShape(shape, open.document.data);
  if ('findings' in read) return { value: undefined, problems: open.problemsWith(read.findings) };
  return { value: read.value, problems: open.problems };
}
