import { isMet } from '../../src/methods/goals.ts';
import { valueAlong } from '../../src/methods/path.ts';
import { paceFrom, schedule } from '../../src/methods/schedule.ts';
import { goalOf, judgeRow, meaningOfVerdicts } from './case.ts';
import { lineOf } from './line.ts';
import { type Row, unprinted } from './row.ts';
import { compareNumber, type Finding, isSameAsPrinted, type Judge, notApplicable } from './verdict.ts';
import { compareWords } from './words.ts';

/** Earned over planned value, agreeing at the digits that are printed. */
function earnedValue(row: Row): Finding {
  const { value, target } = row;
  if (value === null || target === null) return notApplicable(unprinted(row, 'value', 'target'));
  const index = paceFrom(value, target);
  const number = row.ratio === null ? null : compareNumber(row, index, (_, got) => isSameAsPrinted(row.ratioText, got));
  return number?.is === 'different' ? number : compareWords(row, index >= 1 ? 'on-track' : 'behind', `index ${index}`);
}

/** Met, or else the straight line from base to target. */
function eurostat(row: Row): Finding {
  const { target, value, year } = row;
  if (target === null || value === null || year === null) {
    return notApplicable(unprinted(row, 'target', 'value', 'year'));
  }
  const verdicts = judgeRow(schedule, row, { target, value, year });
  const meaning = meaningOfVerdicts(verdicts);
  if (!meaning) return notApplicable(unprinted(row, 'base', 'baseYear', 'targetYear') || 'no single verdict');
  return compareWords(row, meaning, verdicts.join());
}

/** The publisher's own projection for the target year, against the target. */
function digitalDecade(row: Row): Finding {
  const { target, value, year, targetYear } = row;
  if (target === null || value === null) return notApplicable(unprinted(row, 'target', 'value'));
  if (year !== targetYear) return notApplicable('the value is no projection for the target year');
  return compareWords(
    row,
    isMet(goalOf(row, target), value) ? 'met' : 'behind',
    `${value} projected, ${target} wanted`,
  );
}

function requiredPath(row: Row): Finding {
  const line = lineOf(row);
  if (!line || row.year === null) {
    return notApplicable(unprinted(row, 'base', 'baseYear', 'target', 'targetYear', 'year'));
  }
  return compareNumber(row, valueAlong(line, row.year));
}

export const otherJudges = {
  'evm-spi': earnedValue,
  'eurostat-narrative': eurostat,
  'digital-decade-projection': digitalDecade,
  'linear-required-path': requiredPath,
} satisfies Record<string, Judge>;
