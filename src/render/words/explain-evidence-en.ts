import type { EvidenceWords } from './explain.ts';

export const evidenceEn: EvidenceWords = {
  baseline: (value, day, printed) => `${value} on ${day}${printed === value ? '' : ` (printed “${printed}”)`}.`,
  counts: definition => `counts: ${definition}`,
  noBaseline: 'No starting value is known, so a pace cannot be worked out: until its day the target is met or open.',
  noStart: 'Nothing starts from a value here: what is judged is worked out of several figures.',
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
  workedOut: (title, formula, result) => `${title} follows, too: ${formula} = ${result}.`,
  factor: (title, range) => `${title} (${range})`,
  assumption: (indicator, text, from, to) => `Assumed in the plan file: ${indicator} ${text} from ${from} to ${to}.`,
  dayChosen: day => `Judged at ${day}, the day that the newest usable figure describes.`,
  analysisChosen: day =>
    `Judged at ${day}, the day of the analysis: no usable figure is new enough to be judged at its own day.`,
  deadlineChosen: day => `Judged at ${day}, the target's own day, because it has passed.`,
};
