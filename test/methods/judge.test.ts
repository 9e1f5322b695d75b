import { describe, expect, test } from 'vitest';
import { judge } from '../../src/methods/judge.ts';
import type { Case } from '../../src/methods/method.ts';
import { methodIds, methods } from '../../src/methods/registry.ts';
import type { DecidedVerdict } from '../../src/model/verdict.ts';
import { atLeast, atMost, between, caseOf, towards } from './cases.ts';

/** What is the same under all methods, whatever they make of the pace. */
const rows: readonly (readonly [string, Case, number, DecidedVerdict])[] = [
  ['fulfilled on its day', caseOf(atLeast(100), { base: 50, hasPassed: true }), 100, 'met'],
  ['short of it on its day', caseOf(atLeast(100), { base: 50, hasPassed: true }), 99, 'missed'],
  ['once fulfilled, and missed on its day', caseOf(atLeast(100), { wasMet: true, hasPassed: true }), 99, 'missed'],
  ['an event that has not happened on its day', caseOf(atLeast(1), { isEvent: true, hasPassed: true }), 0, 'missed'],
  ['fulfilled at the start', caseOf(atLeast(100), { base: 100 }), 99, 'lost'],
  ['fulfilled by an earlier figure', caseOf(atLeast(100), { base: 50, wasMet: true }), 99, 'lost'],
  ['a count that only rises, above its ceiling', caseOf(atMost(100), { base: 120, isMonotone: true }), 110, 'lost'],
  ['one without a start', caseOf(atMost(100), { isMonotone: true }), 101, 'lost'],
  ['one above a band', caseOf(between(80, 100), { base: 50, isMonotone: true }), 101, 'lost'],
  ['an event that has not happened yet', caseOf(atLeast(1), { base: 0, isEvent: true }), 0, 'open'],
  ['on its edge, which counts as printed', caseOf(atMost(5), { hasPassed: true, isMetAsPrinted: true }), 5.04, 'met'],
  ['on its edge, which does not', caseOf(atLeast(5), { hasPassed: true, isMetAsPrinted: false }), 5, 'missed'],
  ['a direction, without a start, ahead of its day', caseOf(towards('increase')), 60, 'open'],
  ['up from its start', caseOf(towards('increase'), { base: 50, hasPassed: true }), 51, 'met'],
  ['where it started', caseOf(towards('increase'), { base: 50, hasPassed: true }), 50, 'missed'],
  ['down from its start', caseOf(towards('decrease'), { base: 50, hasPassed: true }), 49, 'met'],
];

/** There the pace has the word, or the method. */
const notLost: readonly (readonly [string, Case, number])[] = [
  ['above a ceiling, and may fall', caseOf(atMost(100), { base: 120 }), 110],
  ['a count that only rises, on its ceiling', caseOf(atMost(100), { base: 50, isMonotone: true }), 100],
  ['a count that only rises, below its floor', caseOf(atLeast(100), { base: 50, isMonotone: true }), 60],
  ['a count that only rises, below a band', caseOf(between(80, 100), { base: 50, isMonotone: true }), 60],
];

describe.each(methodIds)('%s', id => {
  test.each(rows)('%s', (_name, given, value, verdict) => {
    expect(judge(methods[id], given, value)).toEqual([verdict]);
  });

  test.each(notLost)('%s', (_name, given, value) => {
    expect(judge(methods[id], given, value)).not.toContain('lost');
  });

  test('a direction without a start may have been followed or not when its day has passed', () => {
    expect(judge(methods[id], caseOf(towards('increase'), { hasPassed: true }), 60)).toEqual(['missed', 'met']);
  });
});
