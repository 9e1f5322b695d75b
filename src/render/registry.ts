import type { Format } from './format.ts';

/** Every output format; a new one is a new file and one line here. */
export const formats = {
  table: () => import('./table.ts').then(({ table }) => table),
  json: () => import('./json.ts').then(({ json }) => json),
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatId = keyof typeof formats;
export const formatIds = Object.keys(formats) as FormatId[];
export const isFormatId = (id: string): id is FormatId => Object.hasOwn(formats, id);
