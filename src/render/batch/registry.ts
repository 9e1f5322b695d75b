import type { IndexFormat } from './index-format.ts';

/** Every format of a batch's index; a new one is a new file and one line here. */
export const indexFormats = {
  table: () => import('./table.ts').then(({ table }) => table),
  json: () => import('./json.ts').then(({ json }) => json),
  ndjson: () => import('./ndjson.ts').then(({ ndjson }) => ndjson),
  html: () => import('./html.ts').then(({ html }) => html),
  csv: () => import('./csv.ts').then(({ csv }) => csv),
} as const satisfies Record<string, () => Promise<IndexFormat>>;

export type IndexFormatId = keyof typeof indexFormats;
export const indexFormatIds = Object.keys(indexFormats) as IndexFormatId[];
