import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Observation } from '../../src/model/observation.ts';
import { reduce } from '../../src/panel/reduce.ts';
import { describeReduction } from '../../src/panel/reduction.ts';
import { runs } from '../properties/configure.ts';
import { type PanelScenario, panelScenario } from './arbitraries.ts';
import { judged } from './judged.ts';

const analysisOf = ({ plan, request }: PanelScenario, observations: readonly Observation[]) =>
  judged(assess(plan, observations, request));

const reductionOf = ({ plan, request }: PanelScenario) => describeReduction(plan, request);

describe('the reduction of a panel', () => {
  test('changes no analysis', () => {
    fc.assert(
      fc.property(panelScenario, scenario => {
        const { kept } = reduce(reductionOf(scenario), scenario.observations);
        expect(analysisOf(scenario, kept)).toEqual(analysisOf(scenario, scenario.observations));
      }),
      runs(0.75),
    );
  });

  test('keeps the same when it is done again, also on any rows more', () => {
    fc.assert(
      fc.property(panelScenario, fc.nat(6), (scenario, modulus) => {
        const reduction = reductionOf(scenario);
        const { kept } = reduce(reduction, scenario.observations);
        const isKept = new Set(kept);
        const more = scenario.observations.filter(
          (observation, index) => isKept.has(observation) || index % (modulus + 1) === 0,
        );
        expect(reduce(reduction, kept).kept).toEqual(kept);
        expect(reduce(reduction, more).kept).toEqual(kept);
      }),
      runs(0.5),
    );
  });
});
