import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { withPreset } from '../../src/model/preset.ts';
import { presetNames, tableMapping } from '../../src/model/table-mapping.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';
import { type Cell, sheet, xlsxOf } from '../support/tables.ts';

const folder = path.join(packageRoot, 'fixtures/tables');
const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');

/** What each shape says, under our own columns. */
const long: Readonly<Record<string, readonly string[]>> = {
  'years.csv': [
    'indicator,value,as_of,counts,published,region',
    '5g-base-stations,16000,2020,built,2024-02-06,shanxi',
    '5g-base-stations,34000,2021,built,2024-02-06,shanxi',
    '5g-base-stations,67000,2022,built,2024-02-06,shanxi',
    '5g-base-stations,93307,2023,built,2024-02-06,shanxi',
    'data-centre-racks,233600,2020,,2024-02-06,shanxi',
    'data-centre-racks,827800,2023,,2024-02-06,shanxi',
  ],
  'years-zh.csv': [
    'indicator,value,as_of,published,region',
    '5g-base-stations,3.4万,2021,2024-02-06,shanxi',
    '5g-base-stations,6.7万,2022,2024-02-06,shanxi',
    '5g-base-stations,9.3万,2023,2024-02-06,shanxi',
    'data-centre-racks,827800,2023,2024-02-06,shanxi',
  ],
  'cities-by-indicator.csv': [
    'region,indicator,value,as_of,published',
    'taiyuan,5g-base-stations,12000,2022,2024-02-06',
    'taiyuan,5g-base-stations,16000,2023,2024-02-06',
    'taiyuan,data-centre-racks,90000,2023,2024-02-06',
    'datong,5g-base-stations,6000,2022,2024-02-06',
    'datong,5g-base-stations,8000,2023,2024-02-06',
    'datong,data-centre-racks,60000,2023,2024-02-06',
  ],
  'indicators.csv': [
    'region,indicator,value,as_of,published',
    'taiyuan,5g-base-stations,20000,2023-12-31,2024-02-06',
    'taiyuan,data-centre-racks,10000,2023-12-31,2024-02-06',
    'datong,5g-base-stations,9000,2023-12-31,2024-02-06',
    'datong,data-centre-racks,8000,2023-12-31,2024-02-06',
  ],
  'opensdg.csv': [
    'indicator,value,as_of,published,region',
    '5g-base-stations,16000,2020,2024-02-06,shanxi',
    '5g-base-stations,93307,2023,2024-02-06,shanxi',
  ],
  'sdmx.csv': ['indicator,value,as_of,published,region', '5g-base-stations,93307,2023,2024-02-06,shanxi'],
  'eurostat.tsv': [
    'indicator,value,as_of,published,region,status,new_series',
    '5g-base-stations,16000,2020,2024-02-06,shanxi,,',
    '5g-base-stations,34000,2021,2024-02-06,shanxi,,the source marks a break in the series',
    '5g-base-stations,67000,2022,2024-02-06,shanxi,provisional,',
  ],
};

/** Two rows of names in which a heading is merged over its columns, as a spreadsheet has it. */
const merged: Readonly<Record<string, readonly string[]>> = {
  'cities-by-indicator.csv': ['B1:C1', 'A1:A2'],
  'years-zh.csv': ['A1:E1', 'A5:E5'],
};

/** A sheet of the cells of a text: numbers are numbers there, and of merged cells the first one holds the text. */
function workbookOf(name: string): Uint8Array {
  const delimiter = name.endsWith('.tsv') ? '\t' : ',';
  const rows: string[][] = parseCsv(textOf(name), { delimiter, relax_column_count: true, trim: true });
  const cells = rows.map(row =>
    row.map((text): Cell => (text === '' ? null : /^\d+(\.\d+)?$/.test(text) ? Number(text) : text)),
  );
  const areas = merged[name] ?? [];
  if (areas.includes('B1:C1') && cells[0]) cells[0][2] = null;
  return xlsxOf(sheet(cells, { merged: areas }));
}

