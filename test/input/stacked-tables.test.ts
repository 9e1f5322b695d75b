import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';
import { type Cell, sheet, xlsxOf } from '../support/tables.ts';

const PLAN = `
plan: p
title: p
period: { from: 2020, to: 2025 }
region: here
indicators:
  roads: { title: { en: roads, zh: 公路 }, unit: { en: km, zh: 公里 }, kind: stock }
  bridges: { title: { en: bridges, zh: 桥梁 }, unit: { en: bridge, zh: 座 }, kind: stock }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: bridges, at_least: 100, by: 2025-12-31 }] }]
`;

type Rows = readonly (readonly Cell[])[];

/** A sheet read by a mapping, from a workbook and from the same cells as text. */
async function readings(rows: Rows, mapping: object, more: readonly string[] = []) {
  const csv = rows.map(row => row.map(cell => cell ?? '').join(',')).join('\n');
  const files = {
    'sheet.xlsx': xlsxOf(sheet(rows)),
    'sheet.csv': `${csv}\n`,
    'plan.yaml': PLAN,
    'tables.yaml': stringify({ tables: [mapping] }),
  };
  return inTemporaryFolder(files, async cwd => {
    const argv = ['--plan', 'plan.yaml', '--tables', 'tables.yaml', '--as-of', '2023-12-31', ...more];
    return Promise.all(['sheet.xlsx', 'sheet.csv'].map(name => runCli(['check', name, ...argv], { cwd })));
  });
}

const columns = { 指标: 'indicator', 单位: 'unit', '{as_of}': 'value' };
const first: Rows = [
  ['指标', '单位', '2022年', '2023年'],
  ['公路', '公里', 50, 60],
];

describe('a second table below the first', () => {
  it.each<[string, Rows, object]>([
    ['years the other way round', [['指标', '单位', '2023年', '2022年']], { columns, others: 'ignore' }],
    [
      'its heading left out by name',
      [['指标', '单位', '2023年', '2022年']],
      { columns, names: { indicator: { 指标: 'ignore' } } },
    ],
    ['years that are numbers', [['指标', '单位', 2023, 2022]], { columns, others: 'ignore' }],
    ['growth beside them', [['指标', '单位', '2022年', '增长']], { columns, others: 'ignore' }],
    ['another name for its names', [['项目', '单位', '2022年', '2023年']], { columns, others: 'ignore' }],
    [
      'a title and a blank row above it',
      [[], ['表二'], ['项目', '单位', '2021年', '2022年']],
      { columns, others: 'ignore' },
    ],
  ])('has no figure under the headings of the first: %s', async (_, rows, mapping) => {
    for (const { code, stderr, stdout } of await readings([...first, ...rows, ['桥梁', '座', 100, 80]], mapping)) {
      expect([code, stdout]).toStrictEqual([2, '']);
      expect(stderr).toContain('another table begins in this row [heading-twice]');
      expect(stderr).toContain('let "ends:" say');
    }
  });

  it('is refused where the headings stand in two rows', async () => {
    const rows: Rows = [
      ['指标', '单位', '2022年', '2023年'],
      [null, null, '实际', '实际'],
      ['公路', '公里', 50, 60],
      ['指标', '单位', '2023年', '2022年'],
      ['桥梁', '座', 100, 80],
    ];
    const across = { 指标: 'indicator', 单位: 'unit', '{as_of} 实际': 'value' };
    for (const { code, stderr } of await readings(rows, { header: [1, 2], columns: across, others: 'ignore' }))
      expect([code, stderr]).toStrictEqual([2, expect.stringContaining('[heading-twice]')]);
  });

  it('that says the same headings once more, as on a new page, is the same table', async () => {
    const rows: Rows = [...first, ...first.slice(0, 1), ['桥梁', '座', 80, 100]];
    for (const { code, stdout } of await readings(rows, { columns, others: 'ignore' }, ['--format', 'ndjson']))
      expect([code, stdout.includes('"verdict":"met"')]).toStrictEqual([0, true]);
  });

  it('beyond "ends" speaks of its own numbers alone', async () => {
    const rows: Rows = [...first, ['表二'], ['指标', '单位', '2022年', '2023年'], ['桥梁', '万公里', 80, 100]];
    for (const { code, stderr } of await readings(rows, { columns, ends: '表二' })) {
      expect([code, stderr.includes('[unit-beside]')]).toStrictEqual([3, false]);
      expect(stderr).toContain('save that as a file or sheet of its own');
    }
  });

  it('but a unit below that stands beside no number is one of the first', async () => {
    for (const { code, stderr } of await readings([...first, ['注'], [null, '单位：万公里']], { columns, ends: '注' }))
      expect([code, stderr]).toStrictEqual([2, expect.stringContaining('[unit-beside]')]);
  });
});

describe('a name that stands once for several rows', () => {
  const rows: Rows = [
    ['序号', '指标', '2022年', '2023年'],
    [1, '桥梁', 50, 60],
    [2, null, 70, 100],
  ];

  it.each(['indicator', 'region'])('is said as map asks for it: %s', async field => {
    const text = '类别,指标,地区,2023年\n甲,桥梁,here,100\n乙,,,100\n';
    await inTemporaryFolder({ 'sheet.csv': text, 'plan.yaml': PLAN }, async cwd => {
      const argv = ['map', 'sheet.csv', '--plan', 'plan.yaml', '--column', '类别=ignore', '--fixed', `${field}=above`];
      const { stdout, stderr } = await runCli(argv, { cwd });
      expect([stderr.includes('is none'), stdout]).toStrictEqual([false, expect.stringContaining(`${field}: above`)]);
    });
  });

  it('is not that of a row which adds up those above', async () => {
    const mapping = {
      columns: { 序号: 'ignore', 指标: 'indicator', '{as_of}': 'value' },
      fixed: { indicator: 'above' },
    };
    const total: Rows = [...rows.slice(0, 2), ['合计', null, 500, 600]];
    for (const { code, stderr } of await readings(total, mapping))
      expect([code, stderr]).toStrictEqual([
        2,
        expect.stringMatching(/\[left-blank\][\s\S]*let "ends:" say how rows of sums begin/),
      ]);
    for (const { stderr } of await readings(rows, mapping)) expect(stderr).not.toContain('[left-blank]');
  });
});
