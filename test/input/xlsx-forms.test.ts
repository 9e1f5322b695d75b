import { describe, expect, it, test } from 'vitest';
import {
  limitsFor,
  MAX_CELL_TEXT,
  MAX_FORMAT_CODE,
  MAX_FORMAT_PARTS,
  MAX_NUMBER_FORMATS,
  MAX_STYLES,
  MAX_TOLD,
} from '../../src/input/document/limits.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { partsXlsxOf, relationsXml, SHEET, sheetXml } from '../support/tables.ts';
import { FINE, HEAD, plan, readParts, readRows, rowOf, text } from '../support/workbook.ts';

describe('what programs write is read', () => {
  it.each([
    ['cells that do not say where they are', HEAD + rowOf('<c><v>1800</v></c>')],
    [
      'cells that say it',
      `<row r="1" spans="1:3">${['A', 'B', 'C'].map((col, at) => text(['indicator', 'value', 'as_of'][at] ?? '', `r="${col}1"`)).join('')}</row>
       <row r="2" spans="1:3" ht="15" customHeight="1">${text('roads', 'r="A2" s="0"')}<c r="B2" s="0" t="n"><v>1800</v></c>${text('2023-12-31', 'r="C2"')}</row>`,
    ],
    [
      'rows and cells with gaps',
      `<row r="3">${HEAD.slice(5)}<row r="9">${text('roads', 'r="A9"')}<c r="B9"><v>1800</v></c>${text('2023-12-31')}</row>`,
    ],
    [
      'empty cells with a style',
      HEAD +
        rowOf('<c s="0"><v>1800</v></c>').replace('</row>', '<c s="1"/><c s="2" t="n"><v></v></c><c t="s"/></row>'),
    ],
    ['empty rows', `<row r="1"/>${HEAD}<row r="3" hidden="1"/>${rowOf('<c><v>1800</v></c>')}`],
    ['a power of ten', HEAD + rowOf('<c><v>1.8E3</v></c>')],
    ['a power of ten in small letters', HEAD + rowOf('<c><v>1.8e+03</v></c>')],
    ['a negative power of ten', HEAD + rowOf('<c><v>18000000E-4</v></c>')],
    ['a formula', HEAD + rowOf('<c><f t="shared" ref="B2:B3" si="0">A1*2</f><v>1800</v></c>')],
    ['a shared formula', HEAD + rowOf('<c><f t="shared" si="0"/><v>1800</v></c>')],
    ['the text of a formula', HEAD + rowOf('<c t="str"><f>A1</f><v>1800</v></c>')],
    [
      'a formula that comes to no text',
      `${HEAD}<row>${text('roads')}<c><v>1800</v></c>${text('2023-12-31')}<c t="str"><f>A1</f><v></v></c></row>`,
    ],
    ['a text that no formula made', HEAD + rowOf('<c t="str"><v>1800</v></c>')],
    ['a text in pieces', HEAD + rowOf('<c t="inlineStr"><is><r><t>18</t></r><r><rPr><b/></rPr><t>00</t></r></is></c>')],
    [
      'how a text is spoken',
      HEAD +
        rowOf('<c t="inlineStr"><is><t>1800</t><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></is></c>'),
    ],
    ['blanks that are kept', HEAD + rowOf('<c t="inlineStr"><is><t xml:space="preserve"> 1800 </t></is></c>')],
    ['signs that XML cannot hold', HEAD + rowOf('<c t="inlineStr"><is><t>_x0031_800_x000D_</t></is></c>')],
    ['texts without marks', HEAD + rowOf('<c t="inlineStr"><is><t><![CDATA[1800]]></t></is></c>')],
    ['a day as a text of its own type', HEAD + rowOf('<c><v>1800</v></c>', '<c t="d"><v>2023-12-31</v></c>')],
    ['a day with a time', HEAD + rowOf('<c><v>1800</v></c>', '<c t="d"><v>2023-12-31T00:00:00.000Z</v></c>')],
    ['lines between elements', `\n${HEAD}\n  ${rowOf('<c>\n<v>1800</v>\n</c>')}\n<!-- end -->\n`],
    ['extensions', HEAD + rowOf('<c><v>1800</v><extLst><ext uri="x"><v>9000</v></ext></extLst></c>')],
  ])('%s', async (_name, rows) => {
    expect(await readRows(rows)).toStrictEqual(FINE);
  });

  it('names with a prefix', async () => {
    const xml = sheetXml(HEAD + rowOf('<c><v>1800</v></c>'));
    const prefixed = xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
    expect(await readParts({ [SHEET]: prefixed })).toStrictEqual(FINE);
  });

  it('what stands around the rows', async () => {
    const before = '<sheetPr><tabColor rgb="FF"/></sheetPr><dimension ref="A1:C2"/><cols><col min="1" max="9"/></cols>';
    const after =
      '<autoFilter ref="A1:C2"/><conditionalFormatting sqref="A1"><cfRule><formula>1</formula></cfRule></conditionalFormatting><c r="B2"><v>1</v></c>';
    const xml = sheetXml(HEAD + rowOf('<c><v>1800</v></c>'));
    const around = xml.replace('<sheetData>', `${before}<sheetData>`).replace('</sheetData>', `</sheetData>${after}`);
    expect(await readParts({ [SHEET]: around })).toStrictEqual(FINE);
  });

  it('shared texts, parts from the root, and a list of sheets with a chart and hidden ones', async () => {
    const rows = HEAD + rowOf('<c t="s"><v>1</v></c>');
    const sheets =
      '<sheet name="chart" r:id="r2"/><sheet name="old" state="veryHidden" r:id="r3"/><sheet name="new" r:id="r1"/>';
    const relations = relationsXml(
      ['worksheet', '/xl/worksheets/sheet1.xml'],
      ['chartsheet', 'chartsheets/sheet1.xml'],
      ['worksheet', 'worksheets/../worksheets/empty.xml'],
      ['sharedStrings', './sharedStrings.xml'],
    );
    const parts = {
      'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/sharedStrings.xml': '<sst count="9"><si/><si><t>1800</t></si></sst>',
      'xl/worksheets/empty.xml': sheetXml(''),
    };
    expect(await readParts({ ...parts, [SHEET]: sheetXml(rows) })).toStrictEqual(FINE);
    const filled = { ...parts, 'xl/worksheets/empty.xml': sheetXml('<row><c><v>1</v></c></row>') };
    expect(await readParts({ ...filled, [SHEET]: sheetXml(rows) })).toStrictEqual({ ...FINE, codes: ['other-sheets'] });
  });

  it.each([
    ['from 1900', '', '45291'],
    ['from 1904', '<workbookPr date1904="1"/>', '43829'],
  ])('days %s', async (_name, properties, number) => {
    const workbook = `<workbook xmlns:r="x">${properties}<sheets><sheet name="a" r:id="r1"/></sheets></workbook>`;
    const rows = HEAD + rowOf('<c><v>1800</v></c>', `<c s="1"><v>${number}</v></c>`);
    expect(await readParts({ 'xl/workbook.xml': workbook, [SHEET]: sheetXml(rows) })).toStrictEqual(FINE);
  });

  it('a workbook without styles and shared texts, which it names', async () => {
    const { value, codes } = await readParts({
      'xl/_rels/workbook.xml.rels': relationsXml(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'no.xml'],
        ['sharedStrings', 'no2.xml'],
      ),
      [SHEET]: sheetXml(HEAD + rowOf('<c s="0"><v>1800</v></c>')),
    });
    expect([value, codes]).toStrictEqual([1800, []]);
  });
});

