import type { Compressors, FileMetaData, PageHeader, SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import type { BareProblem } from '../../values/problem.ts';
import { expansionProblem, tableProblem } from '../document/expansion.ts';
import type { Limits } from '../document/limits.ts';
import { walkRuns } from './runs.ts';

type ColumnChunk = NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>;

/** A column chunk: what its metadata says of it, the values that it must have, and whether one may be absent. */
interface Chunk {
  readonly metadata: ColumnChunk;
  readonly rows: number;
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
): BareProblem | undefined {
  const packed = bytes.length;
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (rows !== Number(metadata.num_rows)) throw new Error('its groups do not have the rows that it states');
  const problem = tableProblem({ rows, cells: rows * columns.length }, packed, limits);
  if (problem) return problem;
  const sizes = { cells: 0, unpacked: 0 };
  for (const chunk of chunksOf(metadata, columns)) {
    let values = 0;
    for (const page of pagesIn(bytes, chunk)) {
      const count = valuesIn(page);
      if (!page.header.dictionary_page_header) values += count;
      sizes.cells += count;
      sizes.unpacked += page.header.uncompressed_page_size;
      const swollen =
        tableProblem({ rows, cells: sizes.cells }, packed, limits) ?? expansionProblem(sizes.unpacked, packed, limits);
      if (swollen) return swollen;
      checkPage(page, chunk, compressors);
    }
    if (values !== chunk.rows) throw new Error('a column does not have a value for each row');
  }
  return undefined;
}

/** Each group has each column once: of a column given twice one would be lost. */
function chunksOf(metadata: FileMetaData, columns: readonly SchemaTree[]): Chunk[] {
  for (const { element, children } of columns) {
    if (children.length > 0 || element.repetition_type === 'REPEATED')
      throw new Error(`the column "${element.name}" holds lists or groups`);
  }
  return metadata.row_groups.flatMap(group => {
    if (group.columns.length !== columns.length) throw new Error('a group does not have the columns that are stated');
    return group.columns.map(({ meta_data }, index) => {
      const element = columns[index]?.element;
      if (!meta_data || meta_data.path_in_schema.join('.') !== element?.name)
        throw new Error('a group has a column that is not stated there');
      return { metadata: meta_data, rows: Number(group.num_rows), isOptional: element.repetition_type === 'OPTIONAL' };
    });
  });
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