async function analysisOf(files: Readonly<Record<string, string | Uint8Array>>, argv: readonly string[]) {
  return inTemporaryFolder(files, async cwd => {
    const { stdout, stderr } = await runCli(['check', ...argv, '--format', 'json', '--allow-undecided'], { cwd });
    if (stdout === '') throw new Error(stderr);
    const { inputs: _, problems, ...analysis } = JSON.parse(stdout);
    const { settings, ...policy } = analysis.gate.policy;
    const gate = { ...analysis.gate, policy };
    return { analysis: { ...analysis, gate }, settings, codes: problems.map(({ code }: { code: string }) => code) };
  });
}

const mappings = textOf('tables.yaml');
/** The mappings for workbooks of the same names. */
const forWorkbooks = stringify({
  tables: (parse(mappings) as { tables: { files: string }[] }).tables.map(each => ({
    ...each,
    files: each.files.replace(/\.\w+$/, '.xlsx'),
  })),
});

describe('a table of another shape says what the same figures say under our own columns', () => {
  it('every shape of the folder is one of these', () => {
    expect(readdirSync(folder).filter(name => name !== 'tables.yaml')).toStrictEqual(Object.keys(long).toSorted());
  });

  it.each(Object.entries(long))('%s, and as a workbook', async (name, rows) => {
    const own = await analysisOf({ 'long.csv': `${rows.join('\n')}\n` }, ['long.csv']);
    const mapped = await analysisOf({ [name]: textOf(name), 'tables.yaml': mappings }, [
      name,
      '--tables',
      'tables.yaml',
    ]);
    expect({ ...mapped, settings: own.settings }).toStrictEqual(own);
    const book = name.replace(/\.\w+$/, '.xlsx');
    const sheets = { [book]: workbookOf(name), 'tables.yaml': forWorkbooks };
    const fromBook = await analysisOf(sheets, [book, '--tables', 'tables.yaml']);
    expect({ ...fromBook, settings: own.settings }).toStrictEqual(own);
  });

  it('the config file may hold the mappings, and say who set them', async () => {
    const { analysis, settings } = await analysisOf(
      { 'years.csv': textOf('years.csv'), 'shanxi-plan.yaml': mappings },
      ['years.csv'],
    );
    const own = await analysisOf({ 'long.csv': `${long['years.csv']?.join('\n')}\n` }, ['long.csv']);
    expect(analysis.assessments).toStrictEqual(own.analysis.assessments);
    expect(settings).toContainEqual(
      expect.objectContaining({ key: 'tables', origin: 'config-found', file: 'shanxi-plan.yaml' }),
    );
  });
});

const PLAN = `
plan: p
title: p
period: { from: 2020, to: 2025 }
regions: [{ id: here, title: here }, { id: there, title: there }]
region: here
indicators:
  roads: { title: Roads, unit: km, kind: stock }
  bridges: { title: Bridges, unit: bridge, kind: stock, counts: { built: same } }
  share: { title: Share, unit: '%', kind: share }
  masts: { title: Masts, unit: 万个, kind: stock }
measures: [{ id: m, title: m, targets: [{ id: t, indicator: roads, at_least: 100, by: 2025-12-31 }] }]
`;

interface Ran {
  readonly code: number;
  readonly stderr: string;
  /** Where each figure that is listed stands. */
  readonly places: readonly string[];
  /** What is known of the roads. */
  readonly value: { readonly low: number; readonly high: number } | undefined;
}

/** A table read by a mapping. */
async function ran(text: string | Uint8Array, mapping: unknown, more: readonly string[] = []): Promise<Ran> {
  const name = typeof text === 'string' ? 'report.csv' : 'report.xlsx';
  const tables = typeof mapping === 'string' ? mapping : stringify({ tables: [mapping] });
  return inTemporaryFolder({ [name]: text, 'tables.yaml': tables, 'plan.yaml': PLAN }, async cwd => {
    const argv = ['check', name, '--plan', 'plan.yaml', '--tables', 'tables.yaml', '--format', 'json', ...more];
    const { code, stdout, stderr } = await runCli(argv, { cwd });
    const { inputs = [], assessments = [] } = stdout === '' ? {} : JSON.parse(stdout);
    const observations = inputs.flatMap((each: { observations: { line: number; col: number }[] }) => each.observations);
    return {
      code,
      stderr,
      places: observations.map(({ line, col }: { line: number; col: number }) => `${line}:${col}`),
      value: assessments[0]?.value,
    };
  });
}

const wide = { columns: { name: 'indicator', '{as_of}': 'value' } };

