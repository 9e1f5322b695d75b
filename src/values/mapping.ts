/** Data of any kind that has keys: no list, and nothing that is one value. */
export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What has no keys has none of those that are asked for. */
export const asMapping = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {});

/** The entry of that name; `constructor` and the like are names like all others. */
export const entryOf = <T>(entries: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;
