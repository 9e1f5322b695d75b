import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPlainReport } from '../../src/input/report/plain-report.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { SourceFile } from '../../src/input/source/source-file.ts';
import { planSchema } from '../../src/model/plan.ts';
import { tableMapping } from '../../src/model/table-mapping.ts';

const plan = planSchema.parse(
  parse(
    `
plan: p
title: p
period: { from: 2020, to: 2025 }
indicators:
  stations: { title: { en: stations, zh: 基站 }, unit: { en: station, zh: 个 }, kind: stock }
  users: { title: { en: users, zh: 用户 }, unit: 万人, kind: stock }
  share: { title: { en: share, zh: 占比 }, unit: '%', kind: share }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: stations, at_least: 100, by: 2025-12-31 }] }]
`,
    { schema: 'failsafe' },
  ),
);

async function codesIn(text: string, more: Partial<SourceFile> = {}): Promise<readonly string[]> {
  const { problems } = await readReport({ path: 'a.csv', bytes: Buffer.from(text), ...more }, plan);
  return problems.map(({ code, place: { span } }) => `${code} ${span?.line}:${span?.col}`);
}

describe('a unit that is said beside the figures of our own columns', () => {
  it.each([
    [
      'another than the own one of a figure',
      '指标,数值,截至\nstations,9,2023\n注：单位为万个,,\n',
      ['unit-beside 3:1'],
    ],
    ['the own one of each', '指标,数值,截至\nusers,9,2023\n注：单位为万人,,\n', []],
    ['less than the own one', '指标,数值,截至\nusers,9,2023\n单位：人,,\n', ['unit-beside 3:1']],
    ['one for each', '指标,数值,截至\nusers,9,2023\nstations,7,2023\n单位：万人、个,,\n', []],
    ['who reports', '填报单位,万荣县统计局\n指标,数值,截至\nstations,9,2023\n', []],
    ['the same as a row says', '指标,数值,单位,截至\nstations,9,万个,2023\n单位：万个,,,\n', []],
    ['another than a row says', '指标,数值,单位,截至\nstations,9,个,2023\n单位：万个,,,\n', ['unit-beside 3:1']],
    [
      'of something else that a row beside it is not in',
      '指标,数值,单位,截至\nstations,9,个,2023\n煤炭单位为万吨,,,\n',
      [],
    ],
    ['the same as the number says', '指标,数值,截至\nstations,9.3万,2023\n单位：万个,,\n', []],
    ['the same as the heading says', '指标,数值（万个）,截至\nstations,9.3,2023\n单位：万个,,\n', []],
    [
      'of a row about something known without a figure',
      '指标,数值,截至,备注\nstations,9,2023,\nusers,,2023,单位：人\n',
      [],
    ],
    ['a word that nobody knows', '指标,数值,截至\nstations,9,2023\nUnit: yuan,,\n', ['unit-beside 3:1']],
    ['in the heading of a section', '指标,数值,截至\nusers（人）,,\nusers,9,2023\n', ['unit-beside 2:1']],
    ['by who published it', '指标,数值,截至,发布机构\nusers,9,2023,统计局（单位：人）\n', ['unit-beside 2:14']],
    ['by what it is a part of', '指标,数值,截至,范围\nusers,9,2023,单位：人\n', ['unit-beside 2:14']],
    ['of nothing that the plan counts', '指标,数值,截至\nshare,9%,2023\n单位：%,,\n', []],
  ])('%s', async (_, text, expected) => {
    expect(await codesIn(text)).toStrictEqual(expected);
  });
});

describe('… in a table with a mapping', () => {
  const columns = { 序号: 'ignore', 指标: 'indicator', '{as_of}年': 'value', 备注: 'note' };
  const table = (rest: string) => `表1\n序号,指标,2023年,备注\n1,基站,9,\n${rest}`;
  const read = (text: string, more: object) => codesIn(text, { mappings: [tableMapping.parse({ columns, ...more })] });

  it.each([
    ['below its end', table('注：单位为万个,,,\n'), { ends: '注*' }, ['unit-beside 4:1']],
    ['in a row without figures', table('注：单位为万个,,,\n'), {}, ['unit-beside 4:1']],
    ['among rows of others', table(',单位：万个,,\n'), { others: 'ignore' }, ['unit-beside 4:2']],
    ['above it', `单位：万个,,,\n${table('')}`, {}, ['unit-beside 1:1']],
    ['in a note', '序号,指标,2023年,备注\n1,基站,9,单位：万个\n', {}, ['unit-beside 2:8']],
    ['where the mapping says it too', table('注：单位为万个,,,\n'), { fixed: { unit: '万个' } }, []],
    ['where the mapping says another', table('注：单位为万个,,,\n'), { fixed: { unit: '个' } }, ['unit-beside 4:1']],
    ['left out by name', table(',注：单位为万个,,\n'), { names: { indicator: { '注：单位为万个': 'ignore' } } }, []],
    [
      'in a column that is left out',
      '序号,指标,2023年,备注\n1,基站,9,单位：万个\n',
      { columns: { ...columns, 备注: 'ignore' } },
      [],
    ],
  ])('%s', async (_, text, more, expected) => {
    expect(await read(text, more)).toStrictEqual(expected);
  });
});

describe('… in a report', () => {
  const inBatch = async (text: string) => {
    const file = { path: 'a.yaml', bytes: Buffer.from(text) };
    return {
      isPlain: readPlainReport(file, { plan, today: undefined }) !== undefined,
      codes: await codesIn(text, file),
    };
  };

  it('is no plain one to a batch', async () => {
    const figures = 'as_of: 2023-12-31\nmetrics:\n  stations: 9\n';
    expect(await inBatch(figures)).toStrictEqual({ isPlain: true, codes: [] });
    expect(await inBatch(`note: 单位：个\n${figures}`)).toStrictEqual({ isPlain: true, codes: [] });
    expect(await inBatch(`note: 单位：万个\n${figures}`)).toStrictEqual({ isPlain: false, codes: ['unit-beside 1:7'] });
  });
});

describe('… in one piece of a table whose other pieces are read elsewhere', () => {
  const piece = '指标,数值,单位,截至\nstations,9,个,2023\n煤炭单位为万吨,,,\n';

  it('is told, for nobody has all figures together', async () => {
    expect(await codesIn(piece, { encoding: 'utf-8', part: 'later' })).toStrictEqual(['unit-beside 3:1']);
  });

  it('and is not asked again of a half', async () => {
    expect(await codesIn(piece, { encoding: 'utf-8', part: 'half' })).toStrictEqual([]);
  });
});
