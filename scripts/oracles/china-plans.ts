import { isMet } from '../../src/methods/goals.ts';
import { valueAlong } from '../../src/methods/path.ts';
import { ABOUT_TOLERANCE } from '../../src/model/goal.ts';
import { goalOf } from './case.ts';
import { lineOf } from './line.ts';
import { type Row, unprinted } from './row.ts';
import { compareNumber, type Finding, isSameAsPrinted, type Judge, notApplicable } from './verdict.ts';
import { compareWords, pointsIn } from './words.ts';

/** What a goal of "about" asks for at least, where nobody says how far it reaches and more is as good. */
const leastOf = (row: Row, target: number): number =>
  /\b(?:about|around)\b/i.test(`${row.indicator} ${row.notes}`) ? target * (1 - ABOUT_TOLERANCE) : target;

/** The box at the end of a plan: the outcome against the goal, both as they are printed; ties are completed. */
function outcomeBox(row: Row): Finding {
  const { target, value } = row;
  if (target === null || value === null) return notApplicable(unprinted(row, 'target', 'value'));
  const share = row.ratio === null ? null : compareNumber(row, value / target, asPrinted(row));
  if (share?.is === 'different') return share;
  const isReached = isMet(goalOf(row, leastOf(row, target)), value);
  return compareWords(row, isReached ? 'met' : 'behind', `${value} against ${target}`);
}

const asPrinted =
  ({ ratioText }: Row) =>
  (_: number, got: number): boolean =>
    isSameAsPrinted(ratioText, got);

/** Share of the year's goal that is done less the share of the year that has passed, in points. */
function leadOfYear(row: Row): Finding {
  const line = lineOf({ ...row, baseYear: row.baseYear ?? 0 });
  if (!line || row.value === null || row.year === null) return notApplicable(unprinted(row, 'base', 'target', 'value'));
  const lead = row.value - valueAlong(line, row.year);
  const number = row.ratio === null ? null : compareNumber(row, lead, asPrinted(row));
  if (number?.is === 'different') return number;
  const points = pointsIn(row.status);
  if (points !== null && !isSameAsPrinted(points, lead))
    return { is: 'different', expected: `${points} points`, got: `${lead} points` };
  return compareWords(row, lead > 0 ? 'on-track' : lead === 0 ? 'nearly' : 'behind', `${lead} points`);
}

export const chinaPlanJudges = {
  'china-fyp-final': outcomeBox,
  'ndrc-annual-plan': outcomeBox,
  'china-shixu-lead': leadOfYear,
} satisfies Record<string, Judge>;
