/** The items whose key an earlier item has. */
export const repeated = <T>(items: readonly T[], keyOf: (item: T) => unknown): T[] => items.filter(keyMet(keyOf));

/** The others: the first of each key. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => unknown): T[] {
  const isMet = keyMet(keyOf);
  return items.filter(item => !isMet(item));
}

/** Whether the key of an item was met before, item by item. */
function keyMet<T>(keyOf: (item: T) => unknown): (item: T) => boolean {
  const met = new Set<unknown>();
  return item => {
    const key = keyOf(item);
    const isMet = met.has(key);
    met.add(key);
    return isMet;
  };
}
