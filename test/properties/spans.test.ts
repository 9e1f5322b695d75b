import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import { aggregateOf } from '../../src/evidence/aggregate.ts';
import { applyGate } from '../../src/gate/apply.ts';
import type { Indicator } from '../../src/model/plan.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import { NOTHING_SET } from '../../src/model/policy-setting.ts';
import type { JudgedSpan } from '../../src/model/span.ts';
import { between, isPoint, point } from '../../src/values/interval.ts';
import { assessExample, assessedExample, type Example } from '../support/examples.ts';
import { runs, seenIn2000 } from '../support/properties.ts';
import { ungated } from '../support/ungated.ts';
import { type SpanCase, verdictsAfter } from './reference/spans.ts';

/* Goals over a span, held against a reference of their own and against what must hold for all of them. */

const COMPARATORS = ['at_least', 'above', 'at_most', 'below'] as const;
const KINDS = {
  mean: ['growth', 'level', 'flow'],
  sum: ['flow'],
  compound: ['growth'],
  change: ['level'],
  each: ['level', 'growth', 'flow'],
} as const;

const anyCase = fc
  .record({
    aggregate: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    which: fc.nat(5),
    isFall: fc.boolean(),
    isSigned: fc.boolean(),
    comparator: fc.constantFrom(...COMPARATORS),
    // None is off from another by a power of ten: no unit is in doubt.
    numbers: fc.array(fc.tuple(fc.integer({ min: 15, max: 60 }), fc.boolean()), { minLength: 1, maxLength: 5 }),
    missing: fc.option(fc.nat(9), { freq: 3 }),
    beside: fc.integer({ min: -3, max: 3 }),
    whole: fc.option(fc.integer({ min: -3, max: 3 }), { freq: 2 }),
    rival: fc.option(fc.tuple(fc.nat(4), fc.constantFrom(3, 6))),
  })
  .map(({ aggregate, which, numbers, missing, beside, whole, rival, ...rest }): SpanCase => {
    const kinds = KINDS[aggregate];
    const kind = kinds[which % kinds.length] ?? 'level';
    const isCount = kind === 'flow' && !rest.isSigned;
    const signed = numbers.map(([size, isBelow]) => (isBelow && !isCount ? -size : size));
    const all = aggregate === 'change' ? [signed[0] ?? 20, signed[1] ?? 27] : signed;
    const near = nearOf(aggregate, kind, rest.isFall, all);
    const goal = near + beside;
    const [at, off] = [(rival?.[0] ?? 0) % all.length, rival?.[1] ?? 0];
    return {
      ...rest,
      aggregate,
      kind,
      isFall: rest.isFall && kind === 'growth',
      goal: isCount ? Math.max(goal, 0) : goal,
      values: all.map((value, index) => (index === missing ? null : value)),
      rival: rival === null || at === missing ? null : { index: at, value: apart(all[at] ?? 0, off) },
      whole: whole === null ? null : near * (aggregate === 'mean' && kind === 'flow' ? all.length : 1) + whole,
    };
  });

/** Another number, of a size that puts no unit in doubt either. */
const apart = (value: number, by: number): number => value + Math.sign(value) * (Math.abs(value) < 40 ? by : -by);

/** About where the aggregate lies, in tenths: goals elsewhere decide nothing. */
function nearOf(aggregate: keyof typeof KINDS, kind: string, isFall: boolean, values: readonly number[]): number {
  if (aggregate === 'change') return (values[1] ?? 0) - (values[0] ?? 0);
  if (aggregate === 'each') return Math.min(...values);
  const sense = isFall && kind === 'growth' ? -1 : 1;
  const product = values.reduce((all, value) => all * (1 + (sense * value) / 1000), 1);
  if (aggregate === 'compound') return Math.round(sense * (product - 1) * 1000);
  const total = values.reduce((sum, value) => sum + value, 0);
  if (aggregate === 'sum') return total;
  return kind === 'growth'
    ? Math.round(sense * (product ** (1 / values.length) - 1) * 1000)
    : Math.round(total / values.length);
}

const text = (tenths: number): string => (tenths / 10).toFixed(1);
const FIRST = 2020;

