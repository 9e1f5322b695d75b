import { isPatternKey } from './heading-key.ts';
import { IGNORE } from './mapping-signs.ts';
import type { GivenMapping, TableMapping } from './table-mapping.ts';

/** A mapping with all that its preset says and it does not say otherwise. */
export function withPreset({ preset: _, ...own }: GivenMapping, preset: GivenMapping | undefined): TableMapping {
  const expected = Object.entries(own.columns ?? {}).flatMap(([key, target]) =>
    isPatternKey(key) || target === IGNORE ? [] : [key],
  );
  if (!preset) return { ...own, expected };
  const { preset: __, ...base } = preset;
  const fields = new Set([...Object.keys(base.names ?? {}), ...Object.keys(own.names ?? {})]);
  return {
    ...base,
    ...own,
    expected,
    columns: { ...base.columns, ...own.columns },
    names: Object.fromEntries([...fields].map(field => [field, { ...base.names?.[field], ...own.names?.[field] }])),
    flags: { ...base.flags, ...own.flags },
    fixed: { ...base.fixed, ...own.fixed },
    missing: [...(base.missing ?? []), ...(own.missing ?? [])],
  };
}
