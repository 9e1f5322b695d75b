import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { type InputFile, loadDuckdb, panelGroups } from '../../src/panel/duckdb.ts';
import type { Reduction } from '../../src/panel/reduction.ts';
import { observationsOf } from '../../src/panel/words.ts';
import { read } from './files.ts';

export interface Fetched {
  readonly observations: readonly Observation[];
  /** The regions under which they were handed over. */
  readonly regions: readonly string[];
  readonly rows: number;
  /** Rows that only the ordinary reader could read. */
  readonly lines: number;
}

const duckdb = await loadDuckdb();

/** All figures that DuckDB leaves; the sentence with which it refuses. */
export async function fetched(
  files: readonly InputFile[],
  plan: Plan,
  reduction: Reduction,
  { tempFolder, rowsAtOnce = 1e6 }: { readonly tempFolder: string; readonly rowsAtOnce?: number },
): Promise<Fetched | string> {
  if (!duckdb) throw new Error('the tests need the optional package');
  const observations: Observation[] = [];
  const regions: string[] = [];
  let [rows, lines] = [0, 0];
  for await (const group of panelGroups(duckdb, files, plan, reduction, { tempFolder, threads: 2, rowsAtOnce })) {
    if ('refused' in group) return group.refused;
    const others = await read(group.lines.map(({ text }) => `${text}\n`).join(''), 'lines.ndjson', plan);
    observations.push(...group.plain.flatMap(observationsOf), ...others);
    regions.push(group.region);
    rows += group.rows;
    lines += group.lines.length;
  }
  return { observations, regions, rows, lines };
}
