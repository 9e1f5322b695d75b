import * as z from 'zod';
import { keysOf } from '../values/keys.ts';
import { problemCatalogue } from '../values/problem.ts';
import { assessment, observation, type progress, severity, verdict, waiver } from './assessment.ts';
import { exitReasons } from './exit-reason.ts';
import { naming } from './fields.ts';
import { gateOutcomes, waiverStates } from './policy.ts';
import { policySchema } from './policy-schema.ts';
import { arithmeticChecks } from './reason.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { dayText, factIn, label, maybe, number, oneOf } from './shape.ts';
import { goalComparisons } from './target-choices.ts';

const gate = z.strictObject({
  outcomes: z.partialRecord(oneOf(keysOf(gateOutcomes)), number.int()),
  policy: policySchema,
  waivers: z.array(z.strictObject({ ...waiver, state: oneOf(keysOf(waiverStates)) })),
});

const verdictCounts = z.partialRecord(verdict, number.int());

const measureRow = z.strictObject({
  id: z.string(),
  title: label,
  tasks: z.array(z.string()),
  named: naming,
  targets: z.array(z.string()),
  verdict: maybe(verdict),
  statements: z.array(observation),
});

/** In a text a line and a column, in a workbook the row and the column of a sheet. */
const spot = { sheet: maybe(z.string()).default(null), line: maybe(number.int()), col: maybe(number.int()) };

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
  named: naming,
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
  regionTitle: maybe(label).default(null),
  bands: z.strictObject({
    onSchedule: number,
    nearly: number,
    behind: number,
    isAbove: z.boolean().default(false),
  }),
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      sha256: z.string(),
      title: maybe(z.string()),
      invented: maybe(z.string()),
      observations: z.array(z.strictObject({ id: number.int(), ...spot })),
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
    /** Neither named by a source nor concluded, or said to be named without a source. */
    unstated: coverageRow
      .extend({ targets: number.int() })
      .default({ strategicTasks: 0, keyTasks: 0, measures: 0, targets: 0 }),
    quantified: coverageRow,
    evidenced: coverageRow,
  }),
  checks: z.array(arithmetic),
  forNoTarget: z.array(z.strictObject({ observation, reason: z.enum(['no-target', 'statement']) })),
  /** Figures of long series that could not have changed anything: a batch counts them instead of listing them. */
  unlisted: number.int().default(0),
  problems: z.array(factIn(problemCatalogue, { file: z.string(), ...spot })),
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
export type Outlook = NonNullable<Assessment['outlook']>;
export type Progress = z.output<typeof progress>;
export type VerdictCounts = Analysis['summary']['verdicts'];
