/** The items whose key an earlier item has. */
export const repeated = <T>(items: readonly T[], keyOf: (item: T) => unknown): T[] => {
  const isMet = metBefore();
  return items.filter(item => isMet(keyOf(item)));
};

/** The others: the first of each key. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => unknown): T[] {
  const isMet = metBefore();
  return items.filter(item => !isMet(keyOf(item)));
}

/** Asked of one key after the other: whether it was asked of before. */
export function metBefore(): (key: unknown) => boolean {
  const met = new Set<unknown>();
  return key => met.size === met.add(key).size;
}
