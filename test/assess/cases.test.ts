import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Assessed, assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { AnalysisObservation, Assessment } from '../../src/model/analysis.ts';
import { day } from '../../src/model/fields.ts';
import { behind } from '../../src/model/identities.ts';
import type { Plan } from '../../src/model/plan.ts';
import { decidingFacts, setAsideReasons, useReasons } from '../../src/model/reason.ts';
import { methodNames } from '../../src/model/target-choices.ts';
import { severities, verdicts, worstToBest } from '../../src/model/verdict.ts';

/*
 * A case is a folder: a plan (or the way to the shipped one), the reports, and in case.yaml what is right, written from
 * the design and from the sources before anything was run. What a case does not state is not compared, except that a
 * decided verdict has no reasons, no deciding fact and no second possibility.
 */
const GROUPS = { 'fixtures/traps': 24, 'fixtures/edge-cases': 28 };

const keysOf = <T extends object>(catalogue: T) =>
  Object.keys(catalogue) as [keyof T & string, ...(keyof T & string)[]];
const maybe = z.number().nullable();
const texts = z.array(z.string());

const targetSchema = z
  .strictObject({
    verdict: z.enum(verdicts as [string, ...string[]]),
    possible: z.array(z.enum(worstToBest)).optional(),
    severity: z.enum(severities as [string, ...string[]]),
    /** The codes, in their order; `method-refuses` with what it lacks. */
    reasons: texts.optional(),
    deciding: z.enum(keysOf(decidingFacts)).optional(),
    /** Per reason the figures, as "value on day" or, of another region, "value on day in region". */
    used: z.partialRecord(z.enum(keysOf(useReasons)), texts),
    setAside: z.partialRecord(z.enum(keysOf(setAsideReasons)), texts),
    claimIgnored: texts.optional(),
    early: z.boolean().optional(),
    derived: z.boolean().optional(),
    inForce: z.boolean().optional(),
    at: z.string().optional(),
    method: z.enum(methodNames).optional(),
    value: z
      .record(z.string(), z.union([maybe, z.string()]))
      .nullable()
      .optional(),
    gap: z.record(z.string(), maybe).optional(),
    planned: maybe.optional(),
    completion: maybe.optional(),
    elapsed: maybe.optional(),
    schedule: maybe.optional(),
    lead: maybe.optional(),
    monthsAhead: maybe.optional(),
    pace: maybe.optional(),
    neededPerYear: maybe.optional(),
    achievedPerYear: maybe.optional(),
    outlook: z.record(z.string(), z.unknown()).nullable().optional(),
    readings: z.record(z.string(), texts).optional(),
  })
  .refine(
    ({ verdict, possible, reasons, deciding }) =>
      (verdict === 'undecided') === Boolean(possible && reasons && deciding),
    {
      message: 'possible, reasons and deciding belong to an undecided verdict, and only to it',
    },
  )
  .transform(({ possible, reasons = [], deciding = null, ...rest }) => ({
    ...rest,
    possible: possible ?? [rest.verdict],
    reasons,
    deciding,
  }));

const runFields = {
  asOf: day,
  knownBy: day.optional(),
  method: z.enum(methodNames).optional(),
  readings: z.record(z.string(), z.string()).optional(),
  region: z.string().optional(),
  direct: z.boolean().optional(),
  expect: z.record(z.string(), targetSchema),
  measures: z.record(z.string(), z.string()).optional(),
  statements: z.record(z.string(), texts).optional(),
  summary: z.record(z.string(), z.number()).optional(),
  for_no_target: texts.optional(),
};

const caseSchema = z.strictObject({
  title: z.string(),
  because: z.string(),
  plan: z.string().optional(),
  problems: texts.default([]),
  ...runFields,
  /** The same plan and reports at another date, or with other options. */
  also: z.array(z.strictObject(runFields)).default([]),
});

type Expected = z.output<typeof targetSchema>;
type Run = Pick<z.output<typeof caseSchema>, keyof typeof runFields>;

async function readCase(folder: string) {
  const file = join(folder, 'case.yaml');
  const {
    plan: planPath = 'plan.yaml',
    problems,
    also,
    ...first
  } = caseSchema.parse(parse(readFileSync(file, 'utf8')));
  const plan = await planIn(join(folder, planPath));
  const names = readdirSync(folder).filter(name => !['case.yaml', 'plan.yaml'].includes(name));
  const reports = await Promise.all(names.toSorted().map(name => reportIn(join(folder, name), plan)));
  const runs: Run[] = [first, ...also];
  return {
    title: `${basename(folder)}: ${first.title}`,
    plan,
    problems,
    found: reports.flatMap(report => report.problems.map(({ code }) => code)),
    observations: reports.flatMap(report => report.observations),
    runs,
  };
}

async function planIn(path: string): Promise<Plan> {
  const { plan, problems } = await readPlan({ path, bytes: readFileSync(path) });
  if (!plan || problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`);
  return plan;
}

async function reportIn(path: string, plan: Plan) {
  const { report, problems } = await readReport({ path, bytes: readFileSync(path) }, plan);
  if (!report) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`);
  return { observations: report.observations, problems };
}

function nameOf({ value, says, asOf, region }: AnalysisObservation, home: string): string {
  return `${value?.text ?? says} on ${asOf}${region === home ? '' : ` in ${region}`}`;
}

