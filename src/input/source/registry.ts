import type { Reader } from '../document/document.ts';

/**
 * How the records of a large file lie: a line each; rows of cells as in a CSV, below their names; or
 * so that only its reader knows where one ends.
 */
type RecordLayout = 'lines' | 'rows' | 'stored';

interface InputEntry {
  readonly extensions: readonly string[];
  /** It holds one nested document: plans, configs and waivers are written in it. */
  readonly isNested?: boolean;
  /** It is compressed in itself; `.xlsx.gz` is a mistake rather than a format. */
  readonly isPacked?: boolean;
  /** It holds a figure a record, and may be larger than the memory. */
  readonly records?: RecordLayout;
  /** Its file, and the packages that it needs, are read when it is asked for. */
  readonly load: () => Promise<Reader>;
}

/** Every input format; a new one is a new file and one entry here. */
export const readers = {
  yaml: {
    extensions: ['.yaml', '.yml'],
    isNested: true,
    load: () => import('../yaml/yaml.ts').then(({ yaml }) => yaml),
  },
  json: {
    extensions: ['.json'],
    isNested: true,
    load: () => import('../json/json.ts').then(({ json }) => json),
  },
  ndjson: {
    extensions: ['.ndjson', '.jsonl'],
    records: 'lines',
    load: () => import('../json/ndjson.ts').then(({ ndjson }) => ndjson),
  },
  csv: {
    extensions: ['.csv', '.tsv'],
    records: 'rows',
    load: () => import('../table/csv.ts').then(({ csv }) => csv),
  },
  xlsx: {
    extensions: ['.xlsx', '.xlsm'],
    isPacked: true,
    load: () => import('../xlsx/xlsx.ts').then(({ xlsx }) => xlsx),
  },
  parquet: {
    extensions: ['.parquet'],
    records: 'stored',
    isPacked: true,
    load: () => import('../parquet/parquet.ts').then(({ parquet }) => parquet),
  },
} as const satisfies Record<string, InputEntry>;

export type InputFormat = keyof typeof readers;
export const inputFormats = Object.keys(readers) as InputFormat[];

const entryOf = (format: InputFormat): InputEntry => readers[format];

export const documentFormats: readonly InputFormat[] = inputFormats.filter(format => entryOf(format).isNested);

const byExtension: ReadonlyMap<string, InputFormat> = new Map(
  inputFormats.flatMap(format => entryOf(format).extensions.map(extension => [extension, format])),
);

export const inputExtensions: readonly string[] = [...byExtension.keys()];

/** The format of a file by its extension, below a `.gz` if there is one; undefined where it has none that is known. */
export function formatOf(path: string): InputFormat | undefined {
  const name = path.toLowerCase();
  const format = byExtension.get(extensionOf(isGzip(name) ? name.slice(0, -'.gz'.length) : name));
  return format !== undefined && isGzip(name) && !isText(format) ? undefined : format;
}

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name)?.[0] ?? '';

export const isGzip = (path: string): boolean => path.toLowerCase().endsWith('.gz');

export const recordsOf = (format: InputFormat | undefined): RecordLayout | undefined =>
  format && entryOf(format).records;

export const isText = (format: InputFormat): boolean => entryOf(format).isPacked !== true;
