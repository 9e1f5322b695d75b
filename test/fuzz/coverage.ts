import { Session } from 'node:inspector';

/** The blocks of our own code that were reached, as V8 counts them; a block is known by its script and its range. */
export interface Coverage {
  /** How many blocks were reached since the last call that never were before. */
  readonly fresh: () => number;
  readonly size: () => number;
  /** What the last call found is not known any more. */
  readonly forget: () => void;
}

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** Blocks are counted anew at each call: what was run before, while files were loaded, is known by then. */
export function startCoverage(script: string): Coverage {
  const session = new Session();
  session.connect();
  const post = (method: string, params = {}): unknown => {
    let answer: unknown;
    // V8 answers before the call returns.
    session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  };
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const known = new Set<string>();
  let last: string[] = [];
  const fresh = (): number => {
    const { result } = post('Profiler.takePreciseCoverage') as { result: readonly Script[] };
    last = [];
    for (const { url, functions } of result) {
      if (!url.endsWith(script)) continue;
      for (const { ranges } of functions) last.push(...freshIn(url, ranges));
    }
    return last.length;
  };
  const freshIn = (url: string, ranges: readonly Range[]): string[] => {
    const reached = ranges.filter(({ count }) => count > 0).map(each => `${url}:${each.startOffset}-${each.endOffset}`);
    const unknown = reached.filter(block => !known.has(block));
    for (const block of unknown) known.add(block);
    return unknown;
  };
  const forget = (): void => {
    for (const block of last) known.delete(block);
  };
  return { fresh, size: () => known.size, forget };
}
