/** Keys that a plain row may have; a line with any other is for the ordinary reader. */
export const COMMON: readonly string[] = [
  ...['indicator', 'value', 'as_of', 'published', 'region', 'unit', 'plan', 'status', 'scope', 'dated'],
  ...['counts', 'publisher', 'title', 'url', 'note'],
];

/**
 * How most lines of an NDJSON file seem to be written. It is a guess from the first of them: of every line it is asked
 * whether it is written so (src/panel/duckdb-ndjson.ts).
 */
export interface NdjsonLayout {
  /** Between two pairs, with the quote before the next key. */
  readonly delimiter: string;
  /** The most frequent one first; none where the lines are written in another way. */
  readonly shapes: readonly LineShape[];
}

/** Pairs in their order. */
export type LineShape = readonly LineCell[];

/** What stands between two delimiters: a key and its value. */
export interface LineCell {
  readonly key: string;
  readonly kind: 'text' | 'bare' | 'null';
  /** All that stands before the value and behind it. */
  readonly before: string;
  readonly behind: string;
}

/** Without spaces, as most programs write it, and with them. */
export const TIGHT = ',"';

const STYLES = [
  { delimiter: TIGHT, colon: '":' },
  { delimiter: ', "', colon: '": ' },
];

/** Each shape more costs time on the lines that are written in another. */
const MOST_SHAPES = 4;

/** What fits most of the lines. */
export function ndjsonLayout(lines: readonly string[]): NdjsonLayout {
  const found = STYLES.map(({ delimiter, colon }) => ({ delimiter, shapes: shapesOf(lines, delimiter, colon) }));
  const [most = { delimiter: TIGHT, shapes: [] }] = found.toSorted((a, b) => b.shapes.length - a.shapes.length);
  return {
    delimiter: most.delimiter,
    shapes: mostFrequent(most.shapes).map(text => JSON.parse(text) as LineShape),
  };
}

/** As texts, so that they can be counted. */
const shapesOf = (lines: readonly string[], delimiter: string, colon: string): string[] =>
  lines.flatMap(line => {
    const shape = shapeOf(line.split(delimiter), colon);
    return shape ? [JSON.stringify(shape)] : [];
  });

function mostFrequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const inOrder = [...counts].toSorted(([, a], [, b]) => b - a);
  return inOrder.slice(0, MOST_SHAPES).map(([text]) => text);
}

/** Undefined where no plain row is written so. */
function shapeOf(pieces: readonly string[], colon: string): LineShape | undefined {
  const last = pieces.length - 1;
  const cells = pieces.flatMap((piece, index) => cellOf(piece, colon, index === 0 ? '{"' : '', index === last) ?? []);
  const isWhole = cells.length === pieces.length && new Set(cells.map(({ key }) => key)).size === cells.length;
  return isWhole ? cells : undefined;
}

function cellOf(piece: string, colon: string, open: string, isLast: boolean): LineCell | undefined {
  const close = isLast ? '}' : '';
  const end = piece.indexOf(colon);
  const key = piece.slice(open.length, Math.max(end, 0));
  if (!piece.startsWith(open) || !piece.endsWith(close) || !COMMON.includes(key)) return undefined;
  const before = `${open}${key}${colon}`;
  const value = piece.slice(before.length, piece.length - close.length);
  if (value.startsWith('"')) return { key, kind: 'text', before: `${before}"`, behind: `"${close}` };
  if (value.includes('"')) return undefined;
  return { key, kind: value === 'null' ? 'null' : 'bare', before, behind: close };
}
