/** Where an analysis from outside contradicts itself: what stands there, and what follows from the rest of it. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  readonly found: unknown;
  readonly follows: unknown;
}

/** What nothing follows for: it may not stand there. */
export const flawAt = (path: Flaw['path'], found: unknown): Flaw => ({ path, found, follows: undefined });

/** Every leaf in which what stands somewhere differs from what follows; the order of keys says nothing. */
export function flawsAt(path: Flaw['path'], found: unknown, follows: unknown): Flaw[] {
  if (Object.is(found, follows)) return [];
  if (!isBranch(found) || !isBranch(follows) || Array.isArray(found) !== Array.isArray(follows))
    return [{ path, found, follows }];
  const isList = Array.isArray(follows);
  const keys = [...new Set([...Object.keys(found), ...Object.keys(follows)])];
  return keys.flatMap(key =>
    key in found && key in follows
      ? flawsAt([...path, isList ? Number(key) : key], found[key], follows[key])
      : [{ path: [...path, isList ? Number(key) : key], found: found[key], follows: follows[key] }],
  );
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
