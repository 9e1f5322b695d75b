import path from 'node:path';
import type { BatchIndex } from '../../model/batch.ts';
import type { IndexOptions } from '../../render/batch/index-format.ts';
import { type IndexFormatId, indexFormatIds, indexFormats } from '../../render/batch/registry.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import type { Io } from '../io.ts';
import { parseOutput } from '../outputs.ts';
import { realPath } from '../real-path.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';
import { INDEX, INDEX_PAGE } from './protect.ts';

export interface IndexOutput {
  readonly format: IndexFormatId;
  /** Null for standard output. */
  readonly file: string | null;
}

/** `table`, `csv=out/index.csv`: one to standard output, each other to its own file. */
function parseIndexOutputs(texts: readonly string[]): IndexOutput[] {
  const outputs = texts.map(text => parseOutput('--index', text, indexFormatIds));
  const twice = outputs.find(({ file }, at) => outputs.findIndex(each => each.file === file) < at);
  if (!twice) return outputs;
  throw new UserError(usageOfFlags.sameIndex(twice.file));
}

interface IndexFlags {
  readonly index?: readonly string[];
  readonly outputDir?: string;
  readonly format?: readonly string[];
}

/** The index stands beside the groups as well, whatever else becomes of it; beside pages as one. */
export function indexOutputs({ index, outputDir, format }: IndexFlags, { cwd }: Io): IndexOutput[] {
  const asked = parseIndexOutputs(index ?? ['table']);
  if (outputDir === undefined) return asked;
  const beside: IndexOutput[] = [
    { format: 'json', file: path.join(outputDir, INDEX) },
    ...(format?.includes('html') ? [{ format: 'html', file: path.join(outputDir, INDEX_PAGE) } as const] : []),
  ];
  const isAsked = ({ format: id, file }: IndexOutput) =>
    asked.some(
      each => each.format === id && each.file !== null && realPath(each.file, cwd) === realPath(file ?? '', cwd),
    );
  return [...asked, ...beside.filter(each => !isAsked(each))];
}

/** The way from a file to a folder, with `/`. */
const wayTo = (folder: string, file: string, cwd: string): string =>
  path
    .relative(path.dirname(path.resolve(cwd, file)), path.resolve(cwd, folder))
    .split(path.sep)
    .join('/');

/** Renders all before the first is written. */
export async function writeIndex(
  outputs: readonly IndexOutput[],
  index: BatchIndex,
  options: Omit<IndexOptions, 'groupsAt'>,
  outputFolder: string | undefined,
  io: Io,
): Promise<void> {
  const rendered = await Promise.all(
    outputs.map(async ({ format, file }) => {
      const groupsAt = file === null || outputFolder === undefined ? null : wayTo(outputFolder, file, io.cwd);
      return { file, text: (await indexFormats[format]()).render(index, { ...options, groupsAt }) };
    }),
  );
  for (const { file, text } of rendered) if (file !== null) await writeWhole(file, text, io);
  for (const { file, text } of rendered) if (file === null) io.stdout.write(text);
}