describe('what no program writes is refused', () => {
  it.each<readonly [string, string]>([
    ...[
      '0x1388',
      '1,800',
      '+1800',
      '01800',
      '1800.',
      '.5',
      '1e',
      'NaN',
      'Infinity',
      '1e999',
      ' 1800',
      '１８００',
      '1_800',
      '18_00',
      '1800km',
      '1/2',
      '0b11',
    ].map(number => [`the number ${number}`, `<c><v>${number}</v></c>`] as const),
    ...['zz', '', 'N', 'number', 'S', '__proto__', 'toString'].map(
      type => [`the type ${type}`, `<c t="${type}"><v>1</v></c>`] as const,
    ),
    ...['-1', '1', '1.0', '0x0', '1e0', 'a', '99999999999'].map(
      index => [`the shared text ${index}`, `<c t="s"><v>${index}</v></c>`] as const,
    ),
    ...['2', 'TRUE', 'yes', '-1', '01'].map(truth => [`the truth ${truth}`, `<c t="b"><v>${truth}</v></c>`] as const),
    ...['31.12.2023', '2023-02-30', '2023-13-01', '2023', '2023-12-31T25:00:00', '45291'].map(
      day => [`the day ${day}`, `<c t="d"><v>${day}</v></c>`] as const,
    ),
    ...['99', '-1', 'x', '1.5', ''].map(style => [`the style ${style}`, `<c s="${style}"><v>1</v></c>`] as const),
    ...['B', '2', 'B0', 'B02', 'XFE2', 'B1048577', 'AAAA2', 'B-2', 'B2:C2', 'R2C2', 'b 2', '', 'B9', 'ZZZZ9999999'].map(
      place => [`the place ${place}`, `<c r="${place}"><v>1</v></c>`] as const,
    ),
    ['a text in a number', '<c><is><t>1</t></is></c>'],
    ['a number in a text', '<c t="inlineStr"><v>1</v></c>'],
  ])('%s', async (_name, value) => {
    expect((await readRows(HEAD + rowOf(value))).codes).toStrictEqual(['odd-cell']);
  });

  it.each(['0', '-1', '1048577', '1.0', '1e1', 'x', '', '99999999'])('the row %s', async number => {
    expect((await readRows(`<row r="${number}">${text('roads')}</row>`)).codes).toStrictEqual(['odd-cell']);
  });

  it.each(['A1:', ':', 'B2:A1', 'A1:B2:C3', 'NaN', '1:2', 'A:B', ''])('the merged cells %s', async area => {
    const xml = sheetXml(HEAD + rowOf('<c><v>1800</v></c>'));
    const merged = xml.replace('</worksheet>', `<mergeCells><mergeCell ref="${area}"/></mergeCells></worksheet>`);
    expect((await readParts({ [SHEET]: merged })).codes).toStrictEqual(['odd-cell']);
  });

  it('a format that nobody knows, in a cell of numbers', async () => {
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="67"/></cellXfs></styleSheet>';
    const rows = HEAD + rowOf('<c s="1"><v>1800</v></c>');
    expect((await readParts({ 'xl/styles.xml': styles, [SHEET]: sheetXml(rows) })).codes).toContain('shown-otherwise');
  });
});

