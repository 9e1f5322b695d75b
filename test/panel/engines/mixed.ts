import fc, { type Arbitrary } from 'fast-check';
import type { AssessRequest } from '../../../src/assess/assess.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { dayOf, planOf } from '../../properties/arbitraries.ts';
import { monthEnd } from '../arbitraries.ts';
import type { Row } from '../files.ts';

/* Panels whose numbers a program wrote, without decimals that are zero: 98 beside 97.2. */

export interface MixedPanel {
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly request: AssessRequest;
}

const REGIONS = ['whole', 'north', 'south'];
const GOALS = { share: { at_least: '60' }, level: { at_most: '50' }, stock: { at_least: '70' } } as const;

const planFor = (monotone: string): Plan =>
  planOf({
    plan: 'plan',
    title: 'Invented',
    period: { from: '2021-01-01', to: '2025-12-31' },
    region: 'whole',
    regions: REGIONS.map(id => ({ id, title: id })),
    indicators: {
      share: { title: 'Share', unit: '%', kind: 'share' },
      level: { title: 'Level', unit: 'unit', kind: 'level' },
      stock: { title: 'Stock', unit: 'thing', kind: 'stock', monotone },
    },
    measures: [
      {
        id: 'all',
        title: 'All',
        targets: Object.entries(GOALS).map(([indicator, goal]) => ({
          ...{ id: `${indicator}-2025`, indicator, ...goal, by: '2025-12-31', regions: 'each' },
        })),
      },
    ],
  });

const plans = ['true', 'false'].map(planFor);

/** What only the reader makes something of; seldom, for all of its column is left then. */
const odd = fc.constantFrom<Row>(
  { value: '约55.5' },
  { value: '５５．５' },
  { value: '55.55555' },
  { status: 'provisional' },
  { rounded_to: '1' },
  { scope: 'one operator' },
);

interface Column {
  readonly indicator: keyof typeof GOALS;
  readonly decimals: number;
  /** How much finer the numbers of a region may be than those of the others. */
  readonly finer: readonly number[];
  readonly publishers: readonly string[];
}

const column = (indicator: Column['indicator']): Arbitrary<Column> =>
  fc.record({
    indicator: fc.constant(indicator),
    decimals: fc.integer({ min: 0, max: 2 }),
    finer: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 3, maxLength: 3 }),
    publishers: fc.constantFrom(['', '', ''], ['A', 'A', 'A'], ['A', 'B', 'A'], ['', 'A', 'A']),
  });

/** Near a goal, in tenths of steps of which many are whole. */
const changes = fc.array(fc.constantFrom(0, 0, 1, 2, 5, 10, 10, 10, -1, -10), { minLength: 12, maxLength: 30 });

const seriesOf = (region: number, { indicator, decimals, finer, publishers }: Column) =>
  fc
    .record({ start: fc.integer({ min: 45, max: 65 }), changes, lag: fc.constantFrom(0, 1, 9), strange: fc.nat(400) })
    .chain(each => odd.map(oddity => ({ ...each, oddity })))
    .map(({ start, changes: all, lag, strange, oddity }) => {
      let tenths = start * 10;
      return all.map((change, month): Row => {
        tenths += indicator === 'stock' ? Math.abs(change) : change;
        const number = tenths / 10 + (decimals > 1 && month % 3 === 0 ? 0.01 : 0);
        return {
          indicator,
          value: String(Number(number.toFixed(decimals + (finer[region] ?? 0)))),
          as_of: monthEnd(12 + month),
          published: monthEnd(12 + month + lag),
          region: REGIONS[region] ?? 'whole',
          publisher: publishers[region] ?? '',
          ...(month === strange ? oddity : {}),
        };
      });
    });

export const mixedPanel: Arbitrary<MixedPanel> = fc
  .tuple(column('share'), column('level'), column('stock'))
  .chain(columns => fc.tuple(...columns.flatMap(each => REGIONS.map((_, region) => seriesOf(region, each)))))
  .chain(all =>
    fc.record({
      plan: fc.constantFrom(...plans),
      rows: fc.constant(all.flat()),
      request: fc.record({
        asOf: fc.constantFrom(undefined, dayOf('2025-12-31')),
        knownBy: fc.constantFrom(undefined, undefined, dayOf('2022-06-30')),
        region: fc.constantFrom(...REGIONS),
      }),
    }),
  );