describe('headings', () => {
  it.each([
    [
      'a goal is no figure of its year',
      'name,2023,2025年目标',
      { columns: { name: 'indicator', '{as_of}年': 'value', '{as_of}': 'value' } },
      'unmapped-heading',
    ],
    ['a year with a word behind it', 'name,2023,2024 plan', wide, 'unmapped-heading'],
    ['what the mapping does not know', 'name,2023,note', wide, 'unmapped-heading'],
    [
      'two patterns fit',
      'name,2023 here,2023',
      {
        columns: {
          name: 'indicator',
          '{as_of} {region}': 'value',
          '{as_of}': 'value',
          '2{as_of}': 'value',
          '{as_of} {note}': 'value',
        },
      },
      'ambiguous-heading',
    ],
    ['one column twice', 'name,2023,2023', wide, 'heading-twice'],
    ['a second table beside', 'name,2022,name,2023', wide, 'heading-twice'],
    [
      'a field in a row and in a heading',
      'name,as_of,2023',
      { columns: { name: 'indicator', as_of: 'as_of', '{as_of}': 'value' } },
      'heading-twice',
    ],
  ])('%s', async (_, header, mapping, code) => {
    const { code: exit, stderr } = await ran(`${header}\nroads,50,60\n`, mapping, ['--as-of', '2023-12-31']);
    expect([exit, stderr]).toStrictEqual([2, expect.stringContaining(`[${code}]`)]);
  });

  it.each([
    ['a literal key wins over a pattern', 'name,2022,2023', { columns: { ...wide.columns, 2022: 'ignore' } }, ['2:10']],
    [
      'two braces are one',
      'name,{2023}',
      { columns: { name: 'indicator', '{{2023}': 'value' }, fixed: { as_of: '2023' } },
      ['2:7'],
    ],
    [
      'of any width, over several lines',
      '"na  me",２０２３',
      { columns: { 'na me': 'indicator', '{as_of}': 'value' } },
      ['2:7'],
    ],
    [
      'the second of one heading left out',
      'name,2022,2022',
      { columns: { ...wide.columns, '2022 #2': 'ignore' } },
      ['2:7'],
    ],
    [
      'the first of one heading left out',
      'name,2022,2022',
      { columns: { ...wide.columns, '2022 #1': 'ignore' } },
      ['2:10'],
    ],
    ['a sign behind Chinese letters', 'name,2022年f', { ...wide, flags: { f: { note: 'so' } } }, ['2:7']],
    ['a heading with a sign that is left out', 'name,2022,2023 f', { ...wide, flags: { f: 'ignore' } }, ['2:7']],
    ['columns in any order, some ignored', '2023,no.,name', { columns: { ...wide.columns, 'no.': 'ignore' } }, ['2:1']],
  ])('%s', async (_, header, mapping, places) => {
    const cells = header.startsWith('2023') ? '60,1,roads' : 'roads,60,70';
    const ranTo = await ran(`${header}\n${header.split(',').length === 2 ? 'roads,60' : cells}\n`, mapping);
    expect([ranTo.code, ranTo.places]).toStrictEqual([0, places]);
  });

  it('without a row that is named, the first of which all fits is the header', async () => {
    const text = 'Table 1: roads,,\n2020,in km,\n\nname,2022,2023\nroads,50,60\n';
    expect((await ran(text, wide)).places).toStrictEqual(['5:7', '5:10']);
  });
});

