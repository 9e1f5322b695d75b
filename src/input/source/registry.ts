import type { Reader } from '../document/document.ts';

/** Every input format; a new one is a new file and one line here. */
export const readers = {
  yaml: () => import('../yaml/yaml.ts').then(({ yaml }) => yaml),
  json: () => import('../json/json.ts').then(({ json }) => json),
  ndjson: () => import('../json/ndjson.ts').then(({ ndjson }) => ndjson),
  csv: () => import('../table/csv.ts').then(({ csv }) => csv),
  xlsx: () => import('../xlsx/xlsx.ts').then(({ xlsx }) => xlsx),
  parquet: () => import('../parquet/parquet.ts').then(({ parquet }) => parquet),
} as const satisfies Record<string, () => Promise<Reader>>;

export type InputFormat = keyof typeof readers;
export const inputFormats = Object.keys(readers) as InputFormat[];

/** The formats that hold one nested document: plans, configs and waivers are written in them. */
export const documentFormats: readonly InputFormat[] = ['yaml', 'json'];

const extensions: Readonly<Record<string, InputFormat>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.parquet': 'parquet',
};

/** They are compressed in themselves; `.xlsx.gz` is a mistake rather than a format. */
const packed: readonly InputFormat[] = ['xlsx', 'parquet'];

export const inputExtensions = Object.keys(extensions);

/** The format of a file by its extension, below a `.gz` if there is one; undefined where it has none that is known. */
export function formatOf(path: string): InputFormat | undefined {
  const name = path.toLowerCase();
  const format = extensions[extensionOf(isGzip(name) ? name.slice(0, -'.gz'.length) : name)];
  return format !== undefined && isGzip(name) && packed.includes(format) ? undefined : format;
}

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name)?.[0] ?? '';

export const isGzip = (path: string): boolean => path.toLowerCase().endsWith('.gz');

export const isText = (format: InputFormat): boolean => !packed.includes(format);
