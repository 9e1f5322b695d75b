import type { FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import type { InnerProblem } from './document.ts';
import { type Limits, sizeText } from './limits.ts';

/** Values that a page header promises, and the bytes that they unpack to. */
interface Page {
  readonly values: number;
  readonly bytes: number;
}

/**
 * What the headers of all pages promise, held against the limits before a page is unpacked: a few bytes of a run or of
 * a compressed page can stand for thousands of millions of values.
 */
export function pagesProblem(
  bytes: Uint8Array,
  metadata: FileMetaData,
  limits: Limits,
): Pick<InnerProblem, 'code' | 'args'> | undefined {
  const tooLarge = { code: 'too-large' as const, args: { limit: sizeText(limits.bytes) } };
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const chunks = metadata.row_groups.flatMap(group => group.columns);
  const columns = chunks.length / Math.max(metadata.row_groups.length, 1);
  if (rows * columns > limits.cells) return tooLarge;
  let values = 0;
  let size = 0;
  for (const { meta_data: chunk } of chunks) {
    if (!chunk) continue;
    const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
    for (const page of pagesIn(bytes, start, start + Number(chunk.total_compressed_size))) {
      values += page.values;
      size += page.bytes;
      if (values > limits.cells || size > limits.bytes) return tooLarge;
    }
  }
  return undefined;
}

function* pagesIn(bytes: Uint8Array, start: number, end: number): Generator<Page> {
  const chunk = bytes.subarray(start, end);
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 };
  while (reader.offset < chunk.byteLength - 1) {
    const { compressed_page_size, uncompressed_page_size, ...header } = parquetHeader(reader);
    const data = header.data_page_header ?? header.data_page_header_v2;
    const values = data?.num_values ?? header.dictionary_page_header?.num_values ?? 0;
    if (!(compressed_page_size >= 0 && uncompressed_page_size >= 0 && values >= 0))
      throw new Error('a page of a negative size');
    // Each value may repeat the whole of the one before it.
    const isRepeating = data?.encoding === 'DELTA_BYTE_ARRAY';
    yield { values, bytes: isRepeating ? values * uncompressed_page_size : uncompressed_page_size };
    reader.offset += compressed_page_size;
  }
}