describe('a row that names a region and holds no figure', () => {
  const ofCity = { columns: { no: 'ignore', name: 'indicator', '{as_of}': 'value' } };
  const withRegion = { columns: { region: 'region', name: 'indicator', '{as_of}': 'value' } };
  const head = 'no,name,2023\n1,roads,60\n';
  const below = '\n2,roads,55\n';

  it.each<[string, string, object, string]>([
    ['where a name stands', `${head},There,${below}`, ofCity, '3:2'],
    ['in a column that is left out', `${head}There,,${below}`, ofCity, '3:1'],
    ['with its number', `${head},（二）there:,${below}`, ofCity, '3:2'],
    ['with a missing mark', `${head},There,—${below}`, { ...ofCity, missing: ['—'] }, '3:2'],
    ['that no other indicator is', `${head},There,${below}`, { ...ofCity, others: 'ignore' }, '3:2'],
    ['other than the one of all', `${head},There,${below}`, { ...ofCity, fixed: { region: 'here' } }, '3:2'],
  ])('%s is asked whose the figures below it are', async (_, text, mapping, place) => {
    const { code, stderr } = await ran(text, mapping);
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining(`report.csv:${place}: error: "`)]);
    expect(stderr.match(/\[region-alone\]/g)).toHaveLength(1);
  });

  it.each<[string, string, object]>([
    ['the region of all', `${head},There,${below}`, { ...ofCity, fixed: { region: 'there' } }],
    ['left out by its name', `${head},There,${below}`, { ...ofCity, names: { indicator: { There: 'ignore' } } }],
    ['beyond the end', `${head},There,${below}`, { ...ofCity, ends: 'There' }],
    ['below all figures', `${head},There,\n`, ofCity],
    ['above figures that say theirs', 'region,name,2023\nThere,,\nhere,roads,60\n', withRegion],
    [
      'a figure of another region',
      'region,2023\nThere,\nhere,60\n',
      {
        columns: { region: 'region', '{as_of}': 'value' },
        fixed: { indicator: 'roads' },
      },
    ],
  ])('%s is no question', async (_, text, mapping) => {
    const { stderr } = await ran(text, mapping);
    expect(stderr).not.toContain('error');
  });
});

describe('what is merged', () => {
  it('a heading holds for its columns, a category for its rows', async () => {
    const rows = [
      ['name', 'region', '2022', null, '2023'],
      [null, null, 'roads', 'share', 'roads'],
      ['x', 'here', 50, 10, 60],
      ['y', null, 55, 11, 66],
    ];
    const book = xlsxOf(sheet(rows, { merged: ['A1:A2', 'B1:B2', 'C1:D1', 'B3:B4'] }));
    const mapping = { header: [1, 2], columns: { name: 'note', region: 'region', '{as_of} {indicator}': 'value' } };
    const { code, places, stderr } = await ran(book, mapping, ['-v']);
    expect(stderr).toContain('6 cells: 6 figures, 0 missing, 0 ignored, 0 notes');
    expect([code, places.toSorted()]).toStrictEqual([0, ['3:3', '3:4', '3:5', '4:3', '4:4', '4:5']]);
  });

  it('a number is refused', async () => {
    const book = xlsxOf(
      sheet(
        [
          ['name', 2022, 2023],
          ['roads', 50, null],
        ],
        { merged: ['B2:C2'] },
      ),
    );
    expect((await ran(book, wide)).stderr).toMatch(/report\.xlsx:数据!B2: error: .*\[merged-cells\]/);
  });
});

