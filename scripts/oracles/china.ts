import { remaining } from '../../src/methods/goals.ts';
import { growthRate } from '../../src/methods/growth.ts';
import { hold } from '../../src/methods/hold.ts';
import { valueAlong } from '../../src/methods/path.ts';
import { schedule } from '../../src/methods/schedule.ts';
import { goalOf, judgeRow, meaningOfVerdicts } from './case.ts';
import { lineOf } from './line.ts';
import { type Row, unprinted } from './row.ts';
import { compareNumber, type Finding, isSameAsPrinted, type Judge, notApplicable } from './verdict.ts';
import { compareWords, pointsIn } from './words.ts';

/** Reached or not; nothing is said of pace. */
function outcome(row: Row): Finding {
  const { target, value } = row;
  if (target === null || value === null) return notApplicable(unprinted(row, 'target', 'value'));
  const isReached = (remaining(goalOf(row, target), value) ?? 0) <= 0;
  return compareWords(row, isReached ? 'met' : 'behind', `${value} against ${target}`);
}

/**
 * The mid-term words, by the schedule that `check` uses: short of the line is behind, unless the notes call the
 * indicator anticipatory, which allows five per cent. A floor is only to be held.
 */
function midterm(row: Row): Finding {
  const { target, value, year, wants } = row;
  if (target === null || value === null || year === null) {
    return notApplicable(unprinted(row, 'target', 'value', 'year'));
  }
  const isHeld = wants === 'floor' || wants === 'ceiling';
  const verdicts = judgeRow(isHeld ? hold : schedule, row, { target, value, year });
  const meaning = meaningOfVerdicts(verdicts);
  const missing = unprinted(row, 'base', 'baseYear', 'targetYear') || 'no single verdict';
  return meaning ? compareWords(row, meaning, verdicts.join()) : notApplicable(missing);
}

/** The lead over a value for the same year, in points and in words. */
function lead(row: Row, expected: number | null): Finding {
  const { value } = row;
  const printed = pointsIn(row.status);
  if (value === null || expected === null) {
    return notApplicable(unprinted(row, 'value') || 'the source prints no value for the year');
  }
  const points = -(remaining(goalOf(row, expected), value) ?? 0);
  if (printed !== null && !isSameAsPrinted(printed, Math.abs(points))) {
    return { is: 'different', expected: `${printed} points`, got: `${points} points` };
  }
  return compareWords(row, points >= 0 ? 'met' : 'behind', `${points} points`);
}

const annualGap = (row: Row): Finding => lead(row, row.target);

/** The schedule value: the target where it is for that year, else the line to it. */
function percentagePoints(row: Row): Finding {
  const { target, targetYear, year } = row;
  if (target !== null && (targetYear === null || targetYear === year)) return lead(row, target);
  const line = lineOf(row);
  return lead(row, line && year !== null ? valueAlong(line, year) : null);
}

/** A flow is expected at its target times the share of the year; only strictly more is ahead of that. */
function flow(row: Row): Finding {
  const line = lineOf({ ...row, base: row.base ?? 0, baseYear: row.baseYear ?? 0 });
  if (!line || row.year === null) return notApplicable(unprinted(row, 'target', 'targetYear', 'year'));
  const planned = valueAlong(line, row.year);
  const number = row.ratio === null ? null : compareNumber(row, planned);
  if (number?.is === 'different' || row.value === null) return number ?? notApplicable(unprinted(row, 'value'));
  const meaning = row.value > planned ? 'on-track' : row.value === planned ? 'nearly' : 'behind';
  return compareWords(row, meaning, `${row.value} against ${planned}`);
}

/** The target is the mean yearly change that the plan needs. */
function averagePace(row: Row): Finding {
  const { target, value } = row;
  if (target === null || value === null) return notApplicable(unprinted(row, 'target', 'value'));
  const isEnough = (remaining(goalOf(row, target), value) ?? 0) <= 0;
  return compareWords(row, isEnough ? 'on-track' : 'behind', `${value} a year against ${target}`);
}

/** A mistake, kept as a warning: percentages of different bases do not add up. No method here does that. */
function additiveNeed(row: Row): Finding {
  const { value, target } = row;
  if (value === null || target === null) return notApplicable(unprinted(row, 'value', 'target'));
  const need = Math.abs(growthRate(value, target, 1) * 100).toFixed(2);
  return notApplicable(
    `adds percentages of different bases, which no method here does; the change still needed is ${need} %`,
  );
}

/** The line from base to target goes on at the pace so far. */
function linearPace(row: Row): Finding {
  const { target, value, year } = row;
  const missing = unprinted(row, 'base', 'baseYear', 'value', 'year', 'target', 'targetYear');
  if (target === null || value === null || year === null || missing) return notApplicable(missing);
  const verdicts = judgeRow(schedule, row, { target, value, year });
  return compareWords(row, meaningOfVerdicts(verdicts) ?? 'behind', verdicts.join());
}

export const chinaJudges = {
  'china-outcome-vs-target': outcome,
  'china-midterm-schedule': midterm,
  'china-annual-target-gap': annualGap,
  'china-shixu-percentage-points': percentagePoints,
  'china-shixu-flow': flow,
  'linear-pace-narrative': linearPace,
  'average-annual-pace': averagePace,
  'additive-remaining-need': additiveNeed,
} satisfies Record<string, Judge>;
