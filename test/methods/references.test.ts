import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/methods/judge.ts';
import type { Case, SpanCase } from '../../src/methods/method.ts';
import { methods } from '../../src/methods/registry.ts';
import { namedBands } from '../../src/model/bands.ts';
import type { Goal } from '../../src/model/goal.ts';
import { paceVerdicts } from '../../src/model/verdict.ts';
import { runs } from '../support/properties.ts';
import { atLeast, atMost, caseOf, day, towards } from './cases.ts';

/*
 * What the reference of whole cases (test/properties/reference) does not judge is judged here anew, in fractions of whole
 * numbers and without a root: named bands, the change interval, growth since the first of the last figures, and pace
 * inside a span. No line of `src/methods` is used.
 */

const YEARS = 10;
const START = 2000;
const value = fc.integer({ min: 1, max: 60 });
const year = fc.integer({ min: 1, max: YEARS - 1 });

/** From the end of 2000 to that of 2010, judged in between; the leap days are what a comparison in years leaves out. */
const within = (goal: Goal, base: number, at: number, given: Partial<Case> = {}): Case =>
  caseOf(goal, {
    baseline: { at: day(START), value: base },
    history: [{ at: day(START), value: base }],
    by: day(START + YEARS),
    at: day(START + at),
    ...given,
  });

/** A case whose verdict hangs on a leap day says nothing. */
const isClear = (difference: number, scale: number): boolean => Math.abs(difference) > scale * 0.002;

describe('named bands: what is done times the time in all, against the way times the time gone', () => {
  const shares: Record<keyof typeof namedBands, readonly (readonly [number, string])[]> = {
    'closing-the-gap': [
      [10, 'on-schedule'],
      [0, 'behind'],
    ],
    sdsn: [
      [10, 'on-schedule'],
      [5, 'behind'],
      [0, 'far-behind'],
    ],
    statdev: [
      [9, 'on-schedule'],
      [5, 'behind'],
      [0, 'far-behind'],
    ],
  };

  test.each(Object.entries(shares))('%s', (name, bands) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(value, value, value, year, (base, target, now, at) => {
        fc.pre(base !== target);
        const up = target > base ? 1 : -1;
        const done = up * (now - base) * YEARS * 10;
        const way = Math.abs(target - base) * at;
        fc.pre(up * (now - target) < 0 && bands.every(([tenths]) => isClear(done - way * tenths, way * 10)));
        const expected = bands.find(([tenths]) => done >= way * tenths)?.[1] ?? 'reversing';
        const given = within(up === 1 ? atLeast(target) : atMost(target), base, at, {
          bands: namedBands[name as keyof typeof namedBands],
          isBinding: now % 2 === 0,
        });
        expect(judge(methods.schedule, given, now)).toEqual([expected]);
        seen.add(expected);
      }),
      { numRuns: 2000 },
    );
    expect([...seen].toSorted()).toEqual([...bands.map(([, verdict]) => verdict), 'reversing'].toSorted());
  });

  test.each([
    ['closing-the-gap', 80, 'on-schedule'],
    ['sdsn', 80, 'on-schedule'],
    ['sdsn', 40, 'behind'],
    ['statdev', 72, 'behind'],
    ['statdev', 72.1, 'on-schedule'],
    ['statdev', 40, 'behind'],
  ] as const)('%s at its edge: %d of the 80 that are due', (name, now, expected) => {
    const milestones = [{ by: day(START + 8), value: 80 }];
    const given = within(atLeast(100), 0, 8, { bands: namedBands[name], milestones });
    expect(judge(methods.schedule, given, now)).toEqual([expected]);
  });
});

