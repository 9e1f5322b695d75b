import { listedFigure, reportSchema } from '../../model/report.ts';
import type { Step } from '../document/document.ts';

/** Fields that stand inside another one in a report file, under the names that they have in a table. */
const moved: ReadonlyMap<string, readonly [outer: string, inner: string]> = new Map([
  ['publisher', ['source', 'publisher']],
  ['title', ['source', 'title']],
  ['url', ['source', 'url']],
  ['flow_from', ['flow', 'from']],
  ['flow_to', ['flow', 'to']],
]);

const outer = new Set([...moved.values()].map(([key]) => key));

/** The field that a column is a part of. */
export const outerOf = (column: string): string | undefined => moved.get(column)?.[0];

/** The columns of a table of figures: the fields of a figure, and the plan that its report belongs to. */
export const figureColumns: readonly string[] = [
  ...Object.keys(listedFigure.shape).filter(key => !outer.has(key)),
  ...moved.keys(),
  'plan',
].toSorted(byUse);

/** What may stand above a table: the fields of the report itself. */
export const headColumns: readonly string[] = [
  ...Object.keys(reportSchema.shape).filter(key => !['$schema', 'metrics', 'observations', ...outer].includes(key)),
  ...[...moved.keys()].filter(key => outerOf(key) === 'source'),
];

/** The keys of a figure in a list: the columns, and the fields that hold others. */
export const figureKeys: readonly string[] = [...figureColumns, ...outer];

const knownKeys = new Set(figureKeys);

export const isFigureKey = (key: string): boolean => knownKeys.has(key);

/** A row without a name is about nothing. */
export const nameColumns: readonly string[] = ['indicator', 'measure'];

function byUse(a: string, b: string): number {
  const order = ['indicator', 'value', 'unit', 'as_of', 'published', 'region', 'counts', 'scope', 'status'];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return rank(a) - rank(b);
}

export type Flat = Readonly<Record<string, unknown>>;

/** Fields as a report file states them, of those that are written flat, under the names of columns. */
export function nest(flat: Flat): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const key of Object.keys(flat)) put(nested, key, flat[key]);
  return nested;
}

/** A figure as a report file states it, without its plan and without what no figure has. */
export function nestFigure(flat: Flat): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const key of Object.keys(flat)) if (isFieldOfFigure(key)) put(nested, key, flat[key]);
  return nested;
}

const isFieldOfFigure = (key: string): boolean => key === '__proto__' || (key !== 'plan' && isFigureKey(key));

function put(nested: Record<string, unknown>, key: string, value: unknown): void {
  const target = moved.get(key);
  if (target) nested[target[0]] = { [target[1]]: value, ...mapping(nested[target[0]]) };
  else if (key === 'scope') nested[key] = scopeOf(value);
  else if (key === '__proto__') Object.defineProperty(nested, key, { value, enumerable: true });
  else nested[key] = value;
}

const mapping = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const scopeOf = (value: unknown): unknown =>
  typeof value !== 'string' || value.trim() === 'whole' ? value : { part: value };

/** The way to a field of the nested figure in the flat one that it was made of. */
export function flatPath(flat: Flat, path: readonly Step[]): readonly Step[] {
  const [first, second] = path;
  if (first === undefined) return path;
  if (first === 'scope' && typeof flat['scope'] === 'string') return [first];
  const key = Object.keys(flat).find(name => {
    const target = moved.get(name);
    return target?.[0] === first && (second === undefined || target[1] === second);
  });
  return key === undefined ? path : [key];
}
