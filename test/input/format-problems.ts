import { gzipSync } from 'node:zlib';
import type { ProblemCode } from '../../src/values/problem.ts';
import {
  ACCOUNTING_41,
  type Cell,
  compoundOf,
  DATE_57,
  DIVISION_BY_ZERO,
  numberXml,
  parquetOf,
  partsXlsxOf,
  rawXlsxOf,
  runsXml,
  SHEET,
  type SheetOptions,
  STRUCK,
  sheet,
  sheetXml,
  xlsOf,
  xlsxOf,
  zipOf,
} from '../support/tables.ts';

export interface Case {
  /** Where the arguments do not tell one case from another. */
  readonly name?: string;
  /** Arguments of `check`, without the plan; a report by default. */
  readonly reports?: string;
  readonly plan?: string;
  readonly stdin?: string | Uint8Array;
  /** By what a batch of the reports groups, in place of `check`. */
  readonly by?: string;
  /** Settings of the environment, which leave the plan to them where they name one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the code is reported, as `file:line:col`: exactly there, and nowhere else. */
  readonly at: readonly string[];
  /** Other problems of the same run, as `file:line:col code`. */
  readonly also?: readonly string[];
  /** The names that are suggested, one for each place that has a near one. */
  readonly near?: readonly string[];
  /** 2 for errors; what is only warned of is judged. */
  readonly code?: 0 | 1 | 3;
}

type More = Partial<Pick<Case, 'also' | 'near' | 'code' | 'reports'>>;

/** A report on standard input; places are `line:col` in it, empty for the file as a whole. */
const inInput =
  (format: string, placed = (place: string) => (place === '' ? '-' : `-:${place}`)) =>
  (name: string, stdin: string | Uint8Array, places: readonly string[], { also = [], ...more }: More = {}): Case => ({
    name: `${format}: ${name}`,
    reports: `- --input-format ${format}`,
    stdin,
    at: places.map(placed),
    also: also.map(placed),
    ...more,
  });

const inCsv = inInput('csv');
const inNdjson = inInput('ndjson');
const inJson = inInput('json');
const inYaml = inInput('yaml');
const inParquet = inInput('parquet');
/** Of a workbook the places are those of cells: `2:3` of a sheet is its C2. */
const inSheet = inInput('xlsx', place => {
  const cell = place.replace(/^(\d+):(\d+)/, (_, row, col) => `${String.fromCharCode(64 + Number(col))}${row}`);
  return place === '' ? '-:数据' : `-:数据!${cell}`;
});
const inXlsx = (name: string, rows: Cell[][], places: string[], { sheet: options = {}, ...more }: SheetMore = {}) =>
  inSheet(name, xlsxOf(sheet(rows, options)), places, more);

/** A sheet of one figure, some of whose cells no writer offers. */
const inRawXlsx = (
  name: string,
  value: string,
  day: string,
  places: string[],
  { below, ...more }: More & { readonly below?: string } = {},
) => {
  const rows = [HEAD.map(text => runsXml([String(text)])), [runsXml(['paved-roads']), value, day]];
  return inSheet(name, rawXlsxOf(rows, below), places, more);
};
const DAY = runsXml(['2023-12-31']);

type SheetMore = More & { readonly sheet?: SheetOptions };

/** The workbook as a file, before any of its sheets is known. */
const inWorkbook = inInput('xlsx');

const HEADER = 'indicator,value,as_of\n';
const ROW = 'paved-roads,1800,2023-12-31\n';
const HEAD: Cell[] = ['indicator', 'value', 'as_of'];
const FIGURE: Cell[] = ['paved-roads', 1800, '2023-12-31'];
/** Below the fields of the report, as offices send it. */
const FORM: Cell[][] = [['道路统计'], ['as_of', '2023-12-31'], ['published', '2024-01-31'], [], ['indicator', 'value']];

const parquetRow = { indicator: ['paved-roads', 'paved-roads'], value: ['1800', '1900'] };

const wide = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',');
const zeros = (size: number) => new Uint8Array(size);
const book = xlsxOf(sheet([HEAD, FIGURE]));

/** The first part that is packed is another one than its checksum says. */
function withOtherByte(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  changed[14] = (changed[14] ?? 0) ^ 1; // Nobody reads the checksum there,
  const directory = Buffer.from(changed).indexOf('504b0102', 'hex');
  changed[directory + 16] = (changed[directory + 16] ?? 0) ^ 1; // but here.
  return changed;
}

/** Says as an archive beyond 4 GB does that another record has the size of its directory. */
function withDirectoryElsewhere(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(0xffffffff, changed.length - 10);
  return new Uint8Array(changed);
}
const oldBook = xlsOf(sheet([HEAD, FIGURE]));