describe('the change interval: a smaller change is none', () => {
  const changeOf = (up: number, from: number, to: number, interval: number): number =>
    to - from >= interval && to > from ? up : from - to >= interval && to < from ? -up : 0;
  const interval = fc.integer({ min: 0, max: 12 });
  const ways = fc.constantFrom('increase' as const, 'decrease' as const);

  test('since the baseline, under schedule and after the day', () => {
    fc.assert(
      fc.property(ways, value, value, interval, (way, base, now, changeInterval) => {
        const change = changeOf(way === 'increase' ? 1 : -1, base, now, changeInterval);
        // So much in all, or a fifth of it for each of five years.
        const given = within(
          towards(way),
          base,
          5,
          now % 2 === 0 ? { changeInterval } : { changePerYear: changeInterval / 5 },
        );
        const paces = { '1': 'on-schedule', '0': 'far-behind', '-1': 'reversing' };
        expect(judge(methods.schedule, given, now)).toEqual([paces[String(change) as keyof typeof paces]]);
        const after = { ...given, hasPassed: true };
        expect(judge(methods.direction, after, now)).toEqual([change > 0 ? 'met' : 'missed']);
      }),
    );
  });

  test('so much a year: since the first figure for five years, since the last for two', () => {
    fc.assert(
      fc.property(value, value, value, interval, (base, last, now, perYear) => {
        const mean = changeOf(1, base, now, perYear * 5);
        const lately = changeOf(1, last, now, perYear * 2);
        const history = [
          { at: day(START), value: base },
          { at: day(START + 3), value: last },
        ];
        const given = within(towards('increase'), base, 5, { changePerYear: perYear, history });
        const expected = mean > 0 ? (lately > 0 ? 'on-schedule' : 'nearly') : lately > 0 ? 'behind' : undefined;
        const fallen = mean === 0 ? 'far-behind' : 'reversing';
        expect(judge(methods.direction, given, now)).toEqual([expected ?? fallen]);
      }),
    );
  });

  test('since the first and the last figure before, under direction', () => {
    fc.assert(
      fc.property(ways, value, value, value, interval, (way, base, last, now, changeInterval) => {
        const up = way === 'increase' ? 1 : -1;
        const mean = changeOf(up, base, now, changeInterval);
        const lately = changeOf(up, last, now, changeInterval);
        const history = [
          { at: day(START), value: base },
          { at: day(START + 3), value: last },
        ];
        const expected =
          mean > 0
            ? lately > 0
              ? 'on-schedule'
              : 'nearly'
            : lately > 0
              ? 'behind'
              : mean === 0
                ? 'far-behind'
                : 'reversing';
        expect(judge(methods.direction, within(towards(way), base, 5, { changeInterval, history }), now)).toEqual([
          expected,
        ]);
      }),
    );
  });
});

/** (value / base)^whole against (target / base)^so far: the same question without a root, for a ratio of 1. */
test('growth since the first of the last six figures: at the needed growth or above it, on schedule', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), value, value, (earlier, target, now) => {
      const last = earlier.length;
      const first = Math.max(0, last - 5);
      const base = earlier[first] ?? 1;
      // Kept at the start it would be held, and not on its way.
      fc.pre(target > now && earlier.every(each => each < target));
      const [sofar, whole] = [BigInt(last - first), BigInt(YEARS - first)];
      const grown = BigInt(now) ** whole * BigInt(base) ** sofar;
      const needed = BigInt(target) ** sofar * BigInt(base) ** whole;
      const history = earlier.map((each, index) => ({ at: day(START + index), value: each }));
      const given = caseOf(atLeast(target), { by: day(START + YEARS), at: day(START + last), history });
      const [verdict] = judge(methods['growth-window'], given, now);
      if (grown >= needed) expect(verdict).toBe('on-schedule');
      if (now < base) expect(verdict).toBe('reversing');
      if (verdict === 'far-behind' || verdict === 'behind') expect(grown < needed && now >= base).toBe(true);
      seen.add(grown >= needed);
    }),
    { numRuns: 2000 },
  );
  expect(seen.size).toBe(2);
});

test('growth since the first of the last figures forgets what was before them, and the baseline', () => {
  const history = [
    { at: day(2001), value: 90 },
    ...[40, 41, 42, 43, 44].map((each, index) => ({ at: day(2002 + index), value: each })),
  ];
  const given = caseOf(atLeast(60), { base: 50, by: day(2030), at: day(2007), history });
  expect(judge(methods['growth-window'], { ...given, baseline: { at: day(2000), value: 50 } }, 46)).toEqual([
    'on-schedule',
  ]);
  expect(judge(methods['growth-window'], { ...given, history: [] }, 46)).toEqual(paceVerdicts);
});

