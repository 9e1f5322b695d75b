/** What became of the cells in columns of numbers: each that is not empty is counted once. */
export interface TableTally {
  figures: number;
  /** Cells that say that nothing is reported. */
  missing: number;
  ignored: number;
  /** Above the names of the columns, or from the row on at which the table ends. */
  notes: number;
  /** Cells of which an error is told. */
  problems: number;
  /** Cells of the table's rows that are empty: nothing is reported there either. */
  empty: number;
  /** What the first of those would be about that are missing or empty. */
  readonly nothing: string[];
  readonly ignoredColumns: readonly string[];
  /** Names that are left out, with the cells that this leaves out. */
  readonly ignoredNames: Record<string, number>;
}

/** Cells, and names that are left out, that are told by name; of more the count is. */
export const MOST_NAMED = 20;
const MOST_IGNORED = 1000;

export const emptyTally = (ignoredColumns: readonly string[] = []): TableTally => ({
  figures: 0,
  missing: 0,
  ignored: 0,
  notes: 0,
  problems: 0,
  empty: 0,
  nothing: [],
  ignoredColumns,
  ignoredNames: {},
});

/** The tables of one file together, or the pieces of one. */
export function joinTallies(given: readonly (TableTally | undefined)[]): TableTally | undefined {
  const all = given.flatMap(each => each ?? []);
  if (all.length < 2) return all[0];
  const names: Record<string, number> = {};
  const joined = emptyTally([...new Set(all.flatMap(({ ignoredColumns }) => ignoredColumns))]);
  for (const each of all) {
    for (const key of ['figures', 'missing', 'ignored', 'notes', 'problems', 'empty'] as const)
      joined[key] += each[key];
    for (const [name, count] of Object.entries(each.ignoredNames)) {
      const isRoom = Object.hasOwn(names, name) || Object.keys(names).length < MOST_IGNORED;
      const key = isRoom ? name : '…';
      names[key] = (names[key] ?? 0) + count;
    }
  }
  return {
    ...joined,
    nothing: all.flatMap(({ nothing }) => nothing).slice(0, MOST_NAMED),
    ignoredNames: names,
  };
}

/** Cells that are not empty. */
export const cellsIn = ({ figures, missing, ignored, notes, problems }: TableTally): number =>
  figures + missing + ignored + notes + problems;
