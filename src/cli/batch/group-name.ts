import type { GroupIdentity } from '../../batch/group-row.ts';
import { formats } from '../../render/registry.ts';

/** What tells a group from the others; a part by which the batch does not group is null, but a region is always judged. */
export interface GroupKey {
  readonly plan: string | null;
  readonly file: string | null;
  readonly region: string;
  readonly period: string | null;
  /** Whether the region is part of the name: the batch groups by it. */
  readonly isByRegion: boolean;
}

/**
 * The name of a group, which is also the path of its outputs below their folder. No two groups share one, and none leaves
 * the folder: `..`, a drive, a leading slash are spelled out. `index` is the name of what lists them all, and what ends like
 * the first half of an extension would be another group's output once it has its own.
 */
export function groupName({ plan, file, region, period, isByRegion }: GroupKey): string {
  const parts = [
    ...(plan === null ? [] : [safeSegment(plan)]),
    ...(file === null ? [] : file.split('/').map(safeSegment)),
    ...(isByRegion ? [safeSegment(region)] : []),
    ...(period === null ? [] : [period]),
  ];
  const name = (parts.length === 0 ? 'all' : parts.join('/')).replace(HALF, (_, half) => `%2E${half}`);
  return /^index(?:\.|\/|$)/.test(name) ? `%69${name.slice(1)}` : name;
}

/** How the index tells it from the others. */
export function named(key: GroupKey): GroupIdentity {
  const { plan, file, region, period } = key;
  return { name: groupName(key), plan, file, region, period };
}

/** Letters of any script stay readable; what a file system gives a meaning to is written as in a URL. */
const safeSegment = (text: string): string =>
  text === '' ? '%2F' : text.replace(SPECIAL, spelled).replace(/^\.+|\.+$|^-/, edge => edge.replace(/./g, spelled));

const SPECIAL = /[%<>:"\\|?*\u0000-\u001f]/g;

/** The first halves of the extensions that have two, as in `a.gitlab.json`. */
const halves: readonly string[] = Object.values(formats).flatMap(
  ({ extension }) => /^(.+)\./.exec(extension)?.[1] ?? [],
);

const HALF = new RegExp(`\\.(${halves.join('|')})$`, 'i');

const spelled = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
