import { deflateRawSync } from 'node:zlib';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';

export type Cell = string | number | boolean | Date | null;

export interface SheetOptions {
  readonly name?: string;
  /** Ranges such as `A2:A3`. */
  readonly merged?: readonly string[];
  /** Number formats by cell, such as `{ B2: '0.0%' }`. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Formulas by cell; the value of the cell is what is stored with it. */
  readonly formulas?: Readonly<Record<string, string>>;
}

/** A sheet for `xlsxOf`; written by another library than the one that reads it. */
export function sheet(rows: readonly (readonly Cell[])[], options: SheetOptions = {}): [string, WorkSheet] {
  const { name = '数据', merged = [], formats = {}, formulas = {} } = options;
  const made = utils.aoa_to_sheet(
    rows.map(row => [...row]),
    { cellDates: true, UTC: true, dateNF: 'yyyy-mm-dd' },
  );
  if (merged.length > 0) made['!merges'] = merged.map(range => utils.decode_range(range));
  for (const [cell, format] of Object.entries(formats)) made[cell].z = format;
  for (const [cell, formula] of Object.entries(formulas)) made[cell] = { t: 'z', ...made[cell], f: formula };
  return [name, made];
}

export function xlsxOf(...sheets: readonly [string, WorkSheet][]): Uint8Array {
  const book = utils.book_new();
  for (const [name, made] of sheets) utils.book_append_sheet(book, made, name);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

/** A Parquet file with one column a name; the type of a column is that of its first value. */
export function parquetOf(columns: Readonly<Record<string, readonly (Cell | bigint)[]>>): Uint8Array {
  const columnData = Object.entries(columns).map(([name, data]) => ({ name, data: [...data] }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the directory says that it unpacks to; the truth by default. */
  readonly size?: number;
}

/** An archive as it may come from anywhere: sizes may lie, entries may be any number. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size = content.length } of entries) {
    const packed = deflateRawSync(content);
    const file = Buffer.from(name);
    const sizes = Buffer.alloc(14);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(size, 8);
    sizes.writeUInt16LE(file.length, 12);
    const local = Buffer.concat([Buffer.from('504b030414000000080000000000', 'hex'), sizes]);
    const part = Buffer.concat([local, Buffer.alloc(2), file, packed]);
    const head = Buffer.from('504b0102140014000000080000000000', 'hex');
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(offset, 12);
    directory.push(Buffer.concat([head, sizes, tail, file]));
    parts.push(part);
    offset += part.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, all, end]));
}
