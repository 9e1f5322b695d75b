import type { Random } from './random.ts';
import type { Words } from './words.ts';

/** Signs that mean something in some format. */
const SIGNS: readonly string[] = [
  ...[
    ': ',
    '- ',
    '? ',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '|\n ',
    '>-\n ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ';',
    '\t',
    '|',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '#',
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\\',
    '\\u0000',
    '\\ud800',
    '\0',
  ],
  ...[
    '<',
    '>',
    '/>',
    '</',
    '&amp;',
    '&#0;',
    '<!--',
    '<![CDATA[',
    ']]>',
    '<?x ?>',
    '万',
    '%',
    '以上',
    '约',
    ' ',
    '\u3000',
  ],
];

/** Bytes of a file whose inside is not known. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const cut = (from: number, count: number, put: Uint8Array) =>
    Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(Math.min(bytes.length, from + count))]);
  switch (random.below(6)) {
    case 0:
      return cut(at, 1, Uint8Array.of(random.below(256)));
    case 1:
      return cut(at, random.below(20), new Uint8Array());
    case 2:
      return cut(at, 0, pieceOf(bytes, 200, random));
    case 3:
      return cut(at, random.below(50), pieceOf(other, 300, random));
    case 4:
      return random.once(4)
        ? bytes.subarray(0, at)
        : cut(at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
    default:
      return cut(at, 4, wordOf(random));
  }
}

function pieceOf(bytes: Uint8Array, most: number, random: Random): Uint8Array {
  const from = random.below(bytes.length + 1);
  return bytes.subarray(from, from + random.below(most));
}

function wordOf(random: Random): Uint8Array {
  const word = Buffer.alloc(4);
  word.writeUInt32LE(random.one([0, 1, 0xff, 0xffff, 0x7fffffff, 0xffffffff, random.below(2 ** 32)]));
  return word;
}

/** How long a text becomes where one thing is said over and over. */
const MANY_BYTES = 60_000;

/** Lines, tokens and signs of a text. */
export function mutateText(text: string, other: string, words: Words, random: Random): string {
  const at = random.below(text.length + 1);
  const put = (piece: string, count = 0) => text.slice(0, at) + piece + text.slice(at + count);
  const lines = text.split('\n');
  const line = random.below(lines.length);
  switch (random.below(9)) {
    case 0:
      return put(random.one(SIGNS), random.below(3));
    case 1:
      return put(random.one(words.scalars));
    case 2:
      return lines.toSpliced(line, 1).join('\n');
    case 3:
      return lines.toSpliced(random.below(lines.length), 0, lines[line] ?? '').join('\n');
    case 4:
      return lines.toSpliced(line, 1, random.one(other.split('\n'))).join('\n');
    case 5:
      return lines.toSpliced(line, 1, ` ${' '.repeat(random.below(3))}${lines[line]}`).join('\n');
    case 6:
      return tokensChanged(text, token => random.one([token, random.one(words.scalars)]), random);
    case 7:
      return tokensChanged(text, token => nudged(token, random), random);
    default:
      return put('', random.below(12));
  }
}

/** One of its tokens changed: a number, a day or a name. */
function tokensChanged(text: string, change: (token: string) => string, random: Random): string {
  const tokens = [...text.matchAll(/[\p{L}\p{N}_.%+-]+/gu)];
  if (tokens.length === 0) return text;
  const { 0: token, index } = random.one(tokens);
  return text.slice(0, index) + change(token) + text.slice(index + token.length);
}

/** A number or a day near it, or the same written otherwise. */
export function nudged(token: string, random: Random): string {
  const year = /^(\d{4})(-.*)?$/.exec(token);
  if (year && random.once(2)) return `${Number(year[1]) + random.below(5) - 2}${year[2] ?? ''}`;
  const number = /^(-?\d[\d,]*)(\.\d+)?(.*)$/.exec(token);
  if (!number) return token;
  const [, whole = '', part = '', unit = ''] = number;
  const value = Number(whole.replaceAll(',', '') + part);
  return random.one([
    `${value * 10}${unit}`,
    `${value / 1000}${unit}`,
    `${value + 1}${unit}`,
    `${value - 1}${unit}`,
    `${value}.0${unit}`,
    `${-value}${unit}`,
    `约 ${value}${unit}`,
    `>${value}${unit}`,
    `${value}${unit}以上`,
    `${value / 10000}万`,
    `${value}%`,
  ]);
}

/** A piece of it said so often that whatever looks at each with each takes for ever. */
export function many(text: string, random: Random): string {
  const lines = text.split('\n');
  const isLines = random.once(2);
  const from = random.below(isLines ? lines.length : text.length);
  const piece = isLines
    ? `${lines.slice(from, from + 1 + random.below(4)).join('\n')}\n`
    : text.slice(from, from + 1 + random.below(40));
  const count = Math.min(20_000, Math.floor(MANY_BYTES / Math.max(piece.length, 1)));
  // Numbered, so that names and rows are not the same one again.
  const isNumbered = random.once(2);
  const each = (index: number) => (isNumbered ? piece.replace(/[\p{L}\p{N}]+/u, word => `${word}${index}`) : piece);
  const told = Array.from({ length: count }, (_, index) => each(index)).join('');
  return isLines
    ? [...lines.slice(0, from), told + lines.slice(from).join('\n')].join('\n')
    : text.slice(0, from) + told + text.slice(from);
}
