import { nudged } from './mutate-text.ts';
import type { Random } from './random.ts';
import type { Words } from './words.ts';

type Key = string | number;

interface Spot {
  readonly parent: Record<Key, unknown>;
  readonly key: Key;
}

function spotsIn(data: unknown): Spot[] {
  if (typeof data !== 'object' || data === null) return [];
  const keys: Key[] = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  const parent = data as Record<Key, unknown>;
  return keys.flatMap(key => [{ parent, key }, ...spotsIn(parent[key])]);
}

/** The structure of a document: nodes put elsewhere, told twice, left out, or exchanged for what stands below such a key elsewhere. */
export function mutateTree(data: unknown, words: Words, random: Random): unknown {
  const copy = structuredClone(data);
  const spots = spotsIn(copy);
  if (spots.length === 0) return random.one(words.scalars);
  const { parent, key } = random.one(spots);
  const known = words.below(key);
  switch (random.below(8)) {
    case 0:
      remove(parent, key);
      break;
    case 1:
      if (Array.isArray(parent))
        parent.splice(random.below(parent.length + 1), 0, structuredClone(parent[Number(key)]));
      else parent[random.one(words.keys)] = structuredClone(parent[key]);
      break;
    case 2: {
      const other = random.one(spots);
      parent[key] = structuredClone(other.parent[other.key]);
      break;
    }
    case 3:
      parent[key] = random.one(words.scalars);
      break;
    case 4:
      if (typeof parent[key] === 'string') parent[key] = nudged(parent[key], random);
      break;
    case 5: {
      const added = random.one(words.keys);
      const values = words.below(added);
      if (!Array.isArray(parent) && values.length > 0) parent[added] = structuredClone(random.one(values));
      break;
    }
    default:
      if (known.length > 0) parent[key] = structuredClone(random.one(known));
  }
  return copy;
}

function remove(parent: Record<Key, unknown>, key: Key): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}
