import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintPlan } from '../../src/lint/lint-plan.ts';
import { lintCatalogue } from '../../src/model/lint.ts';
import { renderLint } from '../../src/render/plan/lint.ts';
import { toldFindings } from '../../src/render/plan/told.ts';

/** Each file of fixtures/lint is a clean plan with one thing changed; what is found in it, with its line and column. */
const expected: readonly (readonly [file: string, findings: readonly string[]])[] = [
  ['about-without-tolerance', ['about-without-tolerance@27:20']],
  ['achieve-of-a-quantity', ['achieve-of-a-quantity@27:13']],
  ['ambiguous-bound', ['ambiguous-bound@31:22']],
  ['assumption-backwards', ['assumption-backwards@23:52']],
  ['assumption-unknown-indicator', ['assumption-unknown-indicator@16:18']],
  ['assumption-unused', ['assumption-unused@16:18']],
  ['baseline-is-a-bound', ['baseline-is-a-bound@29:32']],
  ['baseline-not-comparable', ['baseline-not-comparable@29:63']],
  ['baseline-outside-plausible', ['baseline-outside-plausible@29:32']],
  ['baseline-without-source', ['baseline-without-source@29:13']],
  ['clean', []],
  ['commitment-unstated', ['commitment-unstated@25:17']],
  ['counts-without-same', ['counts-without-same@13:5']],
  ['direction-without-baseline', ['direction-without-baseline@25:17']],
  ['each-of-what-adds-up', ['each-of-what-adds-up@33:13']],
  ['falling-goal-of-rising-count', ['falling-goal-of-rising-count@28:13']],
  ['fewer-than-announced', ['fewer-than-announced@5:31']],
  ['flow-without-over', ['flow-without-over@25:17']],
  ['goal-finer-than-wording', ['goal-finer-than-wording@27:23']],
  ['goal-in-no-reading', ['goal-in-no-reading@27:13']],
  ['goal-met-at-baseline', ['goal-met-at-baseline@27:13']],
  ['goal-outside-plausible', ['goal-outside-plausible@27:23']],
  ['goals-in-circle', ['goals-in-circle@28:13', 'goals-in-circle@35:13']],
  ['growth-ratio-from-zero', ['growth-ratio-from-zero@27:13']],
  ['identity-divisor-may-be-zero', ['identity-divisor-may-be-zero@14:15']],
  ['identity-in-circle', ['identity-in-circle@14:15', 'identity-in-circle@21:15']],
  ['identity-mixes-units', ['identity-mixes-units@14:15']],
  ['identity-off-by-scale', ['identity-off-by-scale@14:15']],
  ['identity-unknown-indicator', ['identity-unknown-indicator@14:23']],
  ['indicator-unused', ['indicator-unused@15:3']],
  ['indicator-without-counts', ['indicator-without-counts@9:3']],
  ['indicator-without-plausible', ['indicator-without-plausible@9:3']],
  ['measure-without-number', ['measure-without-number@33:13']],
  ['milestone-after-target', ['milestone-after-target@30:26']],
  ['milestone-before-baseline', ['milestone-before-baseline@30:26']],
  ['milestone-fulfils-goal', ['milestone-fulfils-goal@30:45']],
  ['milestone-outside-period', ['milestone-outside-period@30:26']],
  ['milestone-outside-plausible', ['milestone-outside-plausible@30:45', 'milestone-fulfils-goal@30:45']],
  ['milestone-twice', ['milestone-twice@30:57']],
  ['more-than-announced', ['more-than-announced@5:31']],
  ['path-backwards', ['path-backwards@30:76']],
  ['path-without-baseline', ['path-without-baseline@29:13']],
  ['readings-alike', ['readings-alike@32:15']],
  ['region-twice', ['region-twice@7:46']],
  ['region-unnamed', ['region-unnamed@6:1']],
  ['regional-goals-below-whole', ['regional-goals-below-whole@40:13']],
  ['series-break-before-target', ['series-break-before-target@14:20']],
  ['shares-exceed-whole', ['shares-exceed-whole@40:13']],
  ['source-unknown', ['source-unknown@29:79']],
  ['source-unused', ['source-unused@8:3']],
  ['stated-without-source', ['stated-without-source@23:16', 'stated-without-source@33:24']],
  ['superseded-still-in-force', ['superseded-still-in-force@25:17']],
  ['supersedes-itself', ['supersedes-itself@30:25']],
  ['target-date-outside-period', ['target-date-outside-period@28:17']],
  ['target-without-baseline', ['target-without-baseline@25:17']],
  ['target-without-source', ['target-without-source@25:17']],
  ['target-without-task', ['target-without-task@20:13']],
  ['target-without-wording', ['target-without-wording@25:17']],
  ['task-without-measure', ['task-without-measure@34:13']],
  ['two-targets-one-indicator', ['two-targets-one-indicator@34:24']],
  ['unstated-means-same', ['unstated-means-same@13:29']],
  ['vague-wording', ['vague-wording@31:22']],
  ['wording-against-comparator', ['wording-against-comparator@31:22']],
];

