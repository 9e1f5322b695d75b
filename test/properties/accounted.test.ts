import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { targetsOf } from '../../src/model/outline.ts';
import { ownRegion } from '../../src/model/regions.ts';
import { namesOf } from '../../src/values/formula.ts';
import { anyScenario, scenarioOf } from './arbitraries.ts';

test('every observation stands once under each target that it concerns, used or set aside, else as a statement or for no target', () => {
  fc.assert(
    fc.property(anyScenario, fields => {
      const { plan, observations, request } = scenarioOf(fields);
      const { assessments, measures, forNoTarget, numbered, region } = assess(plan, observations, request);
      const listed = measures.flatMap(({ statements }) => statements.map(({ id }) => id));
      const apart = forNoTarget.map(({ observation }) => observation.id);
      for (const { id, observation } of numbered) {
        let concerned = 0;
        for (const { target, evidence } of assessments) {
          const placed = targetsOf(plan).find(each => each.target.id === target);
          const indicator = placed?.target.indicator ?? '';
          const { identity } = plan.indicators[indicator] ?? {};
          const names = [indicator, ...(identity ? namesOf(identity) : [])];
          const isConcerned = observation.indicator !== null && names.includes(observation.indicator);
          const rows = [...evidence.used, ...evidence.setAside].filter(row => row.observation.id === id);
          expect(rows.length, `observation ${id}, ${observation.indicator}`).toBe(isConcerned ? 1 : 0);
          if (isConcerned) concerned++;
        }
        const isListed = listed.includes(id) || apart.includes(id);
        expect(concerned > 0 || isListed, `observation ${id} stands nowhere`).toBe(true);
        // A measure without a number is one of the plan's own region.
        const isShown = measures.some(measure => measure.id === observation.measure);
        expect(listed.includes(id)).toBe(isShown);
        if (region === ownRegion(plan)) expect(isShown).toBe(observation.measure !== null);
      }
    }),
  );
});

test('what does not add up is never summed: a figure of a part of the region is then set aside', () => {
  fc.assert(
    fc.property(anyScenario, fields => {
      const { plan, observations, request } = scenarioOf(fields);
      const { assessments, region } = assess(plan, observations, request);
      for (const { observation } of assessments.flatMap(({ evidence }) => evidence.used)) {
        const indicator = plan.indicators[observation.indicator ?? ''];
        const addsUp = indicator?.additive === true && (indicator.plausible.min ?? 0) >= 0;
        if (observation.region !== region) expect(addsUp).toBe(true);
      }
    }),
  );
});