describe('cells', () => {
  const mapping = {
    ...wide,
    ends: ['Note*', '合计'],
    missing: ['…', '-'],
    flags: { p: { status: 'provisional' }, f: { status: 'planned' }, c: 'missing' },
    names: { indicator: { Roads: 'roads', Sum: 'ignore' } },
    others: 'ignore',
  };

  it('each becomes one of six things, and all are counted', async () => {
    const rows = ['name,2021,2022,2023', 'Roads,50,55 p,…', 'share,10%,: c,', 'Sum,1,2,', 'rails,7,8,9', 'Notes,,,5'];
    const { stderr, code } = await ran(`${rows.join('\n')}\n`, mapping, ['-v']);
    expect(code).toBe(0);
    expect(stderr).toContain('11 cells: 3 figures, 2 missing, 5 ignored, 1 note');
    expect(stderr).toContain('left out: Sum (2 cells), rails (3 cells)');
    expect(stderr).toContain('nothing reported in 3 cells: roads 2023, share 2022, share 2023');
    expect(stderr).toMatch(/report\.csv:6:\d+: warning: "5" .*\[number-outside-table\]/);
  });

  it('empty cells are counted beside them, and told as nothing reported', async () => {
    const { stderr } = await ran('name,2022,2023\nroads,50,\nshare,,10%\n', mapping, ['-v']);
    expect(stderr).toContain('2 cells: 2 figures, 0 missing, 0 ignored, 0 notes; beside them 2 empty\n');
    expect(stderr).toContain('nothing reported in 2 cells: roads 2023, share 2022');
  });

  it('a problem is one of them', async () => {
    const { stderr, code } = await ran('name,2022,2023\nroads,about,60\n', wide, ['-v']);
    expect([code, stderr]).toStrictEqual([
      2,
      expect.stringContaining('2 cells: 1 figure, 0 missing, 0 ignored, 0 notes, 1 problem'),
    ]);
  });

  it('a name near one that is known is no other one', async () => {
    const { stderr, code } = await ran('name,2023\nroad,60\nroads,60\n', { ...wide, others: 'ignore' });
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('did you mean "roads"?')]);
  });

  it('without one figure it is no report', async () => {
    const { stderr, code } = await ran('name,2023\nrails,60\n', { ...wide, others: 'ignore' });
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('[nothing-reported]')]);
  });

  it('what is ignored is told in every run', async () => {
    const { stderr } = await ran('no.,name,2023\n1,roads,60\n', { columns: { ...wide.columns, 'no.': 'ignore' } });
    expect(stderr).toContain('columns ignored: no.');
  });

  it('what is left out is said whatever is silenced, and what is empty is seen in the outcome', async () => {
    const { stderr } = await ran('name,2022,2023\nroads,60,…\nSum,1,2\n', mapping, ['-q', '-v']);
    expect(stderr).toMatch(/left out: Sum \(2 cells\)/);
    expect(stderr).not.toMatch(/nothing reported in|\d+ cells:/);
    const others = { columns: { ...wide.columns, '2022': 'ignore' } };
    expect((await ran('name,2022,2023\nroads,60,70\n', others, ['-q'])).stderr).toContain('columns ignored: 2022');
  });

  it('what is said once holds where a figure says nothing else, or for its indicator', async () => {
    const columns = { name: 'indicator', day: 'as_of', where: 'region', value: 'value' };
    const fixed = { region: 'here', counts: { bridges: 'built' }, published: '2024-01-31' };
    const text = 'name,day,where,value\nroads,2023,there,60\nroads,2023,,70\nbridges,2023,,7\n';
    const read = await ran(text, { columns, fixed });
    expect([read.code, read.value]).toStrictEqual([0, expect.objectContaining({ low: 70, high: 70 })]);
    const { stderr } = await ran(text, { columns, fixed: { ...fixed, counts: { bridges: 'bilt' } } });
    expect(stderr).toMatch(/report\.csv:4:\d+: warning: .*\[unknown-definition\]/);
  });

  it('from a day on figures are planned', async () => {
    const text = 'name,2023,2090\nroads,60,200\n';
    expect((await ran(text, wide)).stderr).toContain('[day-to-come]');
    expect((await ran(text, { ...wide, forecast_from: '2024' })).code).toBe(0);
  });

  it('the unit of a row multiplies its numbers', async () => {
    const columns = { name: 'indicator', unit: 'unit', '{as_of}': 'value' };
    const of = (unit: string) => ran(`name,unit,2023\nroads,${unit},0.02\n`, { columns });
    expect((await of('千km')).value).toMatchObject({ low: 15, high: 25 });
    expect((await of('万')).value).toMatchObject({ low: 150, high: 250 });
    expect((await of('KM')).value).toMatchObject({ low: 0.015, high: 0.025 });
    for (const other of ['mile', 'Mm', 'mm']) expect((await of(other)).stderr).toContain('[wrong-unit]');
  });
});

describe('sheets', () => {
  const data = sheet(
    [
      ['name', 2023],
      ['roads', 60],
    ],
    { name: '表1' },
  );
  const summary = sheet([['Contents'], ['Table 1']], { name: 'Summary' });

  it('a mapping names its own', async () => {
    const { code, places } = await ran(xlsxOf(summary, data), { ...wide, sheet: '表1' });
    expect([code, places]).toStrictEqual([0, ['2:2']]);
  });

  it('several mappings read several sheets', async () => {
    const more = sheet(
      [
        ['name', 2022],
        ['roads', 50],
      ],
      { name: '表2' },
    );
    const tables = stringify({
      tables: [
        { ...wide, sheet: '表1' },
        { ...wide, sheet: '表2' },
      ],
    });
    expect((await ran(xlsxOf(summary, data, more), tables)).places).toHaveLength(2);
  });
});

