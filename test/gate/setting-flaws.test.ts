import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingFlaws } from '../../src/gate/setting-flaws.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { PolicySetting } from '../../src/model/policy-setting.ts';
import { analysisOfGate } from '../support/outside.ts';

/* What an analysis says was set, beside what it says it went by. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-settings-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

let analysis: Analysis;
beforeAll(async () => {
  analysis = JSON.parse(await analysisOfGate(path.join(tmp, 'since.json')));
});

type Policy = Analysis['gate']['policy'];

const setting = (key: string, values: string[], rest: Partial<PolicySetting> = {}): PolicySetting => ({
  key,
  values,
  origin: 'flag',
  file: null,
  ...rest,
});

/** The analysis with something else in its policy or beside it, and with these settings after those it has. */
const having = (
  policy: Partial<Policy>,
  more: readonly PolicySetting[] = [],
  rest: Partial<Analysis> = {},
): Analysis => {
  const was = analysis.gate.policy;
  const settings = [...was.settings, ...more];
  return { ...analysis, ...rest, gate: { ...analysis.gate, policy: { ...was, ...policy, settings } } };
};

/** Each flaw on a line: where, what stands there, what follows. */
const flawsOf = (changed: Analysis): string[] =>
  settingFlaws(changed).map(({ path: at, found, follows }) =>
    [at.join('.').replace(/settings\.\d+/, 'settings.N'), JSON.stringify(found), JSON.stringify(follows)].join(' '),
  );

test('what check wrote has none', () => {
  const keys = analysis.gate.policy.settings.map(({ key }) => key);
  expect(keys.toSorted()).toEqual(['allow_undecided', 'margin', 'plan', 'since', 'waivers']);
  expect(flawsOf(analysis)).toEqual([]);
});

const rule = { where: { key: 'task' as const, value: 'roads' }, failOn: ['missed' as const] };

describe('what was gone by, and nobody set', () => {
  test.each<[string, Partial<Policy>, Partial<Analysis>?]>([
    ['fail_on', { failOn: ['missed'] }],
    ['fail_on', { failOn: ['fail', 'warn'] }],
    ['rules', { rules: [rule] }],
    ['max_warnings', { maxWarnings: 0 }],
    ['require', { require: ['lanes'] }],
    ['exit_zero', { exitZero: true }],
    ['only', { leftOut: 1 }],
    ['known_by', {}, { knownBy: '2023-12-31' }],
    ['readings', {}, { readings: { 'depth-2022': 'mean' } }],
    ['derived', {}, { direct: true }],
    ['max_age', {}, { maxAgeMonths: 24 }],
    ['compare', {}, { compare: 'exact' }],
  ])('%s', (key, policy, rest) => {
    expect(flawsOf(having(policy, [], rest))).toEqual([`gate.policy.settings  ${JSON.stringify(key)}`]);
  });

  test.each(['since', 'waivers', 'margin', 'allow_undecided'])('%s, struck from the settings', key => {
    const settings = analysis.gate.policy.settings.filter(each => each.key !== key);
    const changed = { ...analysis, gate: { ...analysis.gate, policy: { ...analysis.gate.policy, settings } } };
    expect(flawsOf(changed)).toEqual([`gate.policy.settings  ${JSON.stringify(key)}`]);
  });
});

describe('what was gone by as it was set', () => {
  test.each<[PolicySetting, Partial<Policy>, Partial<Analysis>?]>([
    [setting('fail_on', ['missed']), { failOn: ['missed'] }],
    [setting('rules', ['task=roads: missed']), { rules: [rule] }],
    [setting('max_warnings', ['0']), { maxWarnings: 0 }],
    [setting('require', ['lanes']), { require: ['lanes'] }],
    [setting('exit_zero', []), { exitZero: true }],
    [setting('only', ['roads']), { leftOut: 1 }],
    [setting('skip', ['roads']), { leftOut: 1 }],
    [setting('known_by', ['today']), {}, { knownBy: '2023-12-31' }],
    [setting('readings', ['depth-2022=mean']), {}, { readings: { 'depth-2022': 'mean' } }],
    [setting('derived', ['false']), {}, { direct: true }],
    [setting('max_age', ['24 months']), {}, { maxAgeMonths: 24 }],
    [setting('compare', ['exact']), {}, { compare: 'exact' }],
    [setting('region', ['testland']), {}],
    [setting('as_of', ['2023-12-31']), {}],
    [setting('fail_on', ['fail'], { origin: 'config-found', file: 'shanxi-plan.yaml' }), {}],
    [setting('fail_on', ['fail'], { origin: 'config-given', file: 'strict.yaml' }), {}],
  ])('$key $values', (set, policy, rest) => {
    expect(flawsOf(having(policy, [set], rest))).toEqual([]);
  });
});

describe('what was set, and is not what was gone by', () => {
  test.each<[string, PolicySetting, string[]]>([
    ['another value', setting('fail_on', ['missed']), ['gate.policy.settings.N.values.0 "missed" "fail"']],
    [
      'a value of what nothing was gone by',
      setting('max_age', ['24 months']),
      ['gate.policy.settings.N.values.0 "24 months" '],
    ],
    [
      'a day, and nothing was left out by it',
      setting('known_by', ['today']),
      ['gate.policy.settings.N.values.0 "today" '],
    ],
    ['another region', setting('region', ['abroad']), ['gate.policy.settings.N.values.0 "abroad" "testland"']],
    ['a value of a flag that takes none', setting('exit_zero', ['yes']), ['gate.policy.settings.N.values.0 "yes" ']],
    [
      'another margin, as a second one',
      setting('margin', ['3%']),
      ['gate.policy.settings.N.key "margin" ', 'gate.policy.settings.N.values.0 "3%" "2%"'],
    ],
    ['what is no setting', setting('nothing', ['9']), ['gate.policy.settings.N.key "nothing" ']],
    [
      'a file that nobody may have named it in',
      setting('fail_on', ['fail'], { file: 'strict.yaml' }),
      ['gate.policy.settings.N.file "strict.yaml" '],
    ],
    [
      'the environment, with a file',
      setting('fail_on', ['fail'], { origin: 'environment', file: 'strict.yaml' }),
      ['gate.policy.settings.N.file "strict.yaml" '],
    ],
    [
      'a config without its file, found',
      setting('fail_on', ['fail'], { origin: 'config-found' }),
      ['gate.policy.settings.N.file null '],
    ],
    [
      'a config without its file, named',
      setting('fail_on', ['fail'], { origin: 'config-given' }),
      ['gate.policy.settings.N.file null '],
    ],
  ])('%s', (_, set, flaws) => {
    expect(flawsOf(having({}, [set]))).toEqual(flaws);
  });
});
