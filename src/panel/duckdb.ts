import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Plan } from '../model/plan.ts';
import { type Groups, groupsOf, type Region } from './duckdb-rows.ts';
import { literal, type PanelFile, SHAPE, type Source, sourceOf } from './duckdb-source.ts';
import { keptSql, regionsSql, rowsSql, segmentsSql, summarySql, type Wanted, wantedSql } from './duckdb-sql.ts';
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
}

export interface Panel {
  /** Rows of the files, before any was left out. */
  readonly rows: number;
  /** Region by region, in the order of their names; each is whole. */
  readonly groups: () => Groups;
  readonly close: () => void;
}

export type Opened = { readonly panel: Panel } | { readonly refused: string };

/** Undefined where the package is not installed, or is not for this machine. */
export async function loadDuckdb(): Promise<Duckdb | undefined> {
  return import('@duckdb/node-api').catch(() => undefined);
}

const MEMORY = '400MB';

/** Reduces the files to the rows that can matter. What it refuses, the ordinary reader reads, or says what is wrong. */
export async function openPanel(
  { DuckDBInstance: instances }: Duckdb,
  files: readonly InputFile[],
  plan: Plan,
  reduction: Reduction,
  { tempFolder, memoryLimit = MEMORY, threads }: PanelOptions,
): Promise<Opened> {
  const instance = await instances.create(':memory:', {
    memory_limit: memoryLimit,
    temp_directory: tempFolder,
    preserve_insertion_order: 'false',
    ...(threads !== undefined && { threads: String(threads) }),
  });
  const connection = await instance.connect();
  const close = () => closeBoth(connection, instance);
  try {
    const opened = await open(connection, files, plan, reduction, close);
    if ('refused' in opened) close();
    return opened;
  } catch (error) {
    close();
    return { refused: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

function closeBoth(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}

async function open(
  connection: DuckDBConnection,
  files: readonly InputFile[],
  plan: Plan,
  reduction: Reduction,
  close: () => void,
): Promise<Opened> {
  const sources: Source[] = [];
  for (const file of files) {
    const source = sourceOf(await withColumns(connection, file));
    if (!source) return { refused: `${file.path}: a column of another name or type than a table of figures has` };
    sources.push(source);
  }
  await connection.run(segmentsSql(sources, reduction));
  const [summary] = await objects(connection, summarySql);
  if (summary?.['doubt']) return { refused: [...new Set(sources.map(({ doubtMeans }) => doubtMeans))].join('; ') };
  const most = Number(summary?.['most']);
  await connection.run(keptSql(plan, reduction, most));
  const wanted = { most, ...(await wantedOf(connection, most)) };
  const regions = await objects(connection, regionsSql);
  await connection.run('drop table segments');
  const known = regions.map(row => [Number(row['region_number']), regionOf(row)] as const);
  const numbers = new Set(sources.flatMap(each => each.numbers));
  const names = files.map(({ shown }) => shown);
  const result = () => connection.stream(rowsSql(sources, wanted));
  return {
    panel: {
      rows: Number(summary?.['n']),
      groups: () =>
        groupsOf(result, { regions: new Map(known), indicators: Object.keys(plan.indicators), numbers, files: names }),
      close,
    },
  };
}

const regionOf = (row: Record<string, unknown>): Region => ({
  name: String(row['region_name']),
  rows: Number(row['n']),
});

async function wantedOf(connection: DuckDBConnection, most: number): Promise<Omit<Wanted, 'most'>> {
  const [row] = (await connection.runAndReadAll(wantedSql(most))).getRowObjectsJson();
  const indicators = Array.isArray(row?.['indicators']) ? row['indicators'].map(String) : [];
  return { since: String(row?.['since'] ?? ''), indicators };
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
