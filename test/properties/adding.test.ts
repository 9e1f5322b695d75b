import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/evidence/evidence.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { SetAsideReason } from '../../src/model/reason.ts';
import { plausibleRange } from '../../src/model/summable.ts';
import type { Day } from '../../src/values/day.ts';
import { intersect, isEmpty, overlaps } from '../../src/values/interval.ts';
import type { Quantity } from '../../src/values/quantity.ts';
import { runs } from '../support/properties.ts';
import { dayIn, dayOf, type Scenario, scenarioFields, scenarioOf } from './arbitraries.ts';
import {
  areOfOneSize,
  assessTarget,
  daysOf,
  doAgree,
  evidencesOf,
  exactly,
  isWithin,
  mainOf,
  suspectsOf,
} from './support.ts';

const ADDED_LINE = 999;

/** Most scenarios drawn do not fit these properties, and are judged only to see that. */
const HALF = runs(0.5);

const answered = scenarioFields({ isAnswered: true, maxFigures: 2 });

/** The figure that answers under every reading, where one does and all figures agree on one day. */
function answerOf(scenario: Scenario, evidences: readonly Evidence[]): Observation | undefined {
  const isOneDay = new Set(evidences.map(({ at }) => at)).size === 1;
  if (!isOneDay || !doAgree(scenario, evidences)) return undefined;
  return scenario.observations.find(observation =>
    evidences.every(({ used }) => used.some(row => row.reason === 'answers' && row.observation === observation)),
  );
}

const withFigure = (scenario: Scenario, observation: Observation): Scenario => ({
  ...scenario,
  observations: [
    ...scenario.observations,
    {
      ...observation,
      startsSeries: null,
      place: { file: 'added.yaml', span: { line: ADDED_LINE, col: 1, endLine: ADDED_LINE, endCol: 2 } },
    },
  ],
});

/** Which old figures are suspect. */
const oldSuspects = (evidences: readonly Evidence[]): string =>
  suspectsOf(
    evidences.map(evidence => ({
      ...evidence,
      setAside: evidence.setAside.filter(({ observation }) => observation.place.span?.line !== ADDED_LINE),
    })),
  );

interface Around {
  readonly below: number | null;
  readonly above: number | null;
}

const reach = fc.option(fc.integer({ min: 0, max: 12 }), { freq: 4 });
const around: Arbitrary<Around> = fc
  .record({ below: reach, above: reach })
  .filter(({ below, above }) => below !== null || above !== null);

/** Another telling of a number: the same number named, in eighths of it more or less exactly. */
function retold({ nominal, text }: Quantity, { below, above }: Around): Quantity {
  const step = Math.max(Math.abs(nominal), 1) / 8;
  return {
    nominal,
    text,
    percent: false,
    step: 1,
    isPlain: false,
    low: below === null ? -Infinity : nominal - below * step,
    high: above === null ? Infinity : nominal + above * step,
  };
}

test('another figure of the day that overlaps what is known makes no verdict possible that was not', () => {
  fc.assert(
    fc.property(answered, around, (fields, change) => {
      const scenario = exactly(scenarioOf(fields));
      const evidences = evidencesOf(scenario);
      const answer = answerOf(scenario, evidences);
      fc.pre(answer?.quantity != null);
      const quantity = retold(answer.quantity, change);
      const range = plausibleRange(mainOf(scenario.plan));
      fc.pre(
        evidences.every(({ sides }) =>
          sides.every(({ value }) => !isEmpty([value.interval, range, quantity].reduce(intersect))),
        ),
      );
      const after = withFigure(scenario, { ...answer, quantity });
      const now = evidencesOf(after);
      fc.pre(areOfOneSize(after) && oldSuspects(evidences) === oldSuspects(now));
      expect(doAgree(after, now)).toBe(true);
      const [before, more] = [assessTarget(scenario), assessTarget(after)];
      expect(isWithin(more.possible, before.possible), `${before.possible} → ${more.possible}`).toBe(true);
    }),
    HALF,
  );
});

const isNoLess =
  ({ low }: Quantity, day: Day) =>
  ({ asOf, quantity }: Observation): boolean =>
    asOf < day || quantity === null || quantity.low >= low;