describe('what some programs take otherwise is refused', () => {
  const fine = HEAD + rowOf('<c><v>1800</v></c>');
  const more = (attributes: string) => fine + rowOf('<c><v>9000</v></c>').replace('<row>', `<row ${attributes}>`);
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const workbook = (inner: string, state = '') =>
    `<workbook xmlns:r="x">${inner}<sheets><sheet name="a" r:id="r1" ${state}/></sheets></workbook>`;
  const cols = (...each: readonly string[]) => `<cols>${each.map(one => `<col ${one}/>`).join('')}</cols>`;
  const around = (before: string, after = '') =>
    sheetXml(fine).replace('<sheetData>', `${before}<sheetData>`).replace('</worksheet>', `${after}</worksheet>`);
  const conditional = (look: string) => ({
    'xl/styles.xml': `<styleSheet><dxfs><dxf/><dxf>${look}</dxf></dxfs></styleSheet>`,
    [SHEET]: around(
      '',
      '<conditionalFormatting sqref="A2:C9 E1"><cfRule dxfId="0"/><cfRule dxfId="1"/><cfRule dxfId=" 1 "/></conditionalFormatting>',
    ),
  });
  const strike = (value: string) => ({
    'xl/styles.xml': `<styleSheet><fonts><font><strike val="${value}"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>`,
    [SHEET]: sheetXml(fine),
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ...['hidden=" 1 "', "hidden='true\n'", 'ht="0" customHeight="1"', 'ht="0.01"', 'ht=" 0e0 "'].map(
      each => [`a row with ${each}`, { [SHEET]: sheetXml(more(each)) }, ['hidden-rows']] as const,
    ),
    ...['hidden="TRUE"', 'hidden="yes"', 'hidden=""', 'ht="low"', 'ht=""'].map(
      each => [`a row with ${each}`, { [SHEET]: sheetXml(more(each)) }, ['odd-cell']] as const,
    ),
    ...['hidden=" 1 "', 'width="0" customWidth="1"', 'width="0.3"'].map(
      each =>
        [`a column with ${each}`, { [SHEET]: around(cols(`min="2" max="2" ${each}`)) }, ['hidden-columns']] as const,
    ),
    ...[
      'min="2" max="2" hidden="TRUE"',
      'min="2" max="2" width="low"',
      'min="0" max="2"',
      'min="2"',
      'min="3" max="2"',
    ].map(each => [`a column with ${each}`, { [SHEET]: around(cols(each)) }, ['odd-cell']] as const),
    [
      'a column that stands twice',
      { [SHEET]: around(cols('min="1" max="3"', 'min="2" max="2" hidden="1"')) },
      ['odd-cell'],
    ],
    ['rows without a height', { [SHEET]: around('<sheetFormatPr defaultRowHeight="0"/>') }, ['hidden-rows']],
    [
      'a height of rows behind them',
      { [SHEET]: around('', '<sheetFormatPr defaultRowHeight="0"/>') },
      ['damaged-file'],
    ],
    ['days from "on"', { 'xl/workbook.xml': workbook('<workbookPr date1904="on"/>') }, ['damaged-file']],
    ['an unknown state', { 'xl/workbook.xml': workbook('', 'state="HIDDEN"') }, ['damaged-file']],
    [
      'a sheet of macros',
      { 'xl/_rels/workbook.xml.rels': relationsXml(['xlMacrosheet', 'worksheets/sheet1.xml']) },
      ['damaged-file'],
    ],
    ['a font struck out by "on"', strike('on'), ['damaged-file']],
    ['rows under two prefixes', { [SHEET]: around('', `<x:sheetData xmlns:x="${MAIN}"/>`) }, ['damaged-file']],
    [
      'rows of another namespace',
      { [SHEET]: sheetXml(fine).replace('<sheetData>', '<sheetData xmlns="y">') },
      ['damaged-file'],
    ],
    ...['<font><strike/></font>', '<numFmt numFmtId="200" formatCode=";;;"/>'].map(
      look => [`a condition that gives ${look}`, conditional(look), ['shown-by-condition']] as const,
    ),
    [
      'more digits than a number keeps',
      { [SHEET]: sheetXml(HEAD + rowOf('<c><v>4999.99999999999999</v></c>')) },
      ['odd-cell'],
    ],
  ])('%s', async (_name, parts, codes) => {
    expect(new Set((await readParts({ [SHEET]: sheetXml(fine), ...parts })).codes)).toStrictEqual(new Set(codes));
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['rows that are shown', { [SHEET]: sheetXml(fine.replace('<row>', '<row hidden=" 0 " ht=" 15.75 ">')) }],
    [
      'columns that are shown',
      { [SHEET]: around(cols('min="1" max="1" hidden="0" width="9.1"', 'min="2" max="16384"')) },
    ],
    ['empty ones that are not', { [SHEET]: around(cols('min="8" max="16384" hidden="1"')) }],
    ['a font not struck out', strike(' 0 ')],
    ['a condition that gives colours', conditional('<font><b/><strike val="0"/></font><fill/>')],
    ['a sheet that is shown', { 'xl/workbook.xml': workbook('<workbookPr date1904=" false "/>', 'state=" visible "') }],
    [
      'another prefix that nothing stands under',
      { [SHEET]: sheetXml(fine).replace('<worksheet', `<worksheet xmlns:x="${MAIN}"`) },
    ],
  ])('but not %s', async (_name, parts) => {
    expect(await readParts({ [SHEET]: sheetXml(fine), ...parts })).toStrictEqual(FINE);
  });

  it('the first sheet that is shown, and not one that is hidden between blanks', async () => {
    const sheets = '<sheet name="old" state=" hidden " r:id="r2"/><sheet name="new" r:id="r1"/>';
    const { value, codes } = await readParts({
      'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationsXml(
        ['worksheet ', 'worksheets/sheet1.xml'],
        ['worksheet', ' worksheets/old.xml'],
      ),
      'xl/worksheets/old.xml': sheetXml(HEAD + rowOf('<c><v>9000</v></c>')),
      [SHEET]: sheetXml(fine),
    });
    expect([value, codes]).toStrictEqual([1800, ['other-sheets']]);
  });
});

