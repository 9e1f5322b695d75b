/** Data and the offsets between which it stands. */
export interface QuickNode {
  readonly data: unknown;
  readonly from: number;
  readonly to: number;
  /** Of a mapping: its keys, in the order of `items`. */
  readonly keys?: readonly QuickText[];
  /** Of a list, or the values of a mapping. */
  readonly items?: readonly QuickNode[];
}

export interface QuickText extends QuickNode {
  readonly data: string;
}

/** Puts a mapping together entry by entry. */
export interface QuickMapping {
  readonly data: Record<string, unknown>;
  readonly keys: QuickText[];
  readonly items: QuickNode[];
}

export const emptyMapping = (): QuickMapping => ({ data: {}, keys: [], items: [] });

/** False for a key that stands there already, or that means more to an object than others. */
export function addPair({ data, keys, items }: QuickMapping, key: QuickText, value: QuickNode): boolean {
  if (Object.hasOwn(data, key.data) || key.data === '__proto__') return false;
  data[key.data] = value.data;
  keys.push(key);
  items.push(value);
  return true;
}

export const closed = ({ data, keys, items }: QuickMapping, from: number, to: number): QuickNode => ({
  data,
  from,
  to,
  keys,
  items,
});
