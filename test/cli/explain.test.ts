import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/model/explanation.ts';
import { expectGolden } from '../support/golden.ts';
import { type Ran, runCli } from '../support/io.ts';

const explained = (target: string, ...flags: string[]): Promise<Ran> =>
  runCli(['explain', target, 'fixtures/shanxi', ...flags]);

const goldens: readonly (readonly [target: string, asOf: string])[] = [
  ['5g-stations-2025', '2024-01-31'], // rounded, narrowed by an older figure, with a claim against another target
  ['5g-stations-2025', '2026-06-30'], // past the day, derived through an identity
  ['racks-2025', '2024-01-31'], // met early
  ['pue-2025', '2024-01-31'], // two readings, no usable figure
  ['intelligent-faces-2025', '2024-01-31'], // a contradiction between sources, two readings
  ['national-laboratory-2025', '2024-01-31'], // an event, an aspiration
  ['smart-city-pilots-2025', '2024-01-31'], // about, nothing reported
  ['national-key-labs-2025', '2026-06-30'], // a definition that was replaced
];

describe.each(['en', 'zh'])('in %s', lang => {
  test.each(goldens)('%s as of %s', async (target, asOf) => {
    const { code, stdout } = await explained(target, '--as-of', asOf, '--lang', lang);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/undefined|NaN|\[object|Infinity/);
    expectGolden(`explain/${target}.${asOf}.${lang}.txt`, stdout);
  });
});

test.each(['en', 'zh'])('the arithmetic of identities, in %s', async lang => {
  const folder = 'fixtures/edge-cases/28-identity-upon-identity';
  const { stdout } = await runCli([
    ...['explain', 'plenty', `${folder}/report.yaml`, '--plan', `${folder}/plan.yaml`],
    ...['--as-of', '2026-01-31', '--lang', lang],
  ]);
  expectGolden(`explain/plenty.2026-01-31.${lang}.txt`, stdout);
});

describe('as JSON', () => {
  test('holds the target whole, the assessment, the places and the way to the next verdict', async () => {
    const { code, stdout } = await explained('5g-stations-2025', '--as-of', '2024-01-31', '--format', 'json');
    const explanation = JSON.parse(stdout) as Explanation;
    expect(code).toBe(0);
    expect(explanation).toMatchObject({
      schemaVersion: 2,
      plan: { id: 'shanxi-new-infrastructure-2021-25' },
      target: { id: '5g-stations-2025', wording: '累计达' },
      assessment: { verdict: 'on-schedule' },
      path: { day: '2023-12-31', daysGone: 1095, daysWhole: 1826 },
      nextVerdict: { falls: { becomes: ['nearly'] }, rises: { to: 120000, distance: 26500, becomes: ['met'] } },
    });
    const { used, setAside } = explanation.assessment.evidence;
    expect(explanation.places).toHaveLength(used.length + setAside.length);
    expect(Object.keys(explanation.sources)).toContain('chinanews-2021-05-27');
  });

  test('an open verdict has no next verdict, but a deciding fact', async () => {
    const { stdout } = await explained('pue-2025', '--as-of', '2024-01-31', '--format', 'json');
    const { nextVerdict, assessment } = JSON.parse(stdout) as Explanation;
    expect(nextVerdict).toBeNull();
    expect(assessment.deciding).not.toBeNull();
  });
});

describe('the next verdict is true', () => {
  const report = (value: number) =>
    `as_of: 2023-12-31\nmetrics: { 5g-base-stations: { value: ${value}, counts: built } }`;
  const ask = async (value: number): Promise<Explanation> => {
    const { stdout } = await runCli(['explain', '5g-stations-2025', '-', '--format', 'json'], { stdin: report(value) });
    return JSON.parse(stdout) as Explanation;
  };

  test.each([20_000, 60_000, 75_000, 90_000, 130_000])('for a figure of %d', async value => {
    const { nextVerdict, assessment } = await ask(value);
    for (const [step, direction] of [
      [nextVerdict?.falls, -1],
      [nextVerdict?.rises, 1],
    ] as const) {
      if (!step) continue;
      const before = await ask(Math.round(step.to) - 2 * direction);
      const after = await ask(Math.round(step.to) + 2 * direction);
      expect(before.assessment.verdict).toBe(assessment.verdict);
      expect([after.assessment.verdict]).toEqual(step.becomes);
    }
  });
});

