import type { Format } from './format.ts';

interface FormatEntry {
  /** Of a file that a batch writes for each group; no two formats share one. */
  readonly extension: string;
  /** Its file is read when it is asked for. */
  readonly load: () => Promise<Format>;
}

/** Every output format; a new one is a new file and one line here. */
export const formats = {
  table: { extension: 'txt', load: () => import('./table.ts').then(({ table }) => table) },
  plain: { extension: 'plain.txt', load: () => import('./plain.ts').then(({ plain }) => plain) },
  json: { extension: 'json', load: () => import('./json.ts').then(({ json }) => json) },
  ndjson: { extension: 'ndjson', load: () => import('./ndjson.ts').then(({ ndjson }) => ndjson) },
  csv: { extension: 'csv', load: () => import('./csv.ts').then(({ csv }) => csv) },
  markdown: { extension: 'md', load: () => import('./markdown.ts').then(({ markdown }) => markdown) },
  html: { extension: 'html', load: () => import('./html.ts').then(({ html }) => html) },
  xlsx: { extension: 'xlsx', load: () => import('./xlsx.ts').then(({ xlsx }) => xlsx) },
  junit: { extension: 'junit.xml', load: () => import('./junit.ts').then(({ junit }) => junit) },
  tap: { extension: 'tap', load: () => import('./tap.ts').then(({ tap }) => tap) },
  sarif: { extension: 'sarif', load: () => import('./sarif.ts').then(({ sarif }) => sarif) },
  github: { extension: 'github.txt', load: () => import('./github.ts').then(({ github }) => github) },
  'github-summary': {
    extension: 'summary.md',
    load: () => import('./github-summary.ts').then(({ githubSummary }) => githubSummary),
  },
  gitlab: { extension: 'gitlab.json', load: () => import('./gitlab.ts').then(({ gitlab }) => gitlab) },
  prometheus: { extension: 'prom', load: () => import('./prometheus.ts').then(({ prometheus }) => prometheus) },
} as const satisfies Record<string, FormatEntry>;

export type FormatId = keyof typeof formats;
export const formatIds = Object.keys(formats) as FormatId[];
export const isFormatId = (id: string): id is FormatId => Object.hasOwn(formats, id);
