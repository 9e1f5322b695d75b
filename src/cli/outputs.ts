import path from 'node:path';
import { nearest } from '../input/document/nearest.ts';
import type { Analysis } from '../model/analysis.ts';
import { piecesOf, type RenderOptions } from '../render/format.ts';
import { fileContent } from '../render/mark.ts';
import { type FormatId, formatIds, formats } from '../render/registry.ts';
import { usageOfFiles } from '../render/words/usage-files.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Io } from './io.ts';
import { realPath } from './real-path.ts';
import { UserError } from './user-error.ts';
import { isSpecial, type MayWrite, writeWhole } from './write-output.ts';

export interface Output {
  readonly format: FormatId;
  /** Null for standard output. */
  readonly file: string | null;
}

/** `table`, `junit=out/junit.xml`: one or more formats, each to standard output or to its own file. */
export function parseOutputs(texts: readonly string[]): Output[] {
  const outputs = texts.map(text => parseOutput('--format', text, formatIds));
  const toStdout = outputs.filter(({ file }) => file === null);
  if (toStdout.length > 1) {
    throw new UserError(usageOfFlags.severalToStdout(toStdout.map(({ format }) => format)));
  }
  const twice = outputs.find(
    ({ file }, index) => file !== null && outputs.findIndex(each => each.file === file) < index,
  );
  if (twice) throw new UserError(usageOfFlags.sameFile(twice.file ?? ''));
  return outputs;
}

/** `json` or `json=out.json`; without a file it goes to standard output. */
export function parseOutput<Id extends string>(flag: string, text: string, ids: readonly Id[]) {
  const [name = '', ...rest] = text.split('=');
  const format = ids.find(id => id === name);
  if (format === undefined) {
    throw new UserError(
      usageOfFlags.unknownFormat(flag, { name, near: fileMeant(name, ids) ?? nearest(name, ids), allowed: ids }),
    );
  }
  const file = rest.join('=');
  if (rest.length > 0 && file === '') throw new UserError(usageOfFlags.formatWithoutFile(flag, text, format));
  return { format, file: rest.length > 0 ? file : null };
}

/** A file alone, whose name says its format. */
function fileMeant(name: string, ids: readonly string[]): string | undefined {
  const extension = path.extname(name).slice(1).toLowerCase();
  const id = ids.find(each => each === (extension === 'md' ? 'markdown' : extension));
  return id && `${id}=${name}`;
}

/** No output may take the place of a file that the run reads, nor of another output: by the real files, not by their names. */
export function protectFiles(
  outputs: readonly { readonly file: string | null }[],
  inputs: readonly string[],
  { cwd }: Io,
): void {
  const written = new Map<string, string>();
  for (const { file } of outputs) {
    if (file === null) continue;
    const full = realPath(file, cwd);
    if (full.startsWith('/dev/')) continue;
    const other = written.get(full);
    if (other === file) throw new UserError(usageOfFiles.twoOutputs(file));
    if (other !== undefined) throw takesThePlace(file, other);
    written.set(full, file);
  }
  if (written.size === 0) return;
  for (const input of inputs) {
    const file = written.get(realPath(input, cwd));
    if (file !== undefined) throw takesThePlace(file, input);
  }
}

const takesThePlace = (file: string, other: string): UserError =>
  new UserError(usageOfFiles.takesThePlace(file, other));

/**
 * Renders every output before the first is written, so that a failure in one leaves none half done; what comes in pieces
 * is the analysis as it stands, in which nothing can fail.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  analysis: Analysis,
  options: RenderOptions,
  io: Io,
  mayWrite?: MayWrite,
): Promise<void> {
  const rendered = await Promise.all(
    outputs.map(async ({ format: id, file }) => {
      const format = await formats[id].load();
      if (format.pieces) return { file, content: format.pieces(analysis) };
      const output = await format.render(analysis, options);
      const isFile = file !== null && !isSpecial(realPath(file, io.cwd));
      return { file, content: isFile ? fileContent(format.mark, output) : output };
    }),
  );
  const isUnreadable = rendered.some(({ file, content }) => file === null && content instanceof Uint8Array);
  if (isUnreadable && io.stdout.isTTY) {
    throw new UserError(usageOfFlags.noTerminalText());
  }
  for (const { file, content } of rendered) if (file !== null) await writeWhole(file, content, io, mayWrite);
  for (const { file, content } of rendered)
    if (file === null) for (const piece of piecesOf(content)) io.stdout.write(piece);
}
