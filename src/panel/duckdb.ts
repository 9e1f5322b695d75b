import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnSteps } from '../input/report/column-steps.ts';
import type { Plan } from '../model/plan.ts';
import { type Day, dayNumber } from '../values/day.ts';
import { blankWatch } from './blank-watch.ts';
import type { SqlSource } from './duckdb-columns.ts';
import { describedFile, rowsIn } from './duckdb-files.ts';
import { type Gathered, rowReader } from './duckdb-rows.ts';
import { isCut, isScanned, type PanelFile, type PanelInput, sourceOf } from './duckdb-source.ts';
import { type Guard, gatherSql, type Key, keysOf } from './duckdb-sql.ts';
import { columnWatch } from './panel-columns.ts';
import { doubtOf, type GroupContext, isBlank, type PanelGroup, panelGroup, regionOf } from './panel-group.ts';
import type { Reduction } from './reduction.ts';

export { isScanned, type PanelInput };

/** The optional package, once it is loaded. */
export type Duckdb = Pick<typeof import('@duckdb/node-api'), 'DuckDBInstance'>;

export interface PanelOptions {
  /** The latest day that a figure may be of. */
  readonly today: Day;
  /** A folder for what does not fit into memory. */
  readonly tempFolder: string;
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Rows that are gathered at once. */
  readonly rowsAtOnce?: number;
}

export interface Refused {
  readonly refused: string;
}

/** Before any rows: the columns of each file, by the name under which its figures say where they come from. */
export interface Columns {
  readonly columns: Readonly<Record<string, ColumnSteps>>;
}

/** Undefined where the package is not installed, or is not for this machine. */
export async function loadDuckdb(): Promise<Duckdb | undefined> {
  return import('@duckdb/node-api').catch(() => undefined);
}

const MEMORY = '600MB';
/** With all that is held of them, they take less than the memory. */
const ROWS_AT_ONCE = 15_000_000;

/**
 * The rows that can matter, region by region, each whole. What is refused, even after some regions, the ordinary reader
 * reads, or says what is wrong.
 */
export async function* panelGroups(
  { DuckDBInstance: instances }: Duckdb,
  files: readonly PanelInput[],
  plan: Plan,
  reduction: Reduction,
  { today, tempFolder, memoryLimit = MEMORY, threads, rowsAtOnce = ROWS_AT_ONCE }: PanelOptions,
): AsyncGenerator<PanelGroup | Columns | Refused, void, void> {
  const instance = await instances.create(':memory:', {
    memory_limit: memoryLimit,
    temp_directory: tempFolder,
    preserve_insertion_order: 'false',
    ...(threads !== undefined && { threads: String(threads) }),
  });
  const connection = await instance.connect();
  try {
    yield* groupsIn(connection, files, plan, { ...reduction, today: dayNumber(today) }, rowsAtOnce);
  } catch (error) {
    yield { refused: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function* groupsIn(
  connection: DuckDBConnection,
  files: readonly PanelInput[],
  plan: Plan,
  reduction: Reduction & Guard,
  rowsAtOnce: number,
): AsyncGenerator<PanelGroup | Columns | Refused, void, void> {
  const described: PanelFile[] = [];
  const sources: SqlSource[] = [];
  for (const file of files) {
    const panelFile = await describedFile(connection, file);
    const source = sourceOf(panelFile);
    if (!source) return yield { refused: `${file.path}: a column of another name or type than a table of figures has` };
    described.push(panelFile);
    sources.push(source);
  }
  const scanned = files.map((file, index) => ({
    format: file.format,
    shown: file.shown,
    numbers: sources[index]?.numbers ?? [],
    areSeparatorsDoubtful: file.format === 'csv' && file.layout.delimiter === ';',
  }));
  const watch = columnWatch(scanned);
  const blanks = blankWatch(scanned, plan);
  const read = files.map(() => ({ rows: 0, bytes: 0 }));
  const of = Math.ceil((await rowsIn(connection, described)) / rowsAtOnce);
  for (let index = 0; index < of; index++) {
    const context = { plan, reduction, files: scanned, columns: new Map() };
    const gathered = await gather(connection, gatherSql(sources, reduction, { index, of }), keysOf(sources), context);
    if ('refused' in gathered) return yield gathered;
    count(read, gathered);
    for (const row of [...gathered.values()].flat()) {
      watch.add(row);
      blanks.add(row);
    }
    const columns = watch.mixed();
    const named = [...columns].map(([file, steps]) => [scanned[file]?.shown ?? '', steps] as const);
    // Of rows that are gathered share by share, the first ones would be handed over before their columns are known.
    if (of > 1 && named[0]) return yield { refused: `${named[0][0]}: whole numbers stand beside decimals` };
    yield { columns: Object.fromEntries(named) };
    for (const region of [...gathered.keys()].toSorted()) {
      yield panelGroup({ ...context, columns }, region, gathered.get(region) ?? []);
      gathered.delete(region);
    }
  }
  const doubt = blanks.doubt() ?? (areLost(described, read) ? 'not all rows were read' : undefined);
  if (doubt !== undefined) return yield { refused: doubt };
  const empty = files[read.findIndex(({ rows }) => rows === 0)];
  if (empty) yield { refused: `${empty.shown}: no figure was found` };
}

/** What was read of a file. */
interface ReadSoFar {
  rows: number;
  bytes: number;
}

function count(read: readonly ReadSoFar[], gathered: ReadonlyMap<string, readonly Gathered[]>): void {
  for (const { file, rows, bytes } of [...gathered.values()].flat()) {
    const known = read[file];
    if (!known) continue;
    known.rows += rows;
    known.bytes += bytes;
  }
}

/** Less than a figure takes: a byte order mark, the last line break, a few empty lines. */
const NOTHING = 16;

/** NDJSON is cut by means that were made for CSV: none of it may be lost there. */
const areLost = (files: readonly PanelFile[], read: readonly ReadSoFar[]): boolean =>
  files.some((file, index) => isCut(file) && Math.abs(file.bytes - (read[index]?.bytes ?? 0)) >= NOTHING);

async function gather(
  connection: DuckDBConnection,
  sql: string,
  keys: readonly Key[],
  context: GroupContext,
): Promise<Map<string, Gathered[]> | Refused> {
  const regions = new Map<string, Gathered[]>();
  const read = rowReader(keys);
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const gathered of read(chunk)) {
      if (isBlank(context, gathered)) continue;
      const refused = doubtOf(context, gathered);
      if (refused !== undefined) return { refused };
      const region = regionOf(gathered, context.reduction);
      const known = regions.get(region);
      if (known) known.push(gathered);
      else regions.set(region, [gathered]);
    }
  }
  return regions;
}
