import type { Problem } from '../../values/problem.ts';
import { openReports, type SourceFile } from '../source/source-file.ts';
import type { Grid } from '../table/grid.ts';

/** The first table of a file, or of the sheet that is asked for, as nothing of it is understood; or why there is none. */
export async function openTable(
  file: SourceFile,
  sheet: string | undefined,
): Promise<{ readonly grid: Grid | undefined; readonly problems: readonly Problem[] }> {
  const grids: Grid[] = [];
  const mappings = sheet === undefined ? [] : [{ sheet }];
  // Only tables are seen, and what is seen of one is its grid.
  const { problems } = await openReports({ ...file, mappings, see: grid => grids.push(grid as Grid) });
  const [grid] = grids;
  return { grid: grid && { ...grid, rowAt: keptRows(grid) }, problems };
}

/** A proposal looks at the rows column by column; each is made once. */
function keptRows({ rowAt }: Grid): Grid['rowAt'] {
  const rows = new Map<number, readonly string[]>();
  return row => {
    const made = rows.get(row) ?? rowAt(row);
    rows.set(row, made);
    return made;
  };
}
