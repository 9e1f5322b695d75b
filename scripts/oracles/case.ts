import { judge } from '../../src/methods/judge.ts';
import type { Case, Method } from '../../src/methods/method.ts';
import { DEFAULT_BANDS } from '../../src/model/bands.ts';

import type { Comparator, Goal } from '../../src/model/goal.ts';
import { type DecidedVerdict, decidedVerdicts } from '../../src/model/verdict.ts';
import type { Day } from '../../src/values/day.ts';
import { parseDay } from '../../src/values/day-notation.ts';
import type { Row, Wants } from './row.ts';
import type { Meaning } from './words.ts';

const comparators: Readonly<Record<Wants, Comparator>> = {
  increase: 'at_least',
  decrease: 'at_most',
  floor: 'hold_at_least',
  ceiling: 'hold_at_most',
};

export const directionOf = ({ wants }: Row): 1 | -1 => (wants === 'increase' || wants === 'floor' ? 1 : -1);

export function goalOf(row: Row, target: number): Goal {
  const isFloor = directionOf(row) === 1;
  return {
    comparator: comparators[row.wants],
    value: target,
    low: isFloor ? target : null,
    high: isFloor ? null : target,
    step: 0,
    wanted: null,
  };
}

const towards = (row: Row): Goal => ({
  comparator: directionOf(row) === 1 ? 'increase' : 'decrease',
  ...{ value: null, low: null, high: null, step: 0, wanted: null },
});

/** A year stands for its last day, as in a report. */
function lastDay(year: number): Day {
  const day = parseDay(String(year));
  if (!day.ok) throw new Error(`not a year: ${year}`);
  return day.value;
}

/** The case of a row; without a target only the direction is wanted. */
export function caseIn(row: Row, given: { readonly target: number | null; readonly year: number }): Case {
  const { base, baseYear, targetYear } = row;
  const baseline = base === null || baseYear === null ? null : { at: lastDay(baseYear), value: base };
  return {
    goal: given.target === null ? towards(row) : goalOf(row, given.target),
    by: lastDay(targetYear ?? given.year),
    at: lastDay(given.year),
    hasPassed: false,
    baseline,
    milestones: [],
    history: baseline ? [baseline] : [],
    // Only words of the source take an indicator out of the strict reading.
    isBinding: !/anticipatory/i.test(row.notes),
    isEvent: false,
    isMonotone: false,
    wasMet: false,
    isMetAsPrinted: null,
    bands: DEFAULT_BANDS,
    changeInterval: 0,
    changePerYear: 0,
    span: null,
  };
}

/** What `check` would make of the row under a method. */
export const judgeRow = (
  method: Method,
  row: Row,
  given: { readonly target: number; readonly year: number; readonly value: number },
): DecidedVerdict[] => [...judge(method, caseIn(row, given), given.value)];

/** Of a verdict that does not say whether the goal is fulfilled. */
const meanings = { fail: 'behind', warn: 'nearly', info: null, ok: 'on-track' } as const;

function meaningOf(verdict: DecidedVerdict): Meaning | null {
  const { goal, severity } = decidedVerdicts[verdict];
  return goal === 'fulfilled' ? 'met' : meanings[severity];
}

/** What a verdict says in the terms of a narrative; nothing where it is open or undecided. */
export const meaningOfVerdicts = ([only, ...others]: readonly DecidedVerdict[]): Meaning | null =>
  only === undefined || others.length > 0 ? null : meaningOf(only);
