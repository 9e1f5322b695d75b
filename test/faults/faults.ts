import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BinaryRun, type BinaryWorld, binary, runProcess } from '../support/binary.ts';
import { programNamed } from '../support/program.ts';

/** A report of the shipped plan that decides some targets and leaves others open. */
export const REPORT = 'as_of: 2023-12-31\nmetrics: { 5g-base-stations: 93307 }\n';
export const UNDECIDED = 3;
export const CANNOT_CHECK = 2;

/** A line of a shell, in which `$tool` is the command line. */
export const inShell = (line: string, { env = {}, ...world }: BinaryWorld = {}): Promise<BinaryRun> =>
  runProcess('sh', ['-c', line.replaceAll('$tool', `"${process.execPath}" "${binary}"`)], { ...world, env });

/** Runs with a script loaded before it, which disturbs it. */
export const disturbed = (script: string, argv: readonly string[], { env = {}, ...world }: BinaryWorld) =>
  runProcess(process.execPath, [binary, ...argv], {
    ...world,
    env: { ...env, NODE_OPTIONS: `--require=${path.join(import.meta.dirname, 'disturb', script)}` },
  });

/** By what a finished batch is known again; where its outputs lie is in it. */
const FINISHED = path.join('.shanxi-plan-batch', 'finished');

/** All files below a folder, with what is in them. */
export const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name !== FINISHED && statSync(path.join(folder, name)).isFile())
      .map(name => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );

const NOBODY = 65_534;

/** Before a command, makes it one of a user who owns nothing; null where nobody can be that user, or cannot run us. */
export async function asNobody(): Promise<string | null> {
  if (process.getuid?.() !== 0) return skipped('tests of rights as another user need to be run as root');
  if (!programNamed('setpriv'))
    return skipped('tests of rights as another user need setpriv (apt-get install util-linux)');
  const before = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  const { code } = await inShell(`${before} $tool --version`);
  return code === 0 ? before : skipped('no other user can read this folder');
}

export function skipped(why: string): null {
  process.stderr.write(`skipped: ${why}\n`);
  return null;
}
