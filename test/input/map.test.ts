import { readFileSync } from 'node:fs';
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
      { header: '1' as never, columns: { 建设任务类别: 'indicator', 某列: 'ignore', '{as_of}': 'value' } },
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
  ])('%s', async (_, text, expected) => {
    const { files: __, ...mapping } = (await ofCsv(text)) as Mapped & { files: string };
    expect(mapping).toStrictEqual(expected);
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
