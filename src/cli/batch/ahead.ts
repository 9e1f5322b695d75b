/** Files that are on their way from the disk while another is worked on. */
const AHEAD = 4;

/** Loads items in their order, some ahead of the one that is handed out, so that nobody waits for the disk. */
export async function* loadedAhead<I, T>(
  items: readonly I[],
  load: (item: I) => Promise<T>,
): AsyncGenerator<readonly [item: I, loaded: T]> {
  const loading = items.slice(0, AHEAD).map(load);
  for (const [index, item] of items.entries()) {
    const loaded = await (loading.shift() as Promise<T>);
    const next = items[index + AHEAD];
    if (next !== undefined) loading.push(load(next));
    yield [item, loaded];
  }
}
