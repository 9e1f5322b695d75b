import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import { recordedSettings } from '../../src/check/settings.ts';
import { applyGate } from '../../src/gate/apply.ts';
import { gateFlaws } from '../../src/gate/consistent.ts';
import { sinceOf } from '../../src/gate/ratchet.ts';
import { type Analysis, analysisSchema } from '../../src/model/analysis.ts';
import { DEFAULT_POLICY, gateOutcomes, type Policy, thresholds } from '../../src/model/policy.ts';
import { NOTHING_SET, type PolicyRecord } from '../../src/model/policy-setting.ts';
import { type DecidedVerdict, worstToBest } from '../../src/model/verdict.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import { runs } from '../support/properties.ts';
import { ungated } from '../support/ungated.ts';
import { anyScenario, dayOf, MEASURE, type Scenario, scenarioOf, TARGET } from './arbitraries.ts';

/* An analysis that the program makes agrees with itself, whatever the plan, the figures and the gate. */

const policies: Arbitrary<Policy> = fc
  .record({
    failOn: fc.uniqueArray(fc.constantFrom(...thresholds), { minLength: 1, maxLength: 2 }),
    rules: fc.array(
      fc.record({
        where: fc.constantFrom({ key: null, value: TARGET }, { key: 'measure' as const, value: MEASURE }),
        failOn: fc.uniqueArray(fc.constantFrom(...thresholds), { minLength: 1, maxLength: 1 }),
      }),
      { maxLength: 1 },
    ),
    margin: fc.option(fc.record({ value: fc.integer({ min: 0, max: 50 }), isPercent: fc.boolean() })),
    maxWarnings: fc.option(fc.nat(1)),
    allowUndecided: fc.constantFrom<Policy['allowUndecided']>(true, [], ['imprecise', 'no-report']),
    require: fc.constantFrom([], [TARGET]),
    exitZero: fc.boolean(),
  })
  .map(policy => ({ ...DEFAULT_POLICY, ...policy }));

const waivers: Arbitrary<Waiver[]> = fc.array(
  fc.record({
    target: fc.constant(TARGET),
    region: fc.constant(undefined),
    verdicts: fc.uniqueArray(fc.constantFrom<string>(...worstToBest, 'undecided'), { minLength: 1 }),
    reason: fc.constant('the bridge'),
    approver: fc.constant('the office'),
    document: fc.constant('No. 7'),
    from: fc.constantFrom('2020-01-01', '2024-06-30').map(dayOf),
    until: fc.constantFrom('2024-12-31', '2030-12-31').map(dayOf),
  }),
  { maxLength: 2 },
);

const ungatedOf = ({ plan, observations, request }: Scenario) => ungated(assess(plan, observations, request));

const flawsOf = (analysis: Analysis) => [...assessmentFlaws(analysis), ...gateFlaws(analysis)];

const madeOf = fc.record({
  scenario: anyScenario,
  earlier: anyScenario,
  policy: policies,
  waivers,
  hasSince: fc.boolean(),
  lost: fc.constantFrom(0, 0, 0, 2),
});

function analysisOf({ scenario, earlier, policy, waivers, hasSince, lost }: FcOf<typeof madeOf>): Analysis {
  const { request, ...rest } = scenarioOf(scenario);
  const analysis = ungatedOf({ request, ...rest });
  const before = sinceOf(applyGate(ungatedOf(scenarioOf(earlier)), { policy, record: NOTHING_SET, waivers: [] }));
  const since = hasSince && before.standings.length > 0 ? before : undefined;
  return applyGate(analysis, { policy, record: recordOf(request, policy, waivers, since), waivers, since, lost });
}

type FcOf<A> = A extends Arbitrary<infer T> ? T : never;

