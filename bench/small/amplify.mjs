// Makes one part of a document large: every part of it in every way that is known here.

/** What becomes of a part; `size` is how many characters it may take. Undefined where the way has no meaning. */
export const ways = {
  'many entries': (node, size) => manyEntries(node, size, entry => entry),
  'many entries without a value': (node, size) => manyEntries(node, size, () => ''),
  'many entries, the same long beginning': (node, size) => manyEntries(node, size, entry => entry, 'k'.repeat(60)),
  'many items': (node, size) => manyItems(node, size, (item, index) => renamed(item, index)),
  'many equal items': (node, size) => manyItems(node, size, item => item),
  'many unknown items': (node, size) => manyItems(node, size, (_, index) => `no-such-thing-${index}`),
  'a long word': (node, size) => isText(node) && 'a'.repeat(size),
  'a long number': (node, size) => isText(node) && '1'.repeat(size),
  'itself, over and over': (node, size) => isText(node) && node.repeat(Math.ceil(size / Math.max(1, node.length))),
  'a long row of blanks': (node, size) => isText(node) && `1${' '.repeat(size)}x`,
  'a long row of quotes': (node, size) => isText(node) && '"'.repeat(size / 2),
  'a long row of commas': (node, size) => isText(node) && '1,'.repeat(size / 2),
  'many words': (node, size) => isText(node) && 'a '.repeat(size / 2),
  'many lines': (node, size) => isText(node) && 'a\n'.repeat(size / 3),
  'many Chinese signs': (node, size) => isText(node) && '万'.repeat(size / 3),
};

const isText = node => typeof node === 'string';
const lengthOf = node => JSON.stringify(node).length;

function manyEntries(node, size, makeValue, prefix = 'k') {
  if (!isMapping(node) || Object.keys(node).length === 0) return undefined;
  const entry = Object.values(node).at(-1);
  const count = Math.floor(size / (lengthOf(makeValue(entry)) + prefix.length + 10));
  const more = Array.from({ length: count }, (_, index) => [`${prefix}${index}`, makeValue(entry)]);
  return { ...node, ...Object.fromEntries(more) };
}

function manyItems(node, size, itemOf) {
  if (!Array.isArray(node) || node.length === 0) return undefined;
  const [item] = node;
  const count = Math.floor(size / (lengthOf(itemOf(item, 10000)) + 2));
  return [...node, ...Array.from({ length: count }, (_, index) => itemOf(item, index))];
}

/** A list of things with ids needs new ones, at every level. */
function renamed(item, index) {
  if (Array.isArray(item)) return item.map(each => renamed(each, index));
  if (!isMapping(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key,
      key === 'id' ? `${value}-${index}` : isText(value) ? value : renamed(value, index),
    ]),
  );
}

const isMapping = node => typeof node === 'object' && node !== null && !Array.isArray(node);

/** The way to every part of a document. */
export function* partsOf(node, path = []) {
  yield path;
  if (isText(node) || node === null) return;
  for (const [key, child] of Object.entries(node)) yield* partsOf(child, [...path, key]);
}

/** A document with one part made large; undefined where that has no meaning. */
export function amplified(document, path, way, size) {
  const [step, ...rest] = path;
  if (step === undefined) return ways[way](document, size) || undefined;
  const child = amplified(document[step], rest, way, size);
  if (child === undefined) return undefined;
  return Array.isArray(document) ? document.with(Number(step), child) : { ...document, [step]: child };
}
