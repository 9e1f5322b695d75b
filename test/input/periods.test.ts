import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { withPreset } from '../../src/model/preset.ts';
import { tableMapping } from '../../src/model/table-mapping.ts';
import { spotOf, spotText } from '../../src/values/place.ts';

const PLAN = `
plan: p
title: p
period: { from: 2020, to: 2025 }
regions: [{ id: here, title: here }]
region: here
indicators:
  output: { title: Output, unit: km, kind: flow }
  roads: { title: Roads, unit: km, kind: stock }
  rise: { title: Rise, unit: '%', kind: growth }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: roads, at_least: 100, by: 2025-12-31 }] }]
`;
const plan = planSchema.parse(parse(PLAN, { schema: 'failsafe' }));

const wide = { columns: { name: 'indicator', '{as_of}': 'value' } };
const tall = { columns: { name: 'indicator', 时期: 'as_of', 数: 'value' } };

/** What a table says by a mapping, without where it stands; or the problems of it. */
async function read(text: string, mapping?: unknown) {
  const mappings = mapping ? [withPreset(tableMapping.parse(mapping), undefined)] : [];
  const { report, problems } = await readReport({ path: 'report.csv', bytes: Buffer.from(text), mappings }, plan);
  const errors = problems.filter(({ code }) => code !== 'number-outside-table');
  return {
    problems: errors.map(({ code, place, args }) => ({ code, args, at: spotText(spotOf(place)) })),
    figures: (report?.observations ?? []).map(({ place: _, ...each }) => each),
  };
}

const long = (rows: readonly string[]) => read(`indicator,value,flow_from,flow_to\n${rows.join('\n')}\n`);

describe('what is counted over a time has the time that its heading names', () => {
  it.each<[string, string, object, string, string]>([
    ['years across', 'name,2022,2023\noutput,50,60\n', wide, 'output,50,2022-01-01,2022-12-31', '2023'],
    ['a year of a preset', 'name,2022 [YR2022],2023 [YR2023]\noutput,50,60\n', wide, 'output,50,2022,2022', '2023'],
    ['years in a column', 'name,时期,数\noutput,2022年,50\noutput,2023年度,60\n', tall, 'output,50,2022,2022', '2023'],
  ])('%s', async (_, text, mapping, first, year) => {
    const own = await long([first, `output,60,${year},${year}`]);
    expect(own.figures).toHaveLength(2);
    expect(await read(text, mapping)).toStrictEqual(own);
  });

  it.each([
    ['2023年上半年', '2023-01,2023-06'],
    ['2023年1-9月', '2023-01,2023-09'],
    ['2023年前三季度', '2023-01,2023-09'],
    ['2023Q1', '2023-01,2023-03'],
    ['2023年1月', '2023-01,2023-01'],
  ])('%s begins with the year, however it is meant', async (time, flow) => {
    expect(await read(`name,${time}\noutput,50\n`, wide)).toStrictEqual(await long([`output,50,${flow}`]));
  });

  it('beside a state of the same table, which is one of the end of the year', async () => {
    const { figures } = await read('name,2023\nroads,50\noutput,60\n', wide);
    expect(figures.map(({ asOf, flow }) => [asOf, flow])).toStrictEqual([
      ['2023-12-31', null],
      ['2023-12-31', { from: '2023-01-01', to: '2023-12-31' }],
    ]);
  });
});

