import { decode } from './decode.ts';
import { type Reader, type ReadResult, unreadable } from './document.ts';
import type { Limits } from './limits.ts';

/** The reader of a text format: bytes are decoded first, and the text is kept for code frames. */
export const ofText =
  (readText: (text: string, limits: Limits) => ReadResult | Promise<ReadResult>): Reader['read'] =>
  async (bytes, limits, given) => {
    const decoded = decode(bytes, given);
    if ('code' in decoded) return unreadable(decoded);
    const { text, encoding } = decoded;
    const { documents, problems } = await readText(text, limits);
    const noted = encoding === 'gb18030' ? [{ code: 'read-as-gb18030' as const, args: {} }] : [];
    return { documents, problems: [...noted, ...problems], text };
  };
