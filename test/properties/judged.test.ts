import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, judgeTargets } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Judged } from '../../src/model/judged.ts';
import { anyScenario as anyPanel } from '../panel/arbitraries.ts';
import { anyScenario, type Scenario, scenarioOf } from './arbitraries.ts';

/** What of a judged target an assessment says, too; of its readings only what is possible. */
const shared = ({ readings, ...judged }: Judged, assessment: Assessment) => ({
  judged: { ...judged, readings: readings.map(({ possible }) => possible) },
  told: {
    ...Object.fromEntries(Object.keys(judged).map(key => [key, assessment[key as keyof Assessment]])),
    readings: assessment.readings.map(({ possible }) => possible),
  },
});

function expectSame({ plan, observations, request }: Omit<Scenario, 'request'> & Partial<Pick<Scenario, 'request'>>) {
  const { asOf, targets, counts } = judgeTargets(plan, observations, request);
  const told = assess(plan, observations, request);
  const both = targets.map((each, index) => shared(each, told.assessments[index] as Assessment));
  expect(both.map(({ judged }) => judged)).toEqual(both.map(each => each.told));
  expect(targets).toHaveLength(told.assessments.length);
  const { worstFirst: _, ...summary } = told.summary;
  expect({ asOf, counts }).toEqual({ asOf: told.asOf, counts: summary });
}

test('what is judged without its story is what the story says: of a few figures of all kinds', () => {
  fc.assert(fc.property(anyScenario, fields => expectSame(scenarioOf(fields))));
});

test('of long series', () => {
  fc.assert(fc.property(anyPanel, scenario => expectSame(scenario as Scenario)));
});