describe('presets', () => {
  it('are the files of the folder', () => {
    const files = readdirSync(path.join(packageRoot, 'presets'));
    expect(files.toSorted()).toStrictEqual(presetNames.map(name => `${name}.yaml`).toSorted());
  });

  it.each(presetNames)('%s is printed as a file of mappings, which --tables takes', async name => {
    const { code, stdout } = await runCli(['schema', 'tables', '--preset', name]);
    expect(code).toBe(0);
    const [modeline = '', ...lines] = stdout.split('\n');
    expect(modeline).toBe('# yaml-language-server: $schema=./node_modules/shanxi-plan/schema/tables.schema.json');
    const [, ...shipped] = readFileSync(path.join(packageRoot, `presets/${name}.yaml`), 'utf8').split('\n');
    expect(lines).toStrictEqual(shipped);
    const { stderr } = await ran('', stdout);
    expect(stderr).toMatch(/report\.csv: error: .*\[empty-file\]/);
    expect(stderr).not.toContain('tables.yaml');
  });

  it('world-bank: four columns, then years', async () => {
    const text = 'Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\nHere,here,Roads,roads,50,..\n';
    const { code, places, stderr } = await ran(text, { preset: 'world-bank' }, ['-v']);
    expect([code, places]).toStrictEqual([0, ['2:23']]);
    expect(stderr).toContain('2 cells: 1 figure, 1 missing');
  });

  it('sdmx-csv: UNIT_MULT multiplies, OBS_STATUS says what a figure is worth', async () => {
    const header = 'DATAFLOW,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT';
    const mapping = { preset: 'sdmx-csv', columns: { INDICATOR: 'indicator' } };
    const of = (value: string) => ran(`${header}\nA:B(1.0),A,roads,here,2023,${value}\n`, mapping, ['-v']);
    expect((await of('0.2,A,3')).value).toMatchObject({ low: 150, high: 250 });
    expect((await of('90,P,0')).value).toMatchObject({ low: 90, high: 90 });
    expect((await of(',M,0')).stderr).toContain('[nothing-reported]');
    expect((await of('90,?,0')).stderr).toContain('[unknown-value]');
  });
});

describe('a mapping hides no figure', () => {
  const columns = { indicator: 'indicator', as_of: 'as_of', value: 'value' };
  const fixed = { published: '2024-02-06' };
  const check = (value: string, mapping: Readonly<Record<string, unknown>>) =>
    inTemporaryFolder(
      {
        'a.csv': `indicator;as_of;value\n5g-base-stations;2023-12-31;${value}\n5g-base-stations;2022-12-31;34000\n`,
        't.yaml': stringify({ tables: [{ columns, fixed, ...mapping }] }),
      },
      async cwd => {
        const argv = ['check', 'a.csv', '--tables', 't.yaml', '--only', '5g-base-stations', '--format', 'json'];
        const { code, stdout, stderr } = await runCli(argv, { cwd });
        return { code, stdout, stderr, hasFigure: stdout.includes(`"text": "${value}"`) };
      },
    );

  it.each([
    ['93307', '07'],
    ['9.3万', '万'],
    ['93307.5', '.5'],
    ['90000+', '+'],
    ['93K', 'K'],
  ])('by a sign that is a part of the number: %s and %s', async (value, sign) => {
    expect(await check(value, { flags: { [sign]: 'missing' } })).toMatchObject({ hasFigure: true });
    expect(await check(value, { flags: { [sign]: { note: 'a' } } })).toMatchObject({ hasFigure: true });
  });

  it('by a sign with a digit right behind a digit', async () => {
    const { code, stderr } = await check('933071)', { flags: { '1)': { note: 'a' } } });
    expect([code, stderr]).toEqual([2, expect.stringContaining('[bad-quantity]')]);
  });

  it.each(['①', '²'])('by %s, which is a sign and no digit', async sign => {
    const flags = { [sign]: { note: 'a' } };
    const said = await check(`93307${sign}`, { flags });
    expect([said.code, said.stdout.includes('"text": "93307"')]).toEqual([0, true]);
    // As a digit it would be taken away from what follows a blank.
    const number = sign.normalize('NFKC');
    const { code, stderr } = await check(`93307 ${number}`, { flags });
    expect([code, stderr]).toEqual([2, expect.stringContaining('[bad-quantity]')]);
  });

  it('by a number that is said to be none, without a word of it in every run', async () => {
    const { stderr } = await check('93307', { missing: ['93307'] });
    expect(stderr).toMatch(/left out: 93307/);
  });

  it.each([
    { names: { indicator: { '5G 站': '5g-base-stations', '5G\u3000站': 'ignore' } } },
    { columns: { ...columns, ｖａｌｕｅ: 'ignore' } },
    { flags: { p: {}, ｐ: 'missing' } },
  ])('by a second key for one word: %j', async mapping => {
    const { code, stderr } = await check('93307', mapping);
    expect([code, stderr]).toEqual([2, expect.stringContaining('[duplicate-key]')]);
  });

  it('and hangs on nothing: stars in "ends", fields in a heading', async () => {
    const stars = await check(`${'a'.repeat(30)}`, { ends: `*${'5*'.repeat(2000)}b` });
    expect(stars.stderr).toContain('[bad-quantity]');
    const key = '{indicator} {region} {unit} {note} {counts} {as_of}';
    const headings = Array.from({ length: 100 }, (_, at) => `${at} ${'a '.repeat(95)}`);
    await inTemporaryFolder(
      {
        'a.csv': `${headings.join(',')}\n${headings.map(() => 5).join(',')}\n`,
        't.yaml': stringify({ tables: [{ columns: { [key]: 'value' }, fixed }] }),
      },
      async cwd => {
        expect(await runCli(['check', 'a.csv', '--tables', 't.yaml'], { cwd })).toMatchObject({ code: 2 });
      },
    );
  });
});

