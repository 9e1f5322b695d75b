import { type Directory, directoryOf, END, END_SIZE, type Entry, viewOf } from './zip.ts';

/**
 * Number formats of accountants that a file may name by their number alone, in the words of ISO/IEC 29500-1, 18.8.30: the
 * library does not know them, and would take 0 for what its cell shows as a dash.
 */
const ACCOUNTING: Readonly<Record<number, string>> = {
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
};

const NUMBERED = /numFmtId\s*=\s*["']4[1-4]["']/;
const ROOT = /<(?:[\w.-]+:)?styleSheet(?:\s[^>]*)?(?<!\/)>/;

/**
 * The workbook with those formats spelled out, where its styles name one. Before those of the file itself, because the
 * library takes the last of one number.
 */
export async function withAccountingFormats(bytes: Uint8Array): Promise<Uint8Array> {
  const directory = directoryOf(bytes);
  const named = (fits: (name: string) => boolean) => directory?.entries.findLast(({ name }) => fits(name));
  const entry = named(name => name === 'xl/styles.xml') ?? named(name => /(?:^|\/)styles\d*\.xml$/i.test(name));
  if (!directory || !entry) return bytes;
  const styles = await unpacked(bytes, entry);
  const xml = styles === undefined ? '' : new TextDecoder().decode(styles);
  if (!NUMBERED.test(xml)) return bytes;
  const spelled = xml.replace(ROOT, root => `${root}<numFmts>${FORMATS}</numFmts>`);
  return withEntry(bytes, directory, entry, new TextEncoder().encode(spelled));
}

const FORMATS = Object.entries(ACCOUNTING)
  .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  .join('');

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const [STORED, DEFLATED] = [0, 8];

/** Undefined where the entry is damaged or more than it says: the library will say so. */
async function unpacked(bytes: Uint8Array, { start, packed, unpacked: size, method }: Entry) {
  const view = viewOf(bytes);
  if (start + LOCAL_SIZE > bytes.length || view.getUint32(start, true) !== LOCAL) return undefined;
  const from = start + LOCAL_SIZE + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const content = bytes.slice(from, from + packed);
  if (method === STORED) return content;
  return method === DEFLATED ? inflated(content, size).catch(() => undefined) : undefined;
}

async function inflated(content: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array | undefined> {
  const found = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of new Blob([content]).stream().pipeThrough(new DecompressionStream('deflate-raw'))) {
    if (filled + chunk.length > size) return undefined;
    found.set(chunk, filled);
    filled += chunk.length;
  }
  return found.subarray(0, filled);
}

/** The archive with another content of one entry, stored behind it as it is; the directory follows once more. */
function withEntry(bytes: Uint8Array, { from, to, entries }: Directory, entry: Entry, content: Uint8Array): Uint8Array {
  const local = new Uint8Array(LOCAL_SIZE);
  viewOf(local).setUint32(0, LOCAL, true);
  const records = bytes.slice(from, to);
  const record = viewOf(records.subarray(entry.at - from));
  // Neither a flag nor a checksum: a zero is one that nobody asks for.
  record.setUint16(8, 0, true);
  record.setUint16(10, STORED, true);
  record.setUint32(16, 0, true);
  record.setUint32(20, content.length, true);
  record.setUint32(24, content.length, true);
  record.setUint32(42, bytes.length, true);
  const end = viewOf(new Uint8Array(END_SIZE));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, records.length, true);
  end.setUint32(16, bytes.length + LOCAL_SIZE + content.length, true);
  return joined([bytes, local, content, records, new Uint8Array(end.buffer)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
