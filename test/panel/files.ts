import { type ColumnSteps, columnsSeen } from '../../src/input/report/column-steps.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { isError } from '../../src/values/problem.ts';
import { type FigureFields, quantityOf } from '../properties/arbitraries.ts';

/** A figure under the names of columns. */
export type Row = Readonly<Record<string, string>>;

export const rowOf = ({ scope, flow, ...fields }: FigureFields): Row =>
  Object.fromEntries(
    Object.entries({ ...fields, scope: scope?.part, flow_from: flow?.from, flow_to: flow?.to }).flatMap(
      ([key, value]) => (value === undefined ? [] : [[key, value]]),
    ),
  );

/** What the reader does not refuse as implausible. */
export const isPossible =
  ({ indicators }: Plan) =>
  ({ indicator = '', value = '0' }: FigureFields): boolean => {
    const { min = -Infinity, max = Infinity } = indicators[indicator]?.plausible ?? {};
    const { low, high } = quantityOf(value);
    return low <= max && high >= min;
  };

export const columnsOf = (rows: readonly Row[]): string[] => [
  ...new Set(['indicator', 'value', ...rows.flatMap(row => Object.keys(row))]),
];

export function csvOf(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows.map(row => columns.map(column => quoted(row[column] ?? '')))]
    .map(cells => `${cells.join(',')}\n`)
    .join('');
}

export const ndjsonOf = (rows: readonly Row[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');

export async function read(text: string, path: string, plan: Plan): Promise<readonly Observation[]> {
  if (text === '') return [];
  const { report, problems } = await readReport({ path, bytes: new TextEncoder().encode(text) }, plan);
  const errors = problems.filter(isError);
  if (!report || errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return report.observations;
}

/** The columns of a table that was read. */
export function stepsOf(observations: readonly Observation[]): ColumnSteps {
  const { see, steps } = columnsSeen();
  for (const observation of observations) see(observation);
  return steps;
}

/** What figures say, in an order of their own; where they stand is another matter. */
export const contents = (observations: readonly Observation[]): string[] =>
  observations.map(({ place: _, ...said }) => JSON.stringify(said, inOrder)).toSorted();

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
