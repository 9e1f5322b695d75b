/** Texts and attributes of XML. Names of characters are the five that every document knows; none can be declared. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));|&/gi, characterOf) : text;
}

function characterOf(all: string, decimal?: string, hexadecimal?: string, name?: string): string {
  const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
  const character = Number.isNaN(code) ? NAMED[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  if (character === undefined) throw new Error(`the character ${all} has no meaning`);
  return character;
}

/** Attributes without a prefix under their names, the others under their names with it. */
export type Attributes = ReadonlyMap<string, string>;

const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NONE: Attributes = new Map();

/** The attributes of a tag behind its name; one that stands twice would lose one of the two. */
export function attributesIn(text: string): Attributes {
  if (text.trim() === '') return NONE;
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let at = 0;
  for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
    const [, name = '', double, single = ''] = found;
    if (attributes.has(name)) throw new Error(`the attribute "${name}" stands twice in one tag`);
    attributes.set(name, decoded(double ?? single));
    at = ATTRIBUTE.lastIndex;
  }
  if (text.slice(at).trim() !== '') throw new Error('a tag is not well-formed');
  return attributes;
}

export const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

/** The namespaces that a tag declares, by their prefixes with the colon. */
export const namespacesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...attributesIn(text)].flatMap(([name, space]) =>
      name === 'xmlns' ? [['', space]] : name.startsWith('xmlns:') ? [[`${name.slice(6)}:`, space]] : [],
    ),
  );

/** Where a piece of text may be cut so that no name of a character is. */
export function wholeCharacters(text: string): number {
  const last = text.lastIndexOf('&');
  return last === -1 || text.length - last > LONGEST || text.includes(';', last) ? text.length : last;
}

const LONGEST = 12;
