import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { expectGolden } from '../support/golden.ts';
import { type Ran, runCli } from '../support/io.ts';

/* An invented plan: the coast with north (and the cape in it), south and the islands; fixtures/regions/plan.yaml. */
const PLAN = path.join(packageRoot, 'fixtures/regions/plan.yaml');
const REPORT = path.join(packageRoot, 'fixtures/regions/report.yaml');
const invented = ['--plan', 'fixtures/regions/plan.yaml', 'fixtures/regions/report.yaml'];
const cities = ['fixtures/shanxi-cities', '--plan', 'shanxi-cities-2021-23', '--as-of', '2023-12-31'];

const json = async (...argv: string[]): Promise<Analysis> => {
  const { stdout, stderr } = await runCli(['check', ...argv, '--format', 'json']);
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout) as Analysis;
};

const verdictsOf = ({ assessments }: Analysis) =>
  Object.fromEntries(assessments.map(({ target, verdict }) => [target, verdict]));

describe('--region', () => {
  test.each([
    ['north', { 'waiting-2025': 'met', 'berths-2025': 'open' }],
    ['south', { 'waiting-2025': 'undecided', 'berths-2025': 'behind' }],
    ['cape', { 'waiting-2025': 'undecided', 'cape-2025': 'open' }],
    ['islands', { 'waiting-2025': 'undecided' }],
    ['coast', { 'waiting-2025': 'open', 'berths-2025': 'undecided' }],
  ])('%s', async (region, verdicts) => {
    const analysis = await json(...invented, '--region', region);
    expect(analysis.region).toBe(region);
    expect(verdictsOf(analysis)).toEqual(verdicts);
    expect(analysis.assessments.map(({ fingerprint }) => fingerprint)).toEqual(
      Object.keys(verdicts).map(target => `harbours-2021-25/${target}@${region}`),
    );
  });

  test('without it the own region of the plan is judged', async () => {
    const [told, untold] = [await json(...invented, '--region', 'coast'), await json(...invented)];
    const { settings } = told.gate.policy;
    expect(settings.map(({ key }) => key)).toEqual(['plan', 'region']);
    told.gate.policy.settings = settings.slice(0, 1);
    expect(untold).toEqual(told);
  });

  test('the goal is the one of the region, and says whether it is a share', async () => {
    const goals = await Promise.all(
      ['coast', 'north', 'south'].map(async region => {
        const { assessments } = await json(...invented, '--region', region);
        const goal = assessments.find(({ target }) => target === 'berths-2025')?.goal;
        return [goal?.value, goal?.share, goal?.by];
      }),
    );
    expect(goals).toEqual([
      [200, null, '2025-12-31'],
      [80, 40, '2025-12-31'],
      [90, null, '2024-12-31'],
    ]);
  });

  test('environment and config file can say the same', async () => {
    const argv = ['check', REPORT, '--plan', PLAN, '--format', 'json'];
    const regionOf = ({ stdout }: Ran) => (JSON.parse(stdout) as Analysis).region;
    expect(regionOf(await runCli(argv, { env: { SHANXI_PLAN_REGION: 'south' } }))).toBe('south');
    await inTemporaryFolder({ 'shanxi-plan.yaml': 'region: cape\n' }, async cwd => {
      expect(regionOf(await runCli(argv, { cwd }))).toBe('cape');
      expect(regionOf(await runCli([...argv, '--region', 'north'], { cwd }))).toBe('north');
    });
  });
});

