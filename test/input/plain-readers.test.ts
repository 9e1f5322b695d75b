import { readFileSync } from 'node:fs';
import fc, { type Arbitrary } from 'fast-check';
import { expect, it, test } from 'vitest';
import { plainReaders } from '../../scripts/plain-readers.ts';
import {
  asRead,
  eachFigure,
  type FigureReader,
  type FiguresByForm,
  quickFigures,
  type StatedFigure,
  splitReport,
} from '../../src/input/report/figures.ts';
import { checkShape } from '../../src/input/shape/check-shape.ts';
import { text as plainText, readIdentifier, readWords } from '../../src/input/shape/plain.ts';
import { plainConfig } from '../../src/input/shape/plain-readers.ts';
import { type Config, configSchema } from '../../src/model/config.ts';
import { day, identifier, quantity, words } from '../../src/model/fields.ts';
import { datings, type listedFigure, reportSchema, statuses } from '../../src/model/report.ts';
import { goalComparisons, methodNames } from '../../src/model/target-choices.ts';
import { parseDay } from '../../src/values/day-notation.ts';
import { parseQuantity } from '../../src/values/quantity.ts';
import { runs } from '../support/properties.ts';

/** What the two ways of reading make of a report; the same figures twice, as the second time their texts were met. */
interface Read {
  readonly above: unknown;
  readonly figures: readonly StatedFigure[];
}

function figuresBy<Keyed, Listed>(
  figures: FiguresByForm<Keyed, Listed>,
  reader: FigureReader<Keyed, Listed>,
): readonly StatedFigure[] | undefined {
  const read: StatedFigure[] = [];
  return eachFigure(figures, reader, figure => read.push(figure)) ? read : undefined;
}

function readQuickly(data: unknown): Read | undefined {
  const unread = splitReport({ data, locate: () => undefined });
  const figures = unread && figuresBy(unread.figures, quickFigures);
  return figures && { above: { ...unread.above, metrics: {}, observations: [] }, figures };
}

function readBySchema(data: unknown): Read | undefined {
  const shape = checkShape(reportSchema, { data, locate: () => undefined });
  const figures = 'value' in shape ? figuresBy(shape.value, asRead) : undefined;
  return figures && 'value' in shape
    ? { above: { ...shape.value, metrics: {}, observations: [] }, figures }
    : undefined;
}

const text = (...texts: readonly string[]) => fc.constantFrom(...texts);
const day31 = text('2023-12-31', '2023', '2023-06', ' 2024-02-29 ');
const name = text('main', '指标', 'a.b_c-1', 'constructor', '5g-base-stations');
const prose = fc.oneof(text('a note', ' blanks around ', "whole of it's"), fc.string({ minLength: 1, maxLength: 120 }));
const source = fc.record({ publisher: prose, title: prose, url: prose }, { requiredKeys: [] });

/** What may stand in each field; words of blanks only are wrong. */
const right = {
  as_of: day31,
  dated: fc.constantFrom(...datings),
  published: day31,
  region: name,
  counts: name,
  scope: fc.oneof(
    text('whole'),
    prose.map(part => ({ part })),
  ),
  status: fc.constantFrom(...statuses),
  source,
  value: fc.oneof(
    text('93,307', '6.70', '82.78万', '约 20', '93,000以上', '-5', '5.4%', '8～10'),
    fc.nat().map(String),
    fc.array(text('1.2', '2', '5.4%', '3万', '约 20'), { minLength: 1, maxLength: 3 }).map(between => ({ between })),
  ),
  unit: prose,
  power_of_ten: text('0', '3', '-2'),
  flow: fc.record({ from: day31, to: day31 }),
  rounded_to: text('1000', '0.5'),
  tolerance: text('5', '0'),
  exact: text('true', 'false', 'yes'),
  kept: text('93307.4', '5.43%', '>5'),
  says: prose,
  against: prose,
  new_series: prose,
  unusable: prose,
  note: prose,
  indicator: name,
  measure: name,
} satisfies Record<keyof typeof listedFigure.shape, Arbitrary<unknown>>;

const wrong = fc.oneof(
  text('', ' ', 'no number', '2023-13-01', '1.234,5', '~', 'a b', '-1', 'Whole', '1e3'),
  fc.constantFrom(
    null,
    [],
    {},
    [{}],
    { part: '' },
    { part: 'a', more: 'b' },
    { from: '2023' },
    { publisher: ['a'] },
    5,
    true,
  ),
);

/** A mapping as readers make it, with now and then a field that is wrong or that nothing has. */
function slipped(fields: Record<string, Arbitrary<unknown>>): Arbitrary<Record<string, unknown>> {
  const slip = fc.tuple(text(...Object.keys(fields), 'unknown', '__proto__', 'value '), wrong);
  return fc
    .tuple(fc.record(fields, { requiredKeys: [] }), fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, slip))
    .map(([mapping, mistake]) => {
      if (mistake) Object.defineProperty(mapping, mistake[0], { value: mistake[1], enumerable: true, writable: true });
      return mapping;
    });
}

