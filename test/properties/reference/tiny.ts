/* Cases so small that every course of theirs can be written down: numbers from 1 to 3, at most two regions and days. */
import fc, { type Arbitrary } from 'fast-check';
import type { Case, FigureFields, GoalFields } from './fields.ts';

const DAYS = ['2021-12-31', '2022-12-31'];
const number = fc.integer({ min: 1, max: 3 }).map(String);

const figure = fc.record({
  region: fc.constantFrom('r', 'r', 'a', 'b'),
  day: fc.constantFrom(...DAYS),
  word: fc.constantFrom('', '', '', '', '≥', '>', '≤', '<'),
  number,
  counts: fc.constantFrom('all', 'all', 'all', 'all', 'some', 'more'),
  isLatest: fc.constantFrom(false, false, false, true),
});

const goal: Arbitrary<GoalFields> = fc.oneof(
  fc
    .record({ key: fc.constantFrom('at_least', 'above', 'at_most', 'below', 'exactly'), number })
    .map(({ key, number }) => ({ [key]: number })),
  fc.constantFrom({ between: ['1', '2'] }, { between: ['2', '3'] }),
);

export const tinyCase: Arbitrary<Case> = fc
  .record({
    hasParts: fc.boolean(),
    isMonotone: fc.boolean(),
    figures: fc.array(figure, { minLength: 1, maxLength: 4 }),
    goal,
    by: fc.constantFrom('2022-12-31', '2024-12-31'),
    start: fc.option(fc.record({ number, counts: fc.constantFrom('all', 'all', 'all', 'some', 'more') }), { freq: 1 }),
    method: fc.constantFrom('schedule', 'schedule', 'hold', 'direction', 'projection'),
  })
  .map(({ hasParts, isMonotone, figures, goal, by, start, method }) => ({
    plan: {
      plan: 'p',
      title: 'p',
      compare: 'exact',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: 'r',
      regions: [{ id: 'r', title: 'r', parts: hasParts ? ['a', 'b'].map(id => ({ id, title: id })) : [] }],
      indicators: {
        i: {
          title: 'i',
          unit: 'x',
          kind: 'stock',
          monotone: String(isMonotone),
          fresh_for: '61 months',
          counts: { all: 'same', some: 'part', more: 'whole' },
        },
      },
      measures: [
        {
          id: 'm',
          title: 'm',
          targets: [
            {
              ...{ id: 't', indicator: 'i', by, method, ...goal },
              ...(start ? { baseline: { value: start.number, as_of: '2020-12-31', counts: start.counts } } : {}),
            },
          ],
        },
      ],
    },
    report: {
      plan: 'p',
      observations: figures
        .filter(({ region }) => hasParts || region === 'r')
        .map(
          ({ region, day, word, number, counts, isLatest }): FigureFields => ({
            ...{ indicator: 'i', value: `${word}${number}`, as_of: day, region, counts },
            ...(isLatest && isMonotone ? { dated: 'at-latest' } : {}),
          }),
        ),
    },
    asOf: '2022-12-31',
  }))
  .filter(({ report }) => report.observations.length > 0);

/** The day of the newest figure, or the deadline once it has passed. */
export function judgedIn({ plan, report, asOf }: Case): string {
  const by = plan.measures[0]?.targets[0]?.by ?? asOf;
  const newest = report.observations.reduce((latest, { as_of }) => (as_of > latest ? as_of : latest), '');
  return asOf >= by ? by : newest;
}
