import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { day } from '../../src/model/fields.ts';
import { severities, verdicts, worstToBest } from '../../src/model/verdict.ts';
import { find, inWords } from '../properties/reference/classes.ts';
import type { Case } from '../properties/reference/fields.ts';

/*
 * Small cases of what figures know together: contradictions, sums, open ends, slips, starts. Each was wrong once. What
 * is right stands in case.yaml, from the design; the reference of the properties is asked for its word, too.
 */
const GROUP = 'fixtures/evidence';
const COUNT = 32;

const caseSchema = z.strictObject({
  title: z.string(),
  because: z.string(),
  asOf: day.optional(),
  /** The reader refuses the report. */
  isRefused: z.literal(true).optional(),
  severity: z.enum(severities as [string, ...string[]]).optional(),
  verdict: z.enum(verdicts as [string, ...string[]]).optional(),
  possible: z.array(z.enum(worstToBest)).optional(),
});

const folders = readdirSync(GROUP).toSorted();

test(`holds ${COUNT} cases, numbered without a gap`, () => {
  const numbers = folders.map(name => Number(/^(\d\d)-/.exec(name)?.[1]));
  expect(numbers).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
});

const bytesOf = (folder: string, name: string) => readFileSync(join(GROUP, folder, name));

/** The documents as they stand, all scalars as text. */
const fieldsOf = (folder: string, name: string) =>
  parse(bytesOf(folder, name).toString('utf8'), { schema: 'failsafe' });

describe.each(folders)('%s', async folder => {
  const stated = caseSchema.parse(parse(bytesOf(folder, 'case.yaml').toString('utf8')));
  const { plan, problems } = await readPlan({ path: 'plan.yaml', bytes: bytesOf(folder, 'plan.yaml') });
  if (!plan || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  const { report, problems: found } = await readReport(
    { path: 'report.yaml', bytes: bytesOf(folder, 'report.yaml') },
    plan,
  );

  if (stated.isRefused) {
    test(`${stated.title}: is refused`, () => {
      expect(found.map(({ code }) => code)).toEqual(['multiplied-twice']);
    });
    return;
  }

  test(stated.title, () => {
    expect(found).toEqual([]);
    const [assessment] = assess(plan, report?.observations ?? [], stated.asOf ? { asOf: stated.asOf } : {}).assessments;
    const { severity, verdict = severity === 'undecided' ? 'undecided' : undefined, possible } = stated;
    expect(assessment).toMatchObject({ severity, ...(verdict && { verdict }), ...(possible && { possible }) });
  });

  test(`${stated.title}: as the reference has it`, async () => {
    const given: Case = {
      plan: fieldsOf(folder, 'plan.yaml'),
      report: fieldsOf(folder, 'report.yaml'),
      asOf: stated.asOf ?? latestDay(report?.observations ?? []),
    };
    const finding = await find(given);
    expect(finding.classes, inWords(given, finding)).toEqual([]);
    if (stated.verdict) expect(finding.wanted).toEqual([stated.verdict]);
    if (stated.possible) expect(finding.wanted).toEqual(stated.possible);
    if (stated.severity === 'undecided') expect(finding.wanted.length).toBeGreaterThan(1);
  });
});

const latestDay = (observations: readonly { readonly asOf: string }[]): string =>
  observations.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
