import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assess/assess.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { withPreset } from '../../src/model/preset.ts';
import { tableMapping } from '../../src/model/table-mapping.ts';

/* Parts that are not all of a region are not added up as if they were: what a mapping leaves out beside them has to fit. */

const plan = planSchema.parse(
  parse(
    `
plan: p
title: p
period: { from: 2020, to: 2025 }
region: all
regions:
  - id: all
    title: 全域
    parts:
      - { id: a, title: 甲市, parts: [{ id: a1, title: 甲一区 }, { id: a2, title: 甲二区 }] }
      - { id: b, title: 乙市 }
      - { id: c, title: 丙市 }
indicators:
  stations: { title: 基站, unit: 个, kind: stock }
  added: { title: 新建, unit: 个, kind: flow }
  share: { title: 比重, unit: '%', kind: share }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: stations, at_most: 120, by: 2025-12-31 }] }]
`,
    { schema: 'failsafe' },
  ),
);

const names = { region: { 合计: 'ignore', 小计: 'ignore', 其他: 'ignore', 省直: 'ignore', 别处: 'ignore' } };
const below = { columns: { 地区: 'region', '{indicator}': 'value' }, names, fixed: { as_of: '2025-12-31' } };
const across = { ...below, columns: { 指标: 'indicator', '{region}': 'value', 合计: 'ignore', 其他: 'ignore' } };
const long = {
  columns: { 地区: 'region', 指标: 'indicator', 时期: 'as_of', 数: 'value' },
  others: 'ignore',
};

async function read(rows: readonly string[], mapping: unknown = below) {
  const mappings = [withPreset(tableMapping.parse(mapping), undefined)];
  const bytes = Buffer.from(`${rows.join('\n')}\n`);
  return await readReport({ path: 'report.csv', bytes, mappings }, plan);
}

const problemsOf = async (rows: readonly string[], mapping?: unknown) =>
  (await read(rows, mapping)).problems.map(({ code, args }) => [code, 'name' in args ? args.name : '']);

const parts = ['甲市,50', '乙市,20', '丙市,0'];
const sumLeftOut = ['sum-left-out', '合计'];
const restLeftOut = ['rest-left-out', '其他'];