describe('two archives in one', () => {
  const book = (value: number) =>
    Buffer.from(partsXlsxOf({ [SHEET]: sheetXml(HEAD + rowOf(`<c><v>${value}</v></c>`)) }));
  const [one, other] = [book(1800), book(9000)];
  /** Of the second of two behind each other every place is moved, as a program does that adds to an archive. */
  const moved = (bytes: Buffer, by: number): Buffer => {
    const copy = Buffer.from(bytes);
    const end = copy.length - 22;
    for (let at = copy.readUInt32LE(end + 16); at < end; at += 46 + copy.readUInt16LE(at + 28))
      copy.writeUInt32LE(copy.readUInt32LE(at + 42) + by, at + 42);
    copy.writeUInt32LE(copy.readUInt32LE(end + 16) + by, end + 16);
    return copy;
  };
  const commented = (bytes: Buffer, comment: Buffer): Buffer => {
    const copy = Buffer.concat([bytes, comment]);
    copy.writeUInt16LE(comment.length, bytes.length - 2);
    return copy;
  };
  /** Under another name than the directory has. */
  const renamed = Buffer.from(one);
  renamed[renamed.indexOf(SHEET) + 20] = 0x39;

  it.each<[string, Buffer]>([
    ['behind each other', Buffer.concat([other, one])],
    ['behind each other, each place right', Buffer.concat([other, moved(one, other.length)])],
    ['the first one that ends', Buffer.concat([one, other.subarray(0, -22), one.subarray(-22)])],
    ['one in the comment of the other', commented(one, other)],
    ['bytes behind the end', Buffer.concat([one, Buffer.from('junk')])],
    ['another end behind the end', Buffer.concat([one, one.subarray(-22)])],
    ['bytes before the beginning', Buffer.concat([Buffer.from('junk'), moved(one, 4)])],
    ['a part under two names', renamed],
  ])('%s', async (_name, bytes) => {
    const { report, problems } = await readReport({ path: 'report.xlsx', bytes }, plan);
    expect([report, problems.map(({ code }) => code)]).toStrictEqual([undefined, ['damaged-file']]);
  });

  it('a comment is none', async () => {
    const { problems } = await readReport(
      { path: 'report.xlsx', bytes: commented(one, Buffer.from('a comment')) },
      plan,
    );
    expect(problems).toStrictEqual([]);
  });
});

