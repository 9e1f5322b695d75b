import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

/** Greens that the tool once gave without cause, found by people who tried to get one. */

const plan = (indicator: string, target: string) => `plan: p
title: P
period: { from: 2021-01-01, to: 2025-12-31 }
indicators:
  a: { title: A, ${indicator.includes('unit:') ? '' : 'unit: piece, '}${indicator} }
measures:
  - { id: m, title: M, targets: [{ id: t, indicator: a, by: 2025-12-31, ${target} }] }
`;

async function judged(indicator: string, target: string, figures: string, asOf = '2026-12-31') {
  return inTemporaryFolder(
    { 'plan.yaml': plan(indicator, target), 'r.yaml': `observations:\n${figures}` },
    async cwd => {
      const argv = ['check', 'r.yaml', '--plan', 'plan.yaml', '--as-of', asOf, '--format', 'json'];
      const { stdout, stderr, code } = await runCli(argv, { cwd });
      const [assessment] = stdout === '' ? [] : (JSON.parse(stdout) as Analysis).assessments;
      return { code, stderr, verdict: assessment?.verdict, possible: assessment?.possible };
    },
  );
}

const figure = (fields: string) => `  - { indicator: a, ${fields} }\n`;

describe('no verdict from', () => {
  test('a number whose declared tolerance reaches below the goal', async () => {
    const given = await judged('kind: stock', 'at_least: 100', figure('value: 104, tolerance: 10, as_of: 2025-12-31'));
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });

  test('a flow of five years where a year is meant', async () => {
    const flow = 'value: 1200, flow: { from: 2021-01-01, to: 2025-12-31 }';
    expect(await judged('kind: flow', 'at_least: 1000', figure(flow))).toMatchObject({ verdict: 'undecided', code: 3 });
  });

  test('an old number that a source states for the deadline itself', async () => {
    const figures = [
      figure('value: 80, as_of: 2023-12-31'),
      figure('value: 105, as_of: 2024-12-31'),
      figure('value: 80, as_of: 2025-12-31'),
    ];
    const given = await judged('kind: stock, monotone: true', 'at_least: 100', figures.join(''));
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });

  test('a doubtful figure of the deadline between two that agree', async () => {
    const figures = [
      figure('value: 1200, as_of: 2024-12-31'),
      figure('value: 120, as_of: 2025-12-31'),
      figure('value: 1300, as_of: 2026-06-30'),
    ];
    const given = await judged('kind: stock, monotone: true', 'at_least: 1000', figures.join(''));
    expect(given).toMatchObject({ verdict: 'undecided', code: 3 });
  });

  test.each([
    ['a level', 'kind: level', 'at_least: 100', 110],
    ['a rising count under a ceiling', 'kind: stock, monotone: true', 'at_most: 100', 90],
  ])('%s that is dated at the latest on the deadline', async (_name, indicator, target, value) => {
    const late = figure(`value: ${value}, as_of: 2025-12-31, dated: at-latest`);
    expect(await judged(indicator, target, late)).toMatchObject({ verdict: 'undecided', code: 3 });
  });

  test('two sources that contradict each other on an earlier day, whichever is published first', async () => {
    const past = (first: string, second: string) => [
      figure(`value: 50, as_of: 2022-12-31, published: ${first}, source: { publisher: X }`),
      figure(`value: 130, as_of: 2022-12-31, published: ${second}, source: { publisher: Y }`),
      figure('value: 120, as_of: 2023-12-31'),
    ];
    const target = 'at_least: 200, method: projection';
    const orders: [string, string][] = [
      ['2023-01-10', '2023-01-20'],
      ['2023-01-20', '2023-01-10'],
    ];
    for (const days of orders) {
      const given = await judged('kind: level', target, past(...days).join(''), '2023-12-31');
      expect(given).toMatchObject({ verdict: 'undecided' });
      expect(given.possible).toEqual(expect.arrayContaining(['reversing', 'on-schedule']));
    }
  });

  test.each([
    ['an older figure that a newer one excludes', ['value: 120, as_of: 2024-06-30', 'value: 80, as_of: 2025-06-30']],
    ['two figures of one earlier day', ['value: 120, as_of: 2024-06-30', 'value: 80, as_of: 2024-06-30']],
    ['a figure that exceeds a later start', ['value: 120, as_of: 2019-12-31']],
  ])('%s, though on the deadline both are lower bounds', async (_name, figures) => {
    const target = 'at_least: 100, baseline: { value: 50, as_of: 2020-12-31 }';
    const given = await judged('kind: stock, monotone: true', target, figures.map(figure).join(''));
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });

  test('a start above the goal that the plan names and a later figure excludes', async () => {
    const target = 'at_least: 34, baseline: { value: 37, as_of: 2021-12-31 }';
    const figures = [figure('value: 38, as_of: 2020-12-31'), figure('value: 28, as_of: 2022-12-31')];
    const given = await judged('kind: stock, monotone: true', target, figures.join(''));
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });

  test('a trend from a figure that an earlier one excludes', async () => {
    const figures = [90, 60, 95, 96, 97, 98, 100].map(
      (value, index) => `value: ${value}, as_of: ${2014 + index}-12-31`,
    );
    const target = 'at_least: 130, method: projection';
    const given = await judged('kind: stock, monotone: true', target, figures.map(figure).join(''), '2020-12-31');
    expect(given).toMatchObject({ verdict: 'undecided', code: 3 });
  });

  test('a figure that was right before, beside one whose unit may have slipped', async () => {
    const figures = [figure('value: 125000, as_of: 2024-06-30'), figure('value: 930000, as_of: 2025-06-30')];
    const given = await judged('kind: stock, monotone: true', 'at_least: 120000', figures.join(''));
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });

  test('figures behind the deadline that exclude each other, though both are upper bounds on it', async () => {
    const figures = [figure('value: 120, as_of: 2026-06-30'), figure('value: 80, as_of: 2026-12-31')];
    const given = await judged('kind: stock, monotone: true', 'at_least: 100', figures.join(''));
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });
});

