import { expect, test } from 'vitest';
import { judge } from '../../src/methods/judge.ts';
import type { Case, SpanCase } from '../../src/methods/method.ts';
import { schedule } from '../../src/methods/schedule.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { atLeast, atMost, between, caseOf } from './cases.ts';

/** Of five periods two are reported. */
const span = (aggregate: SpanCase['aggregate'], more: Partial<SpanCase> = {}) => ({
  span: { aggregate, periods: 5, done: 2, rates: null, ...more },
});

const mean = span('mean');
const growth = span('mean', { rates: { whole: 100, sense: 1 } });
const cut = span('mean', { rates: { whole: 100, sense: -1 } });
/** Three of five years are over: 1,095 of 1,826 days. */
const sum = { ...span('sum'), base: 0 };
const against = (value: number) => ({ ...atLeast(value), against: 'gdp' });

const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['a mean that fulfils the goal so far', caseOf(atLeast(100), mean), 100, 'on-schedule'],
  ['the rest has to be 102: 0.98', caseOf(atLeast(100), mean), 97, 'nearly'],
  ['the same, and binding', caseOf(atLeast(100), { ...mean, isBinding: true }), 97, 'behind'],
  ['the rest has to be 106.7: 0.94', caseOf(atLeast(100), mean), 90, 'behind'],
  ['the rest has to be 166.7: 0.60', caseOf(atLeast(100), mean), 0, 'behind'],
  ['the rest has to be 173.3: 0.58', caseOf(atLeast(100), mean), -10, 'far-behind'],
  ['a ceiling on a mean: the rest may be 96.7', caseOf(atMost(100), mean), 105, 'nearly'],
  ['a ceiling on a mean: the rest may be 93.3', caseOf(atMost(100), mean), 110, 'behind'],
  ['a mean of a goal of zero', caseOf(atLeast(0), { ...mean, base: -5 }), -1, 'open'],
  ['a mean of a goal below zero', caseOf(atLeast(-5), { ...mean, base: -9 }), -6, 'open'],
  ['a mean of which all is reported', caseOf(atLeast(100), span('mean', { done: 5 })), 90, 'open'],
  ['… and fulfils the goal', caseOf(atLeast(100), span('mean', { done: 5 })), 100, 'on-schedule'],
  ['a mean of rates, compound: the rest 8.36 of 7', caseOf(atLeast(7), growth), 5, 'behind'],
  ['the rest 7.34 of 7', caseOf(atLeast(7), growth), 6.5, 'nearly'],
  ['all is gone, and no growth brings it back', caseOf(atLeast(7), growth), -100, 'far-behind'],
  ['a mean cut: the rest 3.07 of 3', caseOf(atLeast(3), cut), 2.9, 'nearly'],
  ['a mean cut: the rest 3.33 of 3', caseOf(atLeast(3), cut), 2.5, 'behind'],
  ['what must hold in each period, so far', caseOf(atLeast(100), span('each')), 100, 'open'],
  ['what must hold in each period and did not', caseOf(atLeast(100), span('each')), 99, 'missed'],
  ['on its edge as it is printed', caseOf(atLeast(100), { ...span('each'), isMetAsPrinted: true }), 99.96, 'open'],
  ['above another, so far', caseOf(against(1), mean), 2, 'on-schedule'],
  ['not above another, so far', caseOf(against(1), { ...mean, base: 0 }), 0.5, 'open'],
  ['a band for a sum, and in it', caseOf(between(80, 100), sum), 90, 'on-schedule'],
  ['half used in 0.6 of the time', caseOf(atMost(100), sum), 50, 'on-schedule'],
  ['used as the time goes on, or nearly', caseOf(atMost(100), sum), 62, 'nearly'],
  ['0.86 of what is used', caseOf(atMost(100), sum), 70, 'behind'],
  ['all used, and time left', caseOf(atMost(100), sum), 100, 'far-behind'],
  ['more used than there is', caseOf(atMost(100), sum), 101, 'lost'],
  ['nothing used', caseOf(atMost(100), sum), 0, 'on-schedule'],
  ['a sum on its way, like any count', caseOf(atLeast(100), sum), 60, 'on-schedule'],
  ['a sum behind its way', caseOf(atLeast(100), sum), 40, 'behind'],
];

test.each(rows)('%s', (_name, given, value, verdict) => {
  expect(judge(schedule, given, value)).toEqual([verdict]);
});