describe('a workbook that swells', () => {
  const codesOf = async (parts: Readonly<Record<string, string>>) => (await readParts(parts)).codes;
  const stylesOf = (inner: string) => ({ 'xl/styles.xml': `<styleSheet>${inner}</styleSheet>` });
  const formats = (count: number, code: string) =>
    Array.from({ length: count }, (_, id) => `<numFmt numFmtId="${id + 200}" formatCode="${code}"/>`).join('');
  const { packedRows, packedCells } = limitsFor();

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['in rows', { [SHEET]: sheetXml('<row><c><v>1</v></c></row>'.repeat(packedRows + 1)) }, 'archive-bomb'],
    [
      'in cells',
      { [SHEET]: sheetXml(`<row>${'<c><f/></c>'.repeat(900)}</row>`.repeat(packedCells / 900 + 1)) },
      'archive-bomb',
    ],
    ['in XML', { [SHEET]: sheetXml(' '.repeat(17_000_000)) }, 'archive-bomb'],
    ['in one text', { [SHEET]: sheetXml(`<row>${text('x'.repeat(MAX_CELL_TEXT + 1))}</row>`) }, 'damaged-file'],
    ['in number formats', stylesOf(`<numFmts>${formats(MAX_NUMBER_FORMATS + 1, '0')}</numFmts>`), 'damaged-file'],
    [
      'in one number format',
      stylesOf(`<numFmts>${formats(1, '0'.repeat(MAX_FORMAT_CODE + 1))}</numFmts>`),
      'damaged-file',
    ],
    ['in styles', stylesOf(`<cellXfs>${'<xf/>'.repeat(MAX_STYLES + 1)}</cellXfs>`), 'damaged-file'],
    ['in styles of conditions', stylesOf(`<dxfs>${'<dxf/>'.repeat(MAX_STYLES + 1)}</dxfs>`), 'damaged-file'],
    ['in fonts', stylesOf(`<fonts>${'<font/>'.repeat(MAX_STYLES + 1)}</fonts>`), 'damaged-file'],
    ['in a tag that never ends', stylesOf('<styleSheet '.repeat(90_000)), 'damaged-file'],
  ])('%s', async (_name, parts, code) => {
    expect(await codesOf(parts)).toStrictEqual([code]);
  });

  it('in one text of many cells', async () => {
    const cell = '<c t="s"><v>0</v></c>';
    const parts = {
      'xl/_rels/workbook.xml.rels': relationsXml(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ),
      'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(MAX_CELL_TEXT)}</t></si></sst>`,
      [SHEET]: sheetXml(`<row>${cell}</row>`.repeat(1000)),
    };
    expect(await codesOf(parts)).toStrictEqual(['archive-bomb']);
  });

  it('in the parts of one number format, which then nobody knows', async () => {
    const codesUnder = (places: number) =>
      codesOf({
        ...stylesOf(`<numFmts>${formats(1, '0'.repeat(places))}</numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`),
        [SHEET]: sheetXml(HEAD + rowOf('<c s="1"><v>1800</v></c>')),
      });
    expect(await codesUnder(MAX_FORMAT_PARTS)).toStrictEqual([]);
    expect(await codesUnder(MAX_FORMAT_PARTS + 1)).toContain('shown-otherwise');
  });

  test('in problems tells only the first of them', async () => {
    const rows = '<row><c t="zz"><v>1</v></c></row>'.repeat(3 * MAX_TOLD);
    const codes = await codesOf({ [SHEET]: sheetXml(`${rows}${' '.repeat(100_000)}${rows}`) });
    expect(new Set(codes)).toStrictEqual(new Set(['odd-cell']));
    expect(codes.length).toBeLessThan(4 * MAX_TOLD);
  });
});
