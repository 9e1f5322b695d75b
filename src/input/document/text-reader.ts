import { decode } from './decode.ts';
import { type HowRead, type Reader, type ReadResult, unreadable } from './document.ts';

/** The reader of a text format: bytes are decoded first, and the text is kept for code frames. */
export const ofText =
  (readText: (text: string, reading: HowRead) => ReadResult | Promise<ReadResult>): Reader =>
  async (bytes, reading) => {
    const decoded = decode(bytes, reading.encoding);
    if ('code' in decoded) return unreadable(decoded);
    const { text, encoding } = decoded;
    const read = await readText(text, reading);
    const noted = encoding === 'gb18030' ? [{ code: 'read-as-gb18030' as const, args: {} }] : [];
    return { ...read, problems: [...noted, ...read.problems], text };
  };
