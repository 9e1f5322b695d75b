import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import type { Day } from '../../src/values/day.ts';
import { runs, seenIn2000 } from '../support/properties.ts';
import {
  anyScenario,
  dayIn,
  dayOf,
  type FigureFields,
  figureOf,
  INDICATOR,
  planOf,
  scenarioOf,
  TARGET,
} from './arbitraries.ts';
import { assessTarget, isWithin, subsetsOf } from './support.ts';

const cases = fc.tuple(anyScenario, dayIn(2021, 2026), fc.boolean());

interface Dates {
  readonly published: string | null;
  readonly asOf: string;
}

/** Of a figure without a day of publication nobody can say that it was not known, but not before its own day. */
const mayBePublished = ({ published, asOf }: Dates, knownBy: Day): boolean => (published ?? asOf) <= knownBy;

/** Rows without their numbers, which count all figures given, and without those that were surely not yet known. */
function withoutUnknown({ evidence, ...rest }: Assessment, knownBy: Day) {
  const rows = <T extends { observation: Dates & { id: number } }>(all: readonly T[]) =>
    all
      .filter(({ observation }) => mayBePublished(observation, knownBy))
      .map(({ observation: { id, ...observation }, ...row }) => ({ ...row, observation }));
  return { ...rest, used: rows(evidence.used), setAside: rows(evidence.setAside) };
}

test('what was published later is not used, nor what describes a later day', () => {
  fc.assert(
    fc.property(cases, ([fields, known]) => {
      const { plan, observations, request } = scenarioOf(fields);
      const knownBy = dayOf(known);
      for (const { evidence } of assess(plan, observations, { ...request, knownBy }).assessments)
        for (const { observation } of evidence.used)
          expect((observation.published ?? observation.asOf) <= knownBy).toBe(true);
    }),
  );
});

test('an analysis of what was known by a day is the analysis of the figures that may have been known by then', () => {
  fc.assert(
    fc.property(cases, ([fields, known, isDated]) => {
      const { plan, observations, request } = scenarioOf(fields);
      const knownBy = dayOf(known);
      const { asOf, ...undated } = request;
      const asked: AssessRequest = { ...(isDated ? request : undated), knownBy };
      const [all, then] = [
        assess(plan, observations, asked),
        assess(
          plan,
          observations.filter(each => mayBePublished(each, knownBy)),
          asked,
        ),
      ];
      expect(all.asOf).toBe(then.asOf);
      expect(all.assessments.map(each => withoutUnknown(each, knownBy))).toEqual(
        then.assessments.map(each => withoutUnknown(each, knownBy)),
      );
      expect([all.summary, all.coverage]).toEqual([then.summary, then.coverage]);
    }),
  );
});

/* Figures of which nobody says when they were published; below a hundred no slip of the unit is suspected. */
const KNOWN_BY = dayOf('2024-12-31');

const figure = fc.record({
  as_of: fc.constantFrom('2021-12-31', '2022-12-31', '2023-12-31'),
  value: fc
    .tuple(fc.integer({ min: 21, max: 60 }), fc.constantFrom('', '', '', '≥', '≤'))
    .map(([number, words]) => `${words}${number}`),
  published: fc.constantFrom('2024-06-30', undefined),
});

const undatedCases = fc.record({
  monotone: fc.boolean(),
  start: fc.option(fc.integer({ min: 21, max: 60 })),
  goal: fc.integer({ min: 30, max: 70 }),
  by: fc.constantFrom('2023-12-31', '2025-12-31'),
  figures: fc.array(figure, { minLength: 1, maxLength: 4 }),
});

test('a figure without a day of publication may have been known or not: no verdict of either is left out', () => {
  let compared = 0;
  fc.assert(
    fc.property(undatedCases, ({ monotone, start, goal, by, figures }) => {
      const plan = planOf({
        plan: 'plan',
        title: 'Plan',
        period: { from: '2021-01-01', to: by },
        indicators: {
          [INDICATOR]: {
            title: 'Main',
            unit: 'unit',
            kind: 'level',
            monotone: String(monotone),
            fresh_for: '9 years',
          },
        },
        measures: [
          {
            id: 'measure',
            title: 'Measure',
            targets: [
              {
                id: TARGET,
                indicator: INDICATOR,
                by,
                at_least: String(goal),
                ...(start !== null && { baseline: { value: String(start), as_of: '2020-12-31' } }),
              },
            ],
          },
        ],
      });
      const assessed = (given: readonly FigureFields[]) =>
        assessTarget({
          plan,
          observations: given.map((each, index) => figureOf({ ...each, indicator: INDICATOR, region: 'plan' }, index)),
          request: { asOf: dayOf('2024-12-31'), knownBy: KNOWN_BY },
        });
      const all = assessed(figures);
      const undated = figures.filter(({ published }) => published === undefined);
      for (const known of subsetsOf(undated)) {
        const rest = figures.filter(each => each.published !== undefined || known.includes(each));
        const one = assessed(rest.map(each => ({ ...each, published: '2024-06-30' })));
        // A pace is that of a day, and without a figure an older one may be judged; and where nothing at all is used, the
        // start of the plan alone decides nothing.
        if (one.at !== all.at || one.evidence.used.length === 0) continue;
        compared++;
        expect(isWithin(one.possible, all.possible), `${one.possible} of ${known.length}, not in ${all.possible}`).toBe(
          true,
        );
      }
    }),
    runs(0.5),
  );
  expect(compared).toBeGreaterThan(seenIn2000(200));
});
