import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';
import { type Cell, sheet, xlsxOf } from '../support/tables.ts';

const shapes = path.join(packageRoot, 'fixtures/tables');
const office = 'fixtures/sheets/progress-zh.xlsx';

interface Mapped {
  readonly header?: number | number[];
  readonly ends?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly missing?: readonly string[];
  readonly fixed?: Readonly<Record<string, string>>;
  readonly forecast_from?: string;
  readonly preset?: string;
  readonly decimal?: string;
  readonly flags?: Readonly<Record<string, string>>;
}

const mapped = (name: string, content: string | Uint8Array, argv: readonly string[] = []) =>
  inTemporaryFolder({ [name]: content }, async cwd => {
    const ran = await runCli(['map', name, ...argv], { cwd });
    const document = parse(ran.stdout || 'tables: [{}]', { schema: 'failsafe' }) as {
      readonly tables: readonly Mapped[];
    };
    return { ...ran, mapping: document.tables[0] ?? {} };
  });

const ofCsv = async (text: string) => (await mapped('sheet.csv', text)).mapping;

describe('a sheet as an office sends it', () => {
  it.each(['en', 'zh'])('is proposed with a reason for each line (%s)', async lang => {
    const { stdout, stderr } = await runCli(['map', office, '--lang', lang]);
    expectGolden(`map/progress.${lang}.txt`, `${stdout}\n${stderr}`);
  });

  it('comes to a verdict in three commands, none of them an editor', async () => {
    const files = { 'sheet.xlsx': readFileSync(path.join(packageRoot, office)) };
    await inTemporaryFolder(files, async cwd => {
      const first = await runCli(['map', 'sheet.xlsx'], { cwd });
      expect(first.stdout).toContain("大型数据中心PUE: '?'");
      const written = await runCli(['map', 'sheet.xlsx', 'tables.yaml', '--name', '大型数据中心PUE=data-centre-pue'], {
        cwd,
      });
      expect([written.code, written.stdout]).toStrictEqual([0, '']);
      const { stdout, code } = await runCli(
        ['check', 'sheet.xlsx', '--tables', 'tables.yaml', '--as-of', '2023-12-31', '--format', 'ndjson'],
        { cwd },
      );
      expect(code).toBe(3);
      const verdicts = stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { target?: string; verdict?: string });
      expect(verdicts.find(({ target }) => target === '5g-stations-2025')?.verdict).toBe('on-schedule');
    });
  });

  it.each([
    ['w/sheet.csv', 'w/tables.yaml', 'sheet.csv'],
    ['w/sheet.csv', 'tables.yaml', 'w/sheet.csv'],
    ['./w/sheet.csv', 'other/tables.yaml', '../w/sheet.csv'],
  ])('of %s names it from %s', async (sheet, tables, files) => {
    const table = '指标,2022年,2023年\n5G基站（个）,72000,93307\n';
    await inTemporaryFolder({}, async cwd => {
      for (const folder of ['w', 'other']) mkdirSync(path.join(cwd, folder));
      writeFileSync(path.join(cwd, 'w/sheet.csv'), table);
      expect((await runCli(['map', sheet, tables], { cwd })).code).toBe(0);
      expect(readFileSync(path.join(cwd, tables), 'utf8')).toMatch(new RegExp(`- files: '?${files}'?\n`));
      const { stderr } = await runCli(['check', sheet, '--tables', tables], { cwd });
      expect(stderr).not.toContain('[foreign-table]');
    });
  });

  it('of more columns than are read is told, and nothing is proposed', async () => {
    const years = Array.from({ length: 1001 }, (_, index) => 2020 + (index % 3)).join(',');
    await inTemporaryFolder({ 'wide.csv': `指标,${years}\n5G基站,72000\n` }, async cwd => {
      const { code, stdout, stderr } = await runCli(['map', 'wide.csv'], { cwd });
      expect([code, stdout, stderr.includes('[too-many-columns]')]).toEqual([2, '', true]);
    });
  });

  it('is not read while anything in it is left open', async () => {
    const files = { 'sheet.xlsx': readFileSync(path.join(packageRoot, office)) };
    await inTemporaryFolder(files, async cwd => {
      await runCli(['map', 'sheet.xlsx', 'tables.yaml'], { cwd });
      const { code, stderr } = await runCli(['check', 'sheet.xlsx', '--tables', 'tables.yaml'], { cwd });
      expect([code, stderr.includes('[still-open]')]).toStrictEqual([2, true]);
      expect((await runCli(['map', 'sheet.xlsx', 'tables.yaml'], { cwd })).stderr).toContain('exists already');
    });
  });
});

