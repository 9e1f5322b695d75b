/** How many at the head of a list have what its later ones all lack; a few are looked at. */
export function countWhile<T>(list: readonly T[], has: (each: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (has(list[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
