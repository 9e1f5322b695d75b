import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownRegion, targetsOf } from '../../src/assess/outline.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Reading } from '../../src/model/plan.ts';
import { anyScenario, type Scenario, scenarioOf, TARGET } from './arbitraries.ts';
import { assessTarget, mainOf } from './support.ts';
import './configure.ts';

interface Known {
  readonly low: number;
  readonly high: number;
  /** Some figure used excludes the very end, as "below 100" does. */
  readonly isHighOpen: boolean;
  readonly isLowOpen: boolean;
}

/** What the figures used and the plausible range leave, worked out from what the analysis prints. */
function knownIn({ value }: Assessment, { plan }: Scenario, used: readonly Observation[]): Known {
  const { min = -Infinity, max = Infinity } = mainOf(plan).plausible;
  const low = Math.max(value?.low ?? -Infinity, min);
  const high = Math.min(value?.high ?? Infinity, max);
  const quantities = used.flatMap(({ quantity }) => quantity ?? []);
  return {
    low,
    high,
    isLowOpen: quantities.some(quantity => quantity.lowOpen && quantity.low === low),
    isHighOpen: quantities.some(quantity => quantity.highOpen && quantity.high === high),
  };
}

/** Whether some value known is short of a goal: written out anew, apart from how the program judges. */
function canBeShort({ goal, baseline }: Reading, { low, high, isLowOpen, isHighOpen }: Known): boolean {
  const wanted = goal.value ?? Number.NaN;
  switch (goal.comparator) {
    case 'at_least':
    case 'hold_at_least':
      return low < wanted;
    case 'achieve':
      return low < 1;
    case 'at_most':
    case 'hold_at_most':
      return high > wanted;
    case 'below':
      return high > wanted || (high === wanted && !isHighOpen);
    case 'about':
    case 'between':
    case 'exactly':
      return low < (goal.low ?? Number.NaN) || high > (goal.high ?? Number.NaN);
    case 'increase':
      return baseline === undefined || low < baseline.value.high || (low === baseline.value.high && !isLowOpen);
    case 'decrease':
      return baseline === undefined || high > baseline.value.low || (high === baseline.value.low && !isHighOpen);
  }
}

test('nothing is met while some value that the evidence allows, under some reading, is short of the goal', () => {
  let met = 0;
  fc.assert(
    fc.property(anyScenario, fields => {
      const scenario = scenarioOf(fields);
      const region = scenario.request.region ?? ownRegion(scenario.plan);
      const [placed] = targetsOf(scenario.plan, region);
      const readings = placed?.target.readings ?? [];
      if (assessTarget(scenario).verdict !== 'met') return;
      met++;
      for (const reading of readings) {
        const fixed = reading.name === null ? {} : { readings: { [TARGET]: reading.name } };
        const assessment = assessTarget({ ...scenario, request: { ...scenario.request, ...fixed } });
        // What stands on the printed edge counts as it is printed (docs/evidence.md).
        if (assessment.reasons.some(({ code }) => code === 'on-the-line')) continue;
        const known = knownIn(assessment, scenario, scenario.observations);
        expect(canBeShort(reading, known), JSON.stringify({ known, goal: reading.goal })).toBe(false);
      }
    }),
  );
  expect(met, 'cases in which something was met').toBeGreaterThan(20);
});
