import { type LimitName, limitNames } from '../../values/limit-name.ts';

const MEBIBYTE = 2 ** 20;

export const DEFAULT_MAX_INPUT = 256 * MEBIBYTE;

interface LimitRow {
  /** The limit for a size of files: what grows with it is raised by one number. */
  readonly most: (bytes: number) => number;
  /** Where it can be raised to; beyond, the program itself would run out of its stack. */
  readonly ceiling?: number;
}

/**
 * What files may come to; what is beyond is a problem, found before the memory or the time is used. docs/security.md has
 * this table. Another limit is one more name in src/values, its row here, and its words in src/render/words.
 */
const rows: Readonly<Record<LimitName, LimitRow>> = {
  /** Bytes, after decompression. */
  bytes: { most: bytes => bytes },
  /** Times that the bytes may outgrow the file, once there are more of them than `ratioFrom`. */
  ratio: { most: () => 200 },
  ratioFrom: { most: bytes => bytes / 16 },
  /** The same for the parts of a workbook: no sheet of cells is packed as tightly as a text may be. */
  partsRatio: { most: () => 50 },
  /** Parts of one archive. */
  entries: { most: bytes => Math.max(1024, Math.ceil(bytes / (MEBIBYTE / 4))) },
  /** Cells of one table. */
  cells: { most: bytes => Math.ceil(bytes / 8) },
  /** Rows and cells of a packed table, where they are more than its bytes make likely. */
  packedRows: { most: bytes => Math.max(2 ** 16, Math.ceil(bytes / 4096)) },
  packedCells: { most: bytes => Math.max(2 ** 21, Math.ceil(bytes / 128)) },
  /** Columns of one table. */
  columns: { most: () => 1000 },
  /** Mappings and lists within each other. */
  levels: { most: () => 100, ceiling: 1000 },
  /** Nodes that aliases may add to a file; thousands of figures that share one source need fewer. */
  aliases: { most: () => 100_000 },
  /** What the full parser of YAML takes a text apart into; each takes half a kilobyte. */
  tokens: { most: () => 750_000 },
  /** Goals of regions and milestones in each reading of their targets; each is kept by itself. */
  readings: { most: () => 100_000 },
  /** Figures that the targets of one analysis are held against, for each megabyte of reports (src/assess/answers.ts). */
  answers: { most: () => 100_000 },
  /** Periods of a batch: each is judged by all figures up to its end. */
  periods: { most: () => 1200 },
  /** Groups of a batch. */
  groups: { most: () => 1_000_000 },
};

export type Limits = Readonly<Record<LimitName, number>>;

/** The limits for a size, where nothing else is given. */
export function limitsFor(given: Partial<Limits> = {}): Limits {
  const { bytes = DEFAULT_MAX_INPUT } = given;
  return { ...(Object.fromEntries(limitNames.map(name => [name, rows[name].most(bytes)])) as Limits), ...given };
}

const MEGABYTE = 1e6;

/** The limits of a run over reports of so many bytes, as they lie: much that was given may be held against much. */
export const limitsOver = (limits: Limits, bytes: number): Limits => ({
  ...limits,
  answers: limits.answers * Math.max(1, Math.ceil(bytes / MEGABYTE)),
});

export const ceilingOf = (name: LimitName): number => rows[name].ceiling ?? Number.MAX_SAFE_INTEGER;

/*
 * What no spreadsheet writes is no matter of size: such a file is damaged.
 */

/** Letters of a text in a cell of a workbook; no spreadsheet keeps more. */
export const MAX_CELL_TEXT = 32_767;

/** Number formats that a workbook may define, and letters of one: a spreadsheet takes some 250 formats of 255 letters. */
export const MAX_NUMBER_FORMATS = 4096;
export const MAX_FORMAT_CODE = 255;

/** Styles of cells and fonts of a workbook: as many as a spreadsheet takes, and a few more. */
export const MAX_STYLES = 2 ** 16;

/** Signs and places in one section of a number format; a longer one is of those that nobody knows. */
export const MAX_FORMAT_PARTS = 40;

/** Cells and rows of a sheet that are told to be wrong; nobody reads more of one file. */
export const MAX_TOLD = 1000;

/** Elements of a part of a workbook within each other. */
export const MAX_XML_DEPTH = 100;

/** Letters of one tag or comment in a part of a workbook. */
export const MAX_TAG = 2 ** 18;

/** `256 MiB`, `1.5 MiB`, `12 bytes`: how a limit is named to a person. */
export function sizeText(bytes: number): string {
  if (bytes < MEBIBYTE) return `${bytes} bytes`;
  return `${Number((bytes / MEBIBYTE).toPrecision(4))} MiB`;
}
