import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/assess/order.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Day } from '../../src/values/day.ts';
import { parseQuantity } from '../../src/values/quantity.ts';

/* Figures are numbered by what they say, wherever they stand. */

const day = (text: string): Day => text as Day;
const quantity = (text: string): Observation['quantity'] => {
  const read = parseQuantity(text);
  return read.ok ? read.value : null;
};

const plain: Observation = {
  indicator: 'm',
  measure: 'm',
  region: 'm',
  quantity: quantity('5'),
  asOf: day('2023-12-31'),
  dated: 'stated',
  published: day('2024-01-31'),
  counts: 'm',
  scope: 'whole',
  status: 'final',
  flow: { from: day('2023-01-01'), to: day('2023-12-31') },
  says: 'm',
  against: 'm',
  startsSeries: 'm',
  unusable: 'm',
  note: 'm',
  source: { publisher: 'm', title: 'm', url: 'm' },
  place: { file: 'm', span: { line: 5, col: 1, endLine: 5, endCol: 2 } },
};

const inSource = (rest: Partial<Observation['source']>): Partial<Observation> => ({
  source: { ...plain.source, ...rest },
});
const inFlow = (from: string, to: string): Partial<Observation> => ({ flow: { from: day(from), to: day(to) } });
const at = (file: string, line: number): Partial<Observation> => ({
  place: { file, span: { line, col: 1, endLine: line, endCol: 2 } },
});

describe('of two figures one stands first, whichever was read first', () => {
  test.each<[string, Partial<Observation>, Partial<Observation>]>([
    ['by its indicator', { indicator: 'a' }, { indicator: 'b' }],
    ['without an indicator last', { indicator: 'z' }, { indicator: null }],
    ['by its region', { region: 'a' }, { region: 'b' }],
    ['by its day', { asOf: day('2022-12-31') }, { asOf: day('2023-12-31') }],
    ['by the day on which it was published', { published: day('2024-01-30') }, { published: day('2024-01-31') }],
    ['with no such day last', { published: day('2024-12-31') }, { published: null }],
    ['by its text', { quantity: quantity('5.0') }, { quantity: quantity('6') }],
    ['by what the same text allows', { quantity: quantity('5') }, { quantity: { ...quantity('5'), high: 6 } as never }],
    ['by its measure', { measure: 'a' }, { measure: 'b' }],
    ['by how it was dated', { dated: 'at-latest' }, { dated: 'stated' }],
    ['by what it counts', { counts: 'a' }, { counts: 'b' }],
    ['by its scope', { scope: { part: 'a' } }, { scope: { part: 'b' } }],
    ['by its status', { status: 'final' }, { status: 'provisional' }],
    ['by the beginning of its span', inFlow('2022-01-01', '2023-12-31'), inFlow('2023-01-01', '2023-12-31')],
    ['by the end of its span', inFlow('2023-01-01', '2023-06-30'), inFlow('2023-01-01', '2023-12-31')],
    ['by what it says', { says: 'a' }, { says: 'b' }],
    ['by what it says something against', { against: 'a' }, { against: 'b' }],
    ['by the series that it starts', { startsSeries: 'a' }, { startsSeries: 'b' }],
    ['by why it is of no use', { unusable: 'a' }, { unusable: 'b' }],
    ['by its note', { note: 'a' }, { note: 'b' }],
    ['by who published it', inSource({ publisher: 'a' }), inSource({ publisher: 'b' })],
    ['by where it was published', inSource({ title: 'a' }), inSource({ title: 'b' })],
    ['by its address', inSource({ url: 'a' }), inSource({ url: 'b' })],
    ['by its file, where both say the same', at('a', 9), at('b', 1)],
    ['by its line, where both stand in one file', at('a', 9), at('a', 10)],
    ['by its day before what it says', { asOf: day('2022-12-31'), note: 'b' }, { asOf: day('2023-12-31'), note: 'a' }],
    [
      'by its region before its day',
      { region: 'a', asOf: day('2023-12-31') },
      { region: 'b', asOf: day('2022-12-31') },
    ],
    ['by what it says before its file', { note: 'a', ...at('b', 1) }, { note: 'b', ...at('a', 1) }],
  ])('%s', (_, first, second) => {
    const [a, b] = [
      { ...plain, ...first },
      { ...plain, ...second },
    ];
    for (const read of [
      [a, b],
      [b, a],
    ])
      expect(inOrder(read)).toEqual([
        { id: 1, observation: a },
        { id: 2, observation: b },
      ]);
  });

  test('the order in which its keys were read says nothing', () => {
    const turned = Object.fromEntries(Object.entries(plain).toReversed()) as unknown as Observation;
    const ids = inOrder([
      { ...turned, ...at('b', 1) },
      { ...plain, ...at('a', 1) },
    ]).map(({ observation }) => observation.place.file);
    expect(ids).toEqual(['a', 'b']);
  });
});
