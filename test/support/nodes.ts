// @ts-expect-error: a module of the benchmarks, in plain JavaScript
import { nodesOf } from '../../bench/support/nodes.mjs';

interface NodeProgram {
  readonly version: string;
  readonly file: string;
}

/** Node as it runs, and the newest of the other versions that we promise, where npm has them. */
export const nodes: readonly NodeProgram[] = nodesOf(['20', '22', '24'], (text: string) =>
  process.stderr.write(`${text}\n`),
);