const { indicator: _indicator, measure: _measure, ...keyed } = right;
const metric = fc.oneof({ weight: 10, arbitrary: right.value }, { weight: 10, arbitrary: slipped(keyed) }, wrong);
const reports = fc
  .tuple(
    slipped({ report: prose, plan: name, as_of: day31, region: name, source, scope: right.scope, invented: prose }),
    fc.record(
      {
        metrics: fc.dictionary(fc.oneof({ weight: 20, arbitrary: name }, text('', 'a b', '-a')), metric, {
          maxKeys: 3,
        }),
        observations: fc.array(fc.oneof({ weight: 20, arbitrary: slipped(right) }, wrong), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([head, figures]) => ({ ...head, ...figures }));

test('a report is read quickly where its schema takes it, and then alike', () => {
  const counts = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(reports, data => {
      const expected = readBySchema(data);
      for (const quick of [readQuickly(data), readQuickly(data)]) expect(quick).toStrictEqual(expected);
      counts[expected ? 'taken' : 'refused']++;
    }),
    runs(3),
  );
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(runs(3).numRuns / 10);
});

test.each([
  ['a list', []],
  ['a list of figures', [{ value: '1' }]],
  ['a text', 'metrics'],
  ['nothing', null],
  ['figures that are a text', { metrics: 'a' }],
  ['figures under names of a list', { observations: { 0: { value: '1' } } }],
  ['no figures', { report: 'a' }],
])('%s is left to the schema', (_name, data) => {
  expect(readQuickly(data)).toBeUndefined();
  expect(readBySchema(data)).toBeUndefined();
});

test('what is written from the schemas is up to date (else: npm run schema)', () => {
  expect(readFileSync('src/input/shape/plain-readers.ts', 'utf8')).toBe(plainReaders());
});

const id = text('shanxi', 'racks-2025', '指标');
const selectors = text('task=a', 'racks-2025', 'region=b=c');
const severity = text('fail', 'missed', 'warn');

/** What may stand in each setting; tables are left to the schema. */
const settings: Record<Exclude<keyof Config, 'tables'>, Arbitrary<unknown>> = {
  $schema: prose,
  plan: prose,
  reports: fc.oneof(prose, fc.array(prose, { minLength: 1, maxLength: 2 }), fc.constant([])),
  as_of: fc.oneof(day31, text('today')),
  known_by: fc.oneof(day31, text('today')),
  region: id,
  method: fc.constantFrom(...methodNames),
  compare: fc.constantFrom(...goalComparisons),
  readings: fc.dictionary(id, id, { maxKeys: 2 }),
  derived: text('true', 'false'),
  format: text('json', 'junit=out/a.xml'),
  lang: text('en', 'zh'),
  fail_on: fc.oneof(severity, fc.array(severity, { maxLength: 2 })),
  rules: fc.array(fc.record({ where: selectors, fail_on: severity }), { maxLength: 2 }),
  margin: text('2%', '500', '1.5 %'),
  max_warnings: text('0', '3', '1万'),
  allow_undecided: fc.oneof(text('all'), fc.array(text('stale', 'conflict'), { maxLength: 2 })),
  require: fc.oneof(id, fc.array(id, { minLength: 1, maxLength: 2 })),
  only: fc.oneof(selectors, fc.array(selectors, { minLength: 1, maxLength: 2 })),
  skip: selectors,
  max_age: text('6 months', '1 year'),
  waivers: prose,
  since: prose,
};

test('settings are read plainly where their schema takes them, and then alike', () => {
  const counts = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(slipped(settings), data => {
      const shape = checkShape(configSchema, { data, locate: () => undefined });
      const expected = 'value' in shape ? shape.value : undefined;
      for (const plain of [plainConfig(data), plainConfig(data)]) expect(plain).toStrictEqual(expected);
      counts[expected ? 'taken' : 'refused']++;
    }),
    runs(3),
  );
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(runs(3).numRuns / 10);
});

test('tables are left to their schema', () => {
  expect(plainConfig({ tables: [{ preset: 'open-sdg' }] })).toBeUndefined();
  expect(plainConfig({ tables: 'tables.yaml' })).toStrictEqual({ tables: 'tables.yaml' });
});

it('reads texts as their schema does, however many it has met', () => {
  const fields = [
    [day, parseDay],
    [quantity, parseQuantity],
    [identifier, readIdentifier],
    [words, readWords],
  ] as const;
  for (const [schema, reader] of fields) {
    const read = plainText<unknown>(reader);
    for (let round = 0; round < 2; round++) {
      for (let number = 1; number < 5000; number++)
        expect(read(`${number}`)).toStrictEqual(schema.safeParse(`${number}`).data);
    }
  }
});
