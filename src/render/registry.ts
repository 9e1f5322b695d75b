import type { Format } from './format.ts';

/** Every output format; a new one is a new file and one line here. */
export const formats = {
  table: () => import('./table.ts').then(({ table }) => table),
  plain: () => import('./plain.ts').then(({ plain }) => plain),
  json: () => import('./json.ts').then(({ json }) => json),
  ndjson: () => import('./ndjson.ts').then(({ ndjson }) => ndjson),
  csv: () => import('./csv.ts').then(({ csv }) => csv),
  markdown: () => import('./markdown.ts').then(({ markdown }) => markdown),
  html: () => import('./html.ts').then(({ html }) => html),
  xlsx: () => import('./xlsx.ts').then(({ xlsx }) => xlsx),
  junit: () => import('./junit.ts').then(({ junit }) => junit),
  tap: () => import('./tap.ts').then(({ tap }) => tap),
  sarif: () => import('./sarif.ts').then(({ sarif }) => sarif),
  github: () => import('./github.ts').then(({ github }) => github),
  'github-summary': () => import('./github-summary.ts').then(({ githubSummary }) => githubSummary),
  gitlab: () => import('./gitlab.ts').then(({ gitlab }) => gitlab),
  prometheus: () => import('./prometheus.ts').then(({ prometheus }) => prometheus),
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatId = keyof typeof formats;
export const formatIds = Object.keys(formats) as FormatId[];
export const isFormatId = (id: string): id is FormatId => Object.hasOwn(formats, id);
