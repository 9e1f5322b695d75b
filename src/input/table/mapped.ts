import { type HowRead, type ReadResult, unreadable } from '../document/document.ts';
import type { Grid } from './grid.ts';
import { readTable } from './table.ts';

/** The one table of a file, by the mapping that is meant for it, or by our own columns. */
export function mappedTables(grid: Grid, { mappings = [], limits, part, findName, see }: HowRead): ReadResult {
  const [mapping, other] = mappings;
  if (other) return unreadable({ code: 'several-mappings', args: {} });
  return readTable(grid, { mapping, limits, findName, part, see });
}