test('a part that is no more than what is known of the whole changes nothing, whatever its day', () => {
  const low = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(answered, low, dayIn(2021, 2026), (fields, below, day) => {
      const scenario = scenarioOf(fields);
      fc.pre(mainOf(scenario.plan).additive && dayOf(day) <= scenario.request.asOf);
      const evidences = evidencesOf(scenario);
      const answer = answerOf(scenario, evidences);
      fc.pre(answer?.quantity != null);
      const lowest = Math.min(...evidences.map(({ known }) => known.low));
      fc.pre(Number.isFinite(lowest));
      const nominal = lowest - (below * Math.max(Math.abs(lowest), 1)) / 8;
      const quantity = {
        nominal,
        low: nominal,
        high: nominal,
        text: String(nominal),
        percent: false,
        step: 0,
        isPlain: true,
      };
      fc.pre(overlaps(quantity, plausibleRange(mainOf(scenario.plan))));
      // Of what only rises, 1.55 in March contradicts 0.1 in December, however much it is later.
      fc.pre(!mainOf(scenario.plan).monotone || scenario.observations.every(isNoLess(quantity, dayOf(day))));
      const part = { ...answer, quantity, asOf: dayOf(day), scope: { part: 'one operator' } };
      const after = withFigure(scenario, part);
      // Beside 16,000 of the same operator, 2,000 may have lost a digit.
      fc.pre(areOfOneSize(after) && oldSuspects(evidences) === oldSuspects(evidencesOf(after)));
      const [before, more] = [assessTarget(scenario), assessTarget(after)];
      expect(more.possible).toEqual(before.possible);
      expect([more.at, more.value?.low, more.value?.high]).toEqual([before.at, before.value?.low, before.value?.high]);
    }),
    HALF,
  );
});

/** What a figure can have against itself, before any two figures are compared. */
const OWN_FAULTS: readonly SetAsideReason[] = [
  ...(['unusable', 'goal', 'proposed', 'estimated', 'later-than-as-of', 'published-later'] as const),
  ...(['no-figure', 'claim-against-another-target', 'implausible'] as const),
  ...(['flow-not-stock', 'stock-not-flow', 'definition-unstated', 'definition-unknown'] as const),
  ...(['not-comparable', 'part-scope', 'another-region'] as const),
];

test('a figure set aside for its own sake changes nothing but the list of what was set aside, and what is said to lack', () => {
  fc.assert(
    fc.property(scenarioFields({ minFigures: 1 }), fields => {
      const scenario = scenarioOf(fields);
      const evidences = evidencesOf(scenario);
      const isFaulty = (observation: Observation) =>
        observation.startsSeries === null &&
        evidences.every(({ setAside }) =>
          setAside.some(row => row.observation === observation && OWN_FAULTS.includes(row.reason)),
        );
      const rest = scenario.observations.filter(observation => !isFaulty(observation));
      fc.pre(rest.length < scenario.observations.length);
      const { evidence: all, reasons: _r, deciding: _d, ...before } = assessTarget(scenario);
      const {
        evidence: fit,
        reasons: __r,
        deciding: __d,
        ...after
      } = assessTarget({ ...scenario, observations: rest });
      expect(after).toEqual(before);
      const usedIn = ({ used }: typeof all) => used.map(({ observation: { id, ...row }, ...use }) => ({ row, use }));
      expect(usedIn(fit)).toEqual(usedIn(all));
    }),
  );
});

test('a verdict that stands without one of the figures of the day is still possible with it, however much it contradicts', () => {
  fc.assert(
    fc.property(scenarioFields({ isAnswered: true, minFigures: 1, maxFigures: 2 }), fc.nat(2), (fields, at) => {
      const scenario = exactly(scenarioOf(fields));
      const index = at % scenario.observations.length;
      const dropped = scenario.observations[index];
      const without = { ...scenario, observations: scenario.observations.toSpliced(index, 1) };
      const fewer = evidencesOf(without);
      fc.pre(fewer.every(({ used }) => used.some(({ reason }) => reason === 'answers')) && doAgree(without, fewer));
      fc.pre(fewer.every(evidence => dropped !== undefined && dropped.asOf >= evidence.at));
      const more = evidencesOf(scenario);
      fc.pre(daysOf(more) === daysOf(fewer) && suspectsOf(more) === suspectsOf(fewer));
      const [before, after] = [assessTarget(without), assessTarget(scenario)];
      if (before.verdict !== 'undecided') expect(after.possible).toContain(before.verdict);
    }),
    HALF,
  );
});
