/** The items whose key an earlier item has. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => unknown): T[] {
  const met = new Set<unknown>();
  return items.filter(item => {
    const key = keyOf(item);
    const isMet = met.has(key);
    met.add(key);
    return isMet;
  });
}
