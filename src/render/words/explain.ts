import type { Aggregate } from '../../model/aggregate.ts';
import type { IndicatorKind } from '../../model/kind.ts';
import type { Commitment, Target } from '../../model/plan.ts';
import type { Dating, Status } from '../../model/report.ts';

export type ExplainSection =
  | 'target'
  | 'readings'
  | 'baseline'
  | 'used'
  | 'setAside'
  | 'value'
  | 'path'
  | 'progress'
  | 'outlook'
  | 'worlds'
  | 'verdict'
  | 'change';

interface ClaimWording {
  readonly says: string | null;
  readonly against: string;
  /** The number beside the claim and its share of this target; absent where it has none. */
  readonly number?: string;
  readonly share?: string;
  readonly goal?: string;
}

/** The steps of the model of the evidence; regions and days come as texts. */
interface StepWords {
  readonly says: (text: string, region: string, day: string, publisher: string | null) => string;
  readonly start: (text: string, day: string) => string;
  readonly rising: (end: string, region: string, day: string, from: string) => string;
  readonly change: (end: string, region: string, day: string, from: string) => string;
  readonly parts: (end: string, region: string, day: string) => string;
  readonly rest: (end: string, region: string, day: string, whole: string) => string;
}

/** The words of `explain`, for a reader who knows neither the tool nor the method. */
export interface ExplainWords extends TargetWords, EvidenceWords, VerdictWords {
  readonly section: Readonly<Record<ExplainSection, string>>;
}

/** What the plan asks for, and how it can be understood. */
interface TargetWords {
  readonly asks: (title: string, goal: string, by: string) => string;
  readonly over: (span: string, aggregate: string) => string;
  readonly aggregate: Readonly<Record<Aggregate, string>>;
  readonly against: (indicator: string) => string;
  readonly isShare: (percent: string) => string;
  readonly countedIn: (unit: string, kind: string) => string;
  readonly kind: Readonly<Record<IndicatorKind, string>>;
  readonly onlyRises: string;
  readonly wording: (wording: string) => string;
  readonly noWording: string;
  /** Words of plans with what they are taken to mean; only those that stand in a target's wording are shown. */
  readonly glosses: readonly (readonly [word: string, meaning: string])[];
  readonly commitment: Readonly<Record<Commitment, string>>;
  readonly certainty: Readonly<Record<Target['certainty'], string>>;
  readonly under: (titles: readonly string[]) => string;
  readonly source: (source: string) => string;
  readonly noSource: string;
  readonly note: (note: string) => string;
  readonly notInForce: string;

  readonly oneReading: string;
  readonly fixedReading: (name: string) => string;
  readonly severalReadings: (count: number) => string;
  readonly reading: (title: string, name: string, goal: string, by: string, counts: readonly string[]) => string;
}

/** The figures, and what they leave of the value. */
export interface EvidenceWords {
  readonly baseline: (value: string, day: string, printed: string) => string;
  readonly counts: (definition: string) => string;
  readonly noBaseline: string;
  /** Of what is worked out of a whole span, or of two indicators: it has no value to start from. */
  readonly noStart: string;

  readonly figure: (text: string, day: string, published: string | null, publisher: string | null) => string;
  readonly statement: string;
  readonly printed: (number: string, text: string) => string;
  readonly head: (verdict: string, severity: string) => string;
  readonly region: (region: string) => string;
  readonly dated: Readonly<Record<Dating, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly part: (part: string) => string;
  readonly flow: (from: string, to: string) => string;
  readonly because: (reason: string) => string;
  readonly boundBecause: Readonly<Record<'older' | 'newer' | 'part' | 'whole', string>>;
  readonly allows: (range: string) => string;
  readonly claim: (claim: ClaimWording) => string;
  readonly none: string;
  readonly noneAside: string;
  readonly asideCount: (count: number) => string;
  readonly asideGroup: (reason: string, count: number) => string;

