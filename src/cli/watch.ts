import { stat } from 'node:fs/promises';
import path from 'node:path';
import { exitCodes } from '../model/exit-code.ts';
import { wordsIn } from '../render/words/registry.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Lang } from '../render/words/words.ts';
import { findNames } from './find-files.ts';
import type { Io, OutputStream } from './io.ts';
import type { LoadedSettings } from './load-settings.ts';
import { isPlanFile } from './plans.ts';
import { sayMistake } from './say-mistakes.ts';
import { UserError } from './user-error.ts';

const PAUSE_MS = 500;
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

export interface Watched {
  readonly load: () => Promise<LoadedSettings>;
  readonly run: (io: Io) => Promise<number>;
  readonly lang: Lang;
}

/**
 * Judges again when an input changes, for as long as nobody ends it: Ctrl-C does, by its signal, which a shell tells as
 * 130. Files are looked at by name and time of change, since not every file system says that one has changed.
 */
export async function watch({ load, run, lang }: Watched, io: Io): Promise<number> {
  let code: number = exitCodes.ok;
  let before: string | undefined;
  let shown: string | undefined;
  do {
    const loaded = await loadedOr(load, before === undefined);
    const seen = loaded instanceof UserError ? loaded.message : await stateOf(loaded, io);
    if (seen === before) continue;
    const told = await keptRun(run, lang, io);
    code = told.code;
    if (told.text !== shown) {
      if (io.stdout.isTTY && shown !== undefined) io.stdout.write(CLEAR);
      told.write();
      if (shown === undefined && !(loaded instanceof UserError)) sayWatching(loaded.settings.lang, io);
    }
    [before, shown] = [seen, told.text];
  } while (await (io.pause ?? pause)());
  return code;
}

const pause = (): Promise<boolean> => new Promise(resolve => setTimeout(() => resolve(true), PAUSE_MS));

/** A flag that is wrong ends the run; settings that become wrong while it is watched are said, and looked at again. */
async function loadedOr(load: Watched['load'], isFirst: boolean): Promise<LoadedSettings | UserError> {
  try {
    return await load();
  } catch (error) {
    if (isFirst || !(error instanceof UserError)) throw error;
    return error;
  }
}

/** Names, sizes and times of all that a run would read. */
async function stateOf({ settings, tables, file }: LoadedSettings, io: Io): Promise<string> {
  const { reports, plans, waivers, since, reach } = settings;
  if (reports.includes('-')) throw new UserError(usageOfFlags.watchedInput());
  const { paths } = await findNames(reports, io, reach.reports);
  const named = [file, waivers, since, ...plans.filter(isPlanFile), tables.input?.path];
  const files = [...paths, ...named.filter(name => name != null)];
  return (await Promise.all(files.map(name => stateOfFile(name, io)))).join('\n');
}

const stateOfFile = (name: string, { cwd }: Io): Promise<string> =>
  stat(path.resolve(cwd, name)).then(
    ({ mtimeMs, size, ino }) => `${name} ${mtimeMs} ${size} ${ino}`,
    () => `${name} -`,
  );

interface KeptRun {
  readonly code: number;
  readonly text: string;
  readonly write: () => void;
}

/** A run whose words are kept back: those that are the same as before are not said again. */
async function keptRun(run: Watched['run'], lang: Lang, io: Io): Promise<KeptRun> {
  const writes: { readonly to: OutputStream; readonly chunk: string | Uint8Array }[] = [];
  const kept = (to: OutputStream, isTTY: boolean | undefined): OutputStream => ({
    ...to,
    isTTY,
    columns: to.columns,
    write: chunk => void writes.push({ to, chunk }),
  });
  const own = Object.assign(Object.create(io) as Io, {
    stdout: kept(io.stdout, io.stdout.isTTY),
    stderr: kept(io.stderr, false), // no progress, which would be said again each time
  });
  const code = await run(own).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    sayMistake(error.told[lang], own);
    return exitCodes.cannotCheck;
  });
  return {
    code,
    text: writes.map(({ chunk }) => String(chunk)).join(''),
    write: () => {
      for (const { to, chunk } of writes) to.write(chunk);
    },
  };
}

const sayWatching = (lang: Lang, { stderr }: Io): void =>
  stderr.write(`shanxi-plan: ${wordsIn(lang).screen.watching}\n`);
