import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { type InputFormat, inputFormats } from '../../src/input/source/registry.ts';
import { planSchema } from '../../src/model/plan.ts';
import { isError } from '../../src/values/problem.ts';
import {
  parquetOf,
  partsXlsxOf,
  relationsXml,
  SHEET,
  sheet,
  sheetXml,
  withMetadata,
  xlsxOf,
} from '../support/tables.ts';

/*
 * A figure that stands twice, as 3100 and as 9000, in every way that a format has to say it twice: it is refused, or
 * both are read. Whoever reads only one of them has lost the other. A format is here because it is in the registry.
 */

const plan = planSchema.parse({
  plan: 'plan',
  title: 'Plan',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { roads: { title: 'Roads', unit: 'km', kind: 'stock' } },
});

const HEAD = ['indicator', 'value', 'as_of'];
const row = (value: number) => ['roads', value, '2023-12-31'] as const;
const object = (value: number) => `{"indicator":"roads","value":${value},"as_of":"2023-12-31"}`;

const text = (value: string) => `<is><t>${value}</t></is>`;
const cell = (value: string, attributes = '') => `<c ${attributes} t="inlineStr">${text(value)}</c>`;
const cells = (...values: readonly string[]) => values.map(value => cell(value)).join('');
const head = `<row>${cells(...HEAD)}</row>`;
const figure = (value: string, attributes = '') => `<row ${attributes}>${cells('roads', value, '2023-12-31')}</row>`;
const around = (value: string, middle: string) => `<row>${cells('roads')}${value}${cells('2023-12-31')}${middle}</row>`;
const book = (rows: string, parts: Readonly<Record<string, string>> = {}) =>
  partsXlsxOf({ [SHEET]: sheetXml(rows), ...parts });