interface Row {
  readonly observation: AnalysisObservation;
  readonly reason: string;
}

const groupsOf = (rows: readonly Row[], home: string): Record<string, string[]> =>
  sortedGroups(
    rows.reduce<Record<string, string[]>>((groups, { reason, observation }) => {
      groups[reason] = [...(groups[reason] ?? []), nameOf(observation, home)];
      return groups;
    }, {}),
  );

const sortedGroups = (groups: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(groups).map(([reason, names]) => [reason, names.toSorted()]));

/** The assessment in the words of a case, as far as the case states anything. */
function inWordsOf(expected: Expected, assessment: Assessment, home: string): Record<string, unknown> {
  const { evidence, reasons, deciding, readings } = assessment;
  const said = {
    ...assessment,
    used: groupsOf(evidence.used, home),
    setAside: groupsOf(evidence.setAside, home),
    claimIgnored: evidence.used.flatMap(row => (row.claimIgnored ? [nameOf(row.observation, home)] : [])),
    reasons: reasons.map(reason =>
      reason.code === 'method-refuses' ? `${reason.code}: ${reason.args.why}` : reason.code,
    ),
    deciding: deciding?.code ?? null,
    readings: Object.fromEntries(readings.map(({ name, possible }) => [name, possible])),
  };
  return asFarAs(expected, said) as Record<string, unknown>;
}

/** Evidence and readings are stated whole; of other mappings, as `value` and `gap`, only the keys given. */
const WHOLE = ['used', 'setAside', 'readings'];

function asFarAs(expected: unknown, actual: unknown, key = ''): unknown {
  if (!isMapping(expected) || !isMapping(actual) || WHOLE.includes(key)) return actual;
  return Object.fromEntries(Object.keys(expected).map(each => [each, asFarAs(expected[each], actual[each], each)]));
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The numbers of the observations that concern a target, by its indicator or by an identity that ties it to others. */
function concerned({ indicators }: Plan, indicator: string, { numbered }: Assessed): number[] {
  const tied = behind({ indicators }, indicator);
  return numbered.flatMap(({ id, observation }) => (tied.includes(observation.indicator ?? '') ? [id] : []));
}

const rowsOf = ({ evidence }: Assessment): Row[] => [...evidence.used, ...evidence.setAside];
const idsOf = (rows: readonly { readonly id: number }[]): number[] =>
  rows.map(({ id }) => id).toSorted((a, b) => a - b);

describe.each(Object.entries(GROUPS))('%s', async (group, count) => {
  const folders = readdirSync(group).toSorted();
  const cases = await Promise.all(folders.map(name => readCase(join(group, name))));

  test(`holds ${count} cases, numbered without a gap`, () => {
    const numbers = folders.map(name => Number(/^(\d\d)-/.exec(name)?.[1]));
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  describe.each(cases.map(each => [each.title, each] as const))(
    '%s',
    (_title, { plan, problems, found, observations, runs }) => {
      /** Each test judges by itself: what is judged while tests are collected belongs to none of them. */
      const judge = (run: Run) => assess(plan, observations, run);

      test('has the problems stated and no others', () => {
        expect(found).toEqual(problems);
      });

      const assessed = runs.flatMap(run =>
        Object.entries(run.expect).map(([target, expected]) => [target, run.asOf, expected, run] as const),
      );

      test.each(assessed)('%s at %s', (target, _asOf, expected, run) => {
        const result = judge(run);
        const assessment = result.assessments.find(each => each.target === target);
        if (!assessment) throw new Error(`no target ${target}`);
        const stated = { ...expected, used: sortedGroups(expected.used), setAside: sortedGroups(expected.setAside) };
        expect(inWordsOf(expected, assessment, result.region)).toEqual(stated);
      });

      test.each(runs.map(run => [run.asOf, run] as const))('the whole at %s', (_asOf, run) => {
        const result = judge(run);
        const { measures = {}, statements = {}, summary = {}, for_no_target: forNoTarget } = run;
        const row = (id: string) => result.measures.find(measure => measure.id === id);
        const names = (id: string) => row(id)?.statements.map(each => nameOf(each, result.region));
        const list = result.forNoTarget.map(({ observation }) => nameOf(observation, result.region));
        expect(Object.fromEntries(Object.keys(measures).map(id => [id, row(id)?.verdict]))).toEqual(measures);
        expect(Object.fromEntries(Object.keys(statements).map(id => [id, names(id)]))).toEqual(statements);
        if (run.summary) expect(result.summary.verdicts).toEqual(summary);
        expect(list.toSorted()).toEqual((forNoTarget ?? []).toSorted());
      });

      test.each(runs.map(run => [run.asOf, run] as const))('accounts for every figure at %s', (_asOf, run) => {
        const result = judge(run);
        for (const assessment of result.assessments) {
          const rows = rowsOf(assessment).map(({ observation }) => observation);
          expect(idsOf(rows), assessment.target).toEqual(concerned(plan, assessment.indicator, result));
        }
        const shown = [
          ...result.assessments.flatMap(rowsOf).map(({ observation }) => observation),
          ...result.measures.flatMap(measure => measure.statements),
          ...result.forNoTarget.map(({ observation }) => observation),
        ];
        expect([...new Set(idsOf(shown))]).toEqual(idsOf(result.numbered));
      });
    },
  );
});
