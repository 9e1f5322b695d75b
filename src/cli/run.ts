import { exitCodes } from '../model/exit-code.ts';
import { homeFolder } from './home-folder.ts';
import type { Io } from './io.ts';
import { main } from './main.ts';
import { standardStream } from './standard-stream.ts';

const stderr = standardStream(
  2,
  () => process.stderr,
  () => {},
);

/** The real world for `main`: the only place that knows the process. */
export async function run(): Promise<number> {
  const cwd = workingFolder();
  if (cwd === undefined) return exitCodes.cannotCheck;
  const io: Io = {
    stdout: standardStream(1, () => process.stdout, unlessClosed),
    stderr,
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    cwd,
    home: await homeFolder(),
    today,
    latestToday,
    guard,
  };
  process.once('exit', endedEarly);
  const code = await main(process.argv.slice(2), io);
  process.off('exit', endedEarly);
  return isLost ? exitCodes.cannotCheck : code;
}

/**
 * Where nothing is left that could go on, such as a thread that never answers because it could open no file, Node ends the
 * program with 0, which would be a pass.
 */
function endedEarly(): void {
  process.exitCode = exitCodes.cannotCheck;
  process.stderr.write(
    'shanxi-plan: it ended before it was done: something did not start, as where too few files may be open\n' +
      '  --workers 0 does a batch without threads\n',
  );
}

/** Undefined, and said, where it was deleted under the shell. */
function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    stderr.write('shanxi-plan: the working folder is not there any more\n  go to one that is\n');
    return undefined;
  }
}

/** What a thread of a batch runs. */
export const work = (): Promise<unknown> => import('./batch/worker.ts');

/** The day that it is here: a report of the first of a month must not be judged as of the month before. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const FIRST_ZONE = 14 * 3_600_000;

const latestToday = (): string => new Date(Date.now() + FIRST_ZONE).toISOString().slice(0, 10);

/** Set once a report did not arrive where it was sent. */
let isLost = false;

/**
 * A reader such as `head` that closes the pipe early ends the writing quietly; the exit code stays. Any other failure,
 * such as a full disk, is one to write the report, which may come before or after the run has ended.
 */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || isLost) return;
  isLost = true;
  process.exitCode = exitCodes.cannotCheck;
  stderr.write(`shanxi-plan: the report cannot be written: ${error.code}\n`);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The signal itself ends the program, after the clean-up, so that a shell sees it (130 for SIGINT). Signals are
 * listened to only here: else a long computation could not be interrupted.
 */
async function guard<T>(work: () => Promise<T>, cleanUp: () => void): Promise<T> {
  const end = (signal: NodeJS.Signals): void => {
    cleanUp();
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await work();
  } finally {
    release();
  }
}
