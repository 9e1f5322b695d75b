import { DASH, SPACE } from '../document/chars.ts';
import { endsLine, readInline, readKey, skipSpaces } from './quick-inline.ts';
import { afterLine, nextLine, type YamlLine } from './quick-lines.ts';
import { addPair, closed, emptyMapping, type QuickNode } from './quick-node.ts';
import { readTextBlock } from './quick-text.ts';

/** The mapping or list that a text consists of; undefined where the full parser has to read it. */
export function readBlock(text: string, start: number): QuickNode | undefined {
  const first = nextLine(text, start);
  const read = first && first.from < first.to ? readCollection(text, first, 1) : undefined;
  return read?.next.from === text.length ? read.node : undefined;
}

/** A node, the offset at which a collection that it closes ends too, and the first line after it. */
interface YamlRead {
  readonly node: QuickNode;
  readonly end: number;
  readonly next: YamlLine;
}

/** A file that nests deeper is not one that has to be read quickly. */
const MAX_DEPTH = 20;

function readCollection(text: string, line: YamlLine, depth: number): YamlRead | undefined {
  if (depth > MAX_DEPTH) return undefined;
  return isEntry(text, line) ? readList(text, line, depth) : readMapping(text, line, depth);
}

const isEntry = (text: string, { from }: YamlLine): boolean =>
  text.charCodeAt(from) === DASH && text.charCodeAt(from + 1) === SPACE;

function readMapping(text: string, first: YamlLine, depth: number): YamlRead | undefined {
  const mapping = emptyMapping();
  let line = first;
  let end = first.from;
  while (line.indent === first.indent) {
    const key = readKey(text, line.from, line.to);
    const value = key && readValue(text, key.to + 1, line, depth);
    if (!value || !addPair(mapping, key, value.node)) return undefined;
    ({ end, next: line } = value);
  }
  return line.indent > first.indent ? undefined : { node: closed(mapping, first.from, end), end, next: line };
}

function readList(text: string, first: YamlLine, depth: number): YamlRead | undefined {
  const items: QuickNode[] = [];
  let line = first;
  let end = first.from;
  while (line.indent === first.indent && isEntry(text, line)) {
    const item = readItem(text, line, depth);
    if (!item) return undefined;
    items.push(item.node);
    ({ end, next: line } = item);
  }
  return line.indent > first.indent
    ? undefined
    : { node: { data: items.map(({ data }) => data), items, from: first.from, to: end }, end, next: line };
}

/** An item is a mapping whose first entry stands behind the dash, or a value of one line. */
function readItem(text: string, line: YamlLine, depth: number): YamlRead | undefined {
  const from = skipSpaces(text, line.from + 1, line.to);
  const inner = { from, to: line.to, indent: line.indent + from - line.from };
  return readKey(text, from, line.to) ? readCollection(text, inner, depth + 1) : readOneLine(text, from, line);
}

/** What follows the colon of a key: on its line, below it further in, or a list below it at its own indentation. */
function readValue(text: string, afterKey: number, line: YamlLine, depth: number): YamlRead | undefined {
  const from = skipSpaces(text, afterKey, line.to);
  if (!endsLine(text, afterKey, line.to)) {
    return isTextBlock(text, from) ? readBelow(text, readTextBlock(text, from, line)) : readOneLine(text, from, line);
  }
  const below = nextLine(text, afterLine(text, line));
  const isBelow = below && (below.indent > line.indent || (below.indent === line.indent && isEntry(text, below)));
  return isBelow ? readCollection(text, below, depth + 1) : undefined;
}

const isTextBlock = (text: string, from: number): boolean => '|>'.includes(text.charAt(from));

function readBelow(text: string, node: QuickNode | undefined): YamlRead | undefined {
  const next = node && nextLine(text, node.to);
  return next && { node, end: node.to, next };
}

function readOneLine(text: string, from: number, line: YamlLine): YamlRead | undefined {
  const node = readInline(text, from, line.to);
  const end = afterLine(text, line);
  const next = node && nextLine(text, end);
  return next && { node, end, next };
}