describe('by another name', () => {
  const asked = ['--as-of', '2024-01-31'];

  test.each(['data-centre-racks', '5g-network'])('%s has one target, which is explained', async name => {
    const { code, stdout } = await explained(name, ...asked, '--format', 'json');
    expect([code, stdout.includes(`"${name}"`)]).toEqual([0, true]);
  });

  test('what has several names them, also before any report', async () => {
    const several = await explained('data-centres', ...asked);
    expect([several.code, several.stdout]).toEqual([2, '']);
    expect(several.stderr).toContain('name one of them: racks-2025, data-centre-clusters-2025, pue-2025');
    expect((await runCli(['explain', 'data-centre-racks'])).stderr).toContain('no report was given');
  });
});

test('of an exact value Chinese has one verb', async () => {
  const stdin =
    'as_of: 2025-12-31\npublished: 2026-01-20\nmetrics: { 5g-base-stations: { value: 93000, exact: true, counts: built } }';
  const { stdout } = await runCli(['explain', '5g-stations-2025', '-', '--lang', 'zh'], { stdin });
  expect(stdout).toContain('数值恰为 93,000');
  expect(stdout).not.toContain('为恰为');
});

describe('exit code', () => {
  test('0 whatever the verdict', async () => {
    expect((await explained('5g-stations-2025', '--as-of', '2026-06-30')).code).toBe(0);
  });

  test('2 for an unknown target, with the nearest one', async () => {
    const { code, stdout, stderr } = await explained('5g-station-2025');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('did you mean "5g-stations-2025"?');
    expect((await explained('5g-stations')).stderr).toContain('did you mean "5g-stations-2025"?');
  });

  test('2 for a report that cannot be read', async () => {
    const { code, stdout } = await runCli(['explain', 'racks-2025', '-'], { stdin: 'metrics: [' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('2 without a report', async () => {
    expect((await runCli(['explain', 'racks-2025'])).code).toBe(2);
  });
});

test('a reading that is fixed is the only one', async () => {
  const { stdout } = await explained('pue-2025', '--as-of', '2024-01-31', '--reading', 'pue-2025=below-1.3');
  expect(stdout).toContain('--reading fixes it to “below-1.3”');
});

test('control characters of a report are shown, never sent', async () => {
  const stdin = 'as_of: 2023-12-31\nmetrics: { 5g-base-stations: { value: 5, counts: built, note: "\\e[31mred" } }';
  const { stdout } = await runCli(['explain', '5g-stations-2025', '-'], { stdin });
  expect(stdout).not.toContain('\u001b');
  expect(stdout).toContain('␛[31mred');
});

describe('why, under a method that looks at no schedule', () => {
  const stdin = `- { indicator: 5g-base-stations, value: 60000, as_of: 2018-12-31, counts: built }
- { indicator: 5g-base-stations, value: 100000, as_of: 2021-12-31, counts: built }
`;
  const asked = async (method: string, lang: string): Promise<string> => {
    const args = ['explain', '5g-stations-2025', '-', '--as-of', '2021-12-31', '--method', method, '--lang', lang];
    return (await runCli(args, { stdin })).stdout;
  };

  test.each([
    ['projection', 'if its mean yearly change goes on, it reaches the goal', '若年均变化继续，将达到目标'],
    ['growth-ratio', 'its yearly growth so far is about what is needed', '已有年均增速大致不低于'],
    ['direction', 'it moves the right way', '正朝正确的方向变化'],
  ])('%s says what it found', async (method, en, zh) => {
    expect((await asked(method, 'en')).replace(/\s+/g, ' ')).toContain(en);
    expect(await asked(method, 'zh')).toContain(zh);
  });
});
