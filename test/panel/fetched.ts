import { withColumnSteps } from '../../src/input/report/column-steps.ts';
import { readPart } from '../../src/input/report/read-report.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { type Columns, loadDuckdb, type PanelInput, panelGroups } from '../../src/panel/duckdb.ts';
import type { Reduction } from '../../src/panel/reduction.ts';
import { observationsOf } from '../../src/panel/words.ts';
import type { Day } from '../../src/values/day.ts';
import { isError } from '../../src/values/problem.ts';

export interface Fetched {
  readonly observations: readonly Observation[];
  /** The regions under which they were handed over. */
  readonly regions: readonly string[];
  readonly rows: number;
  /** Rows that only the ordinary reader could read. */
  readonly lines: number;
  readonly columns: Columns['columns'];
}

/** Rows of a table, before it is known how wide its whole numbers are. */
async function readRows(text: string, plan: Plan): Promise<readonly Observation[]> {
  const { report, problems } = await readPart({ path: 'lines.ndjson', bytes: Buffer.from(text) }, plan);
  const errors = problems.filter(isError);
  if (!report || errors.length > 0) throw new Error(JSON.stringify(errors));
  return report.observations;
}

const today = '2099-12-31' as Day;

const duckdb = await loadDuckdb();

/** All figures that DuckDB leaves; the sentence with which it refuses. */
export async function fetched(
  files: readonly PanelInput[],
  plan: Plan,
  reduction: Reduction,
  { tempFolder, rowsAtOnce = 1e6 }: { readonly tempFolder: string; readonly rowsAtOnce?: number },
): Promise<Fetched | string> {
  if (!duckdb) throw new Error('the tests need the optional package');
  const observations: Observation[] = [];
  const regions: string[] = [];
  let columns: Columns['columns'] = {};
  let [rows, lines] = [0, 0];
  for await (const group of panelGroups(duckdb, files, plan, reduction, {
    today,
    tempFolder,
    threads: 2,
    rowsAtOnce,
  })) {
    if ('refused' in group) return group.refused;
    if ('columns' in group) {
      columns = group.columns;
      continue;
    }
    for (const file of files.map(({ shown }) => shown)) {
      const own = group.lines.filter(line => line.file === file).map(({ text }) => `${text}\n`);
      const others = own.length === 0 ? [] : await readRows(own.join(''), plan);
      const plain = group.plain.filter(each => each.file === file).flatMap(observationsOf);
      observations.push(...withColumnSteps([...plain, ...others], columns[file] ?? {}, plan));
    }
    regions.push(group.region);
    rows += group.rows;
    lines += group.lines.length;
  }
  return { observations, regions, rows, lines, columns };
}
