/* Regions and days, and a true course of every region's values. */
import type { RegionFields } from './fields.ts';

const leaf = (id: string): RegionFields => ({ id, title: id });
export const TREES = {
  one: leaf('r'),
  two: { ...leaf('r'), parts: [leaf('a'), leaf('b')] },
  'two of more': { ...leaf('r'), complete: 'false', parts: [leaf('a'), leaf('b')] },
  three: { ...leaf('r'), parts: [leaf('a'), leaf('b'), leaf('c')] },
  nested: { ...leaf('r'), parts: [{ ...leaf('a'), parts: [leaf('a1'), leaf('a2')] }, leaf('b')] },
  'nested of more': {
    ...leaf('r'),
    complete: 'false',
    parts: [{ ...leaf('a'), complete: 'false', parts: [leaf('a1'), leaf('a2')] }, leaf('b')],
  },
} satisfies Record<string, RegionFields>;

export const START_DAY = '2020-12-31';
export const DAYS = [
  '2021-06-30',
  '2021-12-31',
  '2022-06-30',
  '2022-12-31',
  '2023-06-30',
  '2023-12-31',
  '2024-12-31',
  '2025-12-31',
  '2026-06-30',
];
const COURSE = ['2019-12-31', '2020-06-30', START_DAY, ...DAYS];
/** The true value of every smallest region on every day: a walk of small steps, upwards only where the count rises. */
export interface Walk {
  readonly tree: keyof typeof TREES;
  readonly seed: number;
  readonly isMonotone: boolean;
  readonly isSteady: boolean;
  /** How large the numbers are: about 40 of the whole times this. */
  readonly scale: number;
}

/** The true value of a region on a day. */
export type Course = (region: string, day: string) => number;

export function courseOf({ tree, seed, isMonotone, isSteady, scale }: Walk): Course {
  const start = (tree === 'one' ? 40 : 10) * scale;
  const values = new Map<string, number>();
  for (const id of leaves(TREES[tree])) {
    let value = start + (noise(seed, id, 'start') % 10);
    for (const day of COURSE) {
      values.set(`${id}@${day}`, value);
      const step = noise(seed, id, day) % (isSteady ? 3 : isMonotone ? 5 : 9);
      value = Math.max(8, value + (isMonotone ? step : step - (isSteady ? 1 : 4)));
    }
  }
  return (region, day) =>
    leavesBelow(TREES[tree], region).reduce((sum, id) => sum + (values.get(`${id}@${day}`) ?? 0), 0);
}

const leaves = ({ id, parts = [], complete }: RegionFields): string[] =>
  parts.length === 0 ? [id] : [...parts.flatMap(leaves), ...(complete === 'false' ? [`${id}/rest`] : [])];

const leavesBelow = (tree: RegionFields, region: string): string[] =>
  tree.id === region ? leaves(tree) : (tree.parts ?? []).flatMap(part => leavesBelow(part, region));

export const idsIn = (tree: RegionFields): string[] => [tree.id, ...(tree.parts ?? []).flatMap(idsIn)];

/** A number that depends on nothing but what is given. */
function noise(seed: number, ...texts: readonly string[]): number {
  let hash = seed ^ 0x9e3779b9;
  for (const char of texts.join('/')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
