import type { Compressors, FileMetaData, PageHeader, SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import type { InnerProblem } from './document.ts';
import { type Limits, sizeText } from './limits.ts';
import { walkRuns } from './parquet-runs.ts';

type ColumnChunk = NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>;

/** A column chunk: what its metadata says of it, and whether a value of it may be absent. */
interface Chunk {
  readonly metadata: ColumnChunk;
  readonly isOptional: boolean;
}

interface Page {
  readonly header: PageHeader;
  readonly bytes: Uint8Array;
}

/**
 * Holds every page against the limits, and against itself, before the library reads it: a run of a few bytes may claim
 * a thousand million values, and the library would write them out. Throws where a page contradicts itself.
 */
export function pagesProblem(
  bytes: Uint8Array,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
  compressors: Compressors,
  limits: Limits,
): Pick<InnerProblem, 'code' | 'args'> | undefined {
  const tooLarge = { code: 'too-large' as const, args: { limit: sizeText(limits.bytes) } };
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (rows * columns.length > limits.cells) return tooLarge;
  let values = 0;
  let size = 0;
  for (const chunk of chunksOf(metadata, columns)) {
    for (const page of pagesIn(bytes, chunk)) {
      values += valuesIn(page);
      size += page.header.uncompressed_page_size;
      if (values > limits.cells || size > limits.bytes) return tooLarge;
      checkPage(page, chunk, compressors);
    }
  }
  return undefined;
}

function chunksOf(metadata: FileMetaData, columns: readonly SchemaTree[]): Chunk[] {
  const byName = new Map(columns.map(({ element }) => [element.name, element]));
  for (const { element, children } of columns) {
    if (children.length > 0 || element.repetition_type === 'REPEATED')
      throw new Error(`the column "${element.name}" holds lists or groups`);
  }
  return metadata.row_groups.flatMap(group =>
    group.columns.flatMap(({ meta_data }) => {
      const element = byName.get(meta_data?.path_in_schema[0] ?? '');
      if (!meta_data || !element) throw new Error('a column that the schema does not name');
      return [{ metadata: meta_data, isOptional: element.repetition_type === 'OPTIONAL' }];
    }),
  );
}

function* pagesIn(bytes: Uint8Array, { metadata }: Chunk): Generator<Page> {
  const start = Number(metadata.dictionary_page_offset || metadata.data_page_offset);
  const chunk = bytes.subarray(start, start + Number(metadata.total_compressed_size));
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 };
  while (reader.offset < chunk.byteLength - 1) {
    const header = parquetHeader(reader);
    const end = reader.offset + header.compressed_page_size;
    const isSound = header.compressed_page_size >= 0 && header.uncompressed_page_size >= 0 && end <= chunk.byteLength;
    if (!isSound) throw new Error('a page that ends outside its column');
    yield { header, bytes: chunk.subarray(reader.offset, end) };
    reader.offset = end;
  }
}

function valuesIn({ header }: Page): number {
  const counts = header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header;
  const values = counts?.num_values ?? 0;
  if (!(values >= 0)) throw new Error('a page of a negative number of values');
  return values;
}

function checkPage({ header, bytes }: Page, { metadata, isOptional }: Chunk, compressors: Compressors): void {
  const { data_page_header: first, data_page_header_v2: second, uncompressed_page_size: size } = header;
  const unpack = (packed: Uint8Array, length: number) =>
    viewOf(decompressPage(packed, length, metadata.codec, compressors));
  if (first) {
    const page = unpack(bytes, size);
    const present = isOptional ? walkRuns(page, 4, 1, first.num_values).ones : first.num_values;
    checkIndexes(page, isOptional ? 4 + page.getUint32(0, true) : 0, present, first.encoding);
  } else if (second) {
    const levels = second.definition_levels_byte_length;
    const present = second.num_values - second.num_nulls;
    const isSound = second.repetition_levels_byte_length === 0 && levels >= 0 && levels <= bytes.length && present >= 0;
    if (!isSound || !(size >= levels)) throw new Error('a page whose levels do not fit into it');
    if (isOptional) walkRuns(viewOf(bytes), 0, 1, second.num_values);
    const values = bytes.subarray(levels);
    const page = second.is_compressed === false ? viewOf(values) : unpack(values, size - levels);
    checkIndexes(page, 0, present, second.encoding);
  } else unpack(bytes, size);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function checkIndexes(page: DataView, start: number, present: number, encoding: string): void {
  if (encoding === 'PLAIN') return;
  if (encoding !== 'RLE_DICTIONARY' && encoding !== 'PLAIN_DICTIONARY')
    throw new Error(`the encoding ${encoding} is not read; plain values and dictionaries are`);
  if (present > 0) walkRuns(page, start + 1, page.getUint8(start), present);
}