describe('a cell left blank below another one', () => {
  const byRegion = { columns: { region: 'region', name: 'indicator', '{as_of}': 'value' } };
  const byUnit = { columns: { name: 'indicator', unit: 'unit', '{as_of}': 'value' } };
  const IDS = 'indicator,region,value,as_of\n';
  const merged = 'region,name,2023\nthere,roads,60\n,share,50%\nhere,roads,70\n,share,55%\n';

  it.each<[string, string, object, string]>([
    ['a region', merged, byRegion, '3:1'],
    ['one that the plan does not have', 'region,name,2023\nYon,rails,\n,roads,60\n', byRegion, '3:1'],
    ['one that is left out', 'region,name,2023\nSum,roads,60\n,roads,60\n', ignored('region', 'Sum'), '3:1'],
    ['one without a figure', 'region,name,2023\nthere,,\n,roads,60\n', byRegion, '3:1'],
    ['headings of our own in words', '指标,地区,数值,日期\nroads,there,60,2023\nshare,,50%,2023\n', {}, '3:7'],
    ['under our own ids, where each stands once', `${IDS}roads,there,60,2023\nshare,,50%,2023\n`, {}, '3:7'],
    ['a multiple of a unit', 'name,unit,2023\nroads,千km,60\nroads,,60\n', byUnit, '3:7'],
    ['one, of an indicator in a multiple of it', 'name,unit,2023\nmasts,个,60\nmasts,,60\n', byUnit, '3:7'],
    ['one under our own ids', 'indicator,unit,value,as_of\nmasts,个,60,2022\nmasts,,60,2023\n', {}, '3:7'],
    ['the first one, above another unit', 'name,unit,2023\nmasts,,60\nmasts,个,60\n', byUnit, '2:7'],
    ['the first one, above that of something else', 'name,unit,2023\nmasts,,60\nplanes,个,60\n', byUnit, '2:7'],
    ['the first one, above a bare multiple', 'name,unit,2023\nroads,,60\nroads,万,60\n', byUnit, '2:7'],
    ['below a unit of something else', 'name,unit,2023\nmasts,个,60\nroads,km,60\nmasts,,60\n', byUnit, '4:7'],
    ['before one, below that of something else', 'name,unit,2023\nroads,km,6\nmasts,,6\nmasts,个,6\n', byUnit, '3:7'],
    ['under our own headings in words', '指标,单位,数值,日期\nmasts,个,60,2022\nmasts,,60,2023\n', {}, '3:7'],
    ['none above, though said to be', 'region,name,2023\n,roads,60\n', above(byRegion), '2:1'],
    ['no such column, though said to be', 'name,2023\nroads,60\n', above(byUnit), '2:1'],
  ])('%s is asked what it holds', async (_, text, mapping, place) => {
    const { code, stderr } = await ran(text, mapping);
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining(`report.csv:${place}: error: "`)]);
    expect(stderr.match(/\[left-blank\]/g)).toHaveLength(1);
  });

  it.each<[string, string, object]>([
    ['below the region of the plan', 'region,name,2023\nHere,roads,60\n,share,50%\n', byRegion],
    ['above all regions', 'region,name,2023\n,roads,60\nthere,roads,50\n', byRegion],
    ['in a table of our own ids', `${IDS}roads,there,60,2023\nroads,,70,2023\nroads,there,50,2022\n`, {}],
    ['the other way round', `${IDS}roads,,70,2023\nroads,there,60,2023\nroads,,60,2022\n`, {}],
    ['below the last of several names alone', `${IDS}roads,there,60,2023\nroads,here,60,2022\nroads,,70,2023\n`, {}],
    ['with a missing mark', 'region,name,2023\nthere,roads,60\n,share,—\n', { ...byRegion, missing: '—' }],
    ['of one region, as the mapping says', merged, { ...byRegion, fixed: { region: 'there' } }],
    ['in the unit of the indicator, either way', 'name,unit,2023\nroads,km,60\nroads,,60\n', byUnit],
    ['in the multiple that the indicator is counted in', 'name,unit,2023\nmasts,万个,60\nmasts,,60\n', byUnit],
    ['of something else', 'name,unit,2023\nroads,km,60\nmasts,,60\nshare,,50%\n', byUnit],
    ['of something else, above it', 'name,unit,2023\nroads,,60\nmasts,万个,60\n', byUnit],
    ['that the number says', 'name,unit,2023\nmasts,个,600000\nmasts,,600000个\n', byUnit],
    ['that its name says under our own headings', '指标,单位,数值,日期\nmasts,个,6,2022\nmasts（个）,,6,2023\n', {}],
    [
      'in the unit of the indicator, though a later row says another',
      'name,unit,2023\nmasts,万个,60\nmasts,,60\nmasts,个,60\n',
      byUnit,
    ],
    ['that the mapping says', 'name,unit,2023\nmasts,个,60\nmasts,,60\n', { ...byUnit, fixed: { unit: '个' } }],
    [
      'that the mapping takes for none',
      'name,unit,2023\nmasts,/,60\nmasts,,60\n',
      { ...byUnit, names: { unit: { '/': '' } } },
    ],
    ['that its name says', 'name,unit,2023\nroads,千km,60\nroads（千km）,,60\n', byUnit],
  ])('%s is no question', async (_, text, mapping) => {
    const { stderr } = await ran(text, mapping);
    expect(stderr).not.toContain('error');
  });

  it('is as above where the mapping says so, with its own place', async () => {
    const regionsOf = async (text: string, mapping: object) => {
      const { report } = await readReport(
        { path: 'a.csv', bytes: Buffer.from(text), mappings: [withPreset(tableMapping.parse(mapping), undefined)] },
        planSchema.parse(parse(PLAN, { schema: 'failsafe' })),
      );
      return report?.observations.map(({ region, place }) => `${region} ${place.span?.line}`);
    };
    expect(await regionsOf(merged, above(byRegion))).toStrictEqual(['there 2', 'there 3', 'here 4', 'here 5']);
    const sections = 'region,name,2023\nthere,,\n,roads,60\n\n,share,50%\nhere,,\n,roads,70\n';
    expect(await regionsOf(sections, above(byRegion))).toStrictEqual(['there 3', 'there 5', 'here 7']);
  });

  it('is not lost in a batch that keeps going, which would read the row by itself', async () => {
    const own = '指标,地区,数值,日期\nroads,there,60,2023\nroads,,70,2023\n';
    await inTemporaryFolder({ 'plan.yaml': PLAN, 'report.csv': own }, async cwd => {
      const { code, stdout, stderr } = await runCli(
        [
          'batch',
          'report.csv',
          '--plan',
          'plan.yaml',
          '--keep-going',
          '--by',
          'file',
          '--output-dir',
          'out',
          '--index',
          'json',
        ],
        { cwd },
      );
      expect([code, stderr]).toStrictEqual([2, expect.stringContaining('[left-blank]')]);
      expect(stdout).not.toMatch(/"state": "judged"/);
    });
  });
});

function above<M extends object>(mapping: M) {
  return { ...mapping, fixed: { region: 'above' } };
}

function ignored(field: string, word: string) {
  return {
    columns: { region: 'region', name: 'indicator', '{as_of}': 'value' },
    names: { [field]: { [word]: 'ignore' } },
  };
}
