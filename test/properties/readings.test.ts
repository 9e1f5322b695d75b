import fc from 'fast-check';
import { expect, test } from 'vitest';
import { union } from '../../src/methods/judge.ts';
import { targetsOf } from '../../src/model/outline.ts';
import { anyScenario, scenarioOf, TARGET } from './arbitraries.ts';
import { assessTarget, isWithin } from './support.ts';

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
        // A reading that leaves open how far beyond its number is wished comes in two.
        const own = free.readings.filter(reading => reading.name === name || reading.name?.startsWith(`${name}/`));
        expect(fixed.possible).toEqual(union(own.map(({ possible }) => possible)));
        if (free.verdict !== 'undecided') expect(fixed.verdict).toBe(free.verdict);
      }
    }),
  );
});
