import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess/assess.ts';
import { judgeTargets } from '../../src/assess/judge-targets.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { DEFAULT_BANDS } from '../../src/model/bands.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Day } from '../../src/values/day.ts';

/* A batch asks for the same target again and again: what was worked out under one setting must not answer for another. */

const file = (path: string, data: unknown) => ({ path, bytes: Buffer.from(JSON.stringify(data)) });

async function planRead(): Promise<Plan> {
  const { plan } = await readPlan(
    file('plan.json', {
      plan: 'p',
      title: 'P',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: 'whole',
      regions: ['whole', 'elsewhere'].map(id => ({ id, title: id })),
      indicators: { i: { title: 'I', unit: 'unit', kind: 'level', fresh_for: '12 months' } },
      measures: [
        {
          id: 'm',
          title: 'M',
          targets: [
            {
              id: 't',
              indicator: 'i',
              at_least: 100,
              by: '2025-12-31',
              baseline: { value: 40, as_of: '2020-12-31' },
              readings: { usual: {}, high: { at_least: 120 } },
            },
          ],
        },
      ],
    }),
  );
  if (!plan) throw new Error('the plan cannot be read');
  return plan;
}

const verdictOf = async (plan: Plan, value: string, as_of: string, request: AssessRequest) => {
  const { report } = await readReport(file('report.json', { observations: [{ indicator: 'i', value, as_of }] }), plan);
  const { targets } = judgeTargets(plan, report?.observations ?? [], request);
  return targets.map(({ verdict, possible }) => [verdict, possible]);
};

const bands = { ...DEFAULT_BANDS, onSchedule: 2, nearly: 1.9, behind: 1.8 };
const usual = { readings: { t: 'usual' } };

test.each<[string, string, string, string, AssessRequest, AssessRequest]>([
  ['the method', '80.0', '2023-12-31', '2023-12-31', usual, { ...usual, method: 'hold' }],
  ['what counts on the line', '100.0', '2025-12-31', '2025-12-31', usual, { ...usual, compare: 'exact' }],
  ['the age of figures', '80.0', '2023-12-31', '2024-06-30', usual, { ...usual, maxAgeMonths: 3 }],
  ['the bands of pace', '80.0', '2023-12-31', '2023-12-31', usual, { ...usual, bands }],
  ['the reading', '110.0', '2025-12-31', '2025-12-31', usual, { readings: { t: 'high' } }],
])('%s of one question is not that of the next', async (_, value, day, asOf, one, other) => {
  const ask = async (plan: Plan, request: AssessRequest) =>
    verdictOf(plan, value, day, { ...request, asOf: asOf as Day });
  const alone = [await ask(await planRead(), one), await ask(await planRead(), other)];
  expect(alone[0]).not.toEqual(alone[1]);
  const plan = await planRead();
  // A table of verdicts is made once some figures have asked.
  const often = async (request: AssessRequest) => {
    for (let time = 0; time < 9; time++) await ask(plan, request);
    return ask(plan, request);
  };
  expect([await often(one), await ask(plan, other), await often(other), await ask(plan, one)]).toEqual([
    ...alone,
    ...alone.toReversed(),
  ]);
});

test('the bands of several questions are each those of its own', async () => {
  const plan = await planRead();
  const low = { ...DEFAULT_BANDS, onSchedule: 0.5, nearly: 0.4, behind: 0.3 };
  const ask = (more: AssessRequest) =>
    verdictOf(plan, '70.0', '2023-12-31', { ...usual, asOf: '2023-12-31' as Day, ...more });
  expect(await ask({})).toEqual([['behind', ['behind']]]);
  for (let time = 0; time < 3; time++) expect(await ask({ bands })).toEqual([['far-behind', ['far-behind']]]);
  expect(await ask({ bands: low })).toEqual([['on-schedule', ['on-schedule']]]);
});

const ODD = {
  'at the latest': { dated: 'at-latest' },
  provisional: { status: 'provisional' },
  planned: { status: 'planned' },
  'of a part': { scope: { part: 'one operator' } },
  added: { flow: { from: '2022-12-31', to: '2023-12-31' }, as_of: undefined },
  'of a new series': { new_series: 'counted anew' },
  'not to be used': { unusable: 'not to be used' },
  'of another plan': { against: 'another plan' },
  'of another region': { region: 'elsewhere' },
  'only said': { value: undefined, says: 'done' },
  bound: { value: '>80.0' },
};

test.each(Object.entries(ODD))(
  'a figure that is %s is judged as it is told of, after ordinary ones',
  async (_, odd) => {
    const plan = await planRead();
    const request = { ...usual, asOf: '2023-12-31' as Day };
    for (let time = 0; time < 3; time++) await verdictOf(plan, '80.0', '2023-12-31', request);
    const before = { indicator: 'i', value: '60.0', as_of: '2022-12-31' };
    const figure = { indicator: 'i', value: '80.0', as_of: '2023-12-31', ...odd };
    for (const observations of [[figure], [before, figure]]) {
      const { report, problems } = await readReport(file('report.json', { observations }), plan);
      if (!report) throw new Error(JSON.stringify(problems));
      const { targets } = judgeTargets(plan, report.observations, request);
      const told = assess(plan, report.observations, request).assessments;
      expect(targets.map(({ verdict, possible, value }) => ({ verdict, possible, value }))).toEqual(
        told.map(({ verdict, possible, value }) => ({ verdict, possible, value })),
      );
    }
  },
);
