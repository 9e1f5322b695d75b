import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareSince } from '../../src/gate/compare-since.ts';
import { dayOf, sinceOf, updated } from '../../src/gate/ratchet.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Since, Standing } from '../../src/model/since.ts';
import { analysisOfGate } from '../support/outside.ts';

/* What became of targets since a ratchet was written, and what of them is kept. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-compare-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

let analysis: Analysis;
beforeAll(async () => {
  analysis = JSON.parse(await analysisOfGate(path.join(tmp, 'since.json')));
});

const standing = (target: string, rest: Partial<Standing> = {}): Standing => ({
  target,
  possible: ['behind'],
  gap: { high: 40 },
  asOf: '2022-12-31',
  ...rest,
});
const since = (...standings: readonly Standing[]): Since => ({ plan: 'gate', region: 'testland', standings });

describe('what became of a target', () => {
  test('that is judged: its figures of today, beside no figures', () => {
    const { from, targets } = compareSince(since(standing('lanes-2025')), analysis);
    expect(from).toEqual({ asOf: '2022-12-31', plan: 'gate', policy: { settings: [], leftOut: 0 } });
    const lanes = targets.find(({ target }) => target === 'lanes-2025');
    const none = { from: null, absolute: null, percent: null };
    expect(lanes).toEqual({
      key: 'gate/lanes-2025@testland',
      target: 'lanes-2025',
      title: { en: 'Lanes', zh: 'Lanes' },
      region: 'testland',
      change: 'worse',
      verdict: { from: 'behind', to: 'behind' },
      value: { ...none, to: 150 },
      gap: { ...none, to: 50 },
      months: { ...none, to: analysis.assessments.find(({ target }) => target === 'lanes-2025')?.monthsAhead },
      goalposts: [],
    });
  });

  test('that is gone: its name is all that is known', () => {
    const { targets, counts } = compareSince(since(standing('tunnels-2025')), analysis);
    const none = { from: null, to: null, absolute: null, percent: null };
    expect(targets.find(({ target }) => target === 'tunnels-2025')).toEqual({
      key: 'gate/tunnels-2025@testland',
      target: 'tunnels-2025',
      title: { en: 'tunnels-2025', zh: 'tunnels-2025' },
      region: 'testland',
      change: 'gone',
      verdict: { from: 'behind', to: null },
      value: none,
      gap: none,
      months: none,
      goalposts: [],
    });
    expect(counts).toEqual({ gone: 1, new: analysis.assessments.length });
  });

  test('that is not in force: told only where it once was', () => {
    const assessments = analysis.assessments.map(each => ({ ...each, inForce: false }));
    const { targets } = compareSince(since(standing('lanes-2025')), { ...analysis, assessments });
    expect(targets.map(({ target }) => target)).toEqual(['lanes-2025']);
  });

  test('the worst changes come first', () => {
    const changes = compareSince(
      since(standing('lanes-2025'), standing('bridges-2022'), standing('tunnels-2025')),
      analysis,
    ).targets.map(({ change }) => change);
    expect(changes.slice(0, 2)).toEqual(['worse', 'worse']);
    expect(new Set(changes.slice(2))).toEqual(new Set(['gone', 'new']));
  });
});

describe('what is kept', () => {
  const linesOf = ({ standings }: Since): string[] => standings.map(each => `${each.target} ${each.asOf}`);
  const lanes = (): Standing => {
    const found = sinceOf(analysis).standings.find(({ target }) => target === 'lanes-2025');
    if (!found) throw new Error('no lanes');
    return found;
  };
  const kept = (old: Standing): Standing | undefined =>
    updated(since(old), analysis).standings.find(({ target }) => target === 'lanes-2025');

  test('the day since which it stands so', () => {
    const old = { ...lanes(), asOf: '2021-12-31' };
    expect(kept(old)).toEqual(old);
  });

  test.each<[string, Partial<Standing>]>([
    ['another verdict', { possible: ['missed'] }],
    ['one verdict more', { possible: ['missed', 'behind'] }],
    ['another gap', { gap: { high: 49 } }],
    ['a gap without an end', { gap: { high: null } }],
    ['no gap', { gap: null }],
  ])('not where it had %s', (_, was) => {
    expect(kept({ ...lanes(), ...was, asOf: '2021-12-31' })).toEqual(lanes());
  });

  test('two without a gap stand alike', () => {
    const assessments = analysis.assessments.map(each => ({ ...each, gap: null }));
    const old = { ...lanes(), gap: null, asOf: '2021-12-31' };
    expect(linesOf(updated(since(old), { ...analysis, assessments }))).toContain('lanes-2025 2021-12-31');
  });

  test('in the order of names, what was not judged among what was', () => {
    const names = updated(since(standing('zoo'), standing('lanes-2026'), standing('a')), analysis).standings.map(
      ({ target }) => target,
    );
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual(expect.arrayContaining(['a', 'lanes-2025', 'lanes-2026', 'zoo']));
  });
});

test('its day is the last of which it knows', () => {
  const days = ['2022-12-31', '2023-12-31', '2021-12-31'];
  expect(dayOf(since(...days.map((asOf, index) => standing(`t${index}`, { asOf }))))).toBe('2023-12-31');
  expect(dayOf(since(standing('a')))).toBe('2022-12-31');
  expect(dayOf(since())).toBeNull();
});
