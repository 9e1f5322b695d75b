import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../model/plan.ts';
import { type Gathered, gatheredIn } from './duckdb-rows.ts';
import { literal, type PanelFile, SHAPE, type Source, sourceOf } from './duckdb-source.ts';
import { gatherSql } from './duckdb-sql.ts';
import { doubtOf, type GroupContext, type PanelGroup, panelGroup, regionOf } from './panel-group.ts';
import type { Reduction } from './reduction.ts';

/** The optional package, once it is loaded. */
export type Duckdb = Pick<typeof import('@duckdb/node-api'), 'DuckDBInstance'>;

export type InputFile = (
  | Extract<PanelFile, { readonly format: 'csv' }>
  | { readonly path: string; readonly format: 'ndjson' | 'parquet' }
) & {
  /** The name under which its figures say where they come from. */
  readonly shown: string;
};

export interface PanelOptions {
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
  files: readonly InputFile[],
  plan: Plan,
  reduction: Reduction,
  { tempFolder, memoryLimit = MEMORY, threads, rowsAtOnce = ROWS_AT_ONCE }: PanelOptions,
): AsyncGenerator<PanelGroup | Refused, void, void> {
  const instance = await instances.create(':memory:', {
    memory_limit: memoryLimit,
    temp_directory: tempFolder,
    preserve_insertion_order: 'false',
    ...(threads !== undefined && { threads: String(threads) }),
  });
  const connection = await instance.connect();
  try {
    yield* groupsIn(connection, files, plan, reduction, rowsAtOnce);
  } catch (error) {
    yield { refused: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function* groupsIn(
  connection: DuckDBConnection,
  files: readonly InputFile[],
  plan: Plan,
  reduction: Reduction,
  rowsAtOnce: number,
): AsyncGenerator<PanelGroup | Refused, void, void> {
  const sources: Source[] = [];
  for (const file of files) {
    const source = sourceOf(await withColumns(connection, file));
    if (!source) return yield { refused: `${file.path}: a column of another name or type than a table of figures has` };
    sources.push(source);
  }
  const scanned = files.map((file, index) => ({
    format: file.format,
    shown: file.shown,
    numbers: sources[index]?.numbers ?? [],
    isCommaDoubtful: file.format === 'csv' && file.layout.delimiter === ';',
  }));
  const context = { plan, reduction, files: scanned };
  const of = Math.ceil((await rowsIn(connection, files)) / rowsAtOnce);
  for (let index = 0; index < of; index++) {
    const gathered = await gather(connection, gatherSql(sources, reduction, { index, of }), context);
    if ('refused' in gathered) return yield gathered;
    for (const region of [...gathered.keys()].toSorted()) {
      yield panelGroup(context, region, gathered.get(region) ?? []);
      gathered.delete(region);
    }
  }
}

async function gather(
  connection: DuckDBConnection,
  sql: string,
  context: GroupContext,
): Promise<Map<string, Gathered[]> | Refused> {
  const regions = new Map<string, Gathered[]>();
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const gathered of gatheredIn(chunk)) {
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

/** Rows of a panel are seldom shorter: a name, a number, two days, a region and who says so. */
const BYTES_A_ROW = 48;

/** About how many rows there are. */
async function rowsIn(connection: DuckDBConnection, files: readonly InputFile[]): Promise<number> {
  const counts = files.map(({ path, format }) =>
    format === 'parquet'
      ? `select count(*)::double as n from read_parquet(${literal(path)})`
      : `select size / ${BYTES_A_ROW}.0 as n from read_blob(${literal(path)})`,
  );
  const [row] = await objects(connection, `select sum(n) as n from (${counts.join(' union all ')})`);
  return Number(row?.['n']);
}

async function objects(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

/** The columns of a Parquet file, as DuckDB reads them; the keys of the lines of an NDJSON file. */
async function withColumns(connection: DuckDBConnection, file: InputFile): Promise<PanelFile> {
  if (file.format === 'csv') return file;
  if (file.format === 'ndjson') {
    const shapes = await objects(
      connection,
      `select distinct ${SHAPE} as shape from read_ndjson_objects(${literal(file.path)})`,
    );
    return {
      path: file.path,
      format: 'ndjson',
      shapes: shapes.map(({ shape }) => JSON.parse(String(shape)) as string[]),
    };
  }
  const rows = await objects(connection, `describe select * from read_parquet(${literal(file.path)})`);
  const columns = rows.map(row => ({ name: String(row['column_name']), type: String(row['column_type']) }));
  return { path: file.path, format: 'parquet', columns };
}