function exampleOf(given: SpanCase, asOf = '2030-12-31'): Example {
  const { aggregate, kind, isFall, isSigned, comparator, goal, values, whole, rival } = given;
  const years = aggregate === 'change' ? [FIRST, FIRST + 3] : values.map((_, index) => FIRST + index);
  const [from, to] = [String(years[0]), String(years.at(-1))];
  const day = (year: string) => `${year}-12-31`;
  const ofYear = (value: number | null, index: number) => {
    const year = String(years[index]);
    const time = kind === 'flow' ? { flow: { from: year, to: year } } : { as_of: day(year) };
    return value === null ? [] : [{ value: text(value), ...time }];
  };
  const begin = aggregate === 'change' ? String(FIRST + 1) : from;
  const isOfSeveral = aggregate === 'change' || values.length > 1;
  return {
    indicator: {
      kind,
      unit: kind === 'growth' ? '%' : 'unit',
      ...(kind === 'growth' && { sense: isFall ? 'fall' : 'rise' }),
      ...(kind === 'flow' && { signed: String(isSigned) }),
    },
    target: { [comparator]: text(goal), over: { from, to, aggregate } },
    figures: [
      ...values.flatMap(ofYear),
      ...(rival === null ? [] : ofYear(rival.value, rival.index)),
      ...(whole === null || !isOfSeveral ? [] : [{ value: text(whole), flow: { from: begin, to } }]),
    ],
    compare: 'exact',
    asOf,
  };
}

