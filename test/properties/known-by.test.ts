import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Day } from '../../src/values/day.ts';
import { anyScenario, dayIn, dayOf, scenarioOf } from './arbitraries.ts';
import './configure.ts';

const cases = fc.tuple(anyScenario, dayIn(2021, 2026), fc.boolean());

/** Rows without their numbers, which count all figures given, and without those that were not yet known. */
function withoutUnknown({ evidence, ...rest }: Assessment, knownBy: Day) {
  const isKnown = (published: string | null) => published !== null && published <= knownBy;
  const rows = <T extends { observation: { id: number; published: string | null } }>(all: readonly T[]) =>
    all
      .filter(({ observation }) => isKnown(observation.published))
      .map(({ observation: { id, ...observation }, ...row }) => ({ ...row, observation }));
  return { ...rest, used: rows(evidence.used), setAside: rows(evidence.setAside) };
}

test('what was published later is not used; what nobody knows when only as one side of two', () => {
  fc.assert(
    fc.property(cases, ([fields, known]) => {
      const { plan, observations, request } = scenarioOf(fields);
      const knownBy = dayOf(known);
      for (const { evidence } of assess(plan, observations, { ...request, knownBy }).assessments) {
        for (const { observation } of evidence.used) {
          expect((observation.published ?? observation.asOf) <= knownBy).toBe(true);
        }
      }
    }),
  );
});

test('an analysis of what was known by a day is the analysis of the figures published by then', () => {
  fc.assert(
    fc.property(cases, ([fields, known, isDated]) => {
      const { plan, observations: given, request } = scenarioOf(fields);
      const observations = given.filter(({ published }) => published !== null);
      const knownBy = dayOf(known);
      const { asOf, ...undated } = request;
      const asked: AssessRequest = { ...(isDated ? request : undated), knownBy };
      const published = observations.filter(each => (each.published ?? '') <= knownBy);
      const [all, then] = [assess(plan, observations, asked), assess(plan, published, asked)];
      expect(all.asOf).toBe(then.asOf);
      expect(all.assessments.map(each => withoutUnknown(each, knownBy))).toEqual(
        then.assessments.map(each => withoutUnknown(each, knownBy)),
      );
      expect([all.summary, all.coverage]).toEqual([then.summary, then.coverage]);
    }),
  );
});
