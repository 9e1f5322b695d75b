import type { Reader } from './document.ts';

/** Every input format; a new one is a new file and one line here. */
export const readers = {
  yaml: () => import('./yaml.ts').then(({ yaml }) => yaml),
  json: () => import('./json.ts').then(({ json }) => json),
} as const satisfies Record<string, () => Promise<Reader>>;

export type InputFormat = keyof typeof readers;
export const inputFormats = Object.keys(readers) as InputFormat[];

const extensions: Readonly<Record<string, InputFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json' };

export const knownExtensions = Object.keys(extensions);

/** The format of a file by its extension; undefined where it has none that is known. */
export function formatOf(path: string): InputFormat | undefined {
  const extension = /\.[^./\\]+$/.exec(path.toLowerCase())?.[0];
  return extension === undefined ? undefined : extensions[extension];
}
