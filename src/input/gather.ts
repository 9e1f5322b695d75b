import { type Flat, figureKeys, flatPath, isFigureKey, nest, outerOf } from './columns.ts';
import type { Document, InnerProblem, ReadResult, Step } from './document.ts';
import { nearest } from './nearest.ts';

/** A list of figures, each under the names of columns; reports come of it. */
export interface FigureList extends Document {
  readonly data: readonly unknown[];
}

/**
 * The reports in a document. A list holds whole reports and single figures; figures become one report, or one for each
 * plan that they name.
 */
export function reportsIn(document: Document): ReadResult {
  if (!isList(document)) return { documents: [document], problems: [] };
  const { data, locate, sheet } = document;
  const indexes = [...data.keys()];
  const whole = indexes.filter(index => isReport(data[index]));
  const figures = gather(
    document,
    indexes.filter(index => !isReport(data[index])),
  );
  const reports = whole.map(index => ({
    data: data[index],
    locate: (path: readonly Step[], which?: 'key' | 'value') => locate([index, ...path], which),
    ...(sheet !== undefined && { sheet }),
  }));
  const hasFigures = whole.length < data.length || data.length === 0;
  return { documents: [...reports, ...(hasFigures ? figures.documents : [])], problems: figures.problems };
}

const isList = (document: Document): document is FigureList => Array.isArray(document.data);

const isMapping = (value: unknown): value is Flat =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReport = (item: unknown): boolean =>
  isMapping(item) && (Object.hasOwn(item, 'metrics') || Object.hasOwn(item, 'observations'));

/** The items at these indexes as one report a plan, below the fields that all of them share. */
export function gather(list: FigureList, indexes: readonly number[], head?: Document): ReadResult {
  const groups = new Map<unknown, number[]>();
  for (const index of indexes) {
    const item = list.data[index];
    const plan = isMapping(item) && Object.hasOwn(item, 'plan') ? item['plan'] : undefined;
    const group = groups.get(plan);
    if (group) group.push(index);
    else groups.set(plan, [index]);
  }
  if (groups.size === 0) groups.set(undefined, []);
  return {
    documents: [...groups].map(([plan, group]) => reportOf(list, group, plan, head)),
    problems: indexes.flatMap(index => keyProblems(list, index)),
  };
}

function reportOf(list: FigureList, indexes: readonly number[], plan: unknown, head: Document | undefined): Document {
  const { sheet } = list;
  const shared = isMapping(head?.data) ? head.data : {};
  const observations = indexes.map(index => nestedFigure(list.data[index]));
  return {
    data: { ...shared, ...(plan !== undefined && { plan }), observations },
    locate: ([key, row, ...rest], which) => {
      const index = key === 'plan' && plan !== undefined ? indexes[0] : indexes[Number(row)];
      if (key === 'plan' && plan !== undefined) return list.locate([index ?? 0, 'plan'], which);
      if (key === 'observations' && index !== undefined) {
        const item = list.data[index];
        return list.locate([index, ...(isMapping(item) ? flatPath(item, rest) : rest)], which);
      }
      if (head && key !== undefined && Object.hasOwn(shared, key))
        return head.locate(row === undefined ? [key] : [key, row, ...rest], which);
      return list.locate(indexes.length > 0 ? [indexes[0] ?? 0] : []);
    },
    ...(sheet !== undefined && { sheet }),
  };
}

function nestedFigure(item: unknown): unknown {
  if (!isMapping(item)) return item;
  const nested = nest(item);
  for (const key of Object.keys(nested)) {
    if (key === 'plan' || !(isFigureKey(key) || key === '__proto__')) delete nested[key];
  }
  return nested;
}

/** Keys that no figure has, and those that say the same as another. */
function keyProblems(list: FigureList, index: number): InnerProblem[] {
  const item = list.data[index];
  if (!isMapping(item)) return [];
  const problems: InnerProblem[] = [];
  const tell = (key: string, problem: Pick<InnerProblem, 'code' | 'args'>) => {
    const span = list.locate([index, key], 'key');
    problems.push({ ...problem, span, ...(list.sheet !== undefined && { sheet: list.sheet }) });
  };
  for (const key of Object.keys(item)) {
    if (key === '__proto__') continue; // told with the shape
    const outer = outerOf(key);
    if (!isFigureKey(key)) tell(key, unknownKey(key, figureKeys));
    else if (outer !== undefined && Object.hasOwn(item, outer)) tell(key, { code: 'duplicate-key', args: {} });
  }
  return problems;
}

export function unknownKey(key: string, allowed: readonly string[]): Pick<InnerProblem, 'code' | 'args'> {
  const near = nearest(key, allowed);
  return { code: 'unknown-key', args: { key, allowed, ...(near !== undefined && { near }) } };
}