/** Problems of the formats that a report can have; the first lines of each are read as in any other. */
export const formatCases: Readonly<Partial<Record<ProblemCode, readonly Case[]>>> = {
  'unknown-format': [
    { name: 'a plan as a table', plan: 'plans/table.csv', at: ['plans/table.csv'] },
    { name: 'a compressed workbook', reports: 'no-reports/report.xlsx.gz', at: ['no-reports/report.xlsx.gz'] },
  ],
  'empty-file': [
    inCsv('nothing', '', ['']),
    inCsv('blank lines', ' \n\n', ['']),
    inNdjson('blank lines', '\n \n', ['']),
    inWorkbook('no bytes', '', ['']),
    inParquet('no bytes', '', ['']),
    inXlsx('an empty sheet', [[]], ['']),
    inXlsx('a sheet of empty texts', [['', ''], ['']], ['']),
  ],
  'binary-file': [inCsv('NUL bytes', `${HEADER}paved\0roads,1,2023\n`, ['']), inCsv('a workbook', book, [''])],
  'unknown-encoding': [inCsv('Latin-1', Uint8Array.from([0x72, 0xe9, 0x2c, 0x31]), [''])],
  'read-as-gb18030': [
    inCsv(
      '铺',
      Buffer.concat([
        Buffer.from(`${HEADER}paved-roads,1800`),
        Buffer.from('cdf2', 'hex'),
        Buffer.from(',2023-12-31\n'),
      ]),
      [''],
      { also: ['2:13 implausible'], code: 3 },
    ),
  ],
  'more-problems': [
    inCsv('10,001 of them, of which 100 are shown', `${HEADER}${'x,1,2023-12-31\n'.repeat(10_001)}`, [''], {
      also: Array.from({ length: 99 }, (_, index) => `${index + 2}:1 unknown-indicator`),
    }),
  ],
  'too-large': [
    inCsv('on standard input', HEADER + ROW, [''], { reports: '- --input-format csv --max-input-size 20' }),
    { name: 'a file', reports: 'report.yaml --max-input-size 20B', at: ['report.yaml'] },
    inWorkbook('unpacked', book, [''], { reports: `- --input-format xlsx --max-input-size ${book.length}` }),
    inCsv('a gzip file', gzipSync(zeros(2000)), [''], { reports: '- --input-format csv --max-input-size 1000' }),
  ],
  'beyond-limit': [
    inParquet('of many rows', parquetOf({ indicator: Array.from({ length: 9999 }, () => 'paved-roads') }), [''], {
      reports: '- --input-format parquet --max-input-size 10kB',
    }),
  ],
  'archive-bomb': [
    inCsv('64 MB of zeros as gzip', gzipSync(zeros(64_000_000)), ['']),
    inWorkbook('64 MB of zeros', zipOf([{ name: 'xl/workbook.xml', content: zeros(64_000_000) }]), ['']),
    inWorkbook('2,000 parts', zipOf(Array.from({ length: 2000 }, (_, n) => ({ name: `${n}`, content: zeros(1) }))), [
      '',
    ]),
  ],
  'damaged-file': [
    inCsv('a gzip file that ends early', gzipSync(Buffer.from(HEADER + ROW.repeat(99))).subarray(0, 60), ['']),
    inWorkbook('CSV', HEADER + ROW, ['']),
    inWorkbook('a workbook that ends early', book.subarray(0, book.length - 100), ['']),
    inWorkbook('a workbook without its beginning', book.subarray(100), ['']),
    inWorkbook('an archive of something else', zipOf([{ name: 'a.txt', content: zeros(9) }]), ['']),
    inWorkbook('a part larger than it says', zipOf([{ name: '_rels/.rels', content: zeros(5_000_000), size: 9 }]), [
      '',
    ]),
    inWorkbook('a part that says no size', zipOf([{ name: '_rels/.rels', content: zeros(5_000_000), size: 0 }]), ['']),
    inWorkbook('a part of another content', withOtherByte(book), ['']),
    inWorkbook('a sheet that is no XML', partsXlsxOf({ [SHEET]: 'indicator,value' }), ['']),
    inSheet('a cell that holds more', partsXlsxOf({ [SHEET]: sheetXml('<row><c><x/></c></row>') }), ['1:1']),
    inWorkbook('a directory that stands elsewhere', withDirectoryElsewhere(book), ['']),
    inParquet('CSV', HEADER + ROW, ['']),
    inParquet('a file that ends early', parquetOf(parquetRow).subarray(0, 150), ['']),
    inParquet('a file without its beginning', parquetOf(parquetRow).subarray(60), ['']),
  ],
  'no-open-workbook': [
    inWorkbook('an old workbook', oldBook, ['']),
    inWorkbook('an encrypted workbook', compoundOf({ EncryptionInfo: zeros(9), EncryptedPackage: book }), ['']),
  ],
  'csv-syntax': [
    inCsv('a quote that stays open', `${HEADER}paved-roads,"1800,2023-12-31\n${ROW}`, ['2:13']),
    inCsv('a quote in a cell', `${HEADER}paved-roads,18"00,2023-12-31\n`, ['2:13']),
    inCsv('a row in quotes', 'indicator,as_of,value,note\na,2022,99,"x\nb,2022,9,y"\nb,2022,4,z\n', ['2:11']),
    inCsv('text after a quote', `${HEADER}"paved-roads"x,1800,2023-12-31\n`, ['2:1']),
  ],
  'json-syntax': [
    inNdjson('a broken line between whole ones', '{"indicator":"paved-roads","value":1800,"as_of":"2023"}\n{"a":}\n', [
      '2:6',
    ]),
    inNdjson('a report over several lines', '{\n  "as_of": "2023"\n}\n', ['1:2', '2:10', '3:1']),
  ],
  'no-header': [
    inCsv('other names', 'name;figure\nx;1\n', ['1:1']),
    inCsv('full-width commas', '指标，数值，日期\npaved-roads，1800，2023\n', ['1:1']),
    inCsv('one full-width comma', 'indicator,value，as_of\npaved-roads,1800，2023\n', ['1:11']),
    inXlsx(
      'none',
      [
        ['a', 'b'],
        [1, 2],
      ],
      ['1:1'],
    ),
  ],
  'too-many-columns': [
    inCsv('100,000', `${wide}\n${wide}\n`, ['1:4891']),
    inXlsx('1,001', [Array.from({ length: 1001 }, (_, n) => `c${n}`)], ['ALM1']),
  ],
  'cell-without-column': [
    inCsv('a row too long', `${HEADER}paved-roads,1,800,2023-12-31\n`, ['2:19'], { also: ['2:15 bad-day'] }),
    inXlsx('a cell beside the table', [HEAD, [...FIGURE, null, '?']], ['2:5']),
    inXlsx('a third cell above it', [['as_of', '2023-12-31', '年底'], HEAD, FIGURE], ['1:3']),
  ],
  'row-too-short': [
    inCsv('two of three cells', `${HEADER}${ROW}paved-roads,1800\n`, ['3:1'], { also: ['3:1 missing-key'] }),
  ],
  'swapped-columns': [
    inCsv('value and unit', 'indicator,as_of,unit,value\npaved-roads,2023,1800,km\n', ['2:23'], {
      also: ['2:23 bad-quantity'],
    }),
    inCsv('value and day', 'indicator,as_of,value\npaved-roads,93307,2023-12-31\n', ['2:19'], {
      also: ['2:13 bad-day', '2:19 bad-quantity'],
    }),
    inNdjson('a count below 1800 as its year', '{"indicator":"paved-roads","as_of":1750,"value":2023}\n', ['1:49'], {
      also: ['1:36 bad-day'],
    }),
  ],
  'foreign-table': [
    inCsv('years across', 'indicator,unit,2022,2023\npaved-roads,km,1700,1800\n', ['1:1']),
    inCsv('columns beside ours', '序号,指标,数值,日期\n1,paved-roads,1800,2023\n', ['1:1']),
    inCsv('of statistics offices', 'DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nA:B(1.0),county,2023,1800\n', ['1:1']),
  ],
  'still-open': [
    {
      name: 'csv: a column, a name and a day',
      reports: '- --input-format csv --tables tables/open.yaml',
      stdin: 'name,2023\npaved-roads,1800\n',
      at: ['tables/open.yaml:4:19', 'tables/open.yaml:5:31', 'tables/open.yaml:6:22'],
    },
  ],
  'unmapped-heading': [
    inCsv('a goal', '指标,单位,备注,2023年,2025年目标\npaved-roads,,,1800,2000\n', ['1:16'], {
      reports: '- --input-format csv --tables tables/wide.yaml',
    }),
    inCsv('a slip', '指标,单位,备住,2023年\npaved-roads,,,1800\n', ['1:7'], {
      reports: '- --input-format csv --tables tables/wide.yaml',
      near: ['备注'],
      also: ['1:1 missing-column'],
    }),
  ],
  'ambiguous-heading': [
    inCsv('two blanks', 'as_of,paved roads built\n2023,1800\n', ['1:7'], {
      reports: '- --input-format csv --tables tables/ambiguous.yaml',
    }),
  ],
  'missing-column': [
    inCsv('a unit', '指标,备注,2023年\npaved-roads,,1800\n', ['1:1'], {
      reports: '- --input-format csv --tables tables/wide.yaml',
      code: 3,
    }),
  ],
  'several-mappings': [
    inCsv('for one text', '指标,数值\npaved-roads,1800\n', [''], {
      reports: '- --input-format csv --tables tables/two.yaml',
    }),
  ],
  'unknown-sheet': [
    {
      ...inInput('xlsx')('a slip', xlsxOf(sheet([HEAD, FIGURE])), [''], { near: ['数据'] }),
      reports: '- --input-format xlsx --tables tables/sheet.yaml',
    },
  ],
  'number-outside-table': [
    inCsv('a sum', '指标,单位,备注,2023年\npaved-roads,,,1800\n注：合计,,,1800\n', ['3:8'], {
      reports: '- --input-format csv --tables tables/wide.yaml',
      code: 3,
    }),
  ],
  'which-period': [
    {
      name: 'a quarter of what is added',
      stdin: '指标,单位,备注,2023Q2年\n5g-base-stations-added,,,1800\n',
      plan: 'shanxi-cities-2021-23',
      reports: '- --input-format csv --tables tables/wide.yaml',
      at: ['-:2:26'],
    },
  ],
  'region-alone': [
    inCsv('above the figures of it', '指标,单位,备注,2023年\nSouth,,,\npaved-roads,,,1800\n', ['2:1'], {
      reports: '- --input-format csv --tables tables/wide.yaml',
    }),
    inCsv('among our own columns', 'indicator,value,as_of\nNorth,,\npaved-roads,1800,2023-12-31\n', ['2:1']),
    inXlsx('over the whole row', [HEAD, ['二、North', null, null], FIGURE], ['2:1'], {
      sheet: { merged: ['A2:C2'] },
    }),
  ],
  'deleted-figure': [
    {
      name: 'csv: a deletion of SDMX, with and without its number',
      reports: '- --input-format csv --tables tables/sdmx.yaml',
      stdin:
        'ACTION,INDICATOR,TIME_PERIOD,OBS_VALUE\nI,paved-roads,2022,700\nD,paved-roads,2023,800\nD,paved-roads,2021,\n',
      at: ['-:3:1', '-:4:1'],
    },
  ],
  'status-beside': [
    inCsv('above the table', '2023年目标值\n指标,数值,日期\npaved-roads,800,2023-12-31\n', ['1:1']),
    inCsv('below the table', '指标,数值,日期\npaved-roads,800,2023-12-31\n注：2023年为预计数,,\n', ['3:1']),
    inCsv('in a note', 'indicator,value,as_of,note\npaved-roads,800,2023-12-31,forecast\n', ['2:28']),
    inCsv('by who published it', '指标,数值,日期,发布机构\npaved-roads,800,2023-12-31,统计局（预计数）\n', ['2:28']),
    inCsv('by what it is a part of', '指标,数值,日期,范围\npaved-roads,800,2023-12-31,规划目标\n', ['2:28']),
    inYaml('in a note of a report', 'as_of: 2023-12-31\nnote: 计划数\nmetrics:\n  paved-roads: 800\n', ['2:7']),
    inYaml('in what a source says', 'as_of: 2023-12-31\nmetrics:\n  paved-roads: { value: 800, says: 预计到年底 }\n', [
      '3:36',
    ]),
    inCsv('as withdrawn', 'indicator,value,as_of,note\npaved-roads,800,2023-12-31,已撤回\n', ['2:28']),
    inXlsx('in a comment on its cell', [HEAD, FIGURE], ['2:2'], { sheet: { comments: { B2: 'Office:\n预计数' } } }),
    inXlsx('in a comment on a heading', [HEAD, FIGURE], ['1:2'], { sheet: { comments: { B1: '2023年目标值' } } }),
  ],
  'scope-beside': [
    inCsv('above the table', '统计范围：县道\n指标,数值,日期\npaved-share,80,2023-12-31\n', ['1:1']),
    inCsv('below the table', '指标,数值,日期\npaved-share,80,2023-12-31\n注：不含村道,,\n', ['3:1']),
    inCsv('in a note', 'indicator,value,as_of,note\npaved-share,80,2023-12-31,scope: county roads\n', ['2:27']),
    inYaml('in a note of a report', 'as_of: 2023-12-31\nnote: 口径：含在建\nmetrics:\n  paved-share: 80\n', ['2:7']),
  ],
  'day-beside': [
    inCsv('above the table', '2024年底县道情况\n指标,数值,日期\npaved-share,80,2023-12-31\n', ['1:1']),
    inCsv('in a note', 'indicator,value,as_of,note\npaved-share,80,2023-12-31,截至2022年末\n', ['2:27']),
  ],
  'way-beside': [
    {
      name: 'a month alone',
      stdin: 'indicator,value,flow_to,as_of,note\n5g-base-stations-added,80,,2023-12-31,当月\n',
      plan: 'shanxi-cities-2021-23',
      reports: '- --input-format csv',
      at: ['-:2:39'],
    },
  ],
  'region-beside': [
    inCsv('above the table', 'Roads of North\n指标,数值,日期\npaved-roads,800,2023-12-31\n', ['1:1']),
    inCsv('below the table', '指标,数值,日期\npaved-roads,800,2023-12-31\n注：以上为North数,,\n', ['3:1']),
    inCsv('in a note', 'indicator,value,as_of,note\npaved-roads,800,2023-12-31,North only\n', ['2:28']),
    inYaml('in the title of a report', 'as_of: 2023-12-31\nreport: Roads of South\nmetrics:\n  paved-roads: 800\n', [
      '2:9',
    ]),
  ],
  'unit-beside': [
    inRawXlsx('printed above each page', numberXml(8), DAY, ['1:1'], {
      below: '<headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;10单位：万km&amp;R&amp;P</oddHeader></headerFooter>',
    }),
    inRawXlsx('said to whoever fills in the cell', numberXml(8), DAY, ['2:2'], {
      below:
        '<dataValidations><dataValidation sqref="B2:B9" showInputMessage="1" prompt="单位：万km"/></dataValidations>',
    }),
    inCsv('below the table', '指标,数值,日期\npaved-roads,8,2023-12-31\n注：单位为千公里,,\n', ['3:1']),
    inCsv('above the table', '注：单位：千km\n指标,数值,日期\npaved-roads,8,2023-12-31\n', ['1:1']),
    inCsv('as a remark of the file', '# unit: thousand km\nindicator,value,as_of\npaved-roads,8,2023-12-31\n', ['1:1']),
    inCsv('in a field of the report', 'report,Roads (千km)\nindicator,value,as_of\npaved-roads,8,2023-12-31\n', [
      '1:8',
    ]),
    inCsv(
      'in notes of its rows',
      'indicator,value,as_of,note\npaved-roads,8,2023-12-31,in thousands\npaved-roads,9,2022-12-31,10,000 km\n'.replace(
        '10,000 km',
        '"10,000 km"',
      ),
      ['2:26', '3:26'],
    ),
    inCsv(
      'against the unit of a row, which is enough for the others',
      '指标,数值,单位,日期\npaved-roads,8000,km,2023-12-31\n单位：千km,,,\n',
      ['3:1'],
    ),
    inCsv(
      'of something else, beside a figure that does not say its own',
      '指标,数值,日期\npaved-roads,8,2023-12-31\n注：煤炭产量单位为万吨,,\n',
      ['3:1'],
    ),
    inNdjson(
      'in a note',
      '{"indicator":"paved-roads","value":8,"as_of":"2023-12-31","note":"figures in thousands"}\n',
      ['1:66'],
    ),
    inYaml(
      'in notes of a report and of a figure',
      'as_of: 2023-12-31\nnote: 单位：千km\nmetrics:\n  paved-roads: { value: 8, note: 单位：万km }\n  paved-share: 50%\n',
      ['2:7', '4:34'],
    ),
    inXlsx(
      'in a merged row below the table',
      [
        ['指标', '数值', '日期'],
        ['paved-roads', 8, '2023-12-31'],
        ['注：表中数据以千公里计', null, null],
      ],
      ['3:1'],
      { sheet: { merged: ['A3:C3'] } },
    ),
  ],
  'sum-left-out': [
    inCsv('more than the rows', '地区,paved-roads\nNorth,800\nSouth,700\n合计,1900\n', ['4:4'], {
      reports: '- --input-format csv --tables tables/parts.yaml',
    }),
  ],
  'rest-left-out': [
    inCsv('beside the parts', '地区,paved-roads\nNorth,800\nSouth,700\n其他,400\n', ['4:4'], {
      reports: '- --input-format csv --tables tables/parts.yaml',
    }),
  ],
  'left-blank': [
    inCsv(
      'a region below another one',
      '指标,地区,数值,日期\npaved-roads,North,800,2023-12-31\npaved-share,,50%,2023-12-31\n',
      ['3:13'],
    ),
    inCsv(
      'a unit below a multiple of it',
      '指标,单位,数值,日期\npaved-roads,thousand km,1.8,2023-12-31\npaved-roads,,1.9,2024-12-31\n',
      ['3:13'],
    ),
    inXlsx(
      'in a workbook',
      [
        ['地区', '指标', '数值', '日期'],
        ['North', ...FIGURE],
        [null, ...FIGURE],
      ],
      ['3:1'],
    ),
  ],
  'merged-cells': [
    inXlsx('one value for two rows', [HEAD, FIGURE, ['paved-roads', null, '2024-12-31']], ['2:2'], {
      sheet: { merged: ['B2:B3'] },
    }),
    inXlsx('a heading and the cell below it', [HEAD, FIGURE], ['1:1'], {
      sheet: { merged: ['A1:A2'] },
      also: ['2:1 not-shown'],
    }),
  ],
  'ambiguous-separator': [
    inCsv(
      'between semicolons',
      'indicator;value;as_of\npaved-roads;1,800;2023-12-31\npaved-roads;约 1,900;2024-12-31\npaved-share;12.5%;2023-12-31\n',
      ['2:13', '3:13'],
    ),
    inCsv('a point before three digits', 'indicator;value;as_of\npaved-roads;1.800;2023-12-31\n', ['2:13']),
    inCsv('in a quoted cell, of full width', 'indicator;value;as_of\npaved-roads;"1，800";2023-12-31\n', ['2:13']),
    inCsv('in a tolerance', 'indicator;value;tolerance;as_of\npaved-roads;1800;1,500;2023-12-31\n', ['2:18']),
  ],
  'hidden-rows': [
    inXlsx('two runs of them', [HEAD, FIGURE, FIGURE, FIGURE, FIGURE, [], FIGURE], ['2:1', '5:1'], {
      sheet: { hidden: [2, 3, 5, 6] },
    }),
    inXlsx('above the table', [...FORM, ['paved-roads', 1800]], ['2:1'], { sheet: { hidden: [2] } }),
  ],
  'hidden-columns': [
    inXlsx(
      'one, and two side by side',
      [
        ['dated', ...HEAD],
        ['stated', ...FIGURE],
      ],
      ['1:1', '1:3'],
      {
        sheet: { hidden: ['A', 'C', 'D'] },
      },
    ),
    inXlsx('above the table', [...FORM, FIGURE.slice(0, 2)], ['5:2'], { sheet: { hidden: ['B', 'F'] } }),
  ],
  'struck-out': [
    inRawXlsx('a number', numberXml(1800, STRUCK), DAY, ['2:2']),
    inRawXlsx('the old number before the new one', runsXml(['180', '<strike/>'], ['190']), DAY, ['2:2'], {}),
  ],
  'not-shown': [
    inRawXlsx('a white digit before the others', runsXml(['1', '<color rgb="FFFFFFFF"/>'], ['800']), DAY, ['2:2']),
    inXlsx('what merged cells cover', [['as_of', '2023-12-31'], [], HEAD.slice(0, 2), FIGURE.slice(0, 2)], ['1:2'], {
      sheet: { merged: ['A1:B1'] },
    }),
  ],
  'shown-by-condition': [
    inSheet(
      'struck out',
      partsXlsxOf({
        'xl/styles.xml': '<styleSheet><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>',
        [SHEET]: sheetXml('').replace(
          '</worksheet>',
          '<conditionalFormatting sqref="B2:B9"><cfRule type="expression" dxfId="0"/></conditionalFormatting></worksheet>',
        ),
      }),
      ['2:2'],
    ),
  ],
  'shown-otherwise': [
    inXlsx('a currency', [HEAD, FIGURE], ['2:2'], { sheet: { formats: { B2: '[$¥-804]#,##0' } } }),
    inXlsx('a dash', [HEAD, ['paved-roads', 0, '2023-12-31']], ['2:2'], { sheet: { formats: { B2: '0;-0;"-"' } } }),
    inRawXlsx('a dash, under a format that the file only numbers', numberXml(0, ACCOUNTING_41), DAY, ['2:2']),
    inXlsx('nothing, for a zero', [HEAD, ['paved-roads', 0, '2023-12-31']], ['2:2'], {
      sheet: { formats: { B2: '0;-0;' } },
    }),
    inXlsx(
      'nothing, above the table',
      [
        ['as_of', 2023],
        ['indicator', 'value'],
        ['paved-roads', 1800],
      ],
      ['1:2'],
      {
        sheet: { formats: { B1: ';;;' } },
      },
    ),
    inXlsx(
      'nothing, for a text',
      [
        [...HEAD, 'scope'],
        [...FIGURE, 'one road'],
      ],
      ['2:4'],
      {
        sheet: { formats: { D2: '0;0;0;' } },
      },
    ),
    inXlsx('a bound that what is kept does not keep', [HEAD, ['paved-roads', 1799.6, '2023-12-31']], ['2:2'], {
      sheet: { formats: { B2: '"≥"0' } },
    }),
    inXlsx('a fraction of ten thousands', [HEAD, FIGURE], ['2:2'], { sheet: { formats: { B2: '# ?/?"万"' } } }),
  ],
  'error-in-cell': [
    inXlsx('in a value', [HEAD, ['paved-roads', null, '2023-12-31']], ['2:2'], {
      sheet: { errors: { B2: DIVISION_BY_ZERO } },
    }),
    inXlsx(
      'of a formula, where a text may stand',
      [
        [...HEAD, 'scope'],
        [...FIGURE, null],
      ],
      ['2:4'],
      {
        sheet: { errors: { D2: DIVISION_BY_ZERO }, formulas: { D2: '1/0' } },
      },
    ),
  ],
  'formula-without-value': [
    {
      ...inSheet(
        'of a workbook that is still to be calculated',
        partsXlsxOf({
          'xl/workbook.xml':
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="数据" sheetId="1" r:id="r1"/></sheets><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>',
          [SHEET]: sheetXml(
            `<row>${HEAD.map(name => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row><row><c t="inlineStr"><is><t>paved-roads</t></is></c><c><f>SUM(D1:D9)</f><v>0</v></c><c t="inlineStr"><is><t>2023</t></is></c></row>`,
          ),
        }),
        ['2:2'],
      ),
    },
    inXlsx('in a value', [HEAD, ['paved-roads', null, '2023-12-31']], ['2:2'], {
      sheet: { formulas: { B2: 'SUM(D1:D9)' } },
    }),
  ],
  'other-sheets': [
    {
      ...inSheet('two years', xlsxOf(sheet([HEAD, FIGURE]), sheet([HEAD, FIGURE], { name: '2024' })), ['']),
      code: 3,
    },
  ],
  'given-twice': [
    inWorkbook('a part', partsXlsxOf({}, { name: 'xl/STYLES.xml', content: zeros(1) }), ['']),
    inSheet(
      'a row and a cell',
      partsXlsxOf({ [SHEET]: sheetXml('<row r="1"/><row r="1"/><row r="3"><c r="B3"/><c r="B3"/></row>') }),
      ['1:1', '3:2'],
    ),
  ],
  'odd-cell': [
    inRawXlsx('a number in hexadecimal', '<c><v>0x1388</v></c>', DAY, ['2:2']),
    inRawXlsx('a type that does not exist', '<c t="zz"><v>1800</v></c>', DAY, ['2:2']),
    inRawXlsx('the place of another cell', '<c r="B9"><v>1800</v></c>', DAY, ['2:2']),
  ],
  'heading-twice': [
    inCsv('a column', 'indicator,value,as_of,value\npaved-roads,1,2023-12-31,2\n', ['1:23']),
    inCsv('by another of its names', '指标,数值,日期,年份\npaved-roads,1,2023-12-31,2023\n', ['1:10']),
    inCsv('two tables, told once', '指标,数值,单位,,指标,数值,单位\npaved-roads,1,km,,paved-roads,2,km\n', ['1:11']),
  ],
  'duplicate-key': [
    inXlsx(
      'a field',
      [
        ['as_of', '2023'],
        ['as_of', '2024'],
        ['indicator', 'value'],
        ['paved-roads', 1800],
      ],
      ['2:1'],
    ),
    inNdjson('in one line', '{"indicator":"paved-roads","value":1,"value":2,"as_of":"2023"}\n', ['1:38']),
    inNdjson(
      'a source said twice',
      '{"indicator":"paved-roads","value":1,"as_of":"2023","source":{"url":"a"},"url":"b"}\n',
      ['1:74'],
    ),
  ],
  'unknown-key': [
    inCsv('a column', 'indicator;value;publishr;as_of\npaved-roads;1800;B;2023-12-31\n', ['1:17'], {
      near: ['publisher'],
    }),
    inCsv('the name itself', 'indicatr,value,as_of\npaved-roads,1800,2023-12-31\n', ['1:1'], {
      near: ['indicator'],
      also: ['2:1 missing-key'],
    }),
    inNdjson('of one figure', '{"indicator":"paved-roads","value":1800,"as_of":"2023","publishr":"B"}\n', ['1:56'], {
      near: ['publisher'],
    }),
    inJson(
      'of one figure',
      '[\n {"indicator":"paved-roads","value":1800,"as_of":"2023","flow_form":"2022"}\n]',
      ['2:57'],
      { near: ['flow_from'] },
    ),
    inXlsx(
      'a field',
      [
        ['as_off', '2023-12-31'],
        ['published', '2024'],
        ['indicator', 'value'],
        ['paved-roads', 1800],
      ],
      ['1:1'],
      { near: ['as_of'], also: ['4:1 missing-key'] },
    ),
    inParquet('a column', parquetOf({ ...parquetRow, as_off: ['2023', '2024'] }), ['1:3'], {
      near: ['as_of'],
      also: ['1:1 missing-key'],
    }),
  ],
  'missing-key': [
    inCsv('a day, told once', 'indicator,value\npaved-roads,1800\npaved-roads,1900\n', ['2:1']),
    inCsv('what a number is of', 'indicator,value,as_of\npaved-roads,1800,2023\n,60,2023\n', ['3:1']),
    inCsv('a day of one figure', 'indicator,value,as_of\npaved-roads,1800,2023\npaved-roads,1900,\n', ['3:1']),
    inCsv('the end of a flow', 'indicator,value,flow_from,flow_to,as_of\npaved-roads,18,2022-12-31,,2023\n', ['2:16']),
  ],
  'wrong-type': [
    inCsv('an identifier', 'indicator,value,as_of,counts\npaved-roads,1800,2023,a b\n', ['2:23']),
    inNdjson('a number', '{"indicator":"paved-roads","value":1800,"as_of":"2023"}\n5\n', ['2:1']),
    inJson('a list of lists', '[[1]]', ['1:2']),
  ],
  'unknown-value': [
    inCsv('a status', 'indicator,value,as_of,status\npaved-roads,1800,2023,finl\n', ['2:23'], { near: ['final'] }),
  ],
  'bad-quantity': [
    inCsv(
      'after a line break in quotes',
      `indicator,note,value,as_of\npaved-roads,"two\nlines",1800,2023\npaved-roads,x,"1.234,5",2023\n`,
      ['4:15'],
    ),
    inCsv(
      'a comma that can only stand before decimals',
      'indicator;value;as_of\npaved-roads;12,5;2023\npaved-roads;1.234,567;2024\n',
      ['2:13', '3:13'],
    ),
    inCsv('tab', 'indicator\tvalue\tas_of\npaved-roads\tmany\t2023\n', ['2:13']),
    inNdjson(
      'in the second line',
      '{"indicator":"paved-roads","value":1800,"as_of":"2023"}\n{"indicator":"paved-roads","value":"many","as_of":"2023"}\n',
      ['2:36'],
    ),
    inYaml(
      'in the second report',
      'as_of: 2023\nmetrics: { paved-roads: 1800 }\n---\nas_of: 2024\nmetrics: { paved-roads: many }\n',
      ['5:25'],
    ),
    inXlsx('in the third row', [HEAD, FIGURE, ['paved-roads', '1.234,5', '2024-12-31']], ['3:2']),
    inXlsx('below the fields of the report', [...FORM, ['paved-roads', 'many']], ['6:2']),
    inRawXlsx('the mark of a footnote', runsXml(['1800'], ['1', '<vertAlign val="superscript"/>']), DAY, ['2:2']),
    inXlsx('TRUE', [HEAD, ['paved-roads', true, '2023-12-31']], ['2:2']),
    inXlsx('a day', [HEAD, ['paved-roads', new Date('2023-12-31T00:00:00Z'), '2023-12-31']], ['2:2']),
    inParquet('in the second row', parquetOf({ ...parquetRow, value: ['1800', 'many'], as_of: ['2023', '2024'] }), [
      '2:2',
    ]),
  ],
  'bad-day': [
    inCsv(
      'spans by threes beside a year',
      `indicator,as_of,value\npaved-roads,2005,1\n${['2001/03', '2004/06', '2007/09', '2005/12'].map(day => `paved-roads,${day},1\n`).join('')}`,
      ['3:13'],
    ),
    inCsv('spans that look like months', 'indicator,as_of,value\npaved-roads,2006-08,1\npaved-roads,2007-09,2\n', [
      '2:13',
    ]),
    inNdjson(
      'the same',
      '{"indicator":"paved-roads","as_of":"2006-08","value":1}\n{"indicator":"paved-roads","as_of":"2007-09","value":2}\n',
      ['1:36'],
    ),
    inCsv('of one figure', `${HEADER}paved-roads,1800,31.12.2023\n`, ['2:18']),
    inXlsx('the number of a day', [HEAD, ['paved-roads', 1800, 45291]], ['2:3']),
    inRawXlsx('the first of a month, or a month', numberXml(1800), numberXml(45261, DATE_57), ['2:3']),
    inXlsx('a day without its year', [HEAD, ['paved-roads', 1800, new Date('2023-12-31T00:00:00Z')]], ['2:3'], {
      sheet: { formats: { C2: 'm"月"d"日"' } },
    }),
    inXlsx('a time of day', [HEAD, ['paved-roads', 1800, new Date('2023-12-31T14:30:00Z')]], ['2:3']),
    inXlsx(
      'above the table',
      [
        ['as_of', '年底'],
        ['indicator', 'value'],
        ['paved-roads', 1800],
      ],
      ['1:2'],
    ),
    inParquet('in the second row', parquetOf({ ...parquetRow, as_of: ['2023', 'soon'] }), ['2:3']),
  ],
  'wrong-plan': [
    inCsv(
      'of one figure',
      `indicator,value,as_of,plan\npaved-roads,1800,2023,county-roads\npaved-roads,1900,2024,city-roads\n`,
      ['3:23'],
    ),
    inXlsx('above the table', [['plan', 'city-roads'], ...FORM.slice(1), ['paved-roads', 1800]], ['1:2']),
  ],
  'unknown-indicator': [
    inCsv('mistyped', `${HEADER}${ROW}paved-road,1800,2023-12-31\n`, ['3:1'], { near: ['paved-roads'] }),
    inXlsx('mistyped', [...FORM, ['paved-road', 1800]], ['6:1'], { near: ['paved-roads'] }),
    inParquet('mistyped', parquetOf({ indicator: ['paved-road'], value: [1800], as_of: ['2023'] }), ['1:1'], {
      near: ['paved-roads'],
    }),
  ],
  'unknown-region': [
    inCsv('mistyped', 'indicator,value,as_of,region\npaved-roads,1800,2023,nroth\n', ['2:23'], { near: ['north'] }),
  ],
  'wrong-unit': [
    inCsv('a unit', 'indicator,value,unit,as_of\npaved-roads,1800,mile,2023\n', ['2:18']),
    inXlsx('a unit of its format', [HEAD, FIGURE], ['2:2'], { sheet: { formats: { B2: '0" 条"' } } }),
    inXlsx('a percent cell', [HEAD, ['paved-roads', 0.5, '2023-12-31']], ['2:2'], {
      sheet: { formats: { B2: '0.0%' } },
    }),
  ],
  'days-out-of-order': [
    inCsv('a flow', 'indicator,value,flow_from,flow_to\npaved-roads,18,2023-12-31,2022-12-31\n', ['2:27']),
  ],
  'day-to-come': [
    inCsv(
      'a span that ends after the day that is named',
      'indicator,value,as_of,flow_from,flow_to\npaved-roads,1,2023-12-31,2023-01-01,2999-12-31\n',
      ['2:37'],
    ),
  ],
  'after-publication': [
    inCsv(
      'a span that ends after the day that is named',
      'indicator,value,as_of,published,flow_from,flow_to\npaved-roads,1,2023-12-31,2024-02-06,2023-01-01,2024-12-31\n',
      ['2:48'],
    ),
    inXlsx(
      'above the table',
      [
        ['as_of', '2023-12-31'],
        ['published', '2023-01-31'],
        ['indicator', 'value'],
        ['paved-roads', 1800],
      ],
      ['1:2'],
    ),
  ],
  'nothing-reported': [
    inCsv('a header alone', HEADER, ['1:1']),
    inJson('an empty list', '[]', ['1:1']),
    inXlsx('a header alone', [HEAD], ['1:1']),
  ],
  implausible: [
    inCsv('thousands that are beyond doubt', 'indicator;value;as_of\npaved-roads;1,234,567;2023\n', ['2:13'], {
      code: 3,
    }),
    inCsv('a slip', 'indicator,value,as_of\npaved-roads,18000,2023-12-31\n', ['2:13'], { code: 3 }),
  ],
};
