import type { RegionTree } from '../model/regions.ts';
import type { Day } from '../values/day.ts';

/**
 * The values x(region, day) that are asked for, and what ties them, whoever is right: parts add up to their region, what
 * is counted is never below its floor, and a count that only rises is on no day above what it is on a later one.
 */
export interface Network {
  /** A region before its parts; the first is the one that is judged. */
  readonly regions: readonly RegionNode[];
  /** In order. */
  readonly days: readonly Day[];
  readonly isMonotone: boolean;
  readonly floor: number;
  /** Where each of them stands. */
  readonly regionPlaces: ReadonlyMap<string, number>;
  readonly dayPlaces: ReadonlyMap<Day, number>;
  /** The places of the values of each region that has parts, and of those of its parts, on each day. */
  readonly families: readonly Family[];
}

export interface RegionNode {
  readonly id: string;
  readonly parts: readonly number[];
}

export interface Family {
  readonly whole: number;
  readonly parts: readonly number[];
}

export function networkOf(tree: RegionTree, days: Iterable<Day>, isMonotone: boolean, floor: number): Network {
  const { regions, regionPlaces } = regionsOf(tree);
  const inOrder = [...new Set(days)].sort();
  const count = inOrder.length;
  const families = regions.flatMap(({ parts }, region) =>
    parts.length === 0
      ? []
      : inOrder.map((_, day) => ({ whole: region * count + day, parts: parts.map(part => part * count + day) })),
  );
  const dayPlaces = new Map(inOrder.map((day, place) => [day, place]));
  return { regions, regionPlaces, days: inOrder, dayPlaces, families, isMonotone, floor };
}

const REST = '/rest';

const flattened = new WeakMap<RegionTree, Pick<Network, 'regions' | 'regionPlaces'>>();

/** A tree as a list; the same few trees with parts come again and again. */
function regionsOf(tree: RegionTree): Pick<Network, 'regions' | 'regionPlaces'> {
  const cached = flattened.get(tree);
  if (cached) return cached;
  const regions: { id: string; parts: number[] }[] = [];
  const put = ({ id, parts, complete }: RegionTree): number => {
    const node: { id: string; parts: number[] } = { id, parts: [] };
    const place = regions.push(node) - 1;
    // Of the parts that a plan does not list nothing is ever reported, but they are there.
    const all = complete === false ? [...parts, { id: id + REST, parts: [] }] : parts;
    for (const part of all) node.parts.push(put(part));
    return place;
  };
  put(tree);
  const found = { regions, regionPlaces: new Map(regions.map(({ id }, place) => [id, place])) };
  if (tree.parts.length > 0) flattened.set(tree, found);
  return found;
}
