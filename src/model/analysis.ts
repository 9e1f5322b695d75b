import * as z from 'zod';
import { problemCatalogue } from '../values/problem.ts';
import { changes } from './change.ts';
import { exitReasons } from './exit-reason.ts';
import { comparators } from './goal.ts';
import { indicatorKinds } from './kind.ts';
import { gateOutcomes, waiverStates } from './policy.ts';
import { policySchema } from './policy-setting.ts';
import { arithmeticChecks, decidingFacts, setAsideReasons, useReasons, verdictReasons } from './reason.ts';
import { datings, statuses } from './report.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { dayText, factIn, keysOf, label, maybe, number, oneOf } from './shape.ts';
import { commitments, goalComparisons, relations } from './target.ts';
import { type Severity, severities, type Verdict, verdicts } from './verdict.ts';
import { decidedVerdict, possibleVerdicts } from './verdict-shape.ts';

const verdict = oneOf<Verdict>(verdicts);
const severity = oneOf<Severity>(severities);

const value = z.strictObject({
  low: maybe(number),
  high: maybe(number),
  nominal: maybe(number),
  text: maybe(z.string()),
  asOf: dayText,
  /** Which ends are known where no figure of the whole answers. */
  bound: maybe(z.enum(['low', 'high', 'range'])),
});

const progress = z.strictObject({
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
  metOn: maybe(dayText),
  verdict: decidedVerdict,
  points: number.int(),
  isLowConfidence: z.boolean(),
  /** Whether this and the verdict of the method are on the same side of failing. */
  agrees: maybe(z.boolean()),
});

const observation = z.strictObject({
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

const waiver = {
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

const gate = z.strictObject({
  outcomes: z.partialRecord(oneOf(keysOf(gateOutcomes)), number.int()),
  policy: policySchema,
  waivers: z.array(z.strictObject({ ...waiver, state: oneOf(keysOf(waiverStates)) })),
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

const assessment = z.strictObject({
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
    by: dayText,
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
  readings: z.array(z.strictObject({ name: maybe(z.string()), goal: z.string(), possible: possibleVerdicts })),
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

const verdictCounts = z.partialRecord(verdict, number.int());

const measureRow = z.strictObject({
  id: z.string(),
  title: label,
  tasks: z.array(z.string()),
  named: z.enum(['stated', 'inferred']),
  targets: z.array(z.string()),
  verdict: maybe(verdict),
  statements: z.array(observation),
});

const counted = z.strictObject({ min: number.int(), max: number.int() });
/** From all undecided ones turning out badly to all turning out well. */
const range = z.strictObject({ failing: counted, inOrder: counted });
const bounds = z.strictObject({ low: maybe(number), high: maybe(number) });

/** Arithmetic between figures that fails; `observations` are the ids of the figures. */
const arithmetic = z.strictObject({
  code: oneOf(keysOf(arithmeticChecks)),
  indicator: z.string(),
  region: z.string(),
  day: dayText,
  expected: bounds,
  found: bounds,
  observations: z.array(number.int()),
});

const taskRow = z.strictObject({
  id: z.string(),
  title: label,
  level: z.enum(['strategic', 'key']),
  parent: maybe(z.string()),
  named: z.enum(['stated', 'inferred']),
  verdicts: verdictCounts,
  range,
});

const coverageRow = z.strictObject({ strategicTasks: number.int(), keyTasks: number.int(), measures: number.int() });

/* What was added later has a default, because a baseline is kept for years. */

export const analysisSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.literal('shanxi-plan'), version: z.string() }),
  plan: z.strictObject({
    id: z.string(),
    title: label,
    period: z.strictObject({ from: dayText, to: dayText }),
    note: maybe(label),
  }),
  asOf: dayText,
  knownBy: maybe(dayText),
  readings: z.record(z.string(), z.string()),
  /** Direct evidence alone: no identity between indicators was used. */
  direct: z.boolean(),
  /** Months after which a figure was held to be stale, whatever the plan allows. */
  maxAgeMonths: maybe(number),
  /** How values on the line were compared, where it was asked for whatever the plan says. */
  compare: maybe(oneOf(goalComparisons)).default(null),
  region: z.string(),
  /** The title of the region where it is not the plan's own; null for the plan's own. */
  part: maybe(label).default(null),
  bands: z.strictObject({ onSchedule: number, nearly: number, behind: number }),
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      sha256: z.string(),
      title: maybe(z.string()),
      invented: maybe(z.string()),
      observations: z.array(z.strictObject({ id: number.int(), line: maybe(number.int()), col: maybe(number.int()) })),
    }),
  ),
  assessments: z.array(assessment),
  measures: z.array(measureRow),
  summary: z.strictObject({
    targets: number.int(),
    verdicts: verdictCounts,
    severities: z.partialRecord(severity, number.int()),
    range,
    worstFirst: z.array(z.string()),
    tasks: z.array(taskRow),
  }),
  coverage: z.strictObject({
    announced: z.strictObject({ strategicTasks: maybe(number), keyTasks: maybe(number), measures: maybe(number) }),
    named: coverageRow,
    inferred: coverageRow,
    quantified: coverageRow,
    evidenced: coverageRow,
  }),
  checks: z.array(arithmetic),
  elsewhere: z.array(z.strictObject({ observation, reason: z.enum(['no-target', 'statement']) })),
  /** Figures of long series that could not have changed anything: a batch counts them instead of listing them. */
  unlisted: number.int().default(0),
  problems: z.array(factIn(problemCatalogue, { file: z.string(), line: maybe(number), col: maybe(number) })),
  gate,
  exit: z.strictObject({
    code: number.int().min(0).max(3),
    reason: oneOf(keysOf(exitReasons)),
    count: number.int().min(0),
  }),
});

export type Analysis = z.output<typeof analysisSchema>;
export type Assessment = Analysis['assessments'][number];
export type AnalysisObservation = z.output<typeof observation>;
export type MeasureRow = Analysis['measures'][number];
export type TaskRow = Analysis['summary']['tasks'][number];
export type Outlook = z.output<typeof outlook>;
export type Progress = z.output<typeof progress>;
export type VerdictCounts = Analysis['summary']['verdicts'];
