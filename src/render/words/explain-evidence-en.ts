import type { Dating, Status } from '../../model/report.ts';

export interface ClaimWording {
  readonly says: string | null;
  readonly against: string;
  /** The number beside the claim and its share of this target; absent where it has none. */
  readonly number?: string;
  readonly share?: string;
  readonly goal?: string;
}

/** The figures, and what they leave of the value. */
export type EvidenceWords = typeof evidenceEn;

export const evidenceEn = {
  baseline: (value: string, day: string, printed: string) =>
    `${value} on ${day}${printed === value ? '' : ` (printed “${printed}”)`}.`,
  counts: (definition: string) => `counts: ${definition}`,
  noBaseline: 'No starting value is known, so a pace cannot be worked out: until its day the target is met or open.',
  /** Of what is worked out of a whole span, or of two indicators: it has no value to start from. */
  noStart: 'Nothing starts from a value here: what is judged is worked out of several figures.',
  figure: (text: string, day: string, published: string | null, publisher: string | null) =>
    `${text} · describes ${day} · published ${published ?? 'on an unknown day'} · ${publisher ?? 'unknown publisher'}`,
  printed: (number: string, text: string) => `${number} (“${text}”)`,
  head: (verdict: string, severity: string) => `${verdict} (${severity})`,
  statement: '(a claim without a number)',
  region: (region: string) => `region: ${region}`,
  dated: {
    stated: '',
    inferred: 'the day is our conclusion',
    'at-latest': 'the source gives no day; it is this one at the latest',
  } satisfies Readonly<Record<Dating, string>>,
  status: {
    final: '',
    provisional: 'provisional',
    estimated: 'estimated',
    proposed: 'proposed',
    planned: 'a goal',
  } satisfies Readonly<Record<Status, string>>,
  part: (part: string) => `covers only ${part}`,
  flow: (from: string, to: string) => `added from ${from} to ${to}`,
  because: (reason: string) => `Why: ${reason}.`,
  boundBecause: {
    older: 'it describes an earlier day, and the count can only rise: since then there are at least as many',
    newer: 'it describes a later day, and the count can only rise: before it there were at most as many',
    part: 'it counts only a part of what is meant: the whole is at least as much',
    whole: 'it counts more than what is meant: what is meant is at most as much',
  },
  claim: ({ says, against, number, share, goal }: ClaimWording) =>
    `${says === null ? 'It also makes a claim.' : `It also claims: “${says.replace(/\.$/, '')}”.`} That claim fits another target (${against}), not this one${
      number === undefined
        ? '.'
        : `: its number is used, the claim is not. ${number} is ${share} of this target's ${goal}.`
    }`,
  none: 'No figure could be used.',
  noneAside: 'None.',
  asideCount: (count: number) =>
    count === 1
      ? 'One figure concerns this target and is not used:'
      : `${count} figures concern this target and are not used:`,
  asideGroup: (reason: string, count: number) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)} (${count}):`,

  interval: (low: string, high: string) => `${low} to ${high}`,
  exactly: (value: string) => `exactly ${value}`,
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  unknown: 'anything',
  value: (range: string, day: string) => `On ${day}: ${range}.`,
  noValue: 'Nothing: no figure speaks for this target.',
  plausible: (low: string, high: string) => `All that can be said is what is plausible at all: ${low} to ${high}.`,
  rounding: (text: string, low: string, high: string) =>
    `“${text}” is a rounded number: it stands for anything from ${low} to ${high}.`,
  openBound: (text: string) => `“${text}” gives one end only.`,
  lowerFrom: (text: string, day: string) => `The lower end comes from “${text}” of ${day}.`,
  upperFrom: (text: string, day: string) => `The upper end comes from “${text}” of ${day}.`,
  fromBaseline: (value: string) => `The lower end is the starting value, ${value}: the count can only rise.`,
  sumLacks: (regions: readonly string[]) => `Parts of which nothing is known there: ${regions.join(', ')}.`,
  /** `end` is said by `atLeast` and its like. */
  step: {
    says: (text: string, region: string, day: string, publisher: string | null) =>
      `reported: ${text}, ${region}, ${day}${publisher ? ` (${publisher})` : ''}`,
    start: (text: string, day: string) => `the start that the plan names: ${text}, ${day}`,
    identity: (range: string, region: string, day: string) => `by an identity of the plan: ${range}, ${region}, ${day}`,
    rising: (end: string, region: string, day: string, from: string) =>
      `so ${region} has ${end} on ${day}, as on ${from}: the count only rises`,
    change: (end: string, region: string, day: string, from: string) =>
      `so ${region} has ${end} on ${day}: as on ${from}, and what parts have risen since`,
    parts: (end: string, region: string, day: string) => `so ${region} has ${end} on ${day}: its parts together`,
    rest: (end: string, region: string, day: string, whole: string) =>
      `so ${region} has ${end} on ${day}: what the other parts leave of ${whole}`,
  },
  moreThan: (value: string) => `more than ${value}`,
  lessThan: (value: string) => `less than ${value}`,
  conflict:
    'The evidence can be taken in more than one way: sources contradict each other, or a unit may have slipped. Each side is followed by itself below.',
  derived: (formula: string, result: string) =>
    `No figure of the thing itself answers, so the value is derived: ${formula} = ${result}.`,
  derivedBeside: (formula: string, result: string) => `By an identity of the plan it is: ${formula} = ${result}.`,
  /** Another indicator that the derivation needs. */
  workedOut: (title: string, formula: string, result: string) => `${title} follows, too: ${formula} = ${result}.`,
  factor: (title: string, range: string) => `${title} (${range})`,
  assumption: (indicator: string, text: string, from: string, to: string) =>
    `Assumed in the plan file: ${indicator} ${text} from ${from} to ${to}.`,
  dayChosen: (day: string) => `Judged at ${day}, the day that the newest usable figure describes.`,
  analysisChosen: (day: string) =>
    `Judged at ${day}, the day of the analysis: no usable figure is new enough to be judged at its own day.`,
  deadlineChosen: (day: string) => `Judged at ${day}, the target's own day, because it has passed.`,
};