/** Sheets of offices, each with what it leaves open, and the flags that say it. */
const sheets: readonly {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merged?: readonly string[];
  readonly flags: readonly string[];
  readonly expected: Readonly<Record<string, number>>;
}[] = [
  {
    name: 'sections below the names of the columns, units in the names, a blank row, a goal and a note',
    rows: [
      ['新型基础设施建设进展情况表', null, null, null, null, null],
      ['填报单位：省发展改革委', null, null, null, '填报日期：2024年1月25日', null],
      ['序号', '指标名称（单位）', '2022年', '2023年', '2025年目标', '备注'],
      ['一', '信息基础设施', null, null, null, null],
      [1, '5G基站（万个）', 6.7, 9.3, 12, '累计'],
      [null, null, null, null, null, null],
      ['二', '融合基础设施', null, null, null, null],
      [2, '工业互联网标识解析二级节点（个）', '—', 8, 6, null],
      ['注：为累计建成数。', null, null, null, null, null],
    ],
    merged: ['A1:F1'],
    flags: ['--counts', '工业互联网标识解析二级节点=connected'],
    expected: { '5g-stations-2025': 93_000, 'identifier-nodes-2025': 8 },
  },
  {
    name: 'parts of a year whose year stands in the title, one indicator, the whole region by a word',
    rows: [
      ['2023年各市5G基站建设情况', null, null],
      ['单位：个', null, null],
      ['市', '上半年', '全年'],
      ['全省', 80_000, 93_307],
      ['太原市', 13_000, 16_000],
      ['资料来源：省通信管理局', null, null],
    ],
    merged: ['A1:C1'],
    flags: ['--name', '全省=shanxi', '--name', '太原市=taiyuan', '--fixed', 'indicator=5g-base-stations'],
    expected: { '5g-stations-2025': 93_307 },
  },
  {
    name: 'a column of this year beside that of the last one, a name that is nearly one',
    rows: [
      ['主要指标完成情况（2023年）', null, null, null],
      ['指标', '计量单位', '本年累计', '上年同期'],
      ['5G基站', '万个', 9.3, 6.7],
      ['5G基站座数', '万个', 9.3, 6.7],
      ['制表：张三', null, null, null],
    ],
    flags: ['--name', '5G基站座数=ignore'],
    expected: { '5g-stations-2025': 93_000 },
  },
  {
    name: 'a column that nothing is known of, a day that stands nowhere',
    rows: [
      ['指标', '甲', '乙'],
      ['5G基站', 93_307, 4],
      ['数据中心集群', 3, 5],
    ],
    flags: ['--column', '甲=value', '--column', '乙=ignore', '--fixed', 'as_of=2023-12-31'],
    expected: { '5g-stations-2025': 93_307, 'data-centre-clusters-2025': 3 },
  },
  {
    name: 'two rows of names, goals beside what was reached',
    rows: [
      ['附件2', null, null, null],
      ['指标', '单位', '2023年', null],
      [null, null, '目标', '完成'],
      ['5G基站', '万个', 9, 9.3],
      ['数据中心集群', '个', 3, 3],
    ],
    merged: ['A2:A3', 'B2:B3', 'C2:D2'],
    flags: [],
    expected: { '5g-stations-2025': 93_000, 'data-centre-clusters-2025': 3 },
  },
  {
    name: 'categories merged over rows, those responsible, the day of the sheet in a cell of its own',
    rows: [
      ['规划主要指标中期完成情况表', null, null, null, null, null],
      ['填报单位：', '省工信厅', null, '填表时间：', '2023-12-28', null],
      ['类别', '指标', '单位', '2025年目标值', '2023年11月底完成值', '牵头单位'],
      ['信息基础设施', '5G基站', '万个', 12, 9.2, '省通信管理局'],
      [null, '数据中心集群', '个', 4, 3, '省工信厅'],
      ['备注：以上数据为初步统计。', null, null, null, null, null],
    ],
    merged: ['A1:F1', 'A4:A5'],
    flags: ['--column', '类别=ignore'],
    expected: { '5g-stations-2025': 92_000, 'data-centre-clusters-2025': 3 },
  },
];

