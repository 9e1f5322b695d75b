import { describe, expect, test } from 'vitest';
import type { Analysis, Assessment } from '../../src/model/analysis.ts';
import { runCli, type World } from '../support/io.ts';

/** The main job on the real plan and the real reports, as the plan's own authors would check it by hand. */

async function analyse(argv: readonly string[], world?: World): Promise<Analysis> {
  const { stdout, stderr } = await runCli(['check', ...argv, '--format', 'json'], world);
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout) as Analysis;
}

function of(analysis: Analysis, target: string): Assessment {
  const found = analysis.assessments.find(assessment => assessment.target === target);
  if (!found) throw new Error(`no assessment of ${target}`);
  return found;
}

describe('the end of 2023', async () => {
  const analysis = await analyse(['fixtures/shanxi', '--as-of', '2023-12-31']);

  test('5G stations are on schedule, and the rounded 93,000 is no fall from 93,307', () => {
    const stations = of(analysis, '5g-stations-2025');
    expect(stations.verdict).toBe('on-schedule');
    expect(stations.value).toMatchObject({ low: 93_307, high: 93_500 });
    expect(stations.completion).toBeCloseTo(0.743, 3);
    expect(stations.schedule).toBeCloseTo(0.6, 3);
    expect(stations.lead).toBeCloseTo(0.144, 3);
  });

  test('racks are met early by the definition that the plan means', () => {
    const racks = of(analysis, 'racks-2025');
    expect(racks).toMatchObject({ verdict: 'met', early: true });
    expect(racks.value?.nominal).toBe(827_800);
  });

  test('identifier nodes are met by the 8 connected, not by the 16 applied for', () => {
    const nodes = of(analysis, 'identifier-nodes-2025');
    expect(nodes.verdict).toBe('met');
    // Dated at the latest, the 8 are what there is at least; the 16 only say what there is at most.
    const used = nodes.evidence.used.map(({ observation, reason }) => [observation.value?.text, reason]);
    expect(used).toEqual([
      ['8', 'lower-bound'],
      ['16', 'upper-bound'],
    ]);
    const onlyAppliedFor = analysis.assessments.length;
    expect(onlyAppliedFor).toBe(18);
  });

  test('the plan is covered as far as sources name it', () => {
    expect(analysis.coverage.announced).toEqual({ strategicTasks: 6, keyTasks: 19, measures: 65 });
    expect(analysis.coverage.named.strategicTasks + analysis.coverage.inferred.strategicTasks).toBe(6);
    expect(analysis.assessments).toHaveLength(18);
  });
});

test("one operator's PUE is not the province's", async () => {
  const pue = of(await analyse(['fixtures/shanxi', '--as-of', '2025-10-31']), 'pue-2025');
  expect(pue.verdict).toBe('undecided');
  expect(pue.evidence.setAside).toContainEqual(
    expect.objectContaining({
      reason: 'not-comparable',
      observation: expect.objectContaining({ value: expect.objectContaining({ text: '1.185' }) }),
    }),
  );
});

describe('after the deadline', () => {
  const argv = ['fixtures/shanxi', '--as-of', '2026-06-30'];

  test('5G is neither missed nor met on direct evidence alone: the last count is a lower bound', async () => {
    const { code } = await runCli(['check', ...argv, '--no-derived', '--only', 'target=5g-stations-2025']);
    expect(code).toBe(3);
    const stations = of(await analyse([...argv, '--no-derived']), '5g-stations-2025');
    expect(stations).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], derived: false });
    expect(stations.reasons).toEqual([{ code: 'nothing-at-deadline', args: {} }]);
    expect(stations.deciding).toEqual({
      code: 'figure',
      args: { comparator: 'at_least', value: 120_000, low: 120_000, high: null, unit: 'station', day: '2025-12-31' },
    });
  });

  test('it is missed, derived, with the population that the plan assumes, by a narrow margin', async () => {
    const stations = of(await analyse(argv), '5g-stations-2025');
    expect(stations).toMatchObject({ verdict: 'missed', derived: true });
    expect(stations.gap).toMatchObject({ low: 1_954.33275, high: 12_500 });
  });

  const reported = (value: string) => `as_of: 2025-12-31\nmetrics:\n  5g-base-stations: ${value}\n`;

  test('a report that reaches 120,000 on the day makes it met, by itself', async () => {
    const world = { stdin: reported('120,000') };
    const stations = of(await analyse([...argv, '-', '--no-derived'], world), '5g-stations-2025');
    expect(stations).toMatchObject({ verdict: 'met', early: false, derived: false });
  });

  test('beside 33.7 for 10,000 people, which leave 118,045, it is one side of a contradiction', async () => {
    const stations = of(await analyse([...argv, '-'], { stdin: reported('120,000') }), '5g-stations-2025');
    expect(stations).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'], derived: true });
    expect(stations.reasons).toEqual([{ code: 'conflict', args: {} }]);
    expect(stations.evidence.used.map(({ observation, reason }) => [observation.value?.text, reason])).toEqual(
      expect.arrayContaining([
        ['33.7', 'derived'],
        ['120,000', 'conflict-side'],
      ]),
    );
  });

  test('one of 119,000 makes it missed, and the gate fails', async () => {
    const world = { stdin: reported('119,000') };
    expect((await runCli(['check', ...argv, '-'], world)).code).toBe(1);
    expect(of(await analyse([...argv, '-'], world), '5g-stations-2025').verdict).toBe('missed');
  });

  test('12万 is printed like the goal and meets it, on the line', async () => {
    const stations = of(await analyse([...argv, '-', '--no-derived'], { stdin: reported('12万') }), '5g-stations-2025');
    expect(stations.verdict).toBe('met');
    expect(stations.reasons.map(({ code }) => code)).toContain('on-the-line');
  });

  test('a figure that is coarser than the goal decides nothing', async () => {
    const world = { stdin: reported('{ value: 12万, rounded_to: 20000 }') };
    const stations = of(await analyse([...argv, '-', '--no-derived'], world), '5g-stations-2025');
    expect(stations).toMatchObject({ verdict: 'undecided', possible: ['missed', 'met'] });
    expect(stations.deciding?.code).toBe('precision');
  });
});

describe("another target's success", () => {
  const claim = `
as_of: 2025-12-31
observations:
  - indicator: 5g-base-stations
    value: 92,100
    says: The 14th five-year 5G target is done.
    against: the speed-up programme's 92,100 by the end of 2023
  - indicator: 5g-base-stations
    says: The 14th five-year 5G target is done.
    against: the speed-up programme's 92,100 by the end of 2023
`;

  test("cannot make this plan's 120,000 met", async () => {
    const stations = of(await analyse(['-'], { stdin: claim }), '5g-stations-2025');
    expect(stations.verdict).toBe('missed');
    expect(stations.evidence.used).toMatchObject([{ claimIgnored: true }]);
    expect(stations.evidence.setAside).toMatchObject([{ reason: 'claim-against-another-target' }]);
  });
});
