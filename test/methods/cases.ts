import type { Case } from '../../src/methods/method.ts';
import { type Point, pathTo, valueOn } from '../../src/methods/path.ts';
import { completionOf } from '../../src/methods/schedule.ts';
import { DEFAULT_BANDS } from '../../src/model/bands.ts';

import type { Comparator, Goal } from '../../src/model/goal.ts';
import type { Day } from '../../src/values/day.ts';
import { parseDay } from '../../src/values/day-notation.ts';

/** `2020` is the end of 2020. */
export function day(text: string | number): Day {
  const parsed = parseDay(String(text));
  if (!parsed.ok) throw new Error(`${parsed.error}: ${text}`);
  return parsed.value;
}

export const atLeast = (value: number, comparator: Comparator = 'at_least'): Goal => ({
  comparator,
  value,
  low: value,
  high: null,
  step: 0,
  wanted: null,
});

export const atMost = (value: number, comparator: Comparator = 'at_most'): Goal => ({
  comparator,
  value,
  low: null,
  high: value,
  step: 0,
  wanted: null,
});

export const between = (low: number, high: number, comparator: Comparator = 'between'): Goal => ({
  comparator,
  value: low === high ? low : null,
  low,
  high,
  step: 0,
  wanted: null,
});

export const towards = (comparator: 'increase' | 'decrease'): Goal => ({
  comparator,
  value: null,
  low: null,
  high: null,
  step: 0,
  wanted: null,
});

/** A series as `{ 2020: 10, 2021: 12 }`. */
export const series = (values: Readonly<Record<string, number>>): Point[] =>
  Object.entries(values).map(([at, value]) => ({ at: day(at), value }));

/** Five years from the end of 2020, judged at the end of 2023, unless said otherwise. */
export function caseOf(goal: Goal, { base, ...given }: Partial<Case> & { readonly base?: number } = {}): Case {
  const baseline = base === undefined ? null : { at: day(2020), value: base };
  return {
    goal,
    by: day(2025),
    at: day(2023),
    hasPassed: false,
    baseline,
    milestones: [],
    history: baseline ? [baseline] : [],
    isBinding: false,
    isEvent: false,
    isMonotone: false,
    isMetAsPrinted: null,
    wasMet: false,
    bands: DEFAULT_BANDS,
    changeInterval: 0,
    changePerYear: 0,
    span: null,
    ...given,
  };
}

/** The completion that the path expects on the judged day. */
export function expectedShare(given: Case): number | null {
  const { goal, by, baseline, milestones, at } = given;
  const path = baseline && pathTo({ goal, by, baseline, milestones });
  return path && completionOf(given, valueOn(path, at));
}
