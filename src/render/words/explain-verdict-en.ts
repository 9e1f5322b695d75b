export interface PathWords {
  readonly from: string;
  readonly to: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly day: string;
  readonly daysGone: string;
  readonly daysWhole: string;
  readonly value: string;
}

const percentOf = (percent: string | null): string => (percent === null ? '' : ` (${percent} of the goal)`);
const edge = (to: string, isReachedAt: boolean): string => (isReachedAt ? `to ${to}` : `past ${to}`);

/** What was expected, what is missing, and which verdict follows. */
export type VerdictWords = typeof verdictEn;

export const verdictEn = {
  path: (day: string, value: string) => `On ${day} the way from the start to the goal stands at ${value}.`,
  formula: ({ from, to, fromDay, toDay, daysGone, daysWhole, value }: PathWords) =>
    `In a straight line from ${from} (${fromDay}) to ${to} (${toDay}): ${from} + (${to} − ${from}) × ${daysGone} ÷ ${daysWhole} days = ${value}.`,
  milestones: (count: number) =>
    `The plan sets ${count} value${count === 1 ? '' : 's'} on the way; the line runs through ${count === 1 ? 'it' : 'them'}.`,
  pathPassed: (by: string, goal: string) => `${by} has come: what counts is the goal itself, ${goal}.`,
  noPath: {
    baseline: 'Nothing can be said: without a starting value there is no way from the start to the goal.',
    span: 'There is no way to it: a mean is held against what the rest of the span would have to be; what holds in each period, and by how much one indicator is above another, are fulfilled so far or not.',
    number: 'The goal names no number, so there is no way to it; only the direction counts.',
    hold: 'A value to hold has no way to go.',
    event: 'Something that happens once has no way to go: until its day it has happened or is open.',
    early: 'The judged day is not after the start, so nothing is expected yet.',
  },

  workedOutWith: (value: string) => `The numbers here are worked out with ${value}.`,
  missing: (range: string, percent: string | null) => `Still missing: ${range}${percentOf(percent)}.`,
  exceeded: (range: string, percent: string | null) => `Beyond the goal by ${range}${percentOf(percent)}.`,
  done: (done: string, expected: string | null, from: string, to: string) =>
    `Of the way from ${from} to ${to}, ${done} is done${expected === null ? '' : `; ${expected} is expected by then`}.`,
  pace: (pace: string) => `Pace: ${pace}, what is done divided by what is expected (1 is exactly on schedule).`,
  /** Where one end of what is known falls short and the other does not. */
  shortOrBeyond: (short: string, beyond: string) => `Between ${short} short of the goal and ${beyond} beyond it.`,
  inTime: (distance: string) => `In time: ${distance}.`,
  perYear: (needed: string | null, achieved: string | null, day: string, by: string) =>
    [
      achieved === null ? '' : `So far ${achieved} a year since the start.`,
      needed === null ? '' : `From ${day} to ${by}, ${needed} a year is needed.`,
    ]
      .filter(Boolean)
      .join(' '),
  noProgress: 'Nothing can be worked out.',

  outlook: (points: number, value: string, by: string) =>
    `A second question beside the pace: if the mean yearly change of the last ${points} figures goes on, the value is about ${value} on ${by}.`,
  metOn: (day: string) => `The goal would be reached on ${day}.`,
  neverMet: 'The goal would not be reached in the next fifty years.',
  outlookVerdict: (verdict: string) => `Judged by that: ${verdict}.`,
  agrees: 'This agrees with the verdict below.',
  disagrees: 'This does not agree with the verdict below: pace so far and trend say different things.',
  lowConfidence: (points: number) => `Only ${points} figures: little to go by.`,
  noOutlook: {
    passed: 'The day has passed; there is nothing left to forecast.',
    met: 'The goal is reached; there is nothing left to forecast.',
    event: 'Something that happens once has no trend.',
    figures: 'Not enough comparable figures for a trend.',
  },

  world: (value: string, verdicts: string) => `if it is ${value}: ${verdicts}`,
  /** What a value that is not limited on a side can end in there. */
  worldBelow: (verdicts: string) => `however low it is: ${verdicts}`,
  worldAbove: (verdicts: string) => `however high it is: ${verdicts}`,
  which: (title: string) => `${title}:`,
  plausibleEnds: 'Where no figure sets a limit there is none: what is plausible decides nothing.',
  between: (verdicts: string) => `in between also: ${verdicts}`,
  whole: 'The target as it stands',
  side: (title: string, number: number, count: number) => `${title}, side ${number} of ${count}`,
  agree: (verdict: string) => `All cases agree: ${verdict}.`,
  disagree: (verdicts: string) => `The cases do not agree. Possible are, from worst to best: ${verdicts}.`,
  pastWorlds: (verdicts: string) =>
    `with the other ends of the starting value and of earlier figures also: ${verdicts}`,
  bands: (onSchedule: string, nearly: string, behind: string, isAbove: boolean) =>
    `${isAbove ? 'Above' : 'From'} a pace of ${onSchedule} on schedule, ${isAbove ? 'above' : 'from'} ${nearly} nearly, from ${behind} behind, below that far behind, below 0 reversing.`,

  whyUndecided: (reasons: string, possible: string) => `Because ${reasons}. Possible: ${possible}.`,
  restsOnDerived: 'This rests on a derived value, not on a reported figure alone.',

  falls: (step: string, to: string, verdict: string, isReachedAt: boolean) =>
    `Downwards: a value lower by ${step}, ${edge(to, isReachedAt)}, would make it “${verdict}”.`,
  rises: (step: string, to: string, verdict: string, isReachedAt: boolean) =>
    `Upwards: a value higher by ${step}, ${edge(to, isReachedAt)}, would make it “${verdict}”.`,
  underReading: (text: string, name: string) => `Read as “${name}”. ${text}`,
  decides: (fact: string) => `One thing would decide it: ${fact}.`,
  nothingChanges: 'No other value would change it.',
};