const lint = (file: string) => {
  const path = `fixtures/lint/${file}.yaml`;
  return lintPlan({ path, bytes: readFileSync(path) });
};

const lintText = (text: string) => lintPlan({ path: 'plan.yaml', bytes: new TextEncoder().encode(text) });

describe('a plan that has', () => {
  test.each(expected)('%s', async (file, findings) => {
    const linted = await lint(file);
    expect(linted.problems).toEqual([]);
    expect(linted.findings.map(({ code, place: { span } }) => `${code}@${span?.line}:${span?.col}`)).toEqual(findings);
  });

  test.each(Object.keys(lintCatalogue))('%s has a fixture of that name', code => {
    expect(expected.find(([file]) => file === code)?.[1].some(finding => finding.startsWith(`${code}@`))).toBe(true);
  });

  test('no fixture is without a row', () => {
    const files = readdirSync('fixtures/lint').map(name => name.replace(/\.yaml$/, ''));
    expect(files.toSorted()).toEqual(expected.map(([file]) => file).toSorted());
  });
});

describe.each(['en', 'zh'] as const)('in %s', lang => {
  test.each(Object.keys(lintCatalogue))('%s is told with all its arguments', async code => {
    const { findings } = await lint(code);
    const counts = { error: 1, warning: 0, note: 0 };
    const told = toldFindings(findings, lang);
    const text = renderLint({ path: 'plan.yaml', told, counts, level: 'note' }, { lang, isColored: false });
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).toContain(`[${code}]`);
  });
});

describe('goals of regions', () => {
  const clean = readFileSync('fixtures/lint/clean.yaml', 'utf8');
  const start = 'baseline: { value: 4, as_of: 2020-12-31, counts: in-use, source: gazette }';
  const found = async (regions: string, change: (text: string) => string = text => text) => {
    const { findings, problems } = await lintText(change(`${clean}            regions:\n${regions}`));
    expect(problems).toEqual([]);
    return findings.map(({ code, place: { span } }) => `${code}@${span?.line}`);
  };
  /** The same target without a goal of the whole, without a source of its own. */
  const regional = (text: string) =>
    text
      .replace(/ {12}(at_least|baseline|wording|source): .*\n/g, '')
      .replace('commitment: binding', 'commitment: binding\n            certainty: inferred');

  const cases: readonly (readonly [what: string, regions: string, findings: readonly string[]])[] = [
    ['no start', '              north: { at_least: 50 }\n', ['target-without-baseline@34']],
    ['a share and no start', '              north: { share: 50% }\n', ['target-without-baseline@34']],
    ['a share: no goal in per cent', `              north: { share: 50%, ${start} }\n`, []],
    ['an implausible goal', `              north: { at_least: 5000, ${start} }\n`, ['goal-outside-plausible@34']],
    ['a vague word', `              north: { at_least: 50, wording: 基本50个, ${start} }\n`, ['vague-wording@34']],
    [
      'a start from nowhere',
      '              north: { at_least: 50, baseline: { value: 4, as_of: 2020-12-31, counts: in-use, source: none } }\n',
      ['source-unknown@34'],
    ],
    [
      'shares of a third each',
      `${'              n: { share: 33.3%, S }\n              s: { share: 66.7%, S }\n'.replaceAll('S', start)}`,
      [],
    ],
  ];
  test.each(cases)('%s', async (_what, regions, findings) => {
    expect(await found(regions)).toEqual(findings);
  });

  test('alone may name a source each', async () => {
    const named = `              north: { at_least: 50, source: [gazette], ${start} }\n`;
    expect(await found(named, regional)).toEqual([]);
    const unnamed = `              north: { at_least: 50, ${start} }\n`;
    expect(await found(named + unnamed.replace('north', 'south'), regional)).toEqual(['target-without-source@25']);
  });

  test('of one indicator are two targets of it only where both are set', async () => {
    const other = (region: string) => `          - id: berths-2024
            indicator: berths
            by: 2024-12-31
            commitment: binding
            certainty: inferred
            regions:
              ${region}: { at_least: 9, source: [gazette], ${start} }
`;
    const north = `              north: { at_least: 50, source: [gazette], ${start} }\n`;
    expect(await found(north + other('south'), regional)).toEqual([]);
    expect(await found(north + other('north'), regional)).toEqual(['two-targets-one-indicator@33']);
  });

  test('of regions whose list is not complete say nothing of the whole', async () => {
    const tree = (complete: string) =>
      `region: coast\nregions: [{ id: coast, title: Coast,${complete} parts: [{ id: north, title: North }] }]\nannounced:`;
    const goals = `              north: { at_least: 50, ${start} }\n`;
    expect(await found(goals, text => text.replace('announced:', tree('')))).toEqual(['regional-goals-below-whole@35']);
    expect(await found(goals, text => text.replace('announced:', tree(' complete: false,')))).toEqual([]);
  });
});