  readonly interval: (low: string, high: string) => string;
  readonly exactly: (value: string) => string;
  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  readonly unknown: string;
  readonly value: (range: string, day: string) => string;
  readonly noValue: string;
  readonly plausible: (low: string, high: string) => string;
  readonly rounding: (text: string, low: string, high: string) => string;
  readonly openBound: (text: string) => string;
  readonly lowerFrom: (text: string, day: string) => string;
  readonly upperFrom: (text: string, day: string) => string;
  readonly fromBaseline: (value: string) => string;
  readonly sumLacks: (regions: readonly string[]) => string;
  readonly conflict: string;
  /** `end` is said by `atLeast` and its like. */
  readonly step: StepWords;
  readonly moreThan: (value: string) => string;
  readonly lessThan: (value: string) => string;
  readonly derived: (formula: string, result: string) => string;
  /** Another indicator that the derivation needs. */
  readonly workedOut: (title: string, formula: string, result: string) => string;
  readonly factor: (title: string, range: string) => string;
  readonly assumption: (indicator: string, text: string, from: string, to: string) => string;
  readonly dayChosen: (day: string) => string;
  readonly analysisChosen: (day: string) => string;
  readonly deadlineChosen: (day: string) => string;
}

/** What was expected, what is missing, and which verdict follows. */
export interface VerdictWords {
  readonly path: (day: string, value: string) => string;
  readonly formula: (args: PathWords) => string;
  readonly milestones: (count: number) => string;
  readonly pathPassed: (by: string, goal: string) => string;
  readonly noPath: Readonly<Record<'baseline' | 'span' | 'number' | 'hold' | 'event' | 'early', string>>;

  readonly workedOutWith: (value: string) => string;
  readonly missing: (range: string, percent: string | null) => string;
  readonly exceeded: (range: string, percent: string | null) => string;
  readonly done: (done: string, expected: string | null, from: string, to: string) => string;
  readonly pace: (pace: string) => string;
  /** Where one end of what is known falls short and the other does not. */
  readonly shortOrBeyond: (short: string, beyond: string) => string;
  readonly inTime: (distance: string) => string;
  readonly perYear: (needed: string | null, achieved: string | null, day: string, by: string) => string;
  readonly noProgress: string;

  readonly outlook: (points: number, value: string, by: string) => string;
  readonly metOn: (day: string) => string;
  readonly neverMet: string;
  readonly outlookVerdict: (verdict: string) => string;
  readonly agrees: string;
  readonly disagrees: string;
  readonly lowConfidence: (points: number) => string;
  readonly noOutlook: Readonly<Record<'passed' | 'met' | 'event' | 'figures', string>>;

  readonly world: (value: string, verdicts: string) => string;
  /** What a value that is not limited on a side can end in there. */
  readonly worldBelow: (verdicts: string) => string;
  readonly worldAbove: (verdicts: string) => string;
  readonly which: (title: string) => string;
  readonly plausibleEnds: string;
  readonly between: (verdicts: string) => string;
  readonly whole: string;
  readonly side: (title: string, number: number, count: number) => string;
  readonly agree: (verdict: string) => string;
  readonly disagree: (verdicts: string) => string;
  readonly pastWorlds: (verdicts: string) => string;
  readonly bands: (onSchedule: string, nearly: string, behind: string, isAbove: boolean) => string;

  readonly whyUndecided: (reasons: string, possible: string) => string;
  readonly restsOnDerived: string;

  readonly falls: (step: string, to: string, verdict: string, isReachedAt: boolean) => string;
  readonly rises: (step: string, to: string, verdict: string, isReachedAt: boolean) => string;
  readonly underReading: (text: string, name: string) => string;
  readonly decides: (fact: string) => string;
  readonly nothingChanges: string;
}

interface PathWords {
  readonly from: string;
  readonly to: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly day: string;
  readonly daysGone: string;
  readonly daysWhole: string;
  readonly value: string;
}
