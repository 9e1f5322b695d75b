import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { unitIn, withUnit } from '../../src/render/message.ts';
import { runCli } from '../support/io.ts';

const goal = { unit: 'station', unitTitle: { en: 'station', zh: '个' } };
const plans = readdirSync('plan').filter(name => name.endsWith('.yaml'));

describe('a unit', () => {
  test('is shown in the language that is read', () => {
    expect([withUnit('5', goal, 'en'), withUnit('5', goal, 'zh')]).toStrictEqual(['5 station', '5 个']);
  });

  test('is shown as it is where it has one word, and per cent always', () => {
    expect(unitIn('zh', { unit: 't', unitTitle: null })).toBe('t');
    expect(unitIn('zh', { unit: '%', unitTitle: { en: '%', zh: '百分比' } })).toBe('%');
  });
});

describe('units of the shipped plans', () => {
  test.each(plans)('%s has a Chinese word for each', async name => {
    const file = path.join('plan', name);
    const { plan } = await readPlan({ path: file, bytes: readFileSync(file) });
    const units = Object.values(plan?.indicators ?? {}).filter(({ unit }) => unit !== '%');
    expect(units.length).toBeGreaterThan(0);
    expect(units.filter(({ unitTitle }) => !/\p{Script=Han}/u.test(unitTitle?.zh ?? ''))).toStrictEqual([]);
  });

  test('are read and shown in Chinese', async () => {
    const stdin =
      'indicator,value,unit,as_of,published\n5g-base-stations,93000,个,2023-12-31,2024-01-23\ndata-centre-racks,700000,km,2023-12-31,2024-01-23\n';
    const right = stdin.split('\n').slice(0, 2).join('\n');
    const args = ['check', '-', '--input-format', 'csv', '--lang', 'zh', '--format', 'markdown'];
    expect((await runCli(args, { stdin: right })).stdout).toContain('≥ 120,000 个');
    expect((await runCli(args, { stdin })).stderr).toContain('单位是 km，而指标的单位是 架');
  });
});
