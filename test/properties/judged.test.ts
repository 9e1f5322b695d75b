import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess/assess.ts';
import { judgeTargets } from '../../src/assess/judge-targets.ts';
import { plainRule, plainSeries } from '../../src/evidence/plain.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Judged } from '../../src/model/judged.ts';
import type { Observation } from '../../src/model/observation.ts';
import { targetsOf } from '../../src/model/outline.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Day } from '../../src/values/day.ts';
import { anyScenario as anyPanel } from '../panel/arbitraries.ts';
import { runs, seenIn2000 } from '../support/properties.ts';
import { anyScenario, INDICATOR, scenarioOf } from './arbitraries.ts';
import { ordinaryScenario } from './ordinary.ts';

/*
 * Whether or not the story is told, and by whichever lane a target goes, its verdict is the same, and so is all else that a
 * gate and an index look at.
 */

/** Of its readings only what is possible. */
const judgedIn = ({ readings, ...judged }: Judged) => ({
  ...judged,
  readings: readings.map(({ possible }) => possible),
});

const toldIn = (judged: Judged, assessment: Assessment) => ({
  ...Object.fromEntries(Object.keys(judged).map(key => [key, assessment[key as keyof Assessment]])),
  readings: assessment.readings.map(({ possible }) => possible),
});

function expectSame(plan: Plan, observations: readonly Observation[], request: AssessRequest): Assessment[] {
  const { asOf, targets, counts } = judgeTargets(plan, observations, request);
  const { assessments, summary, asOf: toldOf } = assess(plan, observations, request);
  expect(targets.map(judgedIn)).toEqual(targets.map((each, index) => toldIn(each, assessments[index] as Assessment)));
  expect(targets).toHaveLength(assessments.length);
  const { worstFirst: _, ...counted } = summary;
  expect({ asOf, counts }).toEqual({ asOf: toldOf, counts: counted });
  return assessments;
}

test('of a few figures of all kinds', () => {
  fc.assert(
    fc.property(anyScenario, fields => {
      const { plan, observations, request } = scenarioOf(fields);
      expectSame(plan, observations, request);
    }),
  );
});

test('of long series', () => {
  fc.assert(
    fc.property(anyPanel, ({ plan, observations, request }) => {
      expectSame(plan, observations, request);
    }),
  );
});

/** Whether the first target takes the lane of ordinary figures. */
function isOrdinary(plan: Plan, observations: readonly Observation[], asOf: Day): boolean {
  const [reading, another] = targetsOf(plan)[0]?.target.readings ?? [];
  const indicator = plan.indicators[INDICATOR];
  if (!reading || !indicator || another) return false;
  const rule = plainRule(plan, INDICATOR, indicator, reading);
  return rule !== null && plainSeries(rule, { asOf, region: 'whole' }, observations) !== null;
}

test('of many regions by one plan, half of which have something unusual', () => {
  const seen = { ordinary: 0, unusual: 0, verdicts: new Set<string>() };
  fc.assert(
    fc.property(ordinaryScenario, ({ plan, regions, requests }) => {
      for (const [index, observations] of regions.entries()) {
        const request = requests[index % requests.length];
        if (!request) continue;
        const [assessment] = expectSame(plan, observations, request);
        const is = request.knownBy === undefined && isOrdinary(plan, observations, request.asOf);
        seen[is ? 'ordinary' : 'unusual']++;
        if (is && assessment) seen.verdicts.add(assessment.verdict);
      }
    }),
    // Few are behind by ordinary figures.
    runs(1, 200),
  );
  expect(seen.ordinary).toBeGreaterThan(seenIn2000(2000));
  expect(seen.unusual).toBeGreaterThan(seenIn2000(2000));
  // Which ones, of a few cases, is chance.
  expect([...seen.verdicts]).toEqual(expect.arrayContaining(['met', 'undecided', 'missed']));
  expect(seen.verdicts.size).toBeGreaterThan(5);
});