describe('a time that may begin with itself or with its year is asked about', () => {
  const asked = (time: string) => `name,${time}\noutput,50\n`;
  it.each([
    ['2023-Q2', '2023-04-01…2023-06-30', '2023-01-01…2023-06-30'],
    ['2023年6月', '2023-06-01…2023-06-30', '2023-01-01…2023-06-30'],
    ['2023年下半年', '2023-07-01…2023-12-31', '2023-01-01…2023-12-31'],
  ])('%s: %s or %s', async (time, ...readings) => {
    const { problems, figures } = await read(asked(time), wide);
    expect([problems, figures]).toStrictEqual([
      [{ code: 'which-period', args: { text: time, readings }, at: '2:8' }],
      [],
    ]);
  });

  it('once a column, however many numbers it holds', async () => {
    const { problems, figures } = await read('name,2023-Q2,2023-Q3\noutput,50,60\noutput,51,61\n', wide);
    expect([problems.map(({ at }) => at), figures]).toStrictEqual([['2:8', '2:11'], []]);
  });

  it.each([
    ['each', '2023-04,2023-06'],
    ['cumulative', '2023-01,2023-06'],
  ])('and a mapping answers: %s', async (periods, flow) => {
    const answered = await read(asked('2023-Q2'), { ...wide, periods });
    expect(answered).toStrictEqual(await long([`output,50,${flow}`]));
  });

  it.each([
    ['a title above', '2023年1-11月主要指标,\nname,2023\noutput,50\n', wide],
    ['a note below', 'name,2023\noutput,50\n注：2023年数据为1-11月,\n', { ...wide, ends: '注*' }],
    ['the name of the row', 'name,2023\n累计新增,50\n', { ...wide, names: { indicator: { 累计新增: 'output' } } }],
    [
      'the words of its heading',
      'name,2023年1-11月\noutput,50\n',
      { columns: { name: 'indicator', '{as_of}年1-11月': 'value' } },
    ],
    ['a note of the row', 'name,2023,备注\noutput,50,截至11月累计\n', { columns: { ...wide.columns, 备注: 'note' } }],
    [
      'the name of the numbers',
      'name,时期,累计数\noutput,2023,50\n',
      { columns: { name: 'indicator', 时期: 'as_of', 累计数: 'value' } },
    ],
  ])('a year, where %s speaks of another time', async (_, text, mapping) => {
    const { problems, figures } = await read(text, mapping);
    expect([problems.map(({ code }) => code), figures]).toStrictEqual([['which-period'], []]);
    expect((await read(text, { ...mapping, periods: 'cumulative' })).figures).toHaveLength(0);
    expect((await read(text, { ...mapping, periods: 'each' })).figures).toHaveLength(1);
  });

  it.each(['2023年底', '2023年末', '截至2023年', '2023-12-31'])('%s is a day, and no time', async time => {
    const { problems, figures } = await read(asked(time), wide);
    expect([problems, figures.map(({ flow }) => flow)]).toStrictEqual([[], [null]]);
  });

  it('who made the sheet, and when, says nothing of its numbers', async () => {
    const text = '填报日期：2024年2月,\nname,2023\noutput,50\n';
    expect(await read(text, wide)).toStrictEqual(await long(['output,50,2023,2023']));
  });
});

describe('the growth of a time is asked about as what is counted over it', () => {
  const rows = (time: string) => `name,${time}\nrise,5.2\n`;

  it.each([
    ['a month', rows('2023年12月'), wide],
    ['a quarter', rows('2023-Q4'), wide],
    ['a year below the title of another time', `2023年1-9月主要指标,\n${rows('2023年')}`, wide],
    [
      'a year beside a note of another time',
      `${rows('2023年')}注：2023年为前11个月累计增长,\n`,
      { ...wide, ends: '注*' },
    ],
    ['months in a column', 'name,时期,数\nrise,2023年12月,5.2\n', tall],
  ])('%s', async (_, text, mapping) => {
    const { problems, figures } = await read(text, mapping);
    expect([problems.map(({ code }) => code), figures]).toStrictEqual([['which-period'], []]);
  });

  it.each([
    ['a year', '2023年', {}, 'rise,5.2,,2023,2023'],
    ['what is summed up since New Year, to its end', '2023年12月', { periods: 'cumulative' }, 'rise,5.2,,2023,2023'],
    ['what can only begin with the year', '2023年1-12月', {}, 'rise,5.2,,2023,2023'],
    ['the end of a year, of which the day says enough', '2023年底', {}, 'rise,5.2,2023-12-31,,'],
    ['what is summed up since New Year', '2023年9月', { periods: 'cumulative' }, 'rise,5.2,2023-09-30,,'],
    ['what begins with the year', '2023年1-9月', {}, 'rise,5.2,2023-09-30,,'],
  ])('not of %s', async (_, time, more, row) => {
    const own = await read(`indicator,value,as_of,flow_from,flow_to\n${row}\n`);
    expect(await read(rows(time), { ...wide, ...more })).toStrictEqual(own);
  });

  it('a month alone is none of the year', async () => {
    const { figures } = await read(rows('2023年12月'), { ...wide, periods: 'each' });
    expect(figures.map(({ flow }) => flow)).toStrictEqual([{ from: '2023-12-01', to: '2023-12-31' }]);
  });
});
