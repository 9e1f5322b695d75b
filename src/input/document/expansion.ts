import type { BareProblem, ProblemArgs } from '../../values/problem.ts';
import { beyondLimit } from './document.ts';
import { type Limits, sizeText } from './limits.ts';

type LimitHit = ProblemArgs['archive-bomb']['what'];

export const bomb = (what: LimitHit, found: number, limits: Limits): BareProblem<'archive-bomb'> => ({
  code: 'archive-bomb',
  args: { what, found, limit: limits[what] },
});

export const tooLarge = ({ bytes }: Limits): BareProblem => ({ code: 'too-large', args: { limit: sizeText(bytes) } });

/** What is wrong with the size that a file of `packed` bytes unpacks to. */
export function expansionProblem(
  unpacked: number,
  packed: number,
  limits: Limits,
  by: 'ratio' | 'partsRatio' = 'ratio',
): BareProblem | undefined {
  if (unpacked > limits.bytes) return tooLarge(limits);
  const ratio = Math.round(unpacked / packed);
  return unpacked > limits.ratioFrom && ratio > limits[by] ? bomb(by, ratio, limits) : undefined;
}

/** Bytes of a packed table for each of its rows, beyond the limit: rows of different figures need more. */
const BYTES_A_ROW = 8;
/** Cells of a packed table for each of its bytes, beyond the limit: equal and absent ones need few. */
const CELLS_A_BYTE = 2;

/** The same of the table that it holds: a few bytes can say any number of equal rows, and each takes memory. */
export function tableProblem(
  { rows, cells }: { readonly rows: number; readonly cells: number },
  packed: number,
  limits: Limits,
): BareProblem | undefined {
  if (cells > limits.cells) return beyondLimit('cells', limits);
  if (rows > limits.packedRows && rows > packed / BYTES_A_ROW) return bomb('packedRows', rows, limits);
  if (cells > limits.packedCells && cells > packed * CELLS_A_BYTE) return bomb('packedCells', cells, limits);
  return undefined;
}