test('after its end a span is judged as the reference judges it: nothing green, red or open that is not', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyCase, async drawn => {
      const isOfSeveral = drawn.aggregate === 'change' || drawn.values.length > 1;
      const given = isOfSeveral ? drawn : { ...drawn, whole: null };
      // Of a span of which nothing is told, nobody can say anything.
      fc.pre(given.values.some(value => value !== null) || given.whole !== null);
      const expected = verdictsAfter(given);
      const { possible } = await assessExample(exampleOf(given));
      expect(possible).toEqual(expected);
      const key = `${given.aggregate} ${expected.join('/')}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }),
    runs(2),
  );
  for (const aggregate of Object.keys(KINDS))
    for (const verdicts of ['missed', 'met', 'missed/met'])
      expect(seen.get(`${aggregate} ${verdicts}`) ?? 0, `${aggregate} ${verdicts}`).toBeGreaterThanOrEqual(
        seenIn2000(20),
      );
});

test('a missing period allows all that any value of it would, also before the end', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(anyCase, fc.nat(4), fc.nat(4), async (drawn, which, ended) => {
      const index = which % drawn.values.length;
      fc.pre(drawn.values[index] !== null && drawn.values.length > 1 && drawn.aggregate !== 'change');
      const rival = drawn.rival?.index === index ? null : drawn.rival;
      const without = { ...drawn, rival, whole: null, values: drawn.values.with(index, null) };
      fc.pre(without.values.some(value => value !== null));
      // The judged day must be the same: a later period is told.
      const last = index + 1 + (ended % drawn.values.length);
      fc.pre(last >= drawn.values.length || without.values[last] !== null);
      const asOf = `${FIRST + Math.min(last, drawn.values.length - 1)}-12-31`;
      fc.pre(index < drawn.values.length - 1 || last >= drawn.values.length - 1);
      const full = await assessExample(exampleOf({ ...drawn, whole: null }, asOf));
      const open = await assessExample(exampleOf(without, asOf));
      fc.pre(full.at === open.at && open.evidence.used.length > 0);
      seen++;
      expect(open.possible).toEqual(expect.arrayContaining(full.possible));
    }),
  );
  expect(seen).toBeGreaterThan(seenIn2000(100));
});

test('a sum by its parts is judged as one figure of the whole span, or as figures of several of them together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom(...COMPARATORS),
      fc.nat(3),
      async (numbers, beside, comparator, cut) => {
        const total = numbers.reduce((sum, number) => sum + number, 0);
        const to = FIRST + numbers.length - 1;
        const flow = (from: number, end: number) => ({ flow: { from: String(from), to: String(end) } });
        const of = (figures: Example['figures']): Example => ({
          indicator: { kind: 'flow', unit: 'unit' },
          target: {
            [comparator]: String(Math.max(total + beside, 0)),
            over: { from: String(FIRST), to: String(to), aggregate: 'sum' },
          },
          figures,
          asOf: '2030-12-31',
        });
        const parts = numbers.map((number, index) => ({
          value: String(number),
          ...flow(FIRST + index, FIRST + index),
        }));
        const whole = [{ value: String(total), ...flow(FIRST, to) }];
        const last = cut % (numbers.length - 1);
        const first = numbers.slice(0, last + 1).reduce((sum, number) => sum + number, 0);
        const soFar = { value: String(first), ...flow(FIRST, FIRST + last) };
        const rest = { value: String(total - first), ...flow(FIRST + last + 1, to) };
        const cuts = [
          [soFar, rest],
          [...parts.slice(0, last + 1), rest],
          [soFar, ...parts.slice(last + 1)],
          [...parts, soFar],
        ];
        const ways = [parts, whole, [...parts, ...whole], ...cuts];
        const verdicts = await Promise.all(ways.map(each => assessExample(of(each))));
        expect(new Set(verdicts.map(({ verdict }) => verdict)).size).toBe(1);
      },
    ),
  );
});

test('what rises above is judged as what falls below, all signs turned', async () => {
  const turned = { at_least: 'at_most', above: 'below', at_most: 'at_least', below: 'above' } as const;
  await fc.assert(
    fc.asyncProperty(anyCase, fc.nat(5), async (drawn, ended) => {
      const kind = drawn.kind === 'flow' ? 'level' : drawn.kind;
      fc.pre(kind === 'level' && drawn.aggregate !== 'sum' && drawn.values.some(value => value !== null));
      const given: SpanCase = { ...drawn, kind };
      const other: SpanCase = {
        ...given,
        comparator: turned[given.comparator],
        goal: -given.goal,
        values: given.values.map(value => value && -value),
        rival: given.rival && { ...given.rival, value: -given.rival.value },
        whole: given.whole && -given.whole,
      };
      // Before its end a mean is held against the size of its goal, which has no mirror.
      const asOf = given.aggregate === 'mean' ? undefined : `${FIRST + ended}-12-31`;
      const [one, mirrored] = await Promise.all([given, other].map(each => assessExample(exampleOf(each, asOf))));
      expect(mirrored?.possible).toEqual(one?.possible);
    }),
  );
});

test.each([1, 5])('by %d more or less: a rise is judged as a fall of the mirrored states', async by => {
  for (const [from, to, asOf] of [
    [60, 65, '2025-12-31'],
    [60, 64.96, '2025-12-31'],
    [60, 62, '2022-12-31'],
    [60, 59, '2022-12-31'],
    [60, 70, '2022-12-31'],
  ] as const) {
    const of = (comparator: string, sign: 1 | -1): Example => ({
      indicator: { kind: 'level', unit: 'unit' },
      target: { [comparator]: String(by), over: { from: '2020', to: '2025', aggregate: 'change' } },
      figures: [
        { value: (sign * from).toFixed(2), as_of: '2020-12-31' },
        { value: (sign * to).toFixed(2), as_of: asOf },
      ],
      asOf,
    });
    const [rise, fall] = await Promise.all([assessExample(of('increase', 1)), assessExample(of('decrease', -1))]);
    expect(fall?.possible).toEqual(rise?.possible);
  }
});

test('an aggregate over intervals holds that of any values inside of them', () => {
  const forms: readonly JudgedSpan['form'][] = [
    'sum',
    'mean',
    'mean-rate',
    'rates',
    'difference',
    'ratio',
    'least',
    'most',
  ];
  const interval = fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 40 }))
    .map(([low, width]) => between(low / 10, (low + width) / 10));
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.array(fc.tuple(interval, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 6 }),
      fc.constantFrom('rise', 'fall'),
      (form, drawn, sense) => {
        const isOfStates = form === 'difference' || form === 'ratio';
        // A ratio of states is one of what is above zero; all else may be below.
        const below = form === 'ratio' ? 0 : 20;
        const values = (isOfStates ? drawn.slice(0, 2) : drawn).map(
          ([{ low, high }, at]) => [between(low - below, high - below), at] as const,
        );
        const indicator = { unit: '%', sense } as Indicator;
        const inside = values.map(([{ low, high }, at]) => point(low + at * (high - low)));
        const one = aggregateOf(form, inside, indicator);
        const all = aggregateOf(
          form,
          values.map(([value]) => value),
          indicator,
        );
        const noise = 1e-9 * Math.max(1, Math.abs(one.low));
        expect(one.low).toBeGreaterThanOrEqual(all.low - noise);
        expect(one.low).toBeLessThanOrEqual(all.high + noise);
        expect(isPoint(one)).toBe(true);
      },
    ),
  );
});

test('a goal against another indicator is met, missed or open as the differences are', async () => {
  const seen = new Set<string>();
  const years = fc.array(fc.tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 20, max: 60 })), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      years,
      fc.integer({ min: -4, max: 4 }),
      fc.constantFrom(...COMPARATORS),
      fc.constantFrom('mean', 'each'),
      fc.option(fc.nat(3)),
      async (numbers, plus, comparator, aggregate, rival) => {
        // Another source says something else of one year of the own indicator.
        const year = (rival ?? 0) % numbers.length;
        const [own = 0, other = 0] = numbers[year] ?? [];
        const said: readonly [number, number] = [apart(own, 20), other];
        const cases = rival === null ? [numbers] : [numbers, numbers.map((each, at) => (at === year ? said : each))];
        // In tenths of halves of a tenth: both are half a unit wide.
        const endsOf = (all: readonly (readonly [number, number])[]) =>
          all.map(([a, b]) => [2 * (a - b) - 2, 2 * (a - b) + 2] as const);
        const isFloor = comparator === 'at_least' || comparator === 'above';
        const edge = 2 * plus;
        const holds = (value: number) => (value === edge ? comparator.startsWith('at') : value > edge === isFloor);
        const of = (which: 0 | 1) => (each: readonly (readonly [number, number])[]) => {
          const all = endsOf(each).map(ends => ends[which]);
          if (aggregate === 'each') return all.every(holds);
          const [total, wanted] = [all.reduce((sum, value) => sum + value, 0), edge * all.length];
          return total === wanted ? comparator.startsWith('at') : total > wanted === isFloor;
        };
        const [worst, best] = [cases.every(of(isFloor ? 0 : 1)), cases.some(of(isFloor ? 1 : 0))];
        const { possible } = await assessExample({
          indicator: { kind: 'level', unit: 'unit' },
          others: { other: { kind: 'level', unit: 'unit' } },
          target: {
            [comparator]: { indicator: 'other', plus: text(plus) },
            over: { from: String(FIRST), to: String(FIRST + numbers.length - 1), aggregate },
          },
          figures: [...numbers, ...(rival === null ? [] : [said])].flatMap(([own, other], index) => {
            const as_of = `${FIRST + (index < numbers.length ? index : year)}-12-31`;
            return [
              { value: text(own), as_of },
              { indicator: 'other', value: text(other), as_of },
            ];
          }),
          asOf: '2030-12-31',
        });
        seen.add(possible.join());
        expect(possible).toEqual([...(worst ? [] : ['missed']), ...(best ? ['met'] : [])]);
      },
    ),
  );
  expect([...seen].toSorted()).toEqual(['met', 'missed', 'missed,met']);
});

test('every figure is used or set aside once, and all agrees with itself, whatever it is of and whatever the span is', async () => {
  const figure = fc.record(
    {
      indicator: fc.constantFrom('i', 'i', 'other'),
      value: fc.integer({ min: 1, max: 300 }).map(String),
      as_of: fc.constantFrom('2019-12-31', '2020-06-30', '2020-12-31', '2021-12-31', '2022-12-31', '2023-03-31'),
      flow: fc.constantFrom(...[2019, 2020, 2021].flatMap(from => [2020, 2021, 2022].map(to => ({ from, to })))),
      counts: fc.constantFrom('all', 'also', 'some'),
      scope: fc.constantFrom('whole', { part: 'north' }),
      region: fc.constantFrom('whole', 'north', 'elsewhere'),
      status: fc.constantFrom('final', 'estimated', 'planned'),
      published: fc.constantFrom('2023-06-30', '2024-06-30'),
      new_series: fc.constantFrom('census'),
    },
    { requiredKeys: ['indicator', 'value', 'as_of'] },
  );
  const texts = (fields: object): Record<string, unknown> =>
    JSON.parse(JSON.stringify(fields, (_, value) => (typeof value === 'number' ? String(value) : value)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(figure, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
      fc.nat(5),
      fc.boolean(),
      fc.constantFrom('2019-06-30', '2021-12-31', '2022-06-30', '2024-12-31'),
      fc.constantFrom(undefined, '2023-12-31'),
      async (figures, aggregate, which, isAgainst, asOf, knownBy) => {
        const kinds = aggregate === 'compound' ? (['growth', 'level'] as const) : KINDS[aggregate];
        const kind = kinds[which % kinds.length] ?? 'level';
        const counts = { all: 'same', also: 'same', some: 'part' };
        const own = { kind, unit: kind === 'growth' ? '%' : 'unit', counts };
        const goal = isAgainst ? { at_least: { indicator: 'other' } } : { at_least: '50' };
        const sane = figures.filter(({ flow }) => !flow || flow.from <= flow.to);
        fc.pre(sane.length > 0);
        const assessed = await assessedExample({
          indicator: own,
          others: { other: own },
          parts: ['north'],
          target: { ...goal, over: { from: '2020', to: '2022', aggregate } },
          figures: sane.map(({ region = 'whole', ...each }) =>
            texts({ ...each, ...(region !== 'elsewhere' && { region }) }),
          ),
          asOf,
          ...(knownBy && { knownBy }),
        });
        const gate = { policy: DEFAULT_POLICY, record: NOTHING_SET, waivers: [] };
        expect(assessmentFlaws(applyGate(ungated(assessed), gate))).toEqual([]);
        const { used, setAside } = assessed.assessments[0]?.evidence ?? { used: [], setAside: [] };
        const ids = [...used, ...setAside].map(({ observation }) => observation.id);
        const concerned = isAgainst ? sane : sane.filter(({ indicator }) => indicator === 'i');
        expect(ids.toSorted((a, b) => a - b)).toHaveLength(concerned.length);
        expect(new Set(ids).size).toBe(concerned.length);
      },
    ),
  );
});
