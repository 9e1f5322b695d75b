import type { Indicator, Plan } from '../../model/plan.ts';
import { nearest } from '../document/nearest.ts';
import type { Finding } from './check-shape.ts';

/** The indicator of that name; `constructor` and the like are names like all others. */
export const indicatorOf = ({ indicators }: Plan, id: string | undefined): Indicator | undefined =>
  id !== undefined && Object.hasOwn(indicators, id) ? indicators[id] : undefined;

/** Names of one kind; the list is the same one each time, for problems that show it. */
export interface Names {
  readonly list: readonly string[];
  readonly has: (name: string) => boolean;
}

export function namesIn(list: readonly string[]): Names {
  const names = new Set(list);
  return { list, has: name => names.has(name) };
}

export function unknownName(
  code:
    | 'unknown-indicator'
    | 'unknown-target'
    | 'unknown-source'
    | 'unknown-region'
    | 'unknown-measure'
    | 'unknown-definition',
  name: string,
  allowed: readonly string[],
  path: readonly (string | number)[],
  at?: 'key' | 'value',
): Finding {
  return { code, args: { name, allowed, near: nearest(name, allowed) }, path, ...(at && { at }) };
}
