import type { Indicator, Plan } from '../../model/plan.ts';
import { foldedCase } from '../../values/fold.ts';
import { entryOf } from '../../values/mapping.ts';
import { nearest, nearestByPart } from '../document/nearest.ts';
import type { Finding } from './check-shape.ts';

export const indicatorOf = ({ indicators }: Plan, id: string | undefined): Indicator | undefined =>
  id === undefined ? undefined : entryOf(indicators, id);

/** Something of a plan, with all that it is called beside its id: its titles and its aliases. */
export interface Called {
  readonly id: string;
  readonly names?: readonly string[];
}

/** Names of one kind; the list is the same one each time, for problems that show it. */
export interface Names {
  /** The ids. */
  readonly list: readonly string[];
  readonly has: (id: string) => boolean;
  /** The ids of all that is called so, in any width and case; the thing that has it as its id is meant alone. */
  readonly called: (name: string) => readonly string[];
  /** The id of what is called nearly so. */
  readonly near: (name: string) => string | undefined;
  /** The same, also by a part of what it is called: for a question, never for a conclusion. */
  readonly nearOrPart: (name: string) => string | undefined;
}

export const namesIn = (ids: readonly string[]): Names => namesOf(ids.map(id => ({ id })));

export function namesOf(things: readonly Called[]): Names {
  const list = things.map(({ id }) => id);
  const ids = new Set(list);
  let index: ReturnType<typeof indexOf> | undefined;
  const indexed = () => {
    index ??= indexOf(things);
    return index;
  };
  const idOf = (name: string | undefined) => (name === undefined ? undefined : indexed().byName.get(name)?.[0]);
  const near = (name: string) => idOf(nearest(foldedCase(name), indexed().names));
  return {
    list,
    has: id => ids.has(id),
    called: name => (ids.has(name) ? [name] : (indexed().byName.get(foldedCase(name)) ?? NONE)),
    near,
    nearOrPart: name => near(name) ?? idOf(nearestByPart(foldedCase(name), indexed().names)),
  };
}

const NONE: readonly string[] = [];

function indexOf(things: readonly Called[]) {
  const byName = new Map<string, readonly string[]>();
  for (const { id } of things) byName.set(foldedCase(id), [id]);
  const ids = new Set(byName.keys());
  for (const { id, names = [] } of things)
    for (const name of new Set(names.map(foldedCase)))
      if (!ids.has(name)) byName.set(name, [...new Set([...(byName.get(name) ?? []), id])]);
  return { byName, names: [...byName.keys()] };
}

export const unknownName = (
  code:
    | 'unknown-indicator'
    | 'unknown-target'
    | 'unknown-source'
    | 'unknown-region'
    | 'unknown-measure'
    | 'unknown-definition',
  name: string,
  names: Names,
  path: readonly (string | number)[],
  at?: 'key' | 'value',
): Finding => ({
  code,
  args: { name, allowed: names.list, near: names.nearOrPart(name) },
  path,
  ...(at && { at }),
});
