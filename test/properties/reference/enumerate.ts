/*
 * The same question by brute force: every course of values on a grid of quarters from 0 to 4 is written down, for each is
 * noted which figures it fulfils and which verdict it has. Nothing is solved here. A grid knows no values between its
 * points and none above, so it holds fewer worlds than there are: what it finds must stand in the reference, the sides
 * must be the same, and after the deadline the verdicts, too. It judges `worlds.ts`, `linear.ts` and `possible.ts`; the
 * formulas of `verdict.ts` are shared, and judged by the examples of docs/methods.md.
 */
import type { DecidedVerdict } from '../../../src/model/verdict.ts';
import type { Facts, Figure } from './documents.ts';
import type { Figures } from './figures.ts';
import { constant } from './linear.ts';
import type { Range } from './printed.ts';
import { type Value, verdictsOf } from './verdict.ts';
import { find, leavesOf } from './worlds.ts';

const STEP = 0.25;
const TOP = 4;
const GRID = Array.from({ length: TOP / STEP + 1 }, (_, index) => index * STEP);

export interface Enumerated {
  /** Each side as the places of its figures; the start comes after the last figure. */
  readonly sides: readonly string[];
  readonly verdicts: ReadonlySet<DecidedVerdict>;
}

const lies = (value: number, { low, high, isLowOpen, isHighOpen }: Range): boolean =>
  (isLowOpen ? value > low : value >= low) && (isHighOpen ? value < high : value <= high);

/** How many values a course has: the caller keeps it small. */
export const cellsOf = (facts: Facts, judged: string): number => layOut(facts, judged).length;

interface Cell {
  readonly name: string;
  readonly values: readonly number[];
  /** The cell that this one never falls below. */
  readonly floor?: string;
}

const daysOf = ({ figures, start }: Facts, judged: string): string[] =>
  [...new Set([...figures.map(({ day }) => day), ...(start ? [start.day] : []), judged])].toSorted();

function layOut(facts: Facts, judged: string): Cell[] {
  const { figures, start, isMonotone, tree } = facts;
  const days = daysOf(facts, judged);
  const values = days.flatMap((day, at) =>
    leavesOf(tree).map((leaf): Cell => {
      const before = days[at - 1];
      return { name: `${leaf}@${day}`, values: GRID, ...(isMonotone && before ? { floor: `${leaf}@${before}` } : {}) };
    }),
  );
  const counted = [...new Set(figures.filter(isCounted).map(nameOfCounted))].map(name => ({ name, values: GRID }));
  const begin = start ? [{ name: 'start', values: GRID.filter(value => lies(value, start.range)) }] : [];
  return [...values, ...counted, ...begin];
}

const isCounted = ({ relation, isLatest }: Figure): boolean => relation !== 'same' && !isLatest;
const nameOfCounted = ({ definition, region, day }: Figure): string => `${definition}@${region}@${day}`;

export function enumerate(facts: Facts, judged: string): Enumerated {
  const cells = layOut(facts, judged);
  const found = new Map<number, Set<DecidedVerdict>>();
  const known = new Map<string, readonly DecidedVerdict[]>();
  const course = new Map<string, number>();
  const note = (): void => {
    const mask = fulfilled(facts, course);
    const verdicts = found.get(mask) ?? new Set();
    found.set(mask, verdicts);
    for (const verdict of judge(facts, judged, course, known)) verdicts.add(verdict);
  };
  const walk = ([cell, ...others]: readonly Cell[]): void => {
    if (!cell) {
      note();
      return;
    }
    const floor = cell.floor === undefined ? 0 : (course.get(cell.floor) ?? 0);
    for (const value of cell.values.filter(each => each >= floor)) {
      course.set(cell.name, value);
      walk(others);
    }
  };
  walk(cells);
  const largest = [...found.keys()].filter(
    mask => ![...found.keys()].some(other => other !== mask && (other & mask) === mask),
  );
  return {
    sides: largest.map(mask => placesIn(mask).join()).toSorted(),
    verdicts: new Set(largest.flatMap(mask => [...(found.get(mask) ?? [])])),
  };
}

const placesIn = (mask: number): number[] => Array.from({ length: 31 }, (_, at) => at).filter(at => mask & (1 << at));

type Course = ReadonlyMap<string, number>;

const valueIn = ({ tree }: Facts, course: Course, region: string, day: string): number =>
  leavesOf(find(tree, region) ?? tree).reduce((sum, leaf) => sum + (course.get(`${leaf}@${day}`) ?? 0), 0);

function fulfilled(facts: Facts, course: Course): number {
  const { figures, start, tree } = facts;
  const met = figures.map(figure => fits(figure, facts, course));
  if (start) met.push(valueIn(facts, course, tree.id, start.day) === (start.number ?? course.get('start')));
  return met.reduce((mask, isMet, at) => (isMet ? mask | (1 << at) : mask), 0);
}

function fits(figure: Figure, facts: Facts, course: Course): boolean {
  const { relation, printed: range, region, day, isLatest } = figure;
  const value = valueIn(facts, course, region, day);
  if (isLatest) return relation === 'whole' || lies(value, { ...range, high: Infinity });
  if (relation === 'same') return lies(value, range);
  const counted = course.get(nameOfCounted(figure)) ?? 0;
  return lies(counted, range) && (relation === 'part' ? value >= counted : value <= counted);
}

/** One course by the formulas; equal values are judged once. */
function judge(facts: Facts, judged: string, course: Course, known: Map<string, readonly DecidedVerdict[]>) {
  const { start, tree } = facts;
  const days = historyIn(facts.figures, facts, judged);
  const told = [judged, ...days].map(day => valueIn(facts, course, tree.id, day));
  const begin = course.get('start') ?? start?.number ?? 0;
  const key = [...told, begin].join();
  const before = known.get(key);
  if (before) return before;
  const toldOn = (day: string, value: number): Value => ({ day, form: constant(value), isOn: () => false });
  const [value = 0, ...history] = told;
  const verdicts = facts.readings.flatMap(({ goal, path }) =>
    verdictsOf(
      {
        goal,
        path,
        by: facts.by,
        hasPassed: facts.asOf >= facts.by,
        method: facts.method ?? 'schedule',
        isBinding: facts.isBinding,
        isMonotone: facts.isMonotone,
        value: toldOn(judged, value),
        start: start && { pace: toldOn(start.day, begin), named: toldOn(start.day, start.number ?? begin) },
        history: days.map((day, at) => toldOn(day, history[at] ?? 0)),
      },
      form => form.constant < -1e-9,
    ),
  );
  known.set(key, verdicts);
  return verdicts;
}

const historyIn = (figures: Figures, { tree, start }: Facts, judged: string): string[] => {
  const days = figures
    .filter(({ region, relation }) => region === tree.id && relation === 'same')
    .map(({ day }) => day);
  return [...new Set(days)].filter(day => day < judged && (!start || day > start.day)).toSorted();
};
