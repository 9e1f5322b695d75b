import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetsOf } from '../../src/assess/outline.ts';
import { anyScenario, scenarioOf, TARGET } from './arbitraries.ts';
import { assessTarget, isWithin } from './support.ts';
import './configure.ts';

test('fixing a reading leaves exactly the verdicts of that reading, none of which was impossible before', () => {
  fc.assert(
    fc.property(anyScenario, fields => {
      const scenario = scenarioOf(fields);
      const names = targetsOf(scenario.plan).flatMap(({ target }) => target.readings.flatMap(({ name }) => name ?? []));
      fc.pre(names.length > 0);
      const free = assessTarget(scenario);
      for (const name of names) {
        const request = { ...scenario.request, readings: { [TARGET]: name } };
        const fixed = assessTarget({ ...scenario, request });
        expect(isWithin(fixed.possible, free.possible)).toBe(true);
        expect(fixed.possible).toEqual(free.readings.find(reading => reading.name === name)?.possible);
        if (free.verdict !== 'undecided') expect(fixed.verdict).toBe(free.verdict);
      }
    }),
  );
});
