import type { RunWords } from '../render/words/run.ts';
import type { Io } from './io.ts';

/** Work that takes longer than this is worth a word. */
const PATIENCE_MS = 1000;
/** In a log, a line is written no more often than this. */
const LOG_MS = 60_000;

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

/** How far a long run has come: a bar on a terminal, a line a minute in a log. */
export interface BatchProgress {
  readonly start: (what: keyof RunWords['doing'], total: number) => void;
  readonly add: (count: number) => void;
  readonly end: () => void;
}

const BAR = 24;

export function batchProgress({ doing, done }: RunWords, { stderr }: Io): BatchProgress {
  let what = '';
  let total = 0;
  let count = 0;
  let isShown = false;
  const show = () => {
    isShown = true;
    if (!stderr.isTTY) return stderr.write(`shanxi-plan: ${what} ${done(count, total)}\n`);
    const filled = total === 0 ? 0 : Math.floor((count / total) * BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    return stderr.write(`\r\u001b[K${what} ${bar} ${done(count, total)}`);
  };
  const timer = setInterval(show, stderr.isTTY ? PATIENCE_MS : LOG_MS);
  timer.unref();
  return {
    start: (next, size) => {
      what = doing[next];
      total = size;
      count = 0;
    },
    add: more => {
      count = Math.min(total, count + more);
    },
    end: () => {
      clearInterval(timer);
      if (isShown && stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
}
