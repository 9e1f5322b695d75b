import { readdirSync, readFileSync } from 'node:fs';
import { parquetMetadata } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { describe, expect, test } from 'vitest';
import { parquetOf } from '../support/tables.ts';

/*
 * Pages are held against their headers with three functions of hyparquet that its documentation does not name
 * (docs/dependencies.md). An update that moves or changes one of them has to fail here, by name, and not by a file that is
 * read otherwise.
 */

const read = (file: string) => readFileSync(file, 'utf8');

/** Of the version whose insides were read; another one is to be read anew before this line is changed. */
const READ = '1.31.5';

test('the version is the one whose insides were read, and nothing but it can be installed', () => {
  const versionIn = (file: string) => JSON.parse(read(file));
  expect(versionIn('node_modules/hyparquet/package.json').version).toBe(READ);
  expect(versionIn('package.json').devDependencies.hyparquet).toBe(READ);
});

test('these are all insides that are used', () => {
  const folder = 'src/input/parquet';
  const used = readdirSync(folder).flatMap(file =>
    [...read(`${folder}/${file}`).matchAll(/import \{ (.+) \} from '(hyparquet[^']*\/src\/[^']+)';/g)].map(
      ([, names, from]) => `${from} ${names}`,
    ),
  );
  expect(used.toSorted()).toEqual([
    'hyparquet/src/column.js parquetHeader',
    'hyparquet/src/datapage.js decompressPage',
    'hyparquet/src/thrift.js readVarInt',
  ]);
});

describe('what is used of', () => {
  test('readVarInt: seven bits a byte, the lowest first, and the reader stands behind them', () => {
    const reader = { view: new DataView(new Uint8Array([0xff, 0xac, 0x02, 0xff]).buffer), offset: 1 };
    expect(readVarInt(reader)).toBe(300);
    expect(reader.offset).toBe(3);
  });

  test('parquetHeader: the sizes of a page and the numbers of its values, and the reader stands at its bytes', () => {
    const bytes = parquetOf({ region: ['north', null, 'south'] });
    const [group] = parquetMetadata(bytes.buffer as ArrayBuffer).row_groups;
    const chunk = group?.columns[0]?.meta_data;
    if (!chunk) throw new Error('no column');
    const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
    const reader = { view: new DataView(bytes.buffer), offset: start };
    const header = parquetHeader(reader);
    const counts = header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header;
    expect(counts?.num_values).toBe(header.dictionary_page_header ? 2 : 3);
    expect(reader.offset).toBeGreaterThan(start);
    const levels = header.data_page_header_v2?.definition_levels_byte_length ?? 0;
    const values = bytes.subarray(reader.offset + levels, reader.offset + header.compressed_page_size);
    const unpacked = decompressPage(values, header.uncompressed_page_size - levels, chunk.codec, {});
    expect(new TextDecoder().decode(unpacked)).toContain('north');
  });

  test('decompressPage: what is not packed comes back, and a codec that nobody gave is refused', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(decompressPage(bytes, 3, 'UNCOMPRESSED', undefined)).toEqual(bytes);
    expect(decompressPage(bytes, 3, 'GZIP', { GZIP: packed => packed.toReversed() })).toEqual(bytes.toReversed());
    expect(() => decompressPage(bytes, 3, 'ZSTD', undefined)).toThrow(/ZSTD/);
    expect(() => decompressPage(bytes, 4, 'GZIP', { GZIP: packed => packed })).toThrow(/length/);
  });
});
