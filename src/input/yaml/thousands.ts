import { isScalar, type Node, type Pair, type Scalar, visit } from 'yaml';

/** A number that a flow mapping tore into several entries, with the offsets of its first and last digit. */
export interface TornNumber {
  readonly written: string;
  readonly from: number;
  readonly to: number;
}

/**
 * `{ value: 233,600 }` is two entries to YAML, the second one a key of three digits without a value. The number is put
 * together again, so that one slip is reported once and the rest of the file can still be checked.
 */
export function mendThousands(contents: Node): TornNumber[] {
  const torn: TornNumber[] = [];
  visit(contents, {
    Map: (_key, map) => {
      if (!map.flow) return;
      torn.push(
        ...mendMap(map.items, items => {
          map.items = items;
        }),
      );
    },
  });
  return torn;
}

/** Drops the entries that are groups of the number before them, and gives that number its digits back. */
function mendMap(items: readonly Pair[], keep: (items: Pair[]) => void): TornNumber[] {
  const torn = new Map<Scalar, TornNumber>();
  const kept: Pair[] = [];
  for (const pair of items) {
    const number = kept.at(-1)?.value;
    if (pair.value === null && isPlain(pair.key, GROUP) && isPlain(number, START)) {
      number.value = `${number.value},${pair.key.value}`;
      torn.set(number, { written: String(number.value), from: number.range?.[0] ?? 0, to: pair.key.range?.[1] ?? 0 });
    } else kept.push(pair);
  }
  keep(kept);
  return [...torn.values()];
}

const START = /(^|\D)\d{1,3}$/;
const GROUP = /^\d{3}(\D.*)?$/;

const isPlain = (node: unknown, form: RegExp): node is Scalar =>
  isScalar(node) && node.type === 'PLAIN' && form.test(String(node.value));
