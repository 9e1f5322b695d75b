const MEBIBYTE = 2 ** 20;

export const DEFAULT_MAX_INPUT = 256 * MEBIBYTE;

interface Row {
  /** The limit for a size of files: what grows with it is raised by one number. */
  readonly most: (bytes: number) => number;
  /** Where it can be raised to; beyond, the program itself would run out of its stack. */
  readonly ceiling?: number;
}

/**
 * What files may come to; what is beyond is a problem, found before the memory or the time is used. docs/security.md has
 * this table. Another limit is one more row, and its words in src/render/words.
 */
const rows = {
  /** Bytes, after decompression. */
  bytes: { most: bytes => bytes },
  /** Times that the bytes may outgrow the file, once there are more of them than `ratioFrom`. */
  ratio: { most: () => 200 },
  ratioFrom: { most: bytes => bytes / 16 },
  /** Parts of one archive. */
  entries: { most: bytes => Math.max(1024, Math.ceil(bytes / (MEBIBYTE / 4))) },
  /** Cells of one table. */
  cells: { most: bytes => Math.ceil(bytes / 8) },
  /** Columns of one table. */
  columns: { most: () => 1000 },
  /** Mappings and lists within each other. */
  levels: { most: () => 100, ceiling: 1000 },
  /** Nodes that aliases may add to a file; thousands of figures that share one source need fewer. */
  aliases: { most: () => 100_000 },
  /** What the full parser of YAML takes a text apart into; each takes half a kilobyte. */
  tokens: { most: () => 750_000 },
  /** Goals of regions in each reading of their targets; each is kept by itself. */
  readings: { most: () => 100_000 },
  /** Periods of a batch: each is judged by all figures up to its end. */
  periods: { most: () => 1200 },
  /** Groups of a batch. */
  groups: { most: () => 1_000_000 },
} as const satisfies Record<string, Row>;

export type LimitName = keyof typeof rows;
export const limitNames = Object.keys(rows) as LimitName[];
export type Limits = Readonly<Record<LimitName, number>>;

/** The limits for a size, where nothing else is given. */
export function limitsFor(given: Partial<Limits> = {}): Limits {
  const { bytes = DEFAULT_MAX_INPUT } = given;
  return { ...(Object.fromEntries(limitNames.map(name => [name, rows[name].most(bytes)])) as Limits), ...given };
}

export const ceilingOf = (name: LimitName): number => (rows[name] as Row).ceiling ?? Number.MAX_SAFE_INTEGER;

/** `256 MiB`, `1.5 MiB`, `12 bytes`: how a limit is named to a person. */
export function sizeText(bytes: number): string {
  if (bytes < MEBIBYTE) return `${bytes} bytes`;
  return `${Number((bytes / MEBIBYTE).toPrecision(4))} MiB`;
}
