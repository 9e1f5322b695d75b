import type { VerdictWords } from './explain.ts';

const percentOf = (percent: string | null): string => (percent === null ? '' : ` (${percent} of the goal)`);
const edge = (to: string, isReachedAt: boolean): string => (isReachedAt ? `to ${to}` : `past ${to}`);

export const verdictEn: VerdictWords = {
  path: (day, value) => `On ${day} the way from the start to the goal stands at ${value}.`,
  formula: ({ from, to, fromDay, toDay, daysGone, daysWhole, value }) =>
    `In a straight line from ${from} (${fromDay}) to ${to} (${toDay}): ${from} + (${to} − ${from}) × ${daysGone} ÷ ${daysWhole} days = ${value}.`,
  milestones: count =>
    `The plan sets ${count} value${count === 1 ? '' : 's'} on the way; the line runs through ${count === 1 ? 'it' : 'them'}.`,
  pathPassed: (by, goal) => `${by} has come: what counts is the goal itself, ${goal}.`,
  noPath: {
    baseline: 'Nothing can be said: without a starting value there is no way from the start to the goal.',
    span: 'There is no way to it: a mean is held against what the rest of the span would have to be; what holds in each period, and by how much one indicator is above another, are fulfilled so far or not.',
    number: 'The goal names no number, so there is no way to it; only the direction counts.',
    hold: 'A value to hold has no way to go.',
    event: 'Something that happens once has no way to go: until its day it has happened or is open.',
    early: 'The judged day is not after the start, so nothing is expected yet.',
  },

  workedOutWith: value => `The numbers here are worked out with ${value}.`,
  missing: (range, percent) => `Still missing: ${range}${percentOf(percent)}.`,
  exceeded: (range, percent) => `Beyond the goal by ${range}${percentOf(percent)}.`,
  done: (done, expected, from, to) =>
    `Of the way from ${from} to ${to}, ${done} is done${expected === null ? '' : `; ${expected} is expected by then`}.`,
  pace: pace => `Pace: ${pace}, what is done divided by what is expected (1 is exactly on schedule).`,
  shortOrBeyond: (short, beyond) => `Between ${short} short of the goal and ${beyond} beyond it.`,
  inTime: distance => `In time: ${distance}.`,
  perYear: (needed, achieved, day, by) =>
    [
      achieved === null ? '' : `So far ${achieved} a year since the start.`,
      needed === null ? '' : `From ${day} to ${by}, ${needed} a year is needed.`,
    ]
      .filter(Boolean)
      .join(' '),
  noProgress: 'Nothing can be worked out.',

  outlook: (points, value, by) =>
    `A second question beside the pace: if the mean yearly change of the last ${points} figures goes on, the value is about ${value} on ${by}.`,
  metOn: day => `The goal would be reached on ${day}.`,
  neverMet: 'The goal would not be reached in the next fifty years.',
  outlookVerdict: verdict => `Judged by that: ${verdict}.`,
  agrees: 'This agrees with the verdict below.',
  disagrees: 'This does not agree with the verdict below: pace so far and trend say different things.',
  lowConfidence: points => `Only ${points} figures: little to go by.`,
  noOutlook: {
    passed: 'The day has passed; there is nothing left to forecast.',
    met: 'The goal is reached; there is nothing left to forecast.',
    event: 'Something that happens once has no trend.',
    figures: 'Not enough comparable figures for a trend.',
  },

  world: (value, verdicts) => `if it is ${value}: ${verdicts}`,
  worldBelow: verdicts => `however low it is: ${verdicts}`,
  worldAbove: verdicts => `however high it is: ${verdicts}`,
  which: title => `${title}:`,
  plausibleEnds: 'Where no figure sets a limit there is none: what is plausible decides nothing.',
  between: verdicts => `in between also: ${verdicts}`,
  whole: 'The target as it stands',
  side: (title, number, count) => `${title}, side ${number} of ${count}`,
  agree: verdict => `All cases agree: ${verdict}.`,
  disagree: verdicts => `The cases do not agree. Possible are, from worst to best: ${verdicts}.`,
  pastWorlds: verdicts => `with the other ends of the starting value and of earlier figures also: ${verdicts}`,
  bands: (onSchedule, nearly, behind, isAbove) =>
    `${isAbove ? 'Above' : 'From'} a pace of ${onSchedule} on schedule, ${isAbove ? 'above' : 'from'} ${nearly} nearly, from ${behind} behind, below that far behind, below 0 reversing.`,

  whyUndecided: (reasons, possible) => `Because ${reasons}. Possible: ${possible}.`,
  restsOnDerived: 'This rests on a derived value, not on a reported figure alone.',

  falls: (step, to, verdict, isReachedAt) =>
    `Downwards: a value lower by ${step}, ${edge(to, isReachedAt)}, would make it “${verdict}”.`,
  rises: (step, to, verdict, isReachedAt) =>
    `Upwards: a value higher by ${step}, ${edge(to, isReachedAt)}, would make it “${verdict}”.`,
  underReading: (text, name) => `Read as “${name}”. ${text}`,
  decides: fact => `One thing would decide it: ${fact}.`,
  nothingChanges: 'No other value would change it.',
};
