import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess/assess.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { reduce } from '../../src/panel/reduce.ts';
import { describeReduction } from '../../src/panel/reduction.ts';
import { dayOf, type FigureFields, figureOf, planOf } from '../properties/arbitraries.ts';
import { runs } from '../support/properties.ts';
import { monthEnd, OWN, type PanelScenario, panelScenario, REGIONS, seriesScenario } from './arbitraries.ts';
import { judged } from './judged.ts';

const analysisOf = ({ plan, request }: PanelScenario, observations: readonly Observation[]) =>
  judged(assess(plan, observations, request));

const reductionOf = ({ plan, request }: PanelScenario) => describeReduction(plan, request);

describe('the reduction of a panel', () => {
  test.each([
    ['panels', panelScenario, 0.4],
    ['single series', seriesScenario, 1],
  ])(
    'changes no analysis of %s',
    (_what, scenarios, share) => {
      let thinned = 0;
      fc.assert(
        fc.property(scenarios, scenario => {
          const { kept, dropped } = reduce(reductionOf(scenario), scenario.observations);
          if (dropped === 0) return;
          thinned++;
          expect(analysisOf(scenario, kept)).toEqual(analysisOf(scenario, scenario.observations));
        }),
        runs(share),
      );
      expect(thinned).toBeGreaterThan(0);
    },
    300_000,
  );

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

  test('leaves out most of an ordinary panel', () => {
    const { plan, observations } = ordinaryPanel();
    const reduction = describeReduction(plan, {});
    expect(Object.keys(reduction.indicators)).toEqual(['rising', 'swinging', 'falling']);
    const { kept, dropped } = reduce(reduction, observations);
    expect(kept.length + dropped).toBe(observations.length);
    expect(dropped).toBeGreaterThan(0.8 * observations.length);
    for (const region of REGIONS) {
      const whole = judged(assess(plan, observations, { region }));
      expect(judged(assess(plan, kept, { region }))).toEqual(whole);
    }
  });
});

describe('a series of one region', () => {
  const series = (
    target: object,
    values: readonly string[],
    more: (month: number) => Partial<FigureFields> = () => ({}),
    request: AssessRequest = {},
    kind = 'level',
  ) => {
    const plan = planOf({
      plan: 'plan',
      title: 'Plan',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: OWN,
      indicators: { level: { title: 'Invented', unit: kind === 'share' ? '%' : 'unit', kind } },
      measures: [{ id: 'm', title: 'M', targets: [{ id: 't', indicator: 'level', by: '2025-12-31', ...target }] }],
    });
    const figures = values.map((value, month) =>
      figureOf({ indicator: 'level', value, as_of: monthEnd(month + 12), ...more(month) }),
    );
    const { kept } = reduce(describeReduction(plan, request), figures);
    expect(judged(assess(plan, kept, request))).toEqual(judged(assess(plan, figures, request)));
    return kept.map(({ quantity }) => quantity?.text);
  };

  test('is kept whole where its ends could be taken for a slip of the unit', () => {
    const values = Array.from({ length: 40 }, (_, month) => String(Math.round(150 * 1.07 ** month)));
    expect(series({ at_most: '200' }, values)).toEqual(values);
  });

  test('is kept whole where one figure leaps down from a count below a hundred', () => {
    const values = Array.from({ length: 20 }, (_, month) => (month === 3 ? '3' : '30'));
    expect(series({ at_most: '200' }, values)).toEqual(values);
  });

  test('is kept whole where a share may be printed as a fraction, and not where it is small', () => {
    const values = Array.from({ length: 20 }, (_, month) => (month === 3 ? '0.90' : '0.50'));
    expect(series({ at_least: '20' }, values, undefined, {}, 'share')).toEqual(values);
    expect(series({ at_least: '1.2' }, values, undefined, {}, 'share')).toEqual(['0.90', ...values.slice(-6)]);
  });

  test('keeps every figure that may lie on either side of the goal', () => {
    // The lower end of 14.98 lies above that of 15.0, which counts as it is printed.
    const values = ['14.0', '15.0', '14.98', '14.0', ...Array.from({ length: 6 }, () => '14.0')];
    expect(series({ at_least: '15' }, values)).toEqual(['15.0', '14.98', ...values.slice(-6)]);
  });

  test('keeps the figure of the past that came nearest to the goal, or passed it by most', () => {
    const values = ['14.2', '14.9', '14.7', ...Array.from({ length: 11 }, () => '14.0')];
    expect(series({ at_least: '15' }, values)).toEqual(['14.9', ...Array.from({ length: 6 }, () => '14.0')]);
    expect(series({ at_most: '15' }, values)).toEqual(Array.from({ length: 7 }, () => '14.0'));
  });

  test('is kept whole where a figure is below zero, and nothing can be', () => {
    const values = Array.from({ length: 20 }, (_, month) => String(month < 14 ? 30 : -30));
    const all = (kind: string) => series({ at_least: '25' }, values, undefined, {}, kind);
    expect(all('stock')).toEqual(values);
    expect(all('level')).toEqual(['30', ...values.slice(-6)]);
  });

  test('is kept whole where the plan names its start', () => {
    const values = Array.from({ length: 20 }, (_, month) => String(300 + month));
    expect(series({ at_least: '500', baseline: { value: '300', as_of: '2020-12-31' } }, values)).toEqual(values);
  });

  test('is kept whole where a figure may have been known or not', () => {
    const values = Array.from({ length: 20 }, (_, month) => String(300 + month));
    const known = (month: number) => ({ published: month === 2 ? undefined : monthEnd(month + 13) });
    const knownBy = dayOf('2025-12-31');
    expect(series({ at_least: '500' }, values, known, { knownBy })).toEqual(values);
    expect(series({ at_least: '500' }, values, known)).toEqual(['313', ...values.slice(-6)]);
  });
});

/** Sixty months of three indicators in three regions. */
function ordinaryPanel(): { plan: Plan; observations: Observation[] } {
  const targets = [
    { id: 'a', indicator: 'rising', at_least: '3000', by: '2025-12-31', regions: 'each' },
    { id: 'b', indicator: 'swinging', at_least: '900', by: '2025-12-31', regions: 'each' },
    { id: 'c', indicator: 'falling', at_most: '12.5', by: '2025-12-31', regions: 'each' },
  ];
  const kind = (monotone: string) => ({ title: 'Invented', unit: 'unit', kind: 'stock', monotone });
  const plan = planOf({
    plan: 'plan',
    title: 'Plan',
    period: { from: '2021-01-01', to: '2025-12-31' },
    region: OWN,
    indicators: { rising: kind('true'), swinging: kind('false'), falling: { ...kind('false'), kind: 'level' } },
    measures: [{ id: 'measure', title: 'Measure', targets }],
  });
  const valueIn: Readonly<Record<string, (month: number) => string>> = {
    rising: month => String(1000 + 20 * month),
    swinging: month => String(Math.round(800 + 90 * Math.sin(month))),
    falling: month => (20 - month / 10).toFixed(1),
  };
  const months = Array.from({ length: 54 }, (_, month) => month + 12);
  const figures = REGIONS.flatMap(region =>
    Object.entries(valueIn).flatMap(([indicator, textIn]) =>
      months.map(month => ({ indicator, region, value: textIn(month), as_of: monthEnd(month) })),
    ),
  );
  return { plan, observations: figures.map(figureOf) };
}
