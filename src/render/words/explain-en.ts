import type { MethodName } from '../../model/target.ts';
import type { ExplainWords, WhyWords } from './explain.ts';

const percentOf = (percent: string | null): string => (percent === null ? '' : ` (${percent} of the goal)`);
const edge = (to: string, isReachedAt: boolean): string => (isReachedAt ? `to ${to}` : `past ${to}`);
/** What is planned is known of a schedule only; what another method goes by stands with the cases. */
const slower = ({ value, planned, day }: WhyWords): string =>
  planned === null
    ? `The value is ${value}: by the method named above,`
    : `The value is ${value}; the plan expects ${planned} on ${day}:`;
const at = ({ pace }: WhyWords): string => (pace === null ? '' : ` (pace ${pace})`);

/** What each method found of a value that is on schedule without a plan for the day. */
const found: Readonly<Record<MethodName, (goal: string) => string>> = {
  schedule: () => 'it moves the right way',
  projection: goal => `if its mean yearly change goes on, it reaches the goal (${goal})`,
  'growth-ratio': goal => `its yearly growth so far is about what is needed to reach the goal (${goal}), or more`,
  hold: goal => `what the goal (${goal}) asks for is kept`,
  direction: () => 'it moves the right way',
};

export const explainEn: ExplainWords = {
  section: {
    target: 'What the plan asks for',
    readings: 'How it can be understood',
    baseline: 'Where it started',
    used: 'Figures used',
    setAside: 'Figures set aside',
    value: 'What is known of the value',
    path: 'What the plan expects by then',
    progress: 'Gap and pace',
    outlook: 'If the trend goes on',
    worlds: 'Every case that the evidence leaves open',
    verdict: 'Verdict',
    change: 'What would change it',
  },
  goal: {
    at_least: ({ number }) => `at least ${number}`,
    at_most: ({ number }) => `at most ${number}`,
    below: ({ number }) => `less than ${number} (${number} itself is too much)`,
    about: ({ number, low, high }) => `about ${number}, taken as ${high ? `${low} to ${high}` : `${low} or more`}`,
    between: ({ low, high }) => `between ${low} and ${high}`,
    exactly: ({ number }) => `exactly ${number}`,
    achieve: () => 'that it comes about',
    hold_at_least: ({ number }) => `never less than ${number}`,
    hold_at_most: ({ number }) => `never more than ${number}`,
    increase: () => 'more than at the start',
    decrease: () => 'less than at the start',
  },
  isShare: percent => `The plan gives this region ${percent} % of the goal of the whole.`,
  asks: (title, goal, by) => `${title}: ${goal}, by ${by}.`,
  countedIn: (unit, kind) => `Unit: ${unit}. What is counted: ${kind}.`,
  kind: {
    stock: 'how many there are on a day, not how many were added',
    flow: 'how much was added or done in a time, not how much there is',
    level: 'how high a measured value stands on a day',
    share: 'which part of a whole it is',
    event: 'whether it has come about',
  },
  onlyRises: 'This plan file assumes that the count can only rise: what once was counted stays counted.',
  wording: wording => `In the plan's own words: “${wording}”.`,
  noWording: "The plan's own words are not quoted in the plan file.",
  glosses: [
    ['以上', '“以上” includes the number itself: read as at least.'],
    ['以下', '“以下” is below; whether the number itself still counts is not always said.'],
    ['以内', '“以内” is within; read as at most.'],
    ['左右', '“左右” is about.'],
    ['力争', '“力争” is to strive for: a miss warns, it does not fail.'],
    ['累计', '“累计” is cumulative: a total, not what is new.'],
    ['零的突破', '“零的突破” is the breakthrough from zero: a first one.'],
    ['推动', '“推动” is to promote: whether that means finished is not said.'],
    ['打造', '“打造” is to build up.'],
    ['规模', '“规模” is the size reached.'],
  ],
  commitment: {
    binding: 'Binding (约束性): the authorities have to reach it, and short of the schedule counts as behind.',
    anticipatory: 'Expected (预期性): hoped for from the market more than ordered.',
    aspirational: 'An aspiration (力争): to fall short of it warns, and never fails.',
    unstated: 'Whether it is binding or only expected is not known.',
  },
  certainty: {
    stated: 'Certainty: a source states the target itself.',
    paraphrased: 'Certainty: known from a translation or a retelling only, not in the words of the plan.',
    inferred: 'Certainty: concluded by the authors of the plan file; no source states it.',
  },
  under: titles => `Part of: ${titles.join(' › ')}.`,
  source: source => `Source: ${source}`,
  noSource: 'No source is named.',
  note: note => `Note: ${note}`,
  notInForce: 'Not in force on this day: it is judged, but not counted.',

  oneReading: 'In one way only.',
  fixedReading: name => `In more than one way; --reading fixes it to “${name}”.`,
  severalReadings: count => `In ${count} ways. A verdict stands only if all of them give it.`,
  reading: (title, name, goal, by, counts) =>
    `${title} (${name}): ${goal} by ${by}${counts.length > 0 ? `; counted is what reports call ${counts.join(' or ')}` : ''}.`,

  baseline: (value, day, printed) => `${value} on ${day}${printed === value ? '' : ` (printed “${printed}”)`}.`,
  counts: definition => `counts: ${definition}`,
  noBaseline: 'No starting value is known, so a pace cannot be worked out: until its day the target is met or open.',

  figure: (text, day, published, publisher) =>
    `${text} · describes ${day} · published ${published ?? 'on an unknown day'} · ${publisher ?? 'unknown publisher'}`,
  printed: (number, text) => `${number} (“${text}”)`,
  head: (verdict, severity) => `${verdict} (${severity})`,
  statement: '(a claim without a number)',
  region: region => `region: ${region}`,
  dated: {
    stated: '',
    inferred: 'the day is our conclusion',
    'at-latest': 'the source gives no day; it is this one at the latest',
  },
  status: { final: '', provisional: 'provisional', estimated: 'estimated', proposed: 'proposed', planned: 'a goal' },
  part: part => `covers only ${part}`,
  flow: (from, to) => `added from ${from} to ${to}`,
  because: reason => `Why: ${reason}.`,
  boundBecause: {
    older: 'it describes an earlier day, and the count can only rise: since then there are at least as many',
    newer: 'it describes a later day, and the count can only rise: before it there were at most as many',
    part: 'it counts only a part of what is meant: the whole is at least as much',
    whole: 'it counts more than what is meant: what is meant is at most as much',
  },
  allows: range => `It allows ${range}.`,
  claim: ({ says, against, number, share, goal }) =>
    `${says === null ? 'It also makes a claim.' : `It also claims: “${says.replace(/\.$/, '')}”.`} That claim fits another target (${against}), not this one${
      number === undefined
        ? '.'
        : `: its number is used, the claim is not. ${number} is ${share} of this target's ${goal}.`
    }`,
  none: 'No figure could be used.',
  noneAside: 'None.',
  asideCount: count =>
    count === 1
      ? 'One figure concerns this target and is not used:'
      : `${count} figures concern this target and are not used:`,
  asideGroup: (reason, count) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)} (${count}):`,

  interval: (low, high) => `${low} to ${high}`,
  exactly: value => `exactly ${value}`,
  atLeast: value => `at least ${value}`,
  atMost: value => `at most ${value}`,
  unknown: 'anything',
  value: (range, day) => `On ${day}: ${range}.`,
  noValue: 'Nothing: no figure speaks for this target.',
  plausible: (low, high) => `All that can be said is what is plausible at all: ${low} to ${high}.`,
  rounding: (text, low, high) => `“${text}” is a rounded number: it stands for anything from ${low} to ${high}.`,
  openBound: text => `“${text}” gives one end only.`,
  lowerFrom: (text, day) => `The lower end comes from “${text}” of ${day}.`,
  upperFrom: (text, day) => `The upper end comes from “${text}” of ${day}.`,
  fromBaseline: value => `The lower end is the starting value, ${value}: the count can only rise.`,
  sumLacks: regions => `Parts of which nothing is known there: ${regions.join(', ')}.`,
  step: {
    says: (text, region, day, publisher) => `reported: ${text}, ${region}, ${day}${publisher ? ` (${publisher})` : ''}`,
    start: (text, day) => `the start that the plan names: ${text}, ${day}`,
    rising: (end, region, day, from) => `so ${region} has ${end} on ${day}, as on ${from}: the count only rises`,
    change: (end, region, day, from) =>
      `so ${region} has ${end} on ${day}: as on ${from}, and what parts have risen since`,
    parts: (end, region, day) => `so ${region} has ${end} on ${day}: its parts together`,
    rest: (end, region, day, whole) => `so ${region} has ${end} on ${day}: what the other parts leave of ${whole}`,
  },
  moreThan: value => `more than ${value}`,
  lessThan: value => `less than ${value}`,
  conflict:
    'The evidence can be taken in more than one way: sources contradict each other, or a unit may have slipped. Each side is followed by itself below.',
  derived: (formula, result) =>
    `No figure of the thing itself answers, so the value is derived: ${formula} = ${result}.`,
  factor: (title, range) => `${title} (${range})`,
  assumption: (indicator, text, from, to) => `Assumed in the plan file: ${indicator} ${text} from ${from} to ${to}.`,
  dayChosen: day => `Judged at ${day}, the day that the newest usable figure describes.`,
  analysisChosen: day =>
    `Judged at ${day}, the day of the analysis: no usable figure is new enough to be judged at its own day.`,
  deadlineChosen: day => `Judged at ${day}, the target's own day, because it has passed.`,

  path: (day, value) => `On ${day} the way from the start to the goal stands at ${value}.`,
  formula: ({ from, to, fromDay, toDay, daysGone, daysWhole, value }) =>
    `In a straight line from ${from} (${fromDay}) to ${to} (${toDay}): ${from} + (${to} − ${from}) × ${daysGone} ÷ ${daysWhole} days = ${value}.`,
  milestones: count =>
    `The plan sets ${count} value${count === 1 ? '' : 's'} on the way; the line runs through ${count === 1 ? 'it' : 'them'}.`,
  pathPassed: (by, goal) => `${by} has come: what counts is the goal itself, ${goal}.`,
  noPath: {
    baseline: 'Nothing can be said: without a starting value there is no way from the start to the goal.',
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
  months: (months, isAhead) => `In time: ${months} months ${isAhead ? 'ahead' : 'late'}.`,
  onTime: 'In time: neither ahead nor late.',
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
  method: {
    schedule: 'Method “schedule” (时序进度): what is done against what the way from start to goal expects on that day.',
    projection: 'Method “projection”: where the value ends up if the mean change of the last figures goes on.',
    'growth-ratio': 'Method “growth-ratio”: yearly growth so far against the yearly growth that is needed.',
    hold: 'Method “hold”: whether the value is held, and whether it is getting worse.',
    direction: 'Method “direction”: whether the value moves the right way.',
  },
  bands: (onSchedule, nearly, behind) =>
    `From a pace of ${onSchedule} on schedule, from ${nearly} nearly, from ${behind} behind, below that far behind, below 0 reversing.`,

  why: {
    met: ({ value, goal, isEarly, by }) =>
      `The value is ${value}, and the goal is ${goal}${isEarly ? `: reached before ${by}` : ''}.`,
    'on-schedule': ({ value, planned, day, goal, lookedAt }) =>
      planned === null
        ? `The value is ${value}: ${lookedAt === null ? `by the method named above, that is enough for now (the goal is ${goal})` : found[lookedAt](goal)}.`
        : `The value is ${value}; the plan expects ${planned} on ${day}, so at least as much is done as by then expected.`,
    nearly: args => `${slower(args)} a little short${at(args)}.`,
    slipping: ({ value, goal }) => `The value is ${value}: the goal (${goal}) is kept, but the value is getting worse.`,
    behind: args => `${slower(args)} too slow${at(args)}.`,
    'far-behind': args => `${slower(args)} much too slow${at(args)}.`,
    reversing: ({ value, baseline }) =>
      `The value is ${value}${baseline === null ? '' : `, and it started from ${baseline}`}: it moves away from the goal.`,
    lost: ({ value, goal }) => `The goal (${goal}) was once fulfilled, and with ${value} it no longer is.`,
    missed: ({ value, goal, by }) => `${by} has passed. The value is ${value}; the goal was ${goal}.`,
    open: ({ by, goal }) => `The goal (${goal}) is not reached, its day ${by} is still ahead, and more cannot be said.`,
  },
  whyUndecided: (reasons, possible) => `Because ${reasons}. Possible: ${possible}.`,
  restsOnDerived: 'This rests on a derived value, not on a reported figure alone.',

  falls: (by, to, verdict, isReachedAt) =>
    `Downwards: a value lower by ${by}, ${edge(to, isReachedAt)}, would make it “${verdict}”.`,
  rises: (by, to, verdict, isReachedAt) =>
    `Upwards: a value higher by ${by}, ${edge(to, isReachedAt)}, would make it “${verdict}”.`,
  underReading: (text, name) => `Read as “${name}”. ${text}`,
  decides: fact => `One thing would decide it: ${fact}.`,
  nothingChanges: 'No other value would change it.',
};
