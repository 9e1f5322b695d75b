import { isMet } from '../../src/methods/goals.ts';
import { judge } from '../../src/methods/judge.ts';
import { valueAlong } from '../../src/methods/path.ts';
import { bandOf, paceFrom, schedule } from '../../src/methods/schedule.ts';
import { namedBands } from '../../src/model/bands.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { caseIn, directionOf, goalOf } from './case.ts';
import { lineOf } from './line.ts';
import { type Row, unprinted } from './row.ts';
import { compare, compareNumber, type Finding, isSameAsPrinted, type Judge, notApplicable } from './verdict.ts';
import { compareWords } from './words.ts';

const need = (row: Row): Finding =>
  notApplicable(unprinted(row, 'base', 'baseYear', 'value', 'year', 'target', 'targetYear'));

/** Done over planned on the straight line, in calendar years as the offices count them; null where an end is not printed. */
function paceOnLine(row: Row): number | null {
  const line = lineOf(row);
  if (!line || row.value === null || row.year === null) return null;
  const from = line[0].value;
  const towards = directionOf(row);
  return paceFrom(towards * (row.value - from), towards * (valueAlong(line, row.year) - from));
}

/** The number of each row is its pace, at the digits printed; "worsening" is said of no other than a falling back. */
function closingTheGap(row: Row): Finding {
  const pace = paceOnLine(row);
  if (pace === null) return need(row);
  const number = row.ratio === null ? null : compareNumber(row, pace, (_, got) => isSameAsPrinted(row.ratioText, got));
  if (number?.is === 'different') return number;
  const verdict = bandOf(pace, namedBands['closing-the-gap'], false);
  if (/worsening/.test(row.status) && verdict !== 'reversing') return compare(row, verdict, pace);
  return compareWords(row, verdict === 'on-schedule' ? 'on-track' : 'behind', `pace ${pace}`);
}

type Arrow = 'on_track_or_maintaining' | 'moderately_increasing' | 'stagnating' | 'decreasing';

const arrows: Partial<Record<DecidedVerdict, Arrow>> = {
  'on-schedule': 'on_track_or_maintaining',
  behind: 'moderately_increasing',
  'far-behind': 'stagnating',
  reversing: 'decreasing',
};

/** What was reached and is lost again decreases. Bounds of the publisher's score change no arrow: values are taken as they are. */
function arrow(row: Row): Finding {
  const { base, value, target } = row;
  const pace = paceOnLine(row);
  if (base === null || value === null || target === null || pace === null) return need(row);
  const goal = goalOf(row, target);
  if (isMet(goal, value)) return compare(row, 'on_track_or_maintaining', null);
  if (isMet(goal, base)) return compare(row, 'decreasing', null);
  return compare(row, arrows[bandOf(pace, namedBands.sdsn, false)] ?? 'none', null);
}

const changes: Partial<Record<DecidedVerdict, string>> = {
  'on-schedule': 'improving',
  'far-behind': 'no_change',
  reversing: 'worsening',
};

/** Only the direction is wanted; how large a change has to be stands in the notes: "change interval 0.1 (constant) = 0.1". */
function changeInterval(row: Row): Finding {
  const { base, value, year, notes } = row;
  const [, interval] = /\bchange interval [^=]*= ([\d.]+)/.exec(notes) ?? [];
  if (base === null || value === null || year === null) return notApplicable(unprinted(row, 'base', 'value', 'year'));
  if (interval === undefined) return notApplicable('the source prints no change interval');
  const given = { ...caseIn(row, { target: null, year }), changeInterval: Number(interval) };
  const [verdict] = judge(schedule, given, value);
  return compare(row, (verdict && changes[verdict]) ?? 'none', value - base);
}

export const officeJudges = {
  'closing-the-gap-linear': closingTheGap,
  'sdsn-linear-to-green-threshold-2030': arrow,
  'ni-pfg-change-interval': changeInterval,
} satisfies Record<string, Judge>;