test('what the program makes agrees with itself, and with its schema', () => {
  const gates = new Set<string>();
  fc.assert(
    fc.property(madeOf, made => {
      const analysis = analysisOf(made);
      for (const { gate } of analysis.assessments) gates.add(gate);
      expect(analysisSchema.safeParse(analysis).error).toBeUndefined();
      expect(flawsOf(analysis)).toEqual([]);
    }),
    runs(0.25, 50),
  );
  expect([...gates].toSorted()).toEqual(Object.keys(gateOutcomes).toSorted());
});

/** What came up once in thousands of random cases, and no value stood there. */
const scenarioWith = (kind: string, target: object, figures: readonly object[], more: object = {}): Scenario =>
  scenarioOf({
    plan: {
      plan: 'plan',
      title: 'Plan',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: 'whole',
      indicators: { main: { kind, monotone: 'true', title: 'Main', unit: 'unit' } },
      measures: [
        { id: MEASURE, title: 'M', targets: [{ id: TARGET, indicator: 'main', by: '2025-12-31', ...target }] },
      ],
      ...more,
    },
    figures: figures.map(each => ({ indicator: 'main', as_of: '2022-03-31', ...each })),
    request: { asOf: '2022-03-31' },
  } as unknown as Parameters<typeof scenarioOf>[0]);
const START = '2020-03-31';

test.each([
  [
    'a start below zero, from which all is progress',
    scenarioWith('stock', { above: '2000', baseline: { value: '-1000', as_of: START } }, [], { method: 'direction' }),
    ['on-schedule', 'met'],
  ],
  [
    'an event of which two figures say otherwise',
    scenarioWith('event', { between: ['2', '2'], baseline: { value: '>2', as_of: START } }, [{ value: '不足1' }]),
    ['open'],
  ],
])('so does %s', (_name, scenario, possible) => {
  const analysis = applyGate(ungatedOf(scenario), { policy: DEFAULT_POLICY, record: NOTHING_SET, waivers: [] });
  expect(analysis.assessments).toMatchObject([{ value: null, possible }]);
  expect(assessmentFlaws(analysis)).toEqual([]);
});

/** What would have been set for that. */
function recordOf(
  { knownBy, method, compare, direct, maxAgeMonths, readings }: Scenario['request'],
  { failOn, rules, margin, maxWarnings, allowUndecided, require, exitZero }: Policy,
  waivers: readonly Waiver[],
  since: object | undefined,
): PolicyRecord {
  const judging = {
    known_by: knownBy,
    method,
    compare,
    max_age: maxAgeMonths,
    readings,
    derived: direct === true ? false : undefined,
  };
  const gate = {
    fail_on: [...failOn],
    rules: rules.map(({ where, failOn: at }) => ({ where, fail_on: [...at] })),
    margin: margin ?? undefined,
    max_warnings: maxWarnings ?? undefined,
    allow_undecided: allowUndecided === true ? 'all' : allowUndecided,
    require: [...require],
    exit_zero: exitZero || undefined,
    waivers: waivers.length > 0 ? 'waivers.yaml' : undefined,
    since: since ? 'since.json' : undefined,
  };
  const set = { ...judging, ...gate } as Parameters<typeof recordedSettings>[0];
  const settings = recordedSettings(
    set,
    () => ({ origin: 'flag', file: null }),
    name => name,
  );
  return { settings, leftOut: 0 };
}

/** Another verdict in the place of that one, the same everywhere where it is written down for the target alone. */
function claiming(analysis: Analysis, verdict: DecidedVerdict): Analysis {
  const assessments = analysis.assessments.map(each => ({ ...each, possible: [verdict], verdict }));
  return { ...analysis, assessments };
}

test('no target says that it stands otherwise than its readings do', () => {
  fc.assert(
    fc.property(madeOf, fc.constantFrom(...worstToBest), (made, verdict) => {
      const analysis = analysisOf(made);
      const [assessment] = analysis.assessments;
      const isSame = assessment?.possible.join() === verdict;
      expect(flawsOf(claiming(analysis, verdict)).length === 0).toBe(isSame);
    }),
    runs(0.25, 50),
  );
});