describe('pace inside a span', () => {
  const bandsAt = (over: bigint, under: bigint): string => {
    if (over >= under) return 'on-schedule';
    if (over * 100n >= under * 95n) return 'nearly';
    return over * 100n >= under * 60n ? 'behind' : 'far-behind';
  };
  const spanOf = (span: Partial<SpanCase> & Pick<SpanCase, 'aggregate'>): SpanCase => ({
    ...{ periods: 5, done: 0, rates: null },
    ...span,
  });
  const figures: Arbitrary<number[]> = fc.array(value, { minLength: 1, maxLength: 4 });

  test('a mean: its goal over what the rest would have to be, or the reverse where less is wanted', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(figures, value, fc.boolean(), (told, goal, isUp) => {
        const done = told.length;
        const total = told.reduce((sum, each) => sum + each, 0);
        const isFulfilled = isUp ? total >= goal * done : total <= goal * done;
        // What is left for the others, and as much as they would have if each were just the goal.
        const [left, others] = [BigInt(goal * 5 - total), BigInt(goal * (5 - done))];
        const expected = isFulfilled
          ? 'on-schedule'
          : isUp
            ? bandsAt(others, left)
            : left < 0n
              ? 'reversing'
              : bandsAt(left, others);
        const given = caseOf(isUp ? atLeast(goal) : atMost(goal), { span: spanOf({ aggregate: 'mean', done }) });
        expect(judge(methods.schedule, given, total / done)).toEqual([expected]);
        seen.add(expected);
      }),
      { numRuns: 2000 },
    );
    expect(seen.size).toBe(5);
  });

  test('a mean rate that fulfils its goal so far is on schedule, one that does not asks for more of the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 12 }), fc.integer({ min: 1, max: 12 }), (rate, goal) => {
        const span = spanOf({ aggregate: 'mean', done: 2, rates: { whole: 100, sense: 1 } });
        const [verdict] = judge(methods.schedule, caseOf(atLeast(goal), { span }), rate);
        // (1 + rest)^3 (1 + rate)^2 = (1 + goal)^5: held against the rate that is a given share of the goal.
        const power = (percent: number, times: number) => (100 + percent) ** times;
        const isEnough = (share: number) => power(goal / share, 3) * power(rate, 2) >= power(goal, 5);
        const short = isEnough(0.95) ? 'nearly' : isEnough(0.6) ? 'behind' : 'far-behind';
        expect(verdict).toBe(rate >= goal ? 'on-schedule' : short);
      }),
    );
  });

  const day0 = { at: day(START), value: 0 };

  test('a sum: the share of the goal that is done against the share of the time', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), year, (done, at) => {
        fc.pre([10, 9.5, 6].every(tenths => isClear(done * YEARS - 10 * tenths * at, 100)));
        const expected = bandsAt(BigInt(done * YEARS), BigInt(100 * at));
        const given = within(atLeast(100), 0, at, { baseline: day0, span: spanOf({ aggregate: 'sum' }) });
        expect(judge(methods.schedule, given, done)).toEqual([expected]);
        seen.add(expected);
      }),
      runs(1, 100),
    );
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  test('a ceiling on a sum: the share of the time against the share that is used, and lost beyond it', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), year, (used, at) => {
        fc.pre([1, 0.95, 0.6].every(pace => isClear(100 * at - used * YEARS * pace, 100)));
        const expected = used > 100 ? 'lost' : bandsAt(BigInt(100 * at), BigInt(used * YEARS));
        const given = within(atMost(100), 0, at, { baseline: day0, span: spanOf({ aggregate: 'sum' }) });
        expect(judge(methods.schedule, given, used)).toEqual([expected]);
        seen.add(expected);
      }),
      runs(1, 200),
    );
    expect([...seen]).toEqual(expect.arrayContaining(['lost', 'on-schedule', 'behind', 'far-behind']));
  });

  test('each period by itself: open, or missed', () => {
    fc.assert(
      fc.property(value, value, (goal, least) => {
        const given = caseOf(atLeast(goal), { span: spanOf({ aggregate: 'each', done: 2 }) });
        expect(judge(methods.hold, given, least)).toEqual([least >= goal ? 'open' : 'missed']);
      }),
    );
  });
});
