import { nearest } from '../../input/document/nearest.ts';
import type { BatchIndex } from '../../model/batch.ts';
import type { IndexOptions } from '../../render/batch/index-format.ts';
import { type IndexFormatId, indexFormatIds, indexFormats, isIndexFormatId } from '../../render/batch/registry.ts';
import type { Io } from '../io.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';

export interface IndexOutput {
  readonly format: IndexFormatId;
  /** Null for standard output. */
  readonly file: string | null;
}

/** `table`, `csv=out/index.csv`: one to standard output, each other to its own file. */
export function parseIndexOutputs(texts: readonly string[]): IndexOutput[] {
  const outputs = texts.map(parseOne);
  const twice = outputs.find(({ file }, at) => outputs.findIndex(each => each.file === file) < at);
  if (!twice) return outputs;
  throw new UserError(`--index: two would be written to ${twice.file ?? 'standard output'}`, 'give each its own file');
}

function parseOne(text: string): IndexOutput {
  const [id = '', ...rest] = text.split('=');
  if (!isIndexFormatId(id)) {
    const near = nearest(id, indexFormatIds);
    const help = `known: ${indexFormatIds.join(', ')}`;
    throw new UserError(`--index: no format is called "${id}"`, near ? `did you mean "${near}"? ${help}` : help);
  }
  const file = rest.join('=');
  if (rest.length > 0 && file === '')
    throw new UserError(`--index: "${text}" names no file`, `write --index ${id}=file`);
  return { format: id, file: rest.length > 0 ? file : null };
}

/** Renders all before the first is written. */
export async function writeIndex(
  outputs: readonly IndexOutput[],
  index: BatchIndex,
  options: IndexOptions,
  io: Io,
): Promise<void> {
  const rendered = await Promise.all(
    outputs.map(async ({ format, file }) => ({ file, text: (await indexFormats[format]()).render(index, options) })),
  );
  for (const { file, text } of rendered) if (file !== null) await writeWhole(file, text, io);
  for (const { file, text } of rendered) if (file === null) io.stdout.write(text);
}
