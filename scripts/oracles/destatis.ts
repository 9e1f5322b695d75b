import { isMet } from '../../src/methods/goals.ts';
import { type HoldStanding, standingOf } from '../../src/methods/hold.ts';
import { type Landing, landingOf } from '../../src/methods/projection.ts';
import { ENOUGH_POINTS, meanChange } from '../../src/methods/trend.ts';
import { goalOf } from './case.ts';
import { type Row, unprinted } from './row.ts';
import { compare, type Finding, type Judge, notApplicable } from './verdict.ts';
import { compareWords } from './words.ts';

const landings: Readonly<Record<Landing, string>> = {
  reached: 'sun',
  nearly: 'slightly cloudy',
  short: 'cloud',
  'standing-still': 'thunderstorm',
  away: 'thunderstorm',
};

/** A missed value that stands still is "not moving away" first and "not moving towards" second: the first applies. */
const standings: Readonly<Record<HoldStanding, string>> = {
  held: 'sun',
  slipping: 'slightly cloudy',
  approaching: 'cloud',
  'standing-still': 'cloud',
  receding: 'thunderstorm',
};

const NONE = 'no evaluation';
const symbols: readonly string[] = [...Object.values(landings), ...Object.values(standings), NONE];

/** What is reached before its year is judged as what is to be held: the office's own exception. */
function projection(row: Row): Finding {
  const { target, value, year, targetYear } = row;
  if (target === null || value === null || year === null || targetYear === null) {
    return notApplicable(unprinted(row, 'target', 'value', 'year', 'targetYear'));
  }
  const goal = goalOf(row, target);
  if (isMet(goal, value)) return constantTarget(row);
  return byTrend(row, value, year, perYear => landings[landingOf(goal, value, perYear, targetYear - year)]);
}

function constantTarget(row: Row): Finding {
  const { target, value, year } = row;
  if (target === null || value === null || year === null)
    return notApplicable(unprinted(row, 'target', 'value', 'year'));
  return byTrend(row, value, year, perYear => standings[standingOf(goalOf(row, target), value, perYear)]);
}

function byTrend(row: Row, value: number, year: number, symbolOf: (perYear: number) => string): Finding {
  const { base, baseYear } = row;
  if (base === null || baseYear === null) return notApplicable(unprinted(row, 'base', 'baseYear'));
  if (year <= baseYear || pointsOf(row) < ENOUGH_POINTS) return compare(row, NONE, null);
  if (row.status.toLowerCase() === NONE) return notApplicable(`the publisher gave no verdict: ${row.notes}`);
  return compare(row, symbolOf(meanChange(base, value, year - baseYear)), null);
}

/** The number of points in the window stands in the notes: "window 2015..2019 (5 points)". */
function pointsOf({ notes }: Row): number {
  const [, digits] = /\((\d+) points\)/.exec(notes) ?? [];
  return digits === undefined ? Number.POSITIVE_INFINITY : Number(digits);
}

/** An adopter may print prose instead of a symbol; then only whether the target is met can be held against it. */
function adopted(row: Row): Finding {
  if (symbols.includes(row.status.toLowerCase())) return projection(row);
  const { target, value } = row;
  if (target === null || value === null) return notApplicable(unprinted(row, 'target', 'value'));
  if (!isMet(goalOf(row, target), value)) return notApplicable('prose, and no symbol to hold a projection against');
  return compareWords(row, 'met', `${value} fulfils ${target}`);
}

export const destatisJudges = {
  'destatis-projection': projection,
  'destatis-constant-target': constantTarget,
  'destatis-projection (adopted by Vanuatu)': adopted,
} satisfies Record<string, Judge>;
