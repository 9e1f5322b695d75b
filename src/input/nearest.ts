import { distance } from 'fastest-levenshtein';

/** What was found among a list of names: a slip repeated in every row of a table is searched for once. */
const found = new WeakMap<readonly string[], Map<string, string | undefined>>();

/** The known name that a mistyped one most likely means, or none where nothing is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const before = found.get(known) ?? new Map<string, string | undefined>();
  found.set(known, before);
  if (!before.has(name)) before.set(name, search(name, known));
  return before.get(name);
}

function search(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map(candidate => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.candidate : undefined;
}
