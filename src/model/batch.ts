import * as z from 'zod';
import { keysOf } from '../values/keys.ts';
import { exitReasons } from './exit-reason.ts';
import { policyRecordSchema } from './policy-schema.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { int, label, maybe, number, oneOf } from './shape.ts';
import { type Severity, severities, type Verdict, verdicts } from './verdict.ts';

/** By what a batch makes one analysis each. */
export const groupings = ['plan', 'file', 'region', 'period'] as const;
export type Grouping = (typeof groupings)[number];

export const periodLengths = ['month', 'quarter', 'year'] as const;
export type PeriodLength = (typeof periodLengths)[number];

/**
 * What became of a group. `incomplete`: judged, but something that may belong to it could not be read. `failed`: not
 * judged. `nothing-to-judge`: the plan sets no target for it, none is in force, or all were left out.
 */
export const groupStates = ['failed', 'incomplete', 'judged', 'nothing-to-judge'] as const;
export type GroupState = (typeof groupStates)[number];

const counted = z.strictObject({ min: int, max: int });
const verdictCounts = z.partialRecord(oneOf<Verdict>(verdicts), int);
const severityCounts = z.partialRecord(oneOf<Severity>(severities), int);
const named = z.strictObject({ id: z.string(), title: label });
const range = z.strictObject({ failing: counted, inOrder: counted });

/** One target of a group, as far as a drawing of many groups needs it. */
const valueRow = z.strictObject({
  target: z.string(),
  verdict: oneOf<Verdict>(verdicts),
  severity: oneOf<Severity>(severities),
  low: maybe(number),
  high: maybe(number),
  /** Whether it is counted one by one. */
  whole: z.boolean(),
  /** An end of what fulfils the goal: the lower one where there are two. */
  goal: maybe(number),
});

const groupRow = z.strictObject({
  /** What names the group, and its outputs: `taiyuan/2023-12`. */
  name: z.string(),
  /** Named where the batch groups by it. */
  plan: maybe(z.string()),
  file: maybe(z.string()),
  region: z.string(),
  period: maybe(z.string()),
  state: oneOf(groupStates),
  asOf: maybe(z.string()),
  targets: int,
  leftOut: int,
  verdicts: verdictCounts,
  severities: severityCounts,
  range,
  /** Only tasks with a target in this group. */
  tasks: z.array(z.strictObject({ id: z.string(), verdicts: verdictCounts, range })),
  /** Targets of which nothing was reported, and parts of the region without which a sum is only a lower bound. */
  missing: z.strictObject({ targets: z.array(z.string()), regions: z.array(z.string()) }),
  figures: int,
  /** Errors in the input that this group may lack something for. */
  errors: int,
  exit: z.strictObject({ code: int, reason: maybe(oneOf(keysOf(exitReasons))), count: int }),
  outputs: z.array(z.strictObject({ format: z.string(), file: z.string() })),
  /** Told only where an index is drawn, since there may be millions of them. */
  values: z.array(valueRow).default([]),
});

/** What a batch notes of a finished group, with digests of all that it was made of and of each of its outputs. */
export const journalEntrySchema = z
  .strictObject({ row: groupRow, digest: z.string(), digests: z.array(z.string()).readonly() })
  .refine(({ row, digests }) => row.outputs.length === digests.length);

export type JournalEntry = z.output<typeof journalEntrySchema>;

const taskRanking = z.strictObject({
  id: z.string(),
  title: label,
  level: z.enum(['strategic', 'key']),
  verdicts: verdictCounts,
  range,
  /** Names of the groups with a target under this task, worst first. */
  groups: z.array(z.string()),
});

const missingTarget = z.strictObject({ target: z.string(), groups: z.array(z.string()) });

export const batchIndexSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.literal('shanxi-plan'), version: z.string() }),
  /** Null where the batch groups by plan. */
  plan: maybe(named),
  by: z.array(z.enum(groupings)),
  knownBy: maybe(z.string()),
  /** What was set, and how many targets of all groups together were left out by it. */
  policy: policyRecordSchema,
  invented: z.array(z.string()),
  /** Worst first. */
  groups: z.array(groupRow),
  tasks: z.array(taskRanking),
  /** The targets of the plan by their names. */
  targets: z.array(named).default([]),
  /** The regions of the plan by their names. */
  regions: z.array(named).default([]),
  missing: z.strictObject({
    targets: z.array(missingTarget),
    /** Regions that the plan lists and of which no figure was given. */
    regions: z.array(z.string()),
  }),
  totals: z.strictObject({
    groups: int,
    states: z.partialRecord(oneOf(groupStates), int),
    targets: int,
    verdicts: verdictCounts,
    severities: severityCounts,
  }),
  exit: z.strictObject({ code: int }),
});

export type BatchIndex = z.output<typeof batchIndexSchema>;
export type GroupRow = BatchIndex['groups'][number];
export type TaskRanking = BatchIndex['tasks'][number];
export type ValueRow = GroupRow['values'][number];
