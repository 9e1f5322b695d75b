import type { Io } from './io.ts';
import { main } from './main.ts';

/** The real world for `main`: the only place that knows the process. */
export async function run(): Promise<number> {
  // A reader such as `head` that closes the pipe early ends the writing quietly; the exit code stays.
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  const io: Io = {
    stdout: {
      write: text => void process.stdout.write(text),
      isTTY: process.stdout.isTTY,
      columns: process.stdout.columns,
    },
    stderr: {
      write: text => void process.stderr.write(text),
      isTTY: process.stderr.isTTY,
      columns: process.stderr.columns,
    },
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    today: () => new Date().toISOString().slice(0, 10),
  };
  return main(process.argv.slice(2), io);
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
