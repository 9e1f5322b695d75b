import type { BareProblem } from '../../values/problem.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** What a byte order mark declares, as spreadsheets begin what they call a Unicode text with. */
const MARKS = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
] as const;

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding | 'utf-16' }
  | BareProblem<'empty-file' | 'binary-file' | 'unknown-encoding'>;

/**
 * Bytes as text: UTF-16 where a byte order mark declares it, UTF-8 with or without one, else GB18030, in which Chinese
 * offices still save files. Anything else with a NUL byte is binary. A part of a file is read as the whole is: two bytes of 太 are a letter in UTF-8, too.
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded {
  if (bytes.length === 0) return { code: 'empty-file', args: {} };
  const [declared] = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second) ?? [];
  if (declared !== undefined) {
    const text = decodeAs(declared, bytes);
    return text === undefined || text.includes('\0')
      ? { code: 'unknown-encoding', args: {} }
      : { text, encoding: 'utf-16' };
  }
  if (bytes.includes(0)) return { code: 'binary-file', args: {} };
  const utf8 = encoding === 'gb18030' ? undefined : decodeAs('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const gb = encoding === 'utf-8' ? undefined : decodeAs('gb18030', bytes);
  const isText = gb !== undefined && !/[\u0001-\u0008\u000e-\u001f\u007f\ufffd\ue000-\uf8ff]/.test(gb);
  return isText ? { text: gb, encoding: 'gb18030' } : { code: 'unknown-encoding', args: {} };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
