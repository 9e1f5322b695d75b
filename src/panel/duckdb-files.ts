import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './duckdb-columns.ts';
import { cutLines, wholeLines } from './duckdb-ndjson.ts';
import type { PanelFile, PanelInput } from './duckdb-source.ts';
import { ndjsonLayout, TIGHT } from './ndjson-layout.ts';

/** The columns of a Parquet file, as DuckDB reads them; how the lines of an NDJSON file are written. */
export async function describedFile(connection: DuckDBConnection, file: PanelInput): Promise<PanelFile> {
  if (file.format === 'csv') return file;
  if (file.format === 'ndjson') return withLayout(connection, file.path);
  const rows = await objects(connection, `describe select * from read_parquet(${literal(file.path)})`);
  const columns = rows.map(row => ({ name: String(row['column_name']), type: String(row['column_type']) }));
  return { path: file.path, format: 'parquet', columns };
}

const FIRST_LINES = 1000;

/** Where lines cannot be cut, such as those that end in a carriage return, they have no layout. */
async function withLayout(connection: DuckDBConnection, path: string): Promise<PanelFile> {
  const first = async ({ from, line }: ReturnType<typeof cutLines>) => {
    const rows = await objects(connection, `select ${line} as line from ${from} limit ${FIRST_LINES}`);
    return rows.map(row => String(row['line']));
  };
  const cut = await first(cutLines(path, TIGHT)).catch(() => undefined);
  const lines = cut ?? (await first(wholeLines(path)));
  const shortest = lines.reduce((length, line) => Math.min(length, line.length), Infinity);
  const layout = ndjsonLayout(cut ?? []);
  return { path, format: 'ndjson', layout, bytes: await sizeOf(connection, path), bytesARow: shortest };
}

/** Rows are seldom shorter: a name, a number, two days, a region and who says so. */
const BYTES_A_ROW = 48;

/** About how many rows there are. */
export async function rowsIn(connection: DuckDBConnection, files: readonly PanelFile[]): Promise<number> {
  let rows = 0;
  for (const file of files) rows += await rowsOf(connection, file);
  return rows;
}

async function rowsOf(connection: DuckDBConnection, file: PanelFile): Promise<number> {
  if (file.format === 'ndjson')
    return Number.isFinite(file.bytesARow) ? file.bytes / Math.max(BYTES_A_ROW, file.bytesARow) : 0;
  if (file.format === 'csv') return (await sizeOf(connection, file.path)) / BYTES_A_ROW;
  const [row] = await objects(connection, `select count(*)::double as n from read_parquet(${literal(file.path)})`);
  return Number(row?.['n']);
}

async function sizeOf(connection: DuckDBConnection, path: string): Promise<number> {
  const [row] = await objects(connection, `select size::double as size from read_blob(${literal(path)})`);
  return Number(row?.['size']);
}

async function objects(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}