describe('words of plans', () => {
  const plan = readFileSync('fixtures/lint/clean.yaml', 'utf8');
  const withWording = (wording: string, comparator = 'at_least: 100') =>
    lintText(plan.replace('wording: 100个以上', `wording: ${wording}`).replace('at_least: 100', comparator));

  const cases: [wording: string, comparator: string, codes: string[]][] = [
    ['不少于100个', 'at_least: 100', []],
    ['超过100个', 'at_least: 100', []],
    ['more than 100', 'above: 100', []],
    ['100个以下', 'above: 100', ['wording-against-comparator']],
    ['力争达到100个', 'at_least: 100', ['vague-wording']],
    ['基本建成100个', 'at_least: 100', ['vague-wording']],
    ['进一步增加到100个', 'at_least: 100', ['vague-wording']],
    ['100个左右', 'at_least: 100', ['vague-wording']],
    ['100个左右', 'about: { value: 100, tolerance: 5 }', []],
    ['strive for 100', 'at_least: 100', ['vague-wording']],
    ['a significant rise to 100', 'at_least: 100', ['vague-wording']],
    ['no less than 100', 'at_least: 100', []],
    ['not below 100', 'at_least: 100', []],
    ['不超过10个', 'at_most: 10', []],
    ['控制在10个', 'at_most: 10', []],
    ['10个以内', 'at_most: 10', ['ambiguous-bound']],
    ['below 10', 'at_most: 10', ['ambiguous-bound']],
    ['less than 10', 'below: 10', ['ambiguous-bound']],
    ['no more than 10', 'at_most: 10', []],
    ['more than 10', 'at_most: 10', ['wording-against-comparator']],
    ['10个以上', 'at_most: 10', ['wording-against-comparator']],
  ];
  test.each(cases)('“%s” with %s', async (wording, comparator, codes) => {
    const { findings, problems } = await withWording(wording, comparator);
    expect(problems).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  test('力争 is settled by an aspiration', async () => {
    const { findings } = await lintText(
      plan.replace('commitment: binding', 'commitment: aspirational').replace('100个以上', '力争100个以上'),
    );
    expect(findings).toEqual([]);
  });
});

test('an identity that holds only roughly is looked at as any other', async () => {
  const text = readFileSync('fixtures/lint/identity-unknown-indicator.yaml', 'utf8');
  const { findings } = await lintText(text.replace(/identity: (.*)/, 'identity: { is: $1, within: 2% }'));
  expect(findings).toMatchObject([{ code: 'identity-unknown-indicator', place: { span: { line: 14, col: 29 } } }]);
});

test('what the schema refuses is a problem, and nothing else is said of the plan', async () => {
  const text = readFileSync('fixtures/lint/clean.yaml', 'utf8').replace('    unit: berth\n', '');
  const { plan, problems, findings } = await lintText(text);
  expect(plan).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'missing-key', args: { key: 'unit' } }]);
  expect(findings).toEqual([]);
});

test('a wrong name is a problem, and the rest is linted all the same', async () => {
  const text = readFileSync('fixtures/lint/vague-wording.yaml', 'utf8').replace(
    'indicator: berths',
    'indicator: birth',
  );
  const { problems, findings } = await lintText(text);
  expect(problems.map(({ code }) => code)).toEqual(['unknown-indicator']);
  expect(findings.map(({ code }) => code)).toContain('vague-wording');
});
