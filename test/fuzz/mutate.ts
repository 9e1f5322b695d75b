import { stringify } from 'yaml';
import { formatOf } from '../../src/input/source/registry.ts';
import type { FuzzCase, Part, PartName } from './case.ts';
import { mutateCsv, mutateRows, mutateWorkbook, packed, rowsOf } from './mutate-table.ts';
import { many, mutateBytes, mutateText } from './mutate-text.ts';
import { mutateTree } from './mutate-tree.ts';
import type { Random } from './random.ts';
import { dataIn, type Words } from './words.ts';

/** No limit is asked for above this size. */
const MOST_BYTES = 100_000;

/** A case with one of its files changed in a few places, each in a way that suits the format. */
export function mutated(
  given: FuzzCase,
  name: PartName,
  others: readonly Part[],
  words: Words,
  random: Random,
): FuzzCase {
  const part = given[name];
  if (!part) return given;
  let { bytes } = part;
  const times = 1 + random.below(4);
  for (let time = 0; time < times; time++) bytes = mutatedOnce({ ...part, bytes }, random.one(others), words, random);
  return { ...given, [name]: { ...part, bytes: bytes.subarray(0, MOST_BYTES) } };
}

/** One in so many inputs says one thing over and over. */
const SELDOM = 200;

function mutatedOnce(part: Part, other: Part, words: Words, random: Random): Uint8Array {
  const { path, bytes } = part;
  const format = formatOf(path);
  const text = () => Buffer.from(bytes).toString();
  const otherText = () => Buffer.from(other.bytes).toString();
  const isTree = format === 'yaml' || format === 'json';
  if (format === 'parquet') return mutateBytes(bytes, other.bytes, random);
  if (format === 'xlsx') {
    const isMany = random.once(SELDOM);
    const mutate = (xml: string, another: string) =>
      isMany ? many(xml, random) : mutateText(xml, another, words, random);
    return mutateWorkbook(bytes, random, mutate) ?? mutateBytes(bytes, other.bytes, random);
  }
  if (random.once(10)) return mutateBytes(bytes, other.bytes, random);
  if (random.once(SELDOM)) return Buffer.from(many(text(), random));
  if (isTree && !random.once(3)) return Buffer.from(treeMutated(text(), format, words, random));
  if (format === 'csv' && !random.once(3)) return Buffer.from(mutateCsv(text(), words, random));
  return Buffer.from(mutateText(text(), otherText(), words, random));
}

function treeMutated(text: string, format: 'yaml' | 'json', words: Words, random: Random): string {
  const data = dataIn(text);
  if (typeof data !== 'object' || data === null) return mutateText(text, text, words, random);
  const changed = mutateTree(data, words, random);
  if (format === 'json') return JSON.stringify(changed, null, random.below(3));
  try {
    return stringify(changed, { schema: 'failsafe', lineWidth: 0, collectionStyle: 'block' });
  } catch {
    return text; // So deep that no writer writes it.
  }
}

/** A table in text as one of the formats of programs, so that what is in it is varied, too. */
export function repacked(given: FuzzCase, format: 'xlsx' | 'parquet', words: Words, random: Random): FuzzCase {
  const { report } = given;
  if (!report || formatOf(report.path) !== 'csv') return given;
  const { rows } = rowsOf(Buffer.from(report.bytes).toString());
  const changed = random.once(3) ? rows : mutateRows(rows, words, random);
  try {
    return { ...given, report: { path: `report.${format}`, bytes: packed(format, changed, random) } };
  } catch {
    return given; // What no writer writes.
  }
}
