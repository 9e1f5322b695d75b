import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';

/* Words beside figures that would make them figures of another day, or of another way of measuring. */

const plan = planSchema.parse(
  parse(
    `
plan: p
title: p
period: { from: 2020, to: 2025 }
regions: [{ id: here, title: here }]
region: here
indicators:
  roads: { title: Roads, unit: km, kind: stock, counts: { all: same, unstated: same } }
  rise: { title: Rise, unit: '%', kind: growth, counts: { all: same, unstated: same } }
  chained: { title: 环比增速, unit: '%', kind: growth }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: roads, at_least: 100, by: 2025-12-31 }] }]
`,
    { schema: 'failsafe' },
  ),
);

async function codesOf(text: string, path: string) {
  const { problems } = await readReport({ path, bytes: Buffer.from(text) }, plan);
  return problems.map(({ code }) => code).filter(code => code !== 'number-outside-table');
}

const sheet = (above: string, rows: readonly string[], below = '') =>
  codesOf([...(above ? [above] : []), '指标,数值,日期', ...rows, ...(below ? [below] : [])].join('\n'), 'report.csv');

describe('another day than that of the figures', () => {
  it.each([
    ['a title', '2024年底道路情况', ''],
    ['the title of a part of the year', '2025年1-9月主要指标', ''],
    ['a note below', '', '注：以上为2024年数据,,'],
    ['a time up to a day', '', '截至2025年9月,,'],
    ['a title in English', 'Data for 2024', ''],
  ])('is told where %s says it', async (_, above, below) => {
    expect(await sheet(above, ['roads,80,2025-12-31'], below)).toEqual(['day-beside']);
  });

  it.each([
    ['one of several days', '2024年道路情况', ['roads,70,2024-12-31', 'roads,80,2025-12-31']],
    ['their year', '2025年道路情况', ['roads,80,2025-12-31']],
    ['the month of their day', '道路情况（2025年9月）', ['roads,80,2025-09-30']],
    ['a day of publication', '填表日期：2026年1月20日', ['roads,80,2025-12-31']],
    ['what happened in another year', '2024年拆除道路20公里', ['roads,80,2025-12-31']],
    ['a year to compare with', '比2024年增加', ['roads,80,2025-12-31']],
  ])('is not told where a text says %s', async (_, above, rows) => {
    expect(await sheet(above, rows)).toEqual([]);
  });

  it('is not told of a row among the figures that only begins with a year', async () => {
    const rows = ['roads,70,2025-06-30', '2024年续建项目,,', 'roads,80,2025-12-31'];
    expect(await sheet('', rows)).toEqual([]);
  });

  it('is told of one figure by its own note, and not of the one beside', async () => {
    const figure = (value: number, note: string) =>
      `  - { indicator: roads, value: ${value}, as_of: 2025-12-31, note: ${note} }`;
    const text = ['observations:', figure(80, '截至2024年末'), figure(81, '截至2025年末'), ''].join('\n');
    expect(await codesOf(text, 'report.yaml')).toEqual(['day-beside']);
  });

  it('is not told of a report by its title or its publisher, which have days of their own', async () => {
    const text = `report: 2024年政府工作报告\nsource: { publisher: 2024年统计局, title: 截至2024年末 }\nas_of: 2025-12-31\nmetrics: { roads: 80 }\n`;
    expect(await codesOf(text, 'report.yaml')).toEqual([]);
  });
});

describe('the growth of a month, a quarter or half a year', () => {
  const given = (day: string, above = '') =>
    codesOf(`${above}observations:\n  - { indicator: rise, value: 6${day} }\n`, 'r.yaml');

  it.each(['2025-12', '2025年12月', '2025-Q4', '2025年下半年', '2025年6月'])('is asked about: %s', async day => {
    expect(await given(`, as_of: ${day}`)).toEqual(['which-period']);
    expect(await given('', `as_of: ${day}\n`)).toEqual(['which-period']);
    expect(await codesOf(`indicator,value,as_of\nrise,6,${day}\n`, 'report.csv')).toEqual(['which-period']);
    expect(await codesOf(`{"indicator":"rise","value":6,"as_of":"${day}"}\n`, 'report.ndjson')).toEqual([
      'which-period',
    ]);
  });

  it.each(['2025', '2025-12-31', '2025年底', '2025年12月底', '2025年1-9月', '2025-Q1', '2025年上半年'])(
    'is not asked about %s',
    async day => {
      expect(await given(`, as_of: ${day}`)).toEqual([]);
    },
  );

  it('is not asked about where its time is said, or of what is of no time', async () => {
    expect(await given(', flow: { from: 2025-12, to: 2025-12 }')).toEqual([]);
    expect(await codesOf('metrics:\n  roads: { value: 6, as_of: 2025-12 }\n', 'r.yaml')).toEqual([]);
  });
});

describe('another way of measuring', () => {
  const noted = (figure: string, note: string) =>
    codesOf(`observations:\n  - { ${figure}, note: '${note}' }\n`, 'report.yaml');

  it.each(['环比', '两年平均', '名义增长', '当月', '前11个月', '1-9月累计', 'month-on-month', 'annualised'])(
    'is told of a growth beside %s',
    async note => {
      expect(await noted('indicator: rise, value: 6, as_of: 2025-12-31', note)).toEqual(['way-beside']);
      expect(await sheet(note, ['rise,6,2025-12-31'])).toEqual(['way-beside']);
    },
  );

  it.each([
    ['whose definition is said', 'indicator: rise, value: 6, as_of: 2025-12-31, counts: all', '环比'],
    ['whose time is said', 'indicator: rise, value: 6, flow: { from: 2025-01, to: 2025-12 }', '累计，名义'],
    ['of that part of the year', 'indicator: rise, value: 6, as_of: 2025-09-30', '1-9月'],
    ['that the plan calls so', 'indicator: chained, value: 6, as_of: 2025-12-31', '环比'],
    ['that is of no time', 'indicator: roads, value: 6, as_of: 2025-12-31', '环比增长2%'],
  ])('is not told of a figure %s', async (_, figure, note) => {
    expect(await noted(figure, note)).toEqual([]);
  });
});