describe('what is left out beside parts of a region', () => {
  it.each<[string, readonly string[], readonly (readonly string[])[]]>([
    ['a sum that is more than the parts', ['地区,基站', ...parts, '合计,125'], [sumLeftOut]],
    ['a sum that is less', ['地区,基站', ...parts, '合计,60'], [sumLeftOut]],
    ['a sum above them', ['地区,基站', '合计,125', ...parts], [sumLeftOut]],
    ['a sum of what is added', ['地区,新建', ...parts, '合计,125'], [sumLeftOut]],
    ['a rest beside them', ['地区,基站', ...parts, '其他,55'], [restLeftOut]],
    ['a rest of another name', ['地区,基站', ...parts, '省直,55'], [['rest-left-out', '省直']]],
    ['both', ['地区,基站', ...parts, '其他,55', '合计,125'], [restLeftOut, sumLeftOut]],
    [
      'a sum of some rows that is not that',
      ['地区,基站', ...parts.slice(0, 2), '小计,71', '丙市,0'],
      [['sum-left-out', '小计']],
    ],
    ['one column of two', ['地区,基站,新建', '甲市,1,1', '乙市,2,2', '丙市,3,3', '合计,6,7'], [sumLeftOut]],
  ])('is a problem: %s', async (_, rows, found) => {
    expect(await problemsOf(rows)).toEqual(found);
  });

  it('also beyond the end of the table, and by whatever name all of the region has', async () => {
    const rows = ['地区,基站', ...parts, '合计,125'];
    const ended = { ...below, names: undefined, ends: '合计' };
    expect(await problemsOf(rows, ended)).toEqual([['number-outside-table', ''], sumLeftOut]);
    expect(await problemsOf([...rows.slice(0, -1), '合计,70'], ended)).toEqual([['number-outside-table', '']]);
    for (const name of ['全省', '全域']) {
      const ignored = { ...below, names: { region: { [name]: 'ignore' } } };
      expect(await problemsOf(['地区,基站', ...parts, `${name},125`], ignored)).toEqual([['sum-left-out', name]]);
    }
  });

  it.each<[string, readonly string[]]>([
    ['the sum of the parts', ['地区,基站', ...parts, '合计,70']],
    ['their sum, above them', ['地区,基站', '合计,70', ...parts]],
    ['their sum as it is rounded', ['地区,基站', '甲市,1.2万', '乙市,2.4万', '丙市,3.4万', '合计,7.1万']],
    [
      'their sum beside parts of parts',
      ['地区,基站', '甲市,50', '甲一区,30', '甲二区,20', '乙市,20', '丙市,0', '合计,70'],
    ],
    ['sums of groups', ['地区,基站', '甲市,50', '乙市,20', '小计,70', '丙市,5', '小计,5', '合计,75']],
    ['a sum where a part reports nothing', ['地区,基站', '甲市,50', '乙市,20', '丙市,', '合计,125']],
    ['a sum beside all of the region', ['地区,基站', '全域,125', ...parts, '其他,55', '合计,125']],
    ['a sum of shares, which do not add up', ['地区,比重', ...parts, '合计,99', '其他,12']],
    ['a rest of nothing', ['地区,基站', ...parts, '其他,0']],
    ['a rest that the sum leaves out, too', ['地区,基站', ...parts, '其他,55', '合计,70']],
    ['a sum of no part that is read', ['地区,基站', '全域,70', '合计,71']],
    ['another region', ['地区,基站', ...parts, '别处,55']],
  ])('is none: %s', async (_, rows) => {
    expect(await problemsOf(rows)).toEqual([]);
  });

  it('also where the row that is left out says less of itself than the others', async () => {
    const columns = { 地区: 'region', 单位: 'unit', 口径: 'counts', 基站: 'value' };
    const said = { columns, names, fixed: { as_of: '2025-12-31', indicator: 'stations' } };
    const rows = (...last: readonly string[]) => [
      '地区,单位,口径,基站',
      '甲市,个,,50',
      '乙市,个,,20',
      '丙市,个,,0',
      ...last,
    ];
    expect(await problemsOf(rows('合计,,,125'), said)).toEqual([sumLeftOut]);
    expect(await problemsOf(rows('其他,,,55'), said)).toEqual([restLeftOut]);
    expect(await problemsOf(rows('合计,,,70'), said)).toEqual([]);
  });

  it('also where regions stand across, and where their columns are left out', async () => {
    const rows = ['指标,甲市,乙市,丙市,其他,合计', '基站,50,20,0,55,125', '新建,50,20,0,0,70'];
    expect(await problemsOf(rows, across)).toEqual([restLeftOut, sumLeftOut]);
    const byName = { ...below, columns: { 指标: 'indicator', '{region}': 'value' } };
    expect(await problemsOf(rows, byName)).toEqual([restLeftOut, sumLeftOut]);
  });

  it('by indicator and day where each row is a figure, whatever is left out beside', async () => {
    const rows = (...numbers: readonly number[]) =>
      ['甲市', '乙市', '丙市', '合计'].map((region, at) => `${region},基站,2025-12-31,${numbers[at]}`);
    const head = '地区,指标,时期,数';
    expect(await problemsOf([head, ...rows(1, 2, 3, 6), '合计,基站,2024-12-31,9'], long)).toEqual([]);
    expect(await problemsOf([head, ...rows(1, 2, 3, 7), '合计,新建,2024-12-31,9'], long)).toEqual([sumLeftOut]);
  });
});

it('no verdict is read from parts beside a sum or a rest that shows that they are not all', async () => {
  const number = fc.integer({ min: 0, max: 90 });
  await fc.assert(
    fc.asyncProperty(
      number,
      number,
      number,
      number,
      fc.boolean(),
      fc.boolean(),
      async (a, b, c, rest, hasRest, isFirst) => {
        const whole = a + b + c + rest;
        const own = [`甲市,${a}`, `乙市,${b}`, `丙市,${c}`, ...(hasRest ? [`其他,${rest}`] : [])];
        const rows = isFirst ? [`合计,${whole}`, ...own] : [...own, `合计,${whole}`];
        const { report } = await read(['地区,基站', ...rows]);
        const { assessments } = assess(plan, report?.observations ?? [], { asOf: '2025-12-31' as never });
        const verdict = assessments[0]?.verdict;
        if (rest > 0) expect(verdict).toBe('undecided');
        else expect(verdict).toBe(whole <= 120 ? 'met' : 'missed');
      },
    ),
  );
});
