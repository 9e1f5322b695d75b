import path from 'node:path';
import type { Io, OutputStream } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { packageRoot } from '../../src/cli/package-root.ts';

export interface World {
  /** Relative to the package's root, which is the default. */
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  /** Somebody sits at it: what `stdin` holds is typed, and questions are seen. */
  readonly isSatAt?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly home?: string;
  /** Makes standard output a terminal of that width. */
  readonly columns?: number;
  readonly today?: string;
  /** Between two looks of --watch. */
  readonly pause?: Io['pause'];
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The day on which tests run unless they say otherwise. */
const TODAY = '2024-06-30';

/** A day by which all figures of the fixtures are published: what a test reads of them does not hang on its today. */
const LATEST = '2026-12-31';

/** Runs the whole command line in this process, in a world of its own. */
export async function runCli(argv: readonly string[], world: World = {}, run = main): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    stdout: outputTo(out, world.columns),
    stderr: { ...outputTo(err), isTTY: world.isSatAt },
    stdin: Object.assign(stdinOf(world.stdin ?? ''), { isTTY: world.isSatAt }),
    env: world.env ?? {},
    cwd: path.resolve(packageRoot, world.cwd ?? '.'),
    home: world.home ?? '/home/nobody',
    today: () => world.today ?? TODAY,
    latestToday: () => world.today ?? LATEST,
  };
  const code = await run(argv, world.pause ? { ...io, pause: world.pause } : io);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const outputTo = (chunks: string[], columns?: number): OutputStream => ({
  write: text => void chunks.push(typeof text === 'string' ? text : Buffer.from(text).toString('latin1')),
  ...(columns !== undefined && { columns, isTTY: true }),
});

async function* stdinOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