describe('from a sheet to verdicts in three commands, none of them an editor', () => {
  it.each(sheets)('$name', async ({ rows, merged = [], flags, expected }) => {
    await inTemporaryFolder({ 'sheet.xlsx': xlsxOf(sheet(rows, { merged, name: '表1' })) }, async cwd => {
      const first = await runCli(['map', 'sheet.xlsx'], { cwd });
      expect(first.code, first.stderr).toBe(0);
      // What is open is named by the flags that say it.
      const asked = [...first.stderr.matchAll(/--(name|column|fixed) '?([^=']+)=/g)];
      for (const [, flag, key] of asked) expect(flags).toContainEqual(expect.stringMatching(`^(--${flag}|${key}=)`));
      expect(first.stderr.includes('?')).toBe(asked.length > 0);
      const second = await runCli(['map', 'sheet.xlsx', 'tables.yaml', ...flags], { cwd });
      expect([second.code, second.stderr]).toStrictEqual([0, expect.not.stringContaining('?')]);
      const argv = ['check', 'sheet.xlsx', '--tables', 'tables.yaml', '--as-of', '2023-12-31', '--format', 'json'];
      const third = await runCli(argv, { cwd });
      const { assessments } = JSON.parse(third.stdout || `"${third.stderr}"`);
      const values = assessments.map(({ target, value }: { target: string; value: { nominal: number } | null }) => [
        target,
        value?.nominal,
      ]);
      expect(Object.fromEntries(values)).toMatchObject(expected);
    });
  });

  it('what flags say is told with its reason, and asked for at a terminal', async () => {
    const files = { 'sheet.csv': '指标,甲,乙\n5G基站,93307,4\n' };
    await inTemporaryFolder(files, async cwd => {
      const { stdout } = await runCli(['map', 'sheet.csv', '--column', '甲=value', '--counts', '5G基站=built'], {
        cwd,
      });
      expect(stdout).toMatch(/甲: value +# as you said/);
      expect(stdout).toMatch(/counts:\n +5g-base-stations: built +# as you said/);
      const stdin = 'value\n?\n2023\n';
      const asked = await runCli(['map', 'sheet.csv'], { cwd, stdin, isSatAt: true });
      expect(asked.stderr).toMatch(/^甲: what does it hold\?.*乙: what does it hold\?.*as_of: which day/s);
      expect(asked.stdout).toMatch(/甲: value +# as you said\n +乙: '\?' .*as_of: 2023 /s);
    });
  });

  it.each([
    [['--column', '甲'], '"甲" is not two names'],
    [['--column', '甲=vlaue'], 'did you mean "value"?'],
    [['--column', '丙=value'], '--column: "丙" is none'],
    [['--column', '{asof}年=value'], 'did you mean "as_of"?'],
    [['--fixed', 'value=3'], '--fixed: "value" is none'],
    [['--counts', '5G基站=bulit'], 'did you mean "built"?'],
    [['--counts', '5G座=built'], '--counts: "5G座" is none'],
  ])('what no flag can say is refused: %s', (flags, message) =>
    inTemporaryFolder({ 'sheet.csv': '指标,甲\n5G基站,93307\n' }, async cwd => {
      const { code, stderr } = await runCli(['map', 'sheet.csv', ...flags], { cwd });
      expect([code, stderr]).toStrictEqual([2, expect.stringContaining(message)]);
    }),
  );
});

describe('what a table says is proposed, what it does not say is asked', () => {
  it.each<[name: string, text: string, expected: Mapped]>([
    [
      'years across, a goal and a growth rate beside them',
      '指标,2022年,2023年完成情况,2025年目标,2023年同比增长\n5G基站,6.7万,9.3万,12万,38.8\n',
      {
        header: '1' as never,
        columns: {
          指标: 'indicator',
          '{as_of}': 'value',
          '{as_of}完成情况': 'value',
          '2025年目标': 'ignore',
          '2023年同比增长': 'ignore',
        },
      },
    ],
    [
      'the unit of all figures stands above, a day in the title',
      '2023年底5G建设情况,,\n单位：万个,,填报日期：2024-01-25\n序号,指标名称,完成情况\n1,5G基站,9.3\n2,合计,9.3\n',
      {
        header: '3' as never,
        columns: { 序号: 'ignore', 指标名称: 'indicator', 完成情况: 'value' },
        names: { indicator: { 合计: 'ignore' } },
        fixed: { unit: '万个', published: '2024-01-25', as_of: '2023年底' },
      },
    ],
    [
      'regions and indicators across, one that the plan does not know',
      '地区,5G基站（个）,电动汽车（辆）\n太原市,16000,5\n大同市,8000,…\n注：快报数,,\n',
      {
        header: '1' as never,
        ends: '注：*',
        columns: { 地区: 'region', '{indicator}': 'value' },
        names: { indicator: { '电动汽车（辆）': 'ignore' } },
        missing: ['…'],
        fixed: { as_of: '?' },
      },
    ],
    [
      'a column of numbers of which nothing is known',
      'indicator,2023,xyz\n5g-base-stations,93307,4\n',
      { header: '1' as never, columns: { indicator: 'indicator', '{as_of}': 'value', xyz: '?' } },
    ],
    [
      'years to come after the day of the sheet',
      '发布日期：2024-02-06,,\n指标,2023年,2026年\n5G基站,93307,130000\n',
      {
        header: '2' as never,
        columns: { 指标: 'indicator', '{as_of}': 'value' },
        fixed: { published: '2024-02-06' },
        forecast_from: '2026年',
      },
    ],
    [
      'names in a column without a heading of that kind',
      '建设任务类别,某列,2023年\n5G基站,x,93307\n数据中心集群,y,3\n',
      { header: '1' as never, columns: { 建设任务类别: 'indicator', 某列: '?', '{as_of}': 'value' } },
    ],
    [
      'a unit in the heading of the numbers',
      '指标,数值（万个）,日期\n5G基站,9.3,2023\n',
      { header: '1' as never, columns: { 指标: 'indicator', '数值（{unit}）': 'value', 日期: 'as_of' } },
    ],
    [
      'a unit that is none of its indicator',
      '指标,单位,2023年\n5G基站,部,93307\n',
      {
        header: '1' as never,
        columns: { 指标: 'indicator', 单位: 'unit', '{as_of}': 'value' },
        names: { unit: { 部: '?' } },
      },
    ],
    [
      'years one below the other',
      '年份,5G基站,数据中心集群\n2022,67000,2\n2023,93307,3\n',
      { header: '1' as never, columns: { 年份: 'as_of', '{indicator}': 'value' } },
    ],
    [
      'months beside the years, which are a part of the day',
      '指标,年份,月份,数值\n5G基站,2023,6,80000\n5G基站,2023,12,93307\n',
      { header: '1' as never, columns: { 指标: 'indicator', 年份: 'as_of', 月份: '?', 数值: 'value' } },
    ],
    [
      'days below a heading that nobody knows',
      '统计期,5G基站,机架数\n2022年,67000,1\n2023年,93307,2\n',
      {
        header: '1' as never,
        columns: { 统计期: '?', '{indicator}': 'value' },
        names: { indicator: { 机架数: '?' } },
      },
    ],
    [
      'regions across, one that the plan does not know',
      '2023年进展,,,\n指标,太原市,大同市,全省\n5G基站,16000,8000,93307\n',
      {
        header: '2' as never,
        columns: { 指标: 'indicator', '{region}': 'value' },
        names: { region: { 全省: '?' } },
        fixed: { as_of: '2023年' },
      },
    ],
    [
      'regions and days across',
      '指标,太原市2022年,太原市2023年\n5G基站,12000,16000\n',
      { header: '1' as never, columns: { 指标: 'indicator', '{region}{as_of}': 'value' } },
    ],
    [
      'a part of the region in the title',
      '太原市2023年进展,\n指标,完成情况\n5G基站,16000\n',
      {
        header: '2' as never,
        columns: { 指标: 'indicator', 完成情况: 'value' },
        fixed: { region: 'taiyuan', as_of: '2023年' },
      },
    ],
    [
      'two parts of the region in the title',
      '太原市、大同市2023年进展,\n指标,完成情况\n5G基站,16000\n',
      {
        header: '2' as never,
        columns: { 指标: 'indicator', 完成情况: 'value' },
        fixed: { region: '?', as_of: '2023年' },
      },
    ],
    [
      'a part of the region in a row between figures',
      '指标,2023年\n5G基站,93307\n太原市,\n5G基站,16000\n',
      {
        header: '1' as never,
        columns: { 指标: 'indicator', '{as_of}': 'value' },
        fixed: { region: '?' },
      },
    ],
    [
      'another table below, with a title',
      '指标,2023年\n5G基站,93307\n,\n表二 太原市,\n指标,2023年\n5G基站,16000\n',
      { header: '1' as never, ends: '表二 太原市', columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
    [
      'another table below, without a title',
      '指标,2023年\n5G基站,93307\n指标,2023年\n5G基站,16000\n',
      { header: '1' as never, ends: '指标', columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
    [
      'wide digits, words before and behind the day',
      '指标,２０２１年,2022年（年报）,截至2023年9月底,2023年（部分）\n5G基站,1,2,3,4\n',
      {
        header: '1' as never,
        columns: { 指标: 'indicator', '{as_of}': 'value', '{as_of}（年报）': 'value', '2023年（部分）': '?' },
      },
    ],
    [
      "the indicators' own units in one line above",
      '单位：座、%,\n指标,2023年\n5G基站,93307\n',
      { header: '2' as never, columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
    [
      'units above that are none of the plan',
      '单位：座、吨,\n指标,2023年\n5G基站,93307\n',
      { header: '2' as never, columns: { 指标: 'indicator', '{as_of}': 'value' }, fixed: { unit: '?' } },
    ],
    [
      'two tables side by side',
      '指标,2022年,2023年,,指标,2022年,2024年\n5G基站,1,2,,数据中心集群,2,3\n',
      {
        header: '1' as never,
        columns: {
          指标: 'indicator',
          '{as_of}': 'value',
          '指标 #2': 'ignore',
          '2022年 #2': 'ignore',
          '2024年': 'ignore',
        },
      },
    ],
    [
      'two columns of numbers and units with one heading each',
      '指标,数值,单位,数值,单位,日期\n5G基站,9.3,万个,93307,个,2023\n',
      {
        header: '1' as never,
        columns: {
          指标: 'indicator',
          '数值 #1': '?',
          '单位 #1': '?',
          '数值 #2': '?',
          '单位 #2': '?',
          日期: 'as_of',
        },
      },
    ],
    [
      'signs behind numbers',
      '指标,2022年,2023年\n5G基站,67000*,93307①\n数据中心集群,2 p,3（注1）\n',
      {
        header: '1' as never,
        columns: { 指标: 'indicator', '{as_of}': 'value' },
        flags: { '*': '?', p: '?', '①': '?', '(注1)': '?' },
      },
    ],
    [
      'years over columns of one name, in a text that has lost how far each goes',
      ',2022年,,2023年,\n指标,目标,完成,目标,完成\n5G基站,60000,67000,90000,93307\n',
      {
        header: '2' as never,
        columns: { 指标: 'indicator', 目标: 'ignore', '完成 #1': '?', '完成 #2': '?' },
        fixed: { as_of: '?' },
      },
    ],
    [
      'indicators across, one of them with words of a comparison',
      '地区,5G基站（万个）,数字经济核心产业占比（%）\n太原市,1.2,5.6\n',
      {
        header: '1' as never,
        columns: { 地区: 'region', '{indicator}': 'value' },
        names: { indicator: { '数字经济核心产业占比（%）': '?' } },
        fixed: { as_of: '?' },
      },
    ],
    [
      'numbers that nobody reads',
      '指标,2022年,2023年\n5G基站,67 000,93 307\n',
      { header: '1' as never, columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
    [
      'two columns of names',
      '一级指标,二级指标,2023年\n信息基础设施,5G基站,93307\n',
      { header: '1' as never, columns: { 一级指标: '?', 二级指标: '?', '{as_of}': 'value' } },
    ],
    [
      'a sign behind a day',
      '指标,2022年,2023年p,2024（e）,2025年目标\n5G基站,1,2,3,4\n',
      {
        header: '1' as never,
        columns: { 指标: 'indicator', '{as_of}': 'value', '2025年目标': 'ignore' },
        flags: { p: '?', '(e)': '?' },
      },
    ],
    [
      'a row of units below the names of the columns',
      '地区,5G基站,数据中心集群\n单位,万个,个\n太原市,1.2,2\n',
      {
        header: ['1', '2'] as never,
        columns: { '地区 单位': 'region', '{indicator} {unit}': 'value' },
        fixed: { as_of: '?' },
      },
    ],
    [
      'units below days',
      '指标,2022年,2023年\n,万个,个\n5G基站,6.7,93307\n',
      { header: ['1', '2'] as never, columns: { 指标: 'indicator', '{as_of} {unit}': 'value' } },
    ],
    [
      'numbers that are all texts with a unit',
      '指标,2022年,2023年\n5G基站,6.7万个,约9.3万个\n数据中心集群,2 个,3 个\n',
      { header: '1' as never, columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
    [
      'names that stand once for several rows',
      '地区,指标,2023年\n太原市,5G基站,16000\n,数据中心集群,2\n',
      {
        header: '1' as never,
        columns: { 地区: 'region', 指标: 'indicator', '{as_of}': 'value' },
        fixed: { region: '?' },
      },
    ],
    [
      'decimals behind a comma',
      '指标;2022年;2023年\n5G基站;67.000;93.307\n数据中心集群;2,5;3,5\n',
      { decimal: 'comma', header: '1' as never, columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
    [
      'a sign that may stand before decimals, or part thousands',
      '指标;2022年;2023年\n5G基站;67.000;93.307\n',
      { decimal: '?', header: '1' as never, columns: { 指标: 'indicator', '{as_of}': 'value' } },
    ],
  ])('%s', async (_, text, expected) => {
    const { files: __, ...mapping } = (await ofCsv(text)) as Mapped & { files: string };
    expect(mapping).toStrictEqual(expected);
  });

  it('a packed key holds more commas than there are tabs', async () => {
    const text = 'freq,indic,unit,geo\\TIME_PERIOD\t2022 \t2023 \nA,5g-base-stations,NR,shanxi\t67000 \t93307 \n';
    expect((await mapped('sheet.tsv', text)).mapping.preset).toBe('eurostat-tsv');
  });

  it('a heading over two rows, merged in a workbook', async () => {
    const rows: Cell[][] = [
      ['地区', '5G基站（个）', null, '机架'],
      [null, '2022年', '2023年', '2023年'],
      ['太原市', 12000, 16000, 90000],
    ];
    const { mapping } = await mapped('cities.xlsx', xlsxOf(sheet(rows, { merged: ['A1:A2', 'B1:C1'] })));
    expect(mapping.header).toStrictEqual(['1', '2']);
    expect(mapping.columns).toStrictEqual({ 地区: 'region', '{indicator} {as_of}': 'value' });
    expect(mapping.names).toStrictEqual({ indicator: { 机架: '?' } });
  });
});

const fills: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'cities-by-indicator.csv': [["机架（架）: '?'", '机架（架）: data-centre-racks']],
  'indicators.csv': [["as_of: '?'", 'as_of: 2023-12-31']],
  'opensdg.csv': [["indicator: '?'", 'indicator: 5g-base-stations']],
  'sdmx.csv': [["NR: '?'", "NR: ''"]],
  'eurostat.tsv': [["NR: '?'", "NR: ''"]],
};

describe('each published shape is read by what is proposed, once what it cannot say is filled in', () => {
  it.each(['years.csv', 'years-zh.csv', ...Object.keys(fills)])('%s', async name => {
    const content = readFileSync(path.join(shapes, name), 'utf8');
    await inTemporaryFolder({ [name]: content }, async cwd => {
      const { stdout } = await runCli(['map', name], { cwd });
      const text = (fills[name] ?? []).reduce((all, [open, filled]) => {
        expect(all).toContain(open);
        return all.replace(open, filled);
      }, stdout);
      await inTemporaryFolder({ [name]: content, 'tables.yaml': text }, async folder => {
        const ran = await runCli(['check', name, '--tables', 'tables.yaml', '--as-of', '2023', '-v'], { cwd: folder });
        expect(ran.stderr).not.toContain('error');
        expect(ran.code).not.toBe(2);
        const own = await runCli(['check', name, '--tables', path.join(shapes, 'tables.yaml'), '-v'], { cwd: shapes });
        const cells = (stderr: string) => /(\d+ cells?: \d+ figures?), /.exec(stderr)?.[1];
        expect(cells(ran.stderr)).toBe(cells(own.stderr));
      });
    });
  });
});

it.each([
  ['no table', 'sheet.csv', 'a letter\nto somebody\n', 'no table of figures'],
  ['a report', 'report.yaml', 'as_of: 2023-12-31\nmetrics: { 5g-base-stations: 5 }\n', 'no table of figures'],
])('%s is told as that', async (_, name, content, said) => {
  const { code, stderr, stdout } = await mapped(name, content);
  expect([code, stdout, stderr.includes(said)]).toStrictEqual([2, '', true]);
});

describe('of a workbook whose first sheet holds no table', () => {
  const notes = sheet(
    [
      ['Notes', 'of the office'],
      ['contact', 'us'],
    ],
    { name: 'Notes' },
  );
  const figures = (name: string) =>
    sheet(
      [
        ['MEASURE', 'as_of', 'value'],
        ['5g-base-stations', '2023', 93307],
      ],
      { name },
    );

  it('the only other one that does is proposed by its name, and a measure that is none as an indicator', async () => {
    const { mapping } = await mapped('book.xlsx', xlsxOf(notes, figures('data')));
    expect(mapping).toMatchObject({ sheet: 'data', columns: { MEASURE: 'indicator', as_of: 'as_of', value: 'value' } });
  });

  it('one of several is asked for', async () => {
    const { code, stderr } = await mapped('book.xlsx', xlsxOf(notes, figures('a'), figures('b')));
    expect([code, stderr.includes('--sheet')]).toStrictEqual([2, true]);
  });
});

describe('sheets of yearbooks', () => {
  it('a unit in brackets behind a title is that of all numbers', async () => {
    const text = (title: string) => `${title},\n年份,数量\n2022,6.7\n2023,9.3\n`;
    expect((await ofCsv(text('山西省5G基站数（万站）'))).fixed).toMatchObject({ unit: '万站' });
    expect((await ofCsv(text('山西省5G基站数（万棵）'))).fixed).toMatchObject({ unit: '?' });
    expect((await ofCsv(text('山西省5G基站数（快报）'))).fixed).not.toHaveProperty('unit');
  });

  it('headings with their translation say what they say in Chinese', async () => {
    const { columns } = await ofCsv('指标 Item,单位 Unit,2023\n5G基站,万站,9.3\n');
    expect(columns).toStrictEqual({ '指标 Item': 'indicator', '单位 Unit': 'unit', '{as_of}': 'value' });
  });

  it('absolute numbers stand beside growth', async () => {
    const { columns } = await ofCsv('指标,2023年绝对数,2023年比上年增长（%）\n5G基站（万站）,9.3,38.8\n');
    expect(columns).toStrictEqual({
      指标: 'indicator',
      '{as_of}绝对数': 'value',
      '2023年比上年增长（%）': 'ignore',
    });
  });

  it('cells merged with a region are of it, and no question', async () => {
    const [name, cells] = sheet([
      ['地区', '指标', '2023年'],
      ['太原市', '5G基站', 300],
      ['', '数据中心机架', 200],
    ]);
    const merges = { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } };
    const { mapping } = await mapped('book.xlsx', xlsxOf([name, { ...cells, '!merges': [merges] }]));
    expect(mapping.fixed ?? {}).not.toHaveProperty('region');
  });
});

describe('a proposal is held against what a check would say of it', () => {
  it('a number that nobody reads is told with its place, and the exit is that of a check', async () => {
    const { code, stderr, mapping } = await mapped(
      'sheet.csv',
      '指标,数值,截至\n5G基站,九万三千三百零七,2023-12-31\n数据中心机架,82.78万,2023-08\n',
    );
    // The headings are ours: what stands below them is a figure that is badly written, and no heading.
    expect(mapping).toMatchObject({ header: '1', columns: { 指标: 'indicator', 数值: 'value', 截至: 'as_of' } });
    expect([code, stderr.includes('sheet.csv:2:'), stderr.includes('[bad-quantity]')]).toStrictEqual([2, true, true]);
    expect(stderr).not.toContain('then: shanxi-plan check');
  });

  it('an indicator above names of regions is what the table is about, with its unit', async () => {
    const { code, stdout, mapping } = await mapped(
      'sheet.csv',
      '5G基站（万个）,2023年,2022年\n全省,9.33,6.7\n太原市,2.1,1.5\n',
      ['--name', '全省=shanxi'],
    );
    expect(code).toBe(0);
    expect(mapping).toMatchObject({
      columns: { '5G基站（万个）': 'region', '{as_of}': 'value' },
      fixed: { indicator: '5g-base-stations', unit: '万个' },
    });
    expect(stdout).toMatch(/5g-base-stations +9\.33万 +2023-12-31 +shanxi/);
  });

  it('a unit of nobody in the heading of names is asked for', async () => {
    const { fixed } = await ofCsv('地区（单位：万棵）,5G基站\n太原市,3\n');
    expect(fixed).toMatchObject({ unit: '?' });
  });

  it.each([
    ['2023年数据中心机架', '{as_of}年{indicator}'],
    ['2023 数据中心机架', '{as_of} {indicator}'],
    ['数据中心机架2023年', '{indicator}{as_of}'],
  ])('%s is read by a key that it fits', async (heading, key) => {
    const { code, stdout, mapping } = await mapped('sheet.csv', `地区,${heading}\n太原市,300\n`);
    expect([code, mapping.columns]).toStrictEqual([0, { 地区: 'region', [key]: 'value' }]);
    expect(stdout).toMatch(/data-centre-racks +300 +2023-12-31 +taiyuan/);
  });

  it('a heading that two keys fit is asked for', async () => {
    const { stdout, mapping } = await mapped('sheet.csv', '地区,5G基站,2022年\n太原市,300,200\n');
    expect(mapping.columns).toMatchObject({ '{indicator}': 'value', '2022年': '?' });
    expect(stdout).toContain('read in several ways, by {indicator}, {as_of}');
  });

  it('names of which the plan knows none are asked for, not left out', async () => {
    const { names } = await ofCsv('指标,数值,年份,县区\n5G基站,300,2023,小店区\n5G基站,200,2023,迎泽区\n');
    expect(names).toStrictEqual({ region: { 小店区: '?', 迎泽区: '?' } });
    // Beside one that it knows, they may be others.
    const { names: beside } = await ofCsv('指标,数值,年份,县区\n5G基站,300,2023,小店区\n5G基站,200,2023,太原市\n');
    expect(beside).toStrictEqual({ region: { 小店区: 'ignore' } });
  });

  it('a code that nobody knows is asked for with the name beside it', async () => {
    const { stdout, mapping } = await mapped(
      'sheet.csv',
      'Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\nShanxi,SX,5G基站,ST.X,72000,93307\n',
    );
    expect(mapping).toMatchObject({ preset: 'world-bank', names: { indicator: { 'ST.X': '?' }, region: { SX: '?' } } });
    expect(stdout).toMatch(/'\?' +# perhaps 5g-base-stations\?/);
  });
});

describe('months across without a year', () => {
  const MONTHS = '指标,1月,2月\n5G基站,100000,110000\n';

  it('are asked for by one flag, which gives the year to all of them', async () => {
    const open = await mapped('sheet.csv', MONTHS);
    expect(open.code).toBe(0);
    expect(open.mapping.columns).toMatchObject({ '1月': '?', '2月': '?' });
    expect(open.stderr).toMatch(/tables\.yaml --fixed as_of=\n$/);
    const { code, stdout, mapping } = await mapped('sheet.csv', MONTHS, ['--fixed', 'as_of=2022']);
    expect(code).toBe(0);
    expect(mapping.names).toStrictEqual({ as_of: { '1月': '2022年1月', '2月': '2022年2月' } });
    expect(stdout).toMatch(/100000 +2022-01-31/);
    expect(stdout).toMatch(/110000 +2022-02-28/);
  });

  it('keep their days where a column is told to hold figures', async () => {
    const said = ['--column', '1月=value', '--column', '2月=ignore', '--fixed', 'as_of=2022'];
    const { code, stdout } = await mapped('sheet.csv', MONTHS, said);
    expect([code, /100000 +2022-01-31/.test(stdout), stdout.includes('110000')]).toStrictEqual([0, true, false]);
  });

  it('of one that is a whole day by itself are read at that day', async () => {
    const said = ['--column', '1月=value', '--column', '2月=ignore', '--fixed', 'as_of=2022-01-20'];
    const { stdout } = await mapped('sheet.csv', MONTHS, said);
    expect(stdout).toMatch(/100000 +2022-01-20/);
  });
});

it.each([
  ['2023年（快报数）', '{as_of}（{status}）', '快报数'],
  ['2023年(初步统计数)', '{as_of}({status})', '初步统计数'],
  ['2023年初步数', '{as_of}{status}', '初步数'],
])('figures below %s are first ones, not final', async (heading, key, word) => {
  const table = `指标,${heading},2022年\n5G基站,93307,72000\n`;
  const { code, mapping, stdout } = await mapped('sheet.csv', table);
  expect([code, mapping.columns]).toStrictEqual([0, { 指标: 'indicator', [key]: 'value', '{as_of}': 'value' }]);
  expect(mapping.names).toStrictEqual({ status: { [word]: 'provisional' } });
  await inTemporaryFolder({ 'sheet.csv': table, 'tables.yaml': stdout }, async cwd => {
    const argv = ['check', 'sheet.csv', '--tables', 'tables.yaml', '--as-of', '2023-12-31', '--format', 'json'];
    const checked = await runCli(argv, { cwd });
    expect(checked.stdout).toMatch(/"status": *"provisional"/);
  });
  // Somebody who knows better says so.
  const told = await mapped('sheet.csv', table, ['--name', `${word}=final`]);
  expect(told.mapping.names).toStrictEqual({ status: { [word]: 'final' } });
});

it.each([
  ['2023年预计', '{as_of}{status}', '预计'],
  ['2023年（预计数）', '{as_of}（{status}）', '预计数'],
  ['2023年预计完成', '{as_of}{status}', '预计完成'],
  ['2023 (estimate)', '{as_of} ({status})', 'estimate'],
])('figures below %s are expected, and never decide', async (heading, key, word) => {
  const table = `指标,2022年,${heading}\n5G基站,72000,193307\n`;
  const { mapping, stdout } = await mapped('sheet.csv', table);
  expect(mapping.columns).toStrictEqual({ 指标: 'indicator', '{as_of}': 'value', [key]: 'value' });
  expect(mapping.names).toStrictEqual({ status: { [word]: 'estimated' } });
  await inTemporaryFolder({ 'sheet.csv': table, 'tables.yaml': stdout }, async cwd => {
    const argv = ['check', 'sheet.csv', '--tables', 'tables.yaml', '--format', 'json', '--allow-undecided'];
    const { assessments } = JSON.parse((await runCli([...argv, '--as-of', '2023-12-31'], { cwd })).stdout);
    const of = assessments.filter(({ indicator }: { indicator: string }) => indicator === '5g-base-stations');
    expect(of.length).toBeGreaterThan(0);
    for (const { value, verdict } of of) expect([verdict, value?.low ?? 0]).not.toStrictEqual(['met', 193_307]);
    expect(JSON.stringify(of)).toContain('"estimated"');
  });
});

it('a name that is told where the table leaves none to name has no empty list beside it', async () => {
  const table = '指标,2022年,2023年\n5G基站,72000,93307\n';
  await inTemporaryFolder({ 'sheet.csv': table }, async cwd => {
    const { code, stderr } = await runCli(['map', 'sheet.csv', '--name', '收费=toll'], { cwd });
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('the table leaves none to name')]);
    expect(stderr).not.toMatch(/known: *$/m);
  });
});

it('a column of days is asked about once, and no day beside it', async () => {
  const { stdout, mapping } = await mapped('sheet.csv', '指标名称,当前值,数据时间\n5G基站,93307,2023-10-31\n');
  expect([mapping.columns?.['数据时间'], mapping.fixed]).toStrictEqual(['?', undefined]);
  expect(stdout).toContain('days of what?');
});

it('a table of nothing but goals has no figure to ask about, and is not done', async () => {
  const { code, mapping, stderr } = await mapped('sheet.csv', '指标,2023年计划,2025年目标\n5G基站,93307,120000\n');
  expect(mapping.columns).toMatchObject({ '2023年计划': 'ignore', '2025年目标': 'ignore' });
  expect([code, mapping.fixed, stderr.includes('[missing-key]')]).toStrictEqual([2, undefined, true]);
});
