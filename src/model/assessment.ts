import * as z from 'zod';
import { keysOf } from '../values/keys.ts';
import { aggregates } from './aggregate.ts';
import { changes } from './change.ts';
import { comparators } from './goal.ts';
import { indicatorKinds } from './kind.ts';
import { gateOutcomes } from './policy.ts';
import { decidingFacts, setAsideReasons, useReasons, verdictReasons } from './reason.ts';
import { datings, statuses } from './report.ts';
import { dayText, factIn, label, maybe, number, oneOf } from './shape.ts';
import { commitments, methodNames, relations } from './target-choices.ts';
import { type Severity, severities, type Verdict, verdicts } from './verdict.ts';
import { decidedVerdict, possibleVerdicts } from './verdict-shape.ts';

export const verdict = oneOf<Verdict>(verdicts);
export const severity = oneOf<Severity>(severities);

const value = z.strictObject({
  low: maybe(number),
  high: maybe(number),
  nominal: maybe(number),
  text: maybe(z.string()),
  asOf: dayText,
  /** Which ends are known where no figure of the whole answers. */
  bound: maybe(z.enum(['low', 'high', 'range'])),
});

export const progress = z.strictObject({
  gap: maybe(z.strictObject({ low: maybe(number), high: maybe(number), nominal: number, percent: maybe(number) })),
  planned: maybe(number),
  completion: maybe(number),
  elapsed: maybe(number),
  schedule: maybe(number),
  lead: maybe(number),
  monthsAhead: maybe(number),
  pace: maybe(number),
  neededPerYear: maybe(number),
  achievedPerYear: maybe(number),
});

/** The second question, beside the pace: will it be met by its day, if the trend goes on? */
const outlook = z.strictObject({
  value: number,
  /** From the least to the most that the intervals of the figures allow; null where an end is open. */
  low: maybe(number).default(null),
  high: maybe(number).default(null),
  metOn: maybe(dayText),
  verdict: decidedVerdict,
  points: number.int(),
  isLowConfidence: z.boolean(),
  /** Whether this and the verdict of the method are on the same side of failing. */
  agrees: maybe(z.boolean()),
});

export const observation = z.strictObject({
  id: number.int(),
  indicator: maybe(z.string()),
  measure: maybe(z.string()),
  region: z.string(),
  value: maybe(
    z.strictObject({
      low: maybe(number),
      high: maybe(number),
      nominal: number,
      text: z.string(),
      /** Half-width that "about" was taken to mean, where the report declares none. */
      assumed: maybe(number),
    }),
  ),
  asOf: dayText,
  dated: oneOf(datings),
  published: maybe(dayText),
  counts: maybe(z.string()),
  scope: z.union([z.literal('whole'), z.strictObject({ part: z.string() })]),
  status: oneOf(statuses),
  flow: maybe(z.strictObject({ from: dayText, to: dayText })),
  says: maybe(z.string()),
  against: maybe(z.string()),
  note: maybe(z.string()),
  publisher: maybe(z.string()),
  url: maybe(z.string()),
});

const evidence = z.strictObject({
  used: z.array(
    z.strictObject({
      observation,
      reason: oneOf(keysOf(useReasons)),
      /** Its number is used; what it claims about another document's target is not. */
      claimIgnored: z.boolean(),
    }),
  ),
  setAside: z.array(z.strictObject({ observation, reason: oneOf(keysOf(setAsideReasons)) })),
});

/** What a chart over time draws beside the figures, of the reading that is shown. */
const course = z.strictObject({
  /** From the start through the milestones to the goal; empty where the plan sets no way. */
  path: z.array(z.strictObject({ at: dayText, value: number })),
  /** What is known of the days before the judged one, the start among them, oldest first. */
  history: z.array(z.strictObject({ at: dayText, low: maybe(number), high: maybe(number) })),
});

/** One way in which the target can be understood; what it says of the goal, and each side of a contradiction. */
const reading = z.strictObject({
  name: maybe(z.string()),
  goal: z.string(),
  possible: possibleVerdicts,
  title: maybe(label).default(null),
  by: maybe(dayText).default(null),
  value: maybe(number).default(null),
  low: maybe(number).default(null),
  high: maybe(number).default(null),
  method: maybe(oneOf(methodNames)).default(null),
  sides: z.array(z.strictObject({ low: maybe(number), high: maybe(number), possible: possibleVerdicts })).default([]),
});

/** The waiver of a target, as an analysis shows it. */
export const waiver = {
  id: number.int(),
  target: z.string(),
  region: maybe(z.string()),
  verdicts: z.array(z.string()),
  reason: z.string(),
  approver: z.string(),
  document: z.string(),
  from: dayText,
  until: dayText,
};

export const assessment = z.strictObject({
  target: z.string(),
  title: label,
  indicator: z.string(),
  kind: z.enum(indicatorKinds),
  /** It is counted one by one: what a person reads has no half of it. */
  whole: z.boolean().default(false),
  measure: z.string(),
  tasks: z.array(z.string()),
  region: z.string(),
  commitment: z.enum(commitments),
  goal: z.strictObject({
    comparator: oneOf(comparators),
    value: maybe(number),
    low: maybe(number),
    high: maybe(number),
    unit: z.string(),
    /** What the unit is called in each language; null where it has one word only. */
    unitTitle: maybe(label).default(null),
    by: dayText,
    /** The indicator against which the goal is held; null where its number is one by itself. */
    against: maybe(z.string()).default(null),
    /** The span that the goal is for, and how its figures make the value; null where it is for a day. */
    over: maybe(z.strictObject({ from: dayText, to: dayText, aggregate: oneOf(aggregates) })).default(null),
    /** Per cent of the goal of the whole that this goal is; null where it is none. */
    share: maybe(number).default(null),
  }),
  baseline: maybe(z.strictObject({ value: number, asOf: dayText })),
  verdict,
  possible: possibleVerdicts,
  severity,
  early: z.boolean(),
  /** The verdict rests on an identity of the plan, not on a reported figure alone. */
  derived: z.boolean(),
  /** False once another target superseded it, or before it took effect: judged, but not counted. */
  inForce: z.boolean(),
  at: dayText,
  value: maybe(value),
  ...progress.shape,
  method: z.string(),
  reasons: z.array(factIn(verdictReasons)),
  deciding: maybe(factIn(decidingFacts)),
  outlook: maybe(outlook),
  readings: z.array(reading),
  course: course.default({ path: [], history: [] }),
  evidence,
  /** The parts of the region of which a sum of parts that is used knows nothing. */
  missingParts: z.array(z.string()).default([]),
  /** What each definition of a figure means for this target, as the plan has it. */
  counts: z.record(z.string(), z.enum(relations)),
  /** Against the analysis given with --since; null without one. */
  change: maybe(oneOf(keysOf(changes))),
  gate: oneOf(keysOf(gateOutcomes)),
  waiver: maybe(z.strictObject({ ...waiver, validity: z.enum(['valid', 'expired', 'not-yet-valid']) })),
  fingerprint: z.string(),
});
