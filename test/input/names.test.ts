import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/input/shape/names.ts';
import { runCli } from '../support/io.ts';

const names = namesOf([
  { id: 'data-centre-pue', names: ['PUE of large data centres', '大型、超大型数据中心PUE'] },
  { id: '5g-base-stations', names: ['5G base stations', '5G基站', '5G基站数'] },
  { id: 'gigabit', names: ['Speed'] },
  { id: 'latency', names: ['Speed'] },
  { id: 'speed-class', names: ['gigabit'] },
  { id: 'taiyuan', names: ['Taiyuan', '太原市'] },
]);

describe('what something of a plan may be called', () => {
  it.each([
    ['5g-base-stations', ['5g-base-stations']],
    ['5G-Base-Stations', ['5g-base-stations']],
    ['５Ｇ基站', ['5g-base-stations']],
    ['5g  BASE stations', ['5g-base-stations']],
    ['speed', ['gigabit', 'latency']],
    // An id stands for its own thing, whatever else is called so.
    ['gigabit', ['gigabit']],
    ['GIGABIT', ['gigabit']],
    ['5G', []],
    ['constructor', []],
  ])('%s: %o', (name, ids) => {
    expect(names.called(name)).toStrictEqual(ids);
  });

  it.each([
    ['5g-base-station', '5g-base-stations', '5g-base-stations'],
    ['pue', undefined, 'data-centre-pue'],
    ['大型数据中心PUE', undefined, 'data-centre-pue'],
    ['5g', '5g-base-stations', '5g-base-stations'],
    ['大同市', undefined, undefined],
    ['太原', 'taiyuan', 'taiyuan'],
    ['rue', undefined, undefined],
  ])('%s is near %s, and by a part %s', (name, near, byPart) => {
    expect([names.near(name), names.nearOrPart(name)]).toStrictEqual([near, byPart]);
  });
});

const checked = async (report: string) => {
  const { code, stdout, stderr } = await runCli(['check', '-', '--input-format', 'csv', '--format', 'ndjson'], {
    stdin: report,
  });
  const rows = stdout.split('\n').filter(row => row.includes('"target":"5g-stations-2025"'));
  return { code, stderr, rows };
};

const head = 'as_of,published,region,value';

describe('a report by titles and aliases', () => {
  it('says what it says by ids', async () => {
    const ids = await checked(`${head},unit,indicator\n2023-12-31,2024-01-23,shanxi,9.3,万,5g-base-stations\n`);
    const titles = await checked(`${head},单位,指标\n2023-12-31,2024-01-23,山西省,9.3,万个,5G基站\n`);
    const behind = await checked(`${head},指标\n2023-12-31,2024-01-23,山西省,9.3,5G基站（万座）\n`);
    expect(titles.rows).toStrictEqual(ids.rows);
    const chinese = await checked(`${head},单位,指标\n2023-12-31,2024-01-23,山西省,93000,个,5G基站\n`);
    expect([chinese.code, chinese.stderr.includes('wrong-unit')]).toStrictEqual([ids.code, false]);
    expect(behind.rows).toStrictEqual(ids.rows);
    expect(ids.rows.join()).toContain('"low":92500');
  });

  it.each([
    ['5G基站（万人）', 'unknown-indicator'],
    ['5G基站（万座）,个', 'wrong-unit'],
  ])('%s is %s', async (cells, problem) => {
    const { code, stderr } = await checked(`${head},指标,单位\n2023-12-31,2024-01-23,山西省,9.3,${cells}\n`);
    expect([code, stderr.includes(`[${problem}]`)]).toStrictEqual([2, true]);
  });
});

const judged = async (...argv: readonly string[]) => {
  const ran = await runCli(['check', 'fixtures/shanxi', '--as-of', '2023-12-31', '--format', 'plain', '-q', ...argv]);
  return { code: ran.code, stdout: ran.stdout, stderr: ran.stderr };
};

describe('a setting by titles and aliases', () => {
  it.each([
    [
      ['--only', '5G基站'],
      ['--only', '5g-base-stations'],
    ],
    [
      ['--only', 'indicator=5g BASE stations'],
      ['--only', 'indicator=5g-base-stations'],
    ],
    [
      ['--skip', '信息基础设施'],
      ['--skip', 'task=information-infrastructure'],
    ],
    [
      ['--region', '山西省', '--only', 'pue-2025'],
      ['--only', 'pue-2025'],
    ],
    // A target and its indicator are called alike: they are one thing.
    [
      ['--only', '数字经济核心产业增加值占GDP比重'],
      ['--only', 'digital-core-share-2025'],
    ],
    [
      ['--require', '5G基站数', '--allow-undecided'],
      ['--require', '5g-base-stations', '--allow-undecided'],
    ],
  ])('%o is %o', async (named, ids) => {
    const [a, b] = [await judged(...named), await judged(...ids)];
    expect([a.code, a.stdout]).toStrictEqual([b.code, b.stdout]);
    expect(b.stdout).not.toBe('');
  });

  it('explains by a title, and says what is near by a part', async () => {
    const argv = ['fixtures/shanxi', '--as-of', '2023-12-31'];
    const byTitle = await runCli(['explain', '能源互联网试点城市', ...argv]);
    expect(byTitle).toStrictEqual(await runCli(['explain', 'energy-internet-cities-2025', ...argv]));
    expect(byTitle.code).toBe(0);
  });
});

it('numbers may have their unit in the heading of our own column', async () => {
  const plain = await checked(`${head},unit,indicator\n2023-12-31,2024-01-23,shanxi,9.3,万,5g-base-stations\n`);
  const inHeading = await checked('日期,发布日期,地区,数值（万个）,指标\n2023-12-31,2024-01-23,山西省,9.3,5G基站\n');
  expect(inHeading.rows).toStrictEqual(plain.rows);
});
