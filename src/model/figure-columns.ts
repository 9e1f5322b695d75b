import { figureFields, headFields } from './field-names.ts';

/** Fields that stand inside another one in a report file, under the names that they have in a table. */
export const movedFields: ReadonlyMap<string, readonly [outer: string, inner: string]> = new Map([
  ['publisher', ['source', 'publisher']],
  ['title', ['source', 'title']],
  ['url', ['source', 'url']],
  ['flow_from', ['flow', 'from']],
  ['flow_to', ['flow', 'to']],
]);

export const outerFields: ReadonlySet<string> = new Set([...movedFields.values()].map(([key]) => key));

/** The columns of a table of figures: the fields of a figure, and the plan that its report belongs to. */
export const figureColumns: readonly string[] = [
  ...figureFields.filter(key => !outerFields.has(key)),
  ...movedFields.keys(),
  'plan',
].toSorted(byUse);

/** What may stand above a table: the fields of the report itself. */
export const headColumns: readonly string[] = [
  ...headFields.filter(key => !['$schema', ...outerFields].includes(key)),
  ...[...movedFields].flatMap(([key, [outer]]) => (outer === 'source' ? [key] : [])),
];

function byUse(a: string, b: string): number {
  const order = [
    'indicator',
    'value',
    'unit',
    'power_of_ten',
    'as_of',
    'published',
    'region',
    'counts',
    'scope',
    'status',
  ];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return rank(a) - rank(b);
}
