/** What a file may grow to once it is unpacked; what is beyond is a problem, found before the memory is used. */
export interface Limits {
  /** Bytes, after decompression. */
  readonly bytes: number;
  /** Times that the bytes may outgrow the file, once there are more of them than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Parts of one archive. */
  readonly entries: number;
  /** Cells of one table. */
  readonly cells: number;
}

const MEBIBYTE = 2 ** 20;

export const DEFAULT_MAX_INPUT = 256 * MEBIBYTE;

/** The limits for a size: all but the ratio grow with it, so that one number raises them. */
export const limitsFor = (bytes = DEFAULT_MAX_INPUT): Limits => ({
  bytes,
  ratio: 200,
  ratioFrom: bytes / 16,
  entries: Math.max(1024, Math.ceil(bytes / (MEBIBYTE / 4))),
  cells: Math.ceil(bytes / 8),
});

/** `256 MiB`, `1.5 MiB`, `12 bytes`: how a limit is named to a person. */
export function sizeText(bytes: number): string {
  if (bytes < MEBIBYTE) return `${bytes} bytes`;
  return `${Number((bytes / MEBIBYTE).toPrecision(4))} MiB`;
}
