import type { Problem } from '../../values/problem.ts';
import { openReports, type SourceFile } from '../source/source-file.ts';
import type { Grid } from '../table/grid.ts';

export interface OpenTable {
  readonly grid: Grid | undefined;
  readonly problems: readonly Problem[];
}

/**
 * The table of the sheet that is asked for; else of the first sheet of a workbook or, where that holds none, of the only other
 * one that does. The mapping then says which it is.
 */
export async function findTable(
  file: SourceFile,
  sheet: string | undefined,
  isTable: (grid: Grid) => boolean,
): Promise<OpenTable> {
  const first = await openTable(file, sheet);
  if (sheet !== undefined || (first.grid && isTable(first.grid))) return first;
  const others = first.problems.flatMap(({ code, args }) => (code === 'other-sheets' ? args.sheets : []));
  const opened = await Promise.all(others.map(name => openTable(file, name)));
  const [only, second] = opened.filter(({ grid }) => grid && isTable(grid));
  return only && !second ? only : first;
}

/** The first table of a file, or of a sheet, as nothing of it is understood; or why there is none. */
async function openTable(file: SourceFile, sheet: string | undefined): Promise<OpenTable> {
  const grids: Grid[] = [];
  const mappings = sheet === undefined ? [] : [{ sheet }];
  // Only tables are seen, and what is seen of one is its grid.
  const { problems } = await openReports({ ...file, mappings, see: grid => grids.push(grid as Grid) });
  const [grid] = grids;
  // What cannot be read has no mapping that would help, and looking for one would take long.
  const isTooWide = problems.some(({ code }) => code === 'too-many-columns');
  return { grid: grid && !isTooWide ? { ...grid, rowAt: keptRows(grid) } : undefined, problems };
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
