import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateRequest, throughGate } from '../../src/gate/apply.ts';
import { compareAnalyses } from '../../src/gate/compare.ts';
import { waiversOf } from '../../src/gate/waive.ts';
import type { Analysis, Assessment } from '../../src/model/analysis.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/model/policy.ts';
import { NOTHING_SET } from '../../src/model/policy-setting.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import type { Day } from '../../src/values/day.ts';
import { analysisOfGate } from '../support/outside.ts';

/* What a gate makes of one target, and what of it two analyses say. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-through-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

let analysis: Analysis;
let lanes: Assessment;
beforeAll(async () => {
  analysis = JSON.parse(await analysisOfGate(path.join(tmp, 'since.json')));
  lanes = analysis.assessments.find(({ target }) => target === 'lanes-2025') as Assessment;
});

const TODAY = '2023-12-31' as Day;
const waiver = (document: string, rest: Partial<Waiver> = {}): Waiver => ({
  target: 'lanes-2025',
  region: undefined,
  verdicts: ['behind'],
  reason: 'the bridge',
  approver: 'the office',
  document,
  from: '2023-01-01' as Day,
  until: '2023-12-31' as Day,
  ...rest,
});

function through(
  target: Partial<Assessment>,
  request: Partial<Omit<GateRequest, 'policy'>> & { policy?: Partial<Policy> } = {},
) {
  const { policy, ...rest } = request;
  const whole = { record: NOTHING_SET, waivers: [], ...rest, policy: { ...DEFAULT_POLICY, ...policy } };
  const { gated, gate, exit } = throughGate([{ ...lanes, ...target }], TODAY, whole);
  return { ...gated[0], states: gate.waivers.map(({ state }) => state), exit };
}

const nearly: Partial<Assessment> = { verdict: 'nearly', possible: ['nearly'], severity: 'warn' };
const either: Partial<Assessment> = {
  verdict: 'undecided',
  possible: ['behind', 'on-schedule'],
  severity: 'undecided',
};

describe('the waiver that answers', () => {
  const old = waiver('old', { until: '2023-06-30' as Day });
  const now = waiver('now');
  const next = waiver('next', { from: '2024-01-01' as Day, until: '2024-12-31' as Day });

  test.each<[string, readonly Waiver[], string | undefined, string | undefined, string[]]>([
    ['is a valid one, though one that has run out stands before it', [old, now], 'now', 'valid', ['expired', 'used']],
    [
      'is a valid one, though one of next year stands before it',
      [next, now],
      'now',
      'valid',
      ['not-yet-valid', 'used'],
    ],
    ['is the first of two that are valid', [now, waiver('too')], 'now', 'valid', ['used', 'unused']],
    ['is one that has run out, where no other covers', [old, next], 'old', 'expired', ['expired', 'not-yet-valid']],
    ['is one of next year, where no other covers', [next], 'next', 'not-yet-valid', ['not-yet-valid']],
    ['is valid on its last day', [waiver('day', { from: TODAY, until: TODAY })], 'day', 'valid', ['used']],
    ['is none of another verdict', [waiver('x', { verdicts: ['missed'] })], undefined, undefined, ['unused']],
    ['is none of another target', [waiver('x', { target: 'pipes-2025' })], undefined, undefined, ['unused']],
    ['is none of another region', [waiver('x', { region: 'abroad' })], undefined, undefined, ['unused']],
    ['is one of its region', [waiver('here', { region: 'testland' })], 'here', 'valid', ['used']],
  ])('%s', (_, waivers, document, validity, states) => {
    const row = through({}, { waivers });
    expect([row.waiver?.document, row.waiver?.validity]).toEqual([document, validity]);
    expect(row.gate).toBe(validity === 'valid' ? 'waived' : 'fail');
    expect(row.states).toEqual(states);
  });

  test('is none where nothing fails, whatever it names', () => {
    const row = through(nearly, { waivers: [waiver('x', { verdicts: ['nearly'] })] });
    expect([row.waiver, row.gate, row.states]).toEqual([null, 'warn', ['unused']]);
  });

  test('covers what may fail, by undecided or by all that would', () => {
    const gateOf = (...verdicts: string[]) => through(either, { waivers: [waiver('x', { verdicts })] }).gate;
    expect(gateOf('undecided')).toBe('waived');
    expect(gateOf('behind')).toBe('waived');
    expect(gateOf('on-schedule')).toBe('undecided');
  });
});

describe('the exit', () => {
  const noReport: Assessment['reasons'] = [{ code: 'no-report', args: {} }];
  const imprecise = { code: 'imprecise', args: {} } as never;

  test.each<[string, Partial<Assessment>, Parameters<typeof through>[1], string, number, number]>([
    ['something fails', {}, {}, 'failing', 1, 1],
    ['something fails, and nobody minds', {}, { policy: { exitZero: true } }, 'failing', 1, 0],
    ['a row was lost, whatever else', {}, { lost: 2, policy: { exitZero: true } }, 'incomplete', 2, 2],
    ['nothing is in force', { inForce: false }, { lost: 2 }, 'nothing-to-judge', 0, 2],
    ['as many warnings as may be', nearly, { policy: { maxWarnings: 1 } }, 'excused', 1, 0],
    ['more warnings than may be', nearly, { policy: { maxWarnings: 0 } }, 'too-many-warnings', 1, 1],
    ['a warning, and no more is asked', nearly, {}, 'excused', 1, 0],
    ['it may fail', either, {}, 'undecided', 1, 3],
    ['it may fail, which is allowed', either, { policy: { allowUndecided: true } }, 'undecided-allowed', 1, 0],
    [
      'it may fail for a reason that is allowed',
      { ...either, reasons: noReport },
      { policy: { allowUndecided: ['no-report'] } },
      'undecided-allowed',
      1,
      0,
    ],
    [
      'it may fail for a reason more than is allowed',
      { ...either, reasons: [...noReport, imprecise] },
      { policy: { allowUndecided: ['no-report'] } },
      'undecided',
      1,
      3,
    ],
    [
      'it may fail for no reason that is said',
      { ...either, reasons: [] },
      { policy: { allowUndecided: ['no-report'] } },
      'undecided',
      1,
      3,
    ],
    ['it must be decided', either, { policy: { allowUndecided: true, require: ['lanes-2025'] } }, 'undecided', 1, 3],
    [
      'its indicator must be decided',
      either,
      { policy: { allowUndecided: true, require: ['lanes'] } },
      'undecided',
      1,
      3,
    ],
    [
      'another must be decided',
      either,
      { policy: { allowUndecided: true, require: ['pipes'] } },
      'undecided-allowed',
      1,
      0,
    ],
    [
      'what must be decided is, whatever is required',
      { verdict: 'met', possible: ['met'], severity: 'ok' },
      { policy: { require: ['lanes'] } },
      'within-plan',
      0,
      0,
    ],
    [
      'a waiver has run out',
      { verdict: 'met', possible: ['met'], severity: 'ok' },
      { waivers: [waiver('old', { until: '2023-06-30' as Day })] },
      'expired-waiver',
      1,
      1,
    ],
  ])('%s', (_, target, request, reason, count, code) => {
    expect(through(target, request).exit).toEqual({ reason, count, code });
  });
});

describe('of two analyses, one figure', () => {
  const figure = (nominal: number, rest: Partial<NonNullable<Assessment['value']>> = {}): Partial<Assessment> => ({
    value: { ...(lanes.value as NonNullable<Assessment['value']>), nominal, ...rest },
  });
  const rows = (target: Partial<Assessment> | undefined): Analysis => ({
    ...analysis,
    assessments: target ? [{ ...lanes, ...target }] : [],
  });
  const movementOf = (before: Partial<Assessment> | undefined, after: Partial<Assessment> | undefined) =>
    compareAnalyses(rows(before), rows(after)).targets[0]?.value;

  test.each<[string, () => [Partial<Assessment> | undefined, Partial<Assessment> | undefined], object]>([
    ['moved', () => [figure(150), figure(159)], { from: 150, to: 159, absolute: 9, percent: 6 }],
    ['fell below nothing', () => [figure(-8), figure(-9)], { from: -8, to: -9, absolute: -1, percent: -12.5 }],
    [
      'moved from nothing, which is no share of it',
      () => [figure(0), figure(5)],
      { from: 0, to: 5, absolute: 5, percent: null },
    ],
    [
      'moved by no more than its digits',
      () => [figure(0.1), figure(0.3)],
      { from: 0.1, to: 0.3, absolute: 0.2, percent: 200 },
    ],
    ['is new', () => [undefined, figure(5)], { from: null, to: 5, absolute: null, percent: null }],
    ['is gone', () => [figure(5), undefined], { from: 5, to: null, absolute: null, percent: null }],
    ['was not known', () => [{ value: null }, figure(5)], { from: null, to: 5, absolute: null, percent: null }],
    [
      'is a bound now, which tells nothing of the difference',
      () => [figure(5), figure(9, { bound: 'low' })],
      { from: 5, to: 9, absolute: null, percent: null },
    ],
    ['was a bound', () => [figure(5, { bound: 'high' }), figure(9)], { from: 5, to: 9, absolute: null, percent: null }],
  ])('%s', (_, figures, moved) => {
    expect(movementOf(...figures())).toEqual(moved);
  });
});

test('months of which one is not known have no difference', () => {
  const rows = (monthsAhead: number | null): Analysis => ({ ...analysis, assessments: [{ ...lanes, monthsAhead }] });
  const monthsOf = (before: number | null, after: number | null) =>
    compareAnalyses(rows(before), rows(after)).targets[0]?.months;
  expect(monthsOf(-6, -2)).toEqual({ from: -6, to: -2, absolute: 4, percent: 66.67 });
  expect(monthsOf(null, -2)).toEqual({ from: null, to: -2, absolute: null, percent: null });
  expect(monthsOf(-6, null)).toEqual({ from: -6, to: null, absolute: null, percent: null });
});

describe('beside how it stood', () => {
  type Stood = Partial<NonNullable<GateRequest['since']>['standings'][number]>;
  const since = (stood: Stood): GateRequest['since'] => ({
    plan: 'gate',
    region: 'testland',
    standings: [{ target: 'lanes-2025', possible: ['behind'], gap: { high: 50 }, asOf: '2022-12-31', ...stood }],
  });
  const unsure: Partial<Assessment> = { ...either, possible: ['missed', 'behind'], severity: 'fail' };

  test.each<[string, Partial<Assessment>, Stood, Partial<Policy>, string, string | null]>([
    ['what failed for sure fails no more', {}, {}, {}, 'failed-before', 'same'],
    ['what might have failed as it does now fails', {}, { possible: ['behind', 'on-schedule'] }, {}, 'fail', 'worse'],
    ['what failed by less fails', {}, { gap: { high: 49 } }, {}, 'fail', 'worse'],
    ['what was a worse verdict fails no more', {}, { possible: ['missed'] }, {}, 'failed-before', 'better'],
    ['another target says nothing', {}, { target: 'pipes-2025' }, {}, 'fail', 'new'],
    [
      'what fails in each case as before fails no more',
      unsure,
      { possible: ['missed', 'behind'] },
      {},
      'failed-before',
      'same',
    ],
    [
      'the commitment is that of today: what only warns has always warned',
      { ...unsure, commitment: 'aspirational', severity: 'warn' },
      { possible: ['missed', 'behind'] },
      {},
      'warn',
      'same',
    ],
    [
      'the threshold is that of today: what it let pass had not failed',
      nearly,
      { possible: ['nearly'] },
      { failOn: ['nearly'] },
      'failed-before',
      'same',
    ],
    ['what is not in force is not counted', { inForce: false }, {}, {}, 'not-counted', 'same'],
  ])('%s', (_, target, stood, policy, gate, change) => {
    const row = through(target, { since: since(stood), policy });
    expect([row.gate, row.change]).toEqual([gate, change]);
  });

  test('without a ratchet nothing became of it', () => {
    expect(through({}).change).toBeNull();
  });
});

test('waivers of what is left out, or of another region, are not told', () => {
  const all = [
    waiver('lanes'),
    waiver('here', { region: 'testland' }),
    waiver('abroad', { region: 'abroad' }),
    waiver('gone', { target: 'tunnels-2025' }),
    waiver('pipes', { target: 'pipes-2025' }),
  ];
  expect(waiversOf(analysis, all).map(({ document }) => document)).toEqual(['lanes', 'here', 'pipes']);
  expect(
    waiversOf({ region: 'abroad', assessments: [{ target: 'lanes-2025' }] }, all).map(({ document }) => document),
  ).toEqual(['lanes', 'abroad']);
});
