import { expansionProblem, tableProblem } from '../document/expansion.ts';
import type { Limits } from '../document/limits.ts';

/** Counts what a workbook holds while it is read, and tells when that is more than a file of its size may hold. */
export function tallyOf(packed: number, limits: Limits) {
  let rows = 0;
  let cells = 0;
  let letters = 0;
  const problem = () => tableProblem({ rows, cells }, packed, limits) ?? expansionProblem(letters, packed, limits);
  return {
    addCell: (value?: unknown) => {
      cells++;
      if (typeof value === 'string') letters += value.length;
      return problem();
    },
    addRow: () => {
      rows++;
      return problem();
    },
  };
}
