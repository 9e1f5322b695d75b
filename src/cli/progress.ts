import type { Io } from './io.ts';

/** Work that takes longer than this is worth a word. */
const PATIENCE_MS = 1000;

/** While work goes on for more than a second and standard error is a terminal, says so there; silent otherwise. */
export async function withProgress<T>(what: string, { stderr }: Io, work: () => Promise<T>): Promise<T> {
  if (!stderr.isTTY) return work();
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    stderr.write(`\r${what} … ${seconds} s`);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (seconds > 0) stderr.write('\r\u001b[K');
  }
}