test('a goal is not achieved by saying that it is none', async () => {
  const given = await judged('kind: event', 'achieve: false', figure('value: 1, as_of: 2025-12-31'));
  expect(given.code).toBe(2);
});

describe('what real plans and reports led to', () => {
  const share = (comparator: string) =>
    judged("kind: level, unit: '%'", comparator, figure('value: "95", as_of: 2025-12-31'));

  test('"about 20" that is passed by far is met in one reading and missed in the other', async () => {
    const given = await judged(
      'kind: stock',
      'about: 20, baseline: { value: 3, as_of: 2020-12-31 }',
      figure('value: 26, as_of: 2025-12-31'),
    );
    expect(given).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], code: 3 });
  });

  test('a whole per cent is half a per cent wide: on the line as it is printed, and nowhere else', async () => {
    expect(await share('at_least: 95')).toMatchObject({ verdict: 'met', code: 0 });
    expect(await share('at_least: 95, compare: exact')).toMatchObject({ verdict: 'undecided', code: 3 });
    expect(await share('at_least: 95.0')).toMatchObject({ verdict: 'undecided', code: 3 });
    expect(await share('at_least: 94.6')).toMatchObject({ verdict: 'undecided', code: 3 });
  });

  test('the last year of a yearly mean, and the sum of yearly figures for a target that does not say so', async () => {
    const years = [2.0, 2.0, 2.0, 3.0, 8.1].map((value, index) =>
      figure(`value: "${value.toFixed(1)}", as_of: ${2021 + index}-12-31`),
    );
    const over = 'above: 7, over: { from: 2021, to: 2025, aggregate: mean }';
    expect(await judged("kind: growth, unit: '%'", over, years.join(''))).toMatchObject({ verdict: 'missed' });
    const flows = [40, 40, 40].map((value, index) =>
      figure(`value: ${value}, flow: { from: ${2023 + index}, to: ${2023 + index} }`),
    );
    expect(await judged('kind: flow', 'at_least: 100', flows.join(''))).toMatchObject({ verdict: 'missed' });
  });

  test('what contains the class that is meant bounds it from above and never reaches a goal', async () => {
    const counts = 'kind: stock, counts: { class: same, all-classes: whole }';
    const of = (value: number) =>
      judged(counts, 'at_least: 10', figure(`value: ${value}, counts: all-classes, as_of: 2025-12-31`));
    expect(await of(8)).toMatchObject({ verdict: 'missed' });
    expect(await of(18)).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'] });
  });
});
