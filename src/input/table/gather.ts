import { isMapping } from '../../values/mapping.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { Document, InnerProblem, ReadResult, Step } from '../document/document.ts';
import { nearest } from '../document/nearest.ts';
import { roomForProblems } from '../document/room.ts';
import { type Flat, figureKeys, figureNester, flatPath, isFigureKey, outerOf } from './columns.ts';
import { spanCheck } from './spans.ts';
import { swappedIn } from './swapped.ts';

/** A list of figures, each under the names of columns; reports come of it. */
export interface FigureList extends Pick<Document, 'locate' | 'sheet' | 'isTable'> {
  readonly itemAt: (index: number) => unknown;
  /** Texts that stand in no figure and name a unit. */
  readonly aside?: readonly { readonly text: string }[];
  /** Whether no item has a key that is not the name of a column: the header of a table was checked. */
  readonly hasKnownKeys?: boolean;
}

/**
 * The reports in a document. A list holds whole reports and single figures; figures become one report, or one for each
 * plan that they name.
 */
export function reportsIn(document: Document): ReadResult {
  const { data, locate, sheet, isTable = false } = document;
  if (!Array.isArray(data)) return { documents: [document], problems: [] };
  const items: readonly unknown[] = data;
  const where = sheet === undefined ? {} : { sheet };
  const reports: Document[] = [];
  const figures = gathering({ itemAt: index => items[index], locate, isTable, ...where });
  for (const [index, item] of items.entries()) {
    if (isReport(item)) reports.push({ data: item, locate: (path, at) => locate([index, ...path], at), ...where });
    else figures.add(index, item);
  }
  if (reports.length > 0 && reports.length === items.length) return { documents: reports, problems: [] };
  const { documents, problems } = figures.result();
  return { documents: [...reports, ...documents], problems };
}

const isReport = (item: unknown): boolean =>
  isMapping(item) && (Object.hasOwn(item, 'metrics') || Object.hasOwn(item, 'observations'));

/** Figures of one plan, and where they stand in their list. */
interface Group {
  readonly indexes: number[];
  readonly figures: unknown[];
}

/** Takes the items of a list one by one, and makes one report a plan of them, below the fields that all of them share. */
export function gathering(list: FigureList, head?: Document) {
  const groups = new Map<unknown, Group>();
  const problems: InnerProblem[] = [];
  const hasRoom = roomForProblems();
  const spans = spanCheck();
  const nestFigure = figureNester();
  /** What is so of the first figure is so of its columns. */
  const tellSwapped = (figure: Flat, index: number): void => {
    const problem = swappedIn(figure);
    if (problem) problems.push({ ...problem, ...placeIn(list, index, 'value', 'value') });
  };
  return {
    add: (index: number, item: unknown): void => {
      if (isMapping(item)) {
        if (groups.size === 0) tellSwapped(item, index);
        spans.see(item['as_of'], index);
      }
      const group = groupOf(groups, isMapping(item) && Object.hasOwn(item, 'plan') ? item['plan'] : undefined);
      group.indexes.push(index);
      group.figures.push(isMapping(item) ? nestFigure(item) : item);
      if (list.hasKnownKeys) return;
      for (const { key, ...problem } of keyProblems(item))
        if (hasRoom(problem.code)) problems.push({ ...problem, ...placeIn(list, index, key) });
    },
    result: (): ReadResult => {
      if (groups.size === 0) groupOf(groups, undefined);
      const span = spans.found();
      if (span) problems.push({ ...span.problem, ...placeIn(list, span.index, 'as_of', 'value') });
      return { documents: [...groups].map(([plan, group]) => reportOf(list, group, plan, head)), problems };
    },
  };
}

function groupOf(groups: Map<unknown, Group>, plan: unknown): Group {
  const found = groups.get(plan);
  if (found) return found;
  const group = { indexes: [], figures: [] };
  groups.set(plan, group);
  return group;
}

function reportOf(list: FigureList, { indexes, figures }: Group, plan: unknown, head: Document | undefined): Document {
  const { sheet, isTable = false, aside } = list;
  const shared = isMapping(head?.data) ? head.data : {};
  return {
    data: { ...shared, ...(plan !== undefined && { plan }), observations: figures },
    locate: (path, which) => {
      const key = path[0];
      const index = key === 'observations' ? indexes[Number(path[1])] : undefined;
      if (index !== undefined) return list.locate(pathInList(list, index, path), which);
      if (key === 'sheet') return undefined;
      if (key === 'aside') return list.locate(path);
      if (key === 'plan' && plan !== undefined) return list.locate([indexes[0] ?? 0, 'plan'], which);
      if (head && key !== undefined && Object.hasOwn(shared, key)) return head.locate(path, which);
      return list.locate(indexes.length > 0 ? [indexes[0] ?? 0] : []);
    },
    isTable,
    ...(sheet !== undefined && { sheet }),
    ...(aside && { aside: aside.map(({ text }) => text) }),
  };
}

/** The way to a figure, or into it, from the way to it in its report. */
function pathInList(list: FigureList, index: number, path: readonly Step[]): readonly Step[] {
  if (path.length === 2) return [index];
  const item = list.itemAt(index);
  const inside = path.slice(2);
  return [index, ...(isMapping(item) ? flatPath(item, inside) : inside)];
}

/** Keys that no figure has, and those that say the same as another. */
function keyProblems(item: unknown): (BareProblem & { readonly key: string })[] {
  if (!isMapping(item)) return [];
  const problems: (BareProblem & { readonly key: string })[] = [];
  for (const key of Object.keys(item)) {
    if (key === '__proto__') continue; // told with the shape
    const outer = outerOf(key);
    if (!isFigureKey(key)) problems.push({ key, ...unknownKey(key, figureKeys) });
    else if (outer !== undefined && Object.hasOwn(item, outer)) problems.push({ key, code: 'duplicate-key', args: {} });
  }
  return problems;
}

const placeIn = (
  { locate, sheet }: FigureList,
  index: number,
  key: string,
  at: 'key' | 'value' = 'key',
): Pick<InnerProblem, 'span' | 'sheet'> => ({
  span: locate([index, key], at),
  ...(sheet !== undefined && { sheet }),
});

export const unknownKey = (key: string, allowed: readonly string[], column?: string): BareProblem => ({
  code: 'unknown-key',
  args: { key, allowed, near: nearest(key, allowed), column },
});
