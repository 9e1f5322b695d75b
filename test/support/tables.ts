import { crc32, deflateRawSync } from 'node:zlib';
import { type BookType, CFB, utils, type WorkSheet, write } from '@e965/xlsx';
import { type FileMetaData, parquetMetadata } from 'hyparquet';
import { ByteWriter, parquetWriteBuffer } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';

export type Cell = string | number | boolean | Date | null;

export interface SheetOptions {
  readonly name?: string;
  /** Ranges such as `A2:A3`. */
  readonly merged?: readonly string[];
  /** Number formats by cell, such as `{ B2: '0.0%' }`. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Formulas by cell; the value of the cell is what is stored with it. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** Error codes by cell, such as `{ B2: DIVISION_BY_ZERO }`. */
  readonly errors?: Readonly<Record<string, number>>;
  /** Comments by cell. */
  readonly comments?: Readonly<Record<string, string>>;
  /** Numbers of rows, and letters of columns, that are not shown. */
  readonly hidden?: readonly (number | string)[];
}

/** #DIV/0! */
export const DIVISION_BY_ZERO = 7;

/** A sheet for `xlsxOf`; written by another library than the one that reads it. */
export function sheet(rows: readonly (readonly Cell[])[], options: SheetOptions = {}): [string, WorkSheet] {
  const { name = '数据', merged = [], formats = {}, formulas = {}, errors = {}, comments = {}, hidden = [] } = options;
  const made = utils.aoa_to_sheet(
    rows.map(row => [...row]),
    { cellDates: true, UTC: true, dateNF: 'yyyy-mm-dd' },
  );
  if (merged.length > 0) made['!merges'] = merged.map(range => utils.decode_range(range));
  for (const [cell, format] of Object.entries(formats)) made[cell].z = format;
  for (const [cell, formula] of Object.entries(formulas)) made[cell] = { t: 'z', ...made[cell], f: formula };
  for (const [cell, error] of Object.entries(errors)) made[cell] = { ...made[cell], t: 'e', v: error };
  for (const [cell, text] of Object.entries(comments)) made[cell].c = [{ a: 'Office', t: text }];
  made['!rows'] = [];
  made['!cols'] = [];
  for (const each of hidden) {
    if (typeof each === 'number') made['!rows'][each - 1] = { hidden: true };
    else made['!cols'][utils.decode_col(each)] = { hidden: true };
  }
  return [name, made];
}

export const xlsxOf = (...sheets: readonly [string, WorkSheet][]): Uint8Array => bookOf('xlsx', sheets);

/** A workbook as programs wrote it before 2007. */
export const xlsOf = (...sheets: readonly [string, WorkSheet][]): Uint8Array => bookOf('biff8', sheets);

function bookOf(bookType: BookType, sheets: readonly [string, WorkSheet][]): Uint8Array {
  const book = utils.book_new();
  for (const [name, made] of sheets) utils.book_append_sheet(book, made, name);
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }));
}

/** A compound file of streams, which old and encrypted workbooks are. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}

/** A Parquet file whose metadata says something else of it. */
export function withMetadata(bytes: Uint8Array, change: (metadata: FileMetaData) => FileMetaData): Uint8Array {
  const { metadata_length: length, ...metadata } = change(parquetMetadata(bytes));
  const writer = new ByteWriter();
  writer.appendBytes(bytes.subarray(0, bytes.length - 8 - length));
  writeMetadata(writer, metadata as FileMetaData);
  writer.appendUint32(0x31524150);
  writer.finish();
  return writer.getBytes();
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
    sizes.writeUInt32LE(crc32(content), 0);
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

const XLSX_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="数据" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="57" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="41" fontId="0"/><xf numFmtId="44" fontId="0"/></cellXfs></styleSheet>',
};

/**
 * Styles of `rawXlsxOf`: a date format that each country has its own of, a font that strikes out, and two formats of
 * accountants that the file only numbers.
 */
export const [DATE_57, STRUCK, ACCOUNTING_41, ACCOUNTING_44] = [1, 2, 3, 4];

/** The XML of a sheet around that of its rows, and of what stands below them. */
export const sheetXml = (rows: string, below = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${below}</worksheet>`;

/** A workbook of parts in XML, for what no writer offers: those that are given, and the ordinary ones beside them. */
export const partsXlsxOf = (parts: Readonly<Record<string, string>>, ...more: readonly ZipEntry[]): Uint8Array => {
  const all = Object.entries({ ...XLSX_PARTS, ...parts });
  return zipOf([...all.map(([name, xml]) => ({ name, content: Buffer.from(xml) })), ...more]);
};

export const SHEET = 'xl/worksheets/sheet1.xml';

/** A workbook of the rows of a sheet as XML. */
export const rawXlsxOf = (rows: readonly (readonly string[])[], below?: string): Uint8Array =>
  partsXlsxOf({ [SHEET]: sheetXml(rows.map(cells => `<row>${cells.join('')}</row>`).join(''), below) });

/** The relations of a workbook to its parts, in the order of their names `r1`, `r2` … */
export const relationsXml = (...relations: readonly (readonly [type: string, target: string])[]): string => {
  const root = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const each = relations.map(
    ([type, target], index) => `<Relationship Id="r${index + 1}" Type="${root}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
};

/** A cell of runs, each with the XML of its font. */
export const runsXml = (...runs: readonly (readonly [text: string, font?: string])[]): string =>
  `<c t="inlineStr"><is>${runs.map(([text, font = '']) => `<r><rPr>${font}</rPr><t>${text}</t></r>`).join('')}</is></c>`;

export const numberXml = (value: number, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