describe('is refused with exit 2:', () => {
  const refused: readonly (readonly [what: string, argv: readonly string[], told: readonly string[]])[] = [
    ['a region that the plan does not list', [...invented, '--region', 'nort'], ['did you mean "north"?']],
    [
      'a region that the plan does not list beside other names that it does not know: all at once',
      [...invented, '--region', 'nort', '--skip', 'cape-2052', '--require', 'berths-2052'],
      ['did you mean "north"?', 'did you mean "cape-2025"?', 'did you mean "berths-2025"?'],
    ],
    ['no region at all', [...invented, '--region', ''], ['--region']],
    [
      'a region without any target',
      [...cities, '--region', 'datong'],
      ['the plan sets no target for datong', 'taiyuan, changzhi, jincheng, jinzhong, xinzhou, lvliang'],
    ],
    ['the own region where only others have goals', cities, ['the plan sets no target for shanxi', 'taiyuan']],
    [
      'a target that is required, but not set there',
      [...invented, '--region', 'south', '--require', 'cape-2025'],
      ['the plan sets no such target for south'],
    ],
    [
      'another region as the only one',
      [...invented, '--region', 'south', '--only', 'region=north'],
      ['nothing is left to judge'],
    ],
  ];
  test.each(refused)('%s', async (_what, argv, told) => {
    const { code, stdout, stderr } = await runCli(['check', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    for (const words of told) expect(stderr).toContain(words);
  });

  test('a region that is not known is not offered for another name', async () => {
    const { stderr } = await runCli(['check', ...invented, '--region', 'nort', '--skip', 'norte']);
    expect(stderr).toContain('region or commitment "norte"');
    expect(stderr).not.toContain('did you mean "nort"?');
  });

  test('to explain a target that is not set there', async () => {
    const ran = await runCli(['explain', 'berths-2025', ...invented, '--region', 'islands']);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('the plan sets no goal of berths-2025 for islands');
    expect(ran.stderr).toContain('waiting-2025');
  });
});

describe('names of another region', () => {
  const text = [
    'region: south',
    'rules:',
    '  - { where: region=north, fail_on: met }',
    '  - { where: target=cape-2025, fail_on: met }',
    'skip: region=cape',
  ].join('\n');

  test('in rules and filters are no mistake, and change nothing', async () => {
    await inTemporaryFolder({ 'shanxi-plan.yaml': text }, async cwd => {
      const { stdout, stderr } = await runCli(['check', REPORT, '--plan', PLAN, '--format', 'json'], { cwd });
      expect(stdout, stderr).not.toBe('');
      const plain = await json(...invented, '--region', 'south');
      expect(verdictsOf(JSON.parse(stdout) as Analysis)).toEqual(verdictsOf(plain));
    });
  });

  test('a rule of the judged region holds', async () => {
    const config = 'region: north\nrules: [{ where: region=north, fail_on: met }]\n';
    await inTemporaryFolder({ 'shanxi-plan.yaml': config }, async cwd => {
      expect((await runCli(['check', REPORT, '--plan', PLAN], { cwd })).code).toBe(1);
    });
    expect((await runCli(['check', ...invented, '--region', 'north'])).code).toBe(0);
  });

  test('a waiver is used in its region alone', async () => {
    const waiver = (region: string) =>
      `waivers:\n  - { target: berths-2025, region: ${region}, verdicts: [behind], reason: r, approver: a, document: d, from: 2023-01-01, until: 2026-12-31 }\n`;
    await inTemporaryFolder({ 'here.yaml': waiver('south'), 'there.yaml': waiver('north') }, async cwd => {
      const argv = ['check', REPORT, '--plan', PLAN, '--region', 'south', '--allow-undecided', '--waivers'];
      expect((await runCli([...argv, 'here.yaml'], { cwd })).code).toBe(0);
      expect((await runCli([...argv, 'there.yaml'], { cwd })).code).toBe(1);
    });
  });
});

describe.each(['en', 'zh'])('in %s', lang => {
  test.each(['coast', 'north'])('the table of %s', async region => {
    const { stdout } = await runCli(['check', ...invented, '--region', region, '--lang', lang]);
    expectGolden(`region/${region}.${lang}.txt`, stdout);
  });

  test('the explanation of a share', async () => {
    const { code, stdout } = await runCli(['explain', 'berths-2025', ...invented, '--region', 'north', '--lang', lang]);
    expect(code).toBe(0);
    expectGolden(`region/explain-north.${lang}.txt`, stdout);
  });

  test('the outline of the plan', async () => {
    const { stdout } = await runCli(['plan', 'show', 'fixtures/regions/plan.yaml', '--lang', lang]);
    expectGolden(`region/show.${lang}.txt`, stdout);
  });

  test('the explanation of a sum names the parts that it lacks', async () => {
    const { stdout } = await runCli(['explain', 'berths-2025', ...invented, '--lang', lang]);
    expect(stdout.replace(/\s+/g, '')).toContain(lang === 'en' ? 'isknownthere:islands.' : '没有数据的地区：islands。');
  });
});

test('the explanation as JSON has the goal of the region and its title', async () => {
  const argv = ['explain', 'berths-2025', ...invented, '--region', 'north', '--format', 'json'];
  const { regionTitle, target, assessment } = JSON.parse((await runCli(argv)).stdout) as Explanation;
  expect(regionTitle).toEqual({ en: 'North', zh: '北部' });
  expect(target).toMatchObject({ goal: { value: 80 }, share: 40 });
  expect(assessment).toMatchObject({ goal: { value: 80, share: 40 }, missingParts: [] });
});

describe("the cities' own goals", () => {
  test('Jincheng added more 5G stations in 2021 than it had set out to; nothing else is known', async () => {
    const analysis = await json(...cities, '--region', 'jincheng');
    expect(verdictsOf(analysis)).toEqual({
      '5g-stations-added-2021': 'met',
      '5g-stations-added-2022': 'undecided',
      '5g-stations-added-2023': 'undecided',
    });
    expect(analysis.assessments[0]?.value).toMatchObject({ low: 1058, high: 1058, asOf: '2021-12-31' });
  });

  test.each(['taiyuan', 'changzhi', 'jinzhong', 'lvliang', 'xinzhou'])('%s: all undecided', async region => {
    const { assessments, exit } = await json(...cities, '--region', region);
    expect(assessments.map(({ verdict }) => verdict)).toEqual(assessments.map(() => 'undecided'));
    expect(exit.code).toBe(3);
  });

  test('the table of Taiyuan', async () => {
    const { stdout } = await runCli(['check', ...cities, '--region', 'taiyuan']);
    expectGolden('region/taiyuan.en.txt', stdout);
  });
});