const inCell = (value: string) => book(head + around(value, ''));
const other = { name: SHEET, content: Buffer.from(sheetXml(head + figure('9000'))) };
const workbook = (inner: string) => ({
  'xl/workbook.xml': `<workbook xmlns:r="x">${inner}</workbook>`,
  'xl/_rels/workbook.xml.rels': relationsXml(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
  ),
  'xl/worksheets/sheet2.xml': sheetXml(head + figure('9000')),
});
const shared = (rels: string, sst: string) => ({
  'xl/_rels/workbook.xml.rels': rels,
  'xl/sharedStrings.xml': sst,
  'xl/other.xml': sst.replaceAll('3100', '9000'),
});
const named = (id: number) => `<row>${cells('roads')}<c t="s"><v>${id}</v></c>${cells('2023-12-31')}</row>`;
const styled = (styles: string) =>
  book(`${head}<row>${cells('roads')}<c s="1"><v>3.1</v></c>${cells('2023-12-31')}</row>`, {
    'xl/_rels/workbook.xml.rels': relationsXml(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  });
const BOTH_SHEETS = '<sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" r:id="r2"/>';
const XF = '<cellXfs><xf/><xf numFmtId="200"/></cellXfs>';
const numFmt = (code: string) => `<numFmt numFmtId="200" formatCode="${code}"/>`;

const twoRows = parquetOf({ indicator: ['roads', 'roads'], value: [3100, 9000], as_of: ['2023-12-31', '2023-12-31'] });
const noted = parquetOf({ indicator: ['roads'], value: [3100], note: [9000], as_of: ['2023-12-31'] });
/** The column of notes under another name, in the schema of the file and in its group of rows. */
const renamed = (inSchema: string, inGroup = inSchema) =>
  withMetadata(noted, ({ schema, row_groups, ...rest }) => ({
    ...rest,
    schema: schema.map(element => (element.name === 'note' ? { ...element, name: inSchema } : element)),
    row_groups: row_groups.map(group => ({
      ...group,
      columns: group.columns.map(({ meta_data, ...column }) => {
        if (meta_data?.path_in_schema[0] !== 'note') return { ...column, ...(meta_data && { meta_data }) };
        const { statistics: _, ...about } = meta_data;
        return { ...column, meta_data: { ...about, path_in_schema: [inGroup] } };
      }),
    })),
  }));

const ways: Readonly<Record<InputFormat, Readonly<Record<string, string | Uint8Array>>>> = {
  yaml: {
    'a key': 'as_of: 2023\nmetrics:\n  roads: 3100\n  roads: 9000\n',
    'a key in a flow mapping': 'as_of: 2023\nmetrics: { roads: 3100, roads: 9000 }\n',
    'a key in quotes': 'as_of: 2023\nmetrics:\n  roads: 3100\n  "roads": 9000\n',
    'a key with an escape': 'as_of: 2023\nmetrics:\n  roads: 3100\n  "ro\\u0061ds": 9000\n',
    'a key by an alias': 'as_of: 2023\nmetrics:\n  &name roads: 3100\n  *name : 9000\n',
    'a key by a merge': 'as_of: 2023\nbase: &base { roads: 9000 }\nmetrics:\n  roads: 3100\n  <<: *base\n',
    'a key of a figure': 'as_of: 2023\nmetrics:\n  roads:\n    value: 3100\n    value: 9000\n',
    'the figures': 'as_of: 2023\nmetrics: { roads: 3100 }\nmetrics: { roads: 9000 }\n',
    'a document': 'as_of: 2023\nmetrics: { roads: 3100 }\n---\nas_of: 2023\nmetrics: { roads: 9000 }\n',
    'a figure of a list':
      '- { indicator: roads, value: 3100, as_of: 2023 }\n- { indicator: roads, value: 9000, as_of: 2023 }\n',
    'the short form and the list':
      'as_of: 2023\nmetrics: { roads: 3100 }\nobservations: [{ indicator: roads, value: 9000 }]\n',
  },
  json: {
    'a key': '{"as_of":"2023","metrics":{"roads":3100,"roads":9000}}',
    'a key with an escape': '{"as_of":"2023","metrics":{"roads":3100,"ro\\u0061ds":9000}}',
    'a key of a figure': '{"as_of":"2023","metrics":{"roads":{"value":3100,"value":9000}}}',
    'the figures': '{"as_of":"2023","metrics":{"roads":3100},"metrics":{"roads":9000}}',
    'a figure of a list': `[${object(3100)},${object(9000)}]`,
    'a document': `${object(3100)}${object(9000)}`,
  },
  ndjson: {
    'a key': '{"indicator":"roads","value":3100,"value":9000,"as_of":"2023"}\n',
    'a key with an escape': '{"indicator":"roads","value":3100,"val\\u0075e":9000,"as_of":"2023"}\n',
    'a line': `${object(3100)}\n${object(9000)}\n`,
    'a figure in one line': `${object(3100)} ${object(9000)}\n`,
    'a key of a report': '{"as_of":"2023","metrics":{"roads":3100},"metrics":{"roads":9000}}\n',
  },
  csv: {
    'a row': 'indicator,value,as_of\nroads,3100,2023\nroads,9000,2023\n',
    'a column': 'indicator,value,as_of,value\nroads,3100,2023,9000\n',
    'a column in quotes': 'indicator,value,as_of,"value"\nroads,3100,2023,9000\n',
    'a column with blanks': 'indicator,value,as_of, value \nroads,3100,2023,9000\n',
    'the names of the columns': 'indicator,value,as_of\nroads,3100,2023\nindicator,value,as_of\nroads,9000,2023\n',
    'a cell beyond the columns': 'indicator,as_of,value\nroads,2023,3100,9000\n',
  },
  xlsx: {
    'a row of figures': xlsxOf(sheet([HEAD, [...row(3100)], [...row(9000)]])),
    'a column': xlsxOf(
      sheet([
        [...HEAD, 'value'],
        [...row(3100), 9000],
      ]),
    ),
    'a column with blanks': xlsxOf(
      sheet([
        [...HEAD, ' value '],
        [...row(3100), 9000],
      ]),
    ),
    'a cell': book(head + around(cell('3100', 'r="B2"') + cell('9000', 'r="B2"'), '')),
    'a cell that says nothing of its place': book(
      `${head}<row>${cell('roads')}${cell('3100')}${cell('9000', 'r="B2"')}</row>`,
    ),
    'a cell behind the next one': book(
      head + around(cell('3100') + cell('2023', 'r="C2"') + cell('9000', 'r="B2"'), ''),
    ),
    'a cell of another row': book(`${head}${figure('3100', 'r="2"')}<row r="3">${cell('9000', 'r="B2"')}</row>`),
    'a row': book(head + figure('3100', 'r="2"') + figure('9000', 'r="2"')),
    'a row that says nothing of its place': book(head + figure('3100') + figure('9000', 'r="2"')),
    'a row behind the next one': book(head + figure('3100', 'r="2"') + figure('1', 'r="3"') + figure('9000', 'r="2"')),
    'the place of a cell': inCell(`<c r="B2" r="C2" t="inlineStr">${text('3100')}</c>`),
    'a value': inCell('<c><v>3100</v><v>9000</v></c>'),
    'a value and a text': inCell(`<c t="inlineStr"><v>3100</v>${text('9000')}</c>`),
    'a text': inCell(`<c t="inlineStr">${text('3100')}${text('9000')}</c>`),
    'a text of a text': inCell('<c t="inlineStr"><is><t>3100</t><t>9000</t></is></c>'),
    'a text whole and in pieces': inCell('<c t="inlineStr"><is><t>3100</t><r><t>9000</t></r></is></c>'),
    'a formula': inCell('<c><f>1</f><f>2</f><v>3100</v></c>'),
    'the rows': partsXlsxOf({
      [SHEET]: `<worksheet><sheetData>${head}${figure('3100')}</sheetData><sheetData>${head}${figure('9000')}</sheetData></worksheet>`,
    }),
    'the document of a sheet': partsXlsxOf({
      [SHEET]: sheetXml(head + figure('3100')) + sheetXml(head + figure('9000')),
    }),
    'a part': partsXlsxOf({ [SHEET]: sheetXml(head + figure('3100')) }, other),
    'a part in capitals': partsXlsxOf(
      { [SHEET]: sheetXml(head + figure('3100')) },
      { ...other, name: SHEET.toUpperCase() },
    ),
    'a sheet': book(
      head + figure('3100'),
      workbook(`<sheets>${BOTH_SHEETS.replaceAll('name="b"', 'name="A"')}</sheets>`),
    ),
    'a part for two sheets': book(
      head + figure('3100'),
      workbook(`<sheets>${BOTH_SHEETS.replaceAll('r2', 'r1')}</sheets>`),
    ),
    'the list of sheets': book(
      head + figure('3100'),
      workbook(`<sheets>${BOTH_SHEETS}</sheets><sheets>${BOTH_SHEETS}</sheets>`),
    ),
    'a relation': book(head + figure('3100'), {
      ...workbook(`<sheets>${BOTH_SHEETS}</sheets>`),
      'xl/_rels/workbook.xml.rels': relationsXml(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
      ).replace('r2', 'r1'),
    }),
    'the shared texts': book(
      head + named(0),
      shared(
        relationsXml(
          ['worksheet', 'worksheets/sheet1.xml'],
          ['sharedStrings', 'sharedStrings.xml'],
          ['sharedStrings', 'other.xml'],
        ),
        '<sst><si><t>3100</t></si></sst>',
      ),
    ),
    'a shared text': book(
      head + named(0),
      shared(
        relationsXml(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
        '<sst><si><t>3100</t><t>9000</t></si></sst>',
      ),
    ),
    'a number format': styled(`<numFmts>${numFmt('0.0,')}${numFmt('0.0')}</numFmts>${XF}`),
    'the number formats': styled(`<numFmts>${numFmt('0.0,')}</numFmts><numFmts>${numFmt('0.0')}</numFmts>${XF}`),
    'the styles of cells': styled(`<numFmts>${numFmt('0.0,')}</numFmts>${XF}<cellXfs><xf/><xf/></cellXfs>`),
    'the format of a style': styled(
      `<numFmts>${numFmt('0.0,')}</numFmts>${XF.replace('<xf numFmtId', '<xf numFmtId="0" numFmtId')}`,
    ),
  },
  parquet: {
    'a row': twoRows,
    'a column': renamed('value'),
    'a column with blanks': renamed(' value '),
    'a value beyond the rows': withMetadata(twoRows, ({ row_groups, ...rest }) => ({
      ...rest,
      num_rows: 1n,
      row_groups: row_groups.map(group => ({ ...group, num_rows: 1n })),
    })),
    'a group of rows beyond the rows': withMetadata(twoRows, metadata => ({ ...metadata, num_rows: 1n })),
    'a column of a group': renamed('note', 'value'),
  },
};

describe.each(inputFormats)('%s', format => {
  it.each(Object.entries(ways[format]))('%s that stands twice', async (_name, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { report, problems } = await readReport({ path: '-', bytes, format }, plan);
    const values = (report?.observations ?? []).map(({ quantity }) => quantity?.nominal);
    const isBoth = values.includes(3100) && values.includes(9000);
    expect(isBoth || problems.some(isError)).toBe(true);
  });
});
