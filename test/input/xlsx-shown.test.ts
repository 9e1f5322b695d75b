import { describe, expect, it } from 'vitest';
import { runsXml, SHEET, sheetXml } from '../support/tables.ts';
import { FINE, HEAD, readParts, rowOf, text } from '../support/workbook.ts';

type Parts = Readonly<Record<string, string>>;

const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
/** What one program takes, and another one leaves out. */
const either = (xml: string) => `<mc:AlternateContent ${MC}><mc:Fallback>${xml}</mc:Fallback></mc:AlternateContent>`;

const NUMBER = '<c><v>1800</v></c>';
const fine = HEAD + rowOf(NUMBER);
const rows = (xml: string): Parts => ({ [SHEET]: sheetXml(xml) });
const ahead = (xml: string): Parts => ({ [SHEET]: sheetXml(fine).replace('<sheetData>', `${xml}<sheetData>`) });
const behind = (xml: string, all = fine): Parts => ({
  [SHEET]: sheetXml(all).replace('</sheetData>', `</sheetData>${xml}`),
});
const styled = (xml: string, more: Parts = {}): Parts => ({
  'xl/styles.xml': `<styleSheet>${xml}</styleSheet>`,
  ...more,
});

/** The second style of a workbook shows what is kept under a format. */
const underFormat = (code: string, xml: string): Parts =>
  styled(
    `<numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/></numFmts>
     <cellXfs><xf/><xf numFmtId="170"/></cellXfs>`,
    rows(xml),
  );
const day = (code: string) => underFormat(code, HEAD + rowOf(NUMBER, '<c s="1"><v>45291</v></c>'));
const dayOfText = (code: string) => underFormat(code, HEAD + rowOf(NUMBER, '<c s="1" t="d"><v>2023-12-31</v></c>'));
const truth = (code: string) =>
  underFormat(
    code,
    `${HEAD.replace('</row>', text('exact'))}</row>${rowOf(NUMBER).replace('</row>', '<c s="1" t="b"><v>1</v></c></row>')}`,
  );
const number = (code: string) => underFormat(code, HEAD + rowOf('<c s="1"><v>1800</v></c>'));

const view = (said: string, figure = NUMBER) => ({
  [SHEET]: sheetXml(HEAD + rowOf(figure)).replace(
    '<sheetData>',
    `<sheetViews><sheetView/><sheetView ${said}/></sheetViews><sheetData>`,
  ),
});
const sign = (xml: string) =>
  behind(`<conditionalFormatting sqref="B2"><cfRule>${xml}</cfRule></conditionalFormatting>`);
const looks = (look: string) =>
  styled(
    `<dxfs><dxf>${look}</dxf></dxfs>`,
    behind('<conditionalFormatting sqref="B2"><cfRule dxfId="0"/></conditionalFormatting>'),
  );
/** As newer programs write it, behind all else. */
const newer = (xml: string) =>
  behind(
    `<extLst><ext xmlns:n="n"><n:conditionalFormattings><n:conditionalFormatting xmlns:m="m"><n:cfRule><m:f>TRUE</m:f>${xml}</n:cfRule><m:sqref>B2:B3</m:sqref></n:conditionalFormatting></n:conditionalFormattings></ext></extLst>`,
  );
const tables = (look: string, xml: string) =>
  styled(
    `<dxfs><dxf>${look}</dxf></dxfs><tableStyles><tableStyle name="own"><tableStyleElement dxfId="0"/></tableStyle></tableStyles>`,
    behind(xml),
  );
const merged = (area: string, all: string) => behind(`<mergeCells><mergeCell ref="${area}"/></mergeCells>`, all);
const PARTS_OF_TEXT = (font: string) => rows(HEAD + rowOf(runsXml(['1', font], ['800', '<sz val="11"/>'])));
const ABOVE = `<row r="1">${text('as_of')}${text('2023-12-31')}</row><row r="3">${HEAD.slice('<row>'.length)}`;

describe('what a cell keeps and does not show is refused', () => {
  it.each<readonly [string, Parts, readonly string[]]>([
    ['a zero that its view hides', view('showZeros="0"', '<c><v>0</v></c>'), ['not-shown']],
    ['formulas in the place of results', view('showFormulas="1"'), ['not-shown']],
    ...[
      '<font><color rgb="FFFFFFFF"/></font>',
      '<font><color theme="0"/></font>',
      '<font><color indexed="65"/></font><border><left><color rgb="FF000000"/></left></border>',
      '<font><color rgb="FF00B050"/></font><fill><patternFill><bgColor rgb="FF00B050"/></patternFill></fill>',
    ].flatMap(look => [
      [`a condition that gives ${look}`, looks(look), ['shown-by-condition']] as const,
      [`a newer condition that gives ${look}`, newer(`<n:dxf>${look}</n:dxf>`), ['shown-by-condition']] as const,
    ]),
    ['icons in the place of numbers', sign('<iconSet showValue="0"/>'), ['shown-by-condition']],
    ['bars in the place of numbers', sign('<dataBar showValue=" false "/>'), ['shown-by-condition']],
    ['a newer condition that strikes out', newer('<n:dxf><font><strike/></font></n:dxf>'), ['shown-by-condition']],
    ['a newer condition of another format', newer('<n:dxf><n:numFmt/></n:dxf>'), ['shown-by-condition']],
    ['newer bars in the place of numbers', newer('<n:dataBar showValue="0"/>'), ['shown-by-condition']],
    ['newer icons in the place of numbers', newer('<n:iconSet showValue="0"/>'), ['shown-by-condition']],
    ['a style of tables that strikes out', tables('<font><strike/></font>', '<tableParts/>'), ['not-shown']],
    ['a number that another one covers', merged('B2:B3', fine + rowOf(NUMBER)), ['merged-cells', 'not-shown']],
    ['a day that its name covers', merged('A1:B1', ABOVE + rowOf(NUMBER)), ['not-shown']],
    ...[
      '<color rgb="FFFFFFFF"/>',
      '<color rgb=" ffffff "/>',
      '<color indexed="9"/>',
      '<color theme="0"/>',
      '<sz val="1"/>',
    ].map(font => [`a digit under ${font}`, PARTS_OF_TEXT(font), ['not-shown']] as const),
    ...[
      '<fonts><font><color rgb="FFFFFFFF"/></font></fonts>',
      '<fonts><font><sz val="1"/></font></fonts>',
      '<fonts><font/></fonts><fills><fill><patternFill patternType="solid"><fgColor theme="1"/></patternFill></fill></fills>',
    ].map(look => [`letters of ${look}`, styled(`${look}<cellXfs><xf/></cellXfs>`), ['not-shown']] as const),
    [
      'one of several fonts',
      styled(`<fonts><font/>${either('<font><strike/></font>')}</fonts><cellXfs><xf/></cellXfs>`),
      ['damaged-file'],
    ],
    [
      'one of several looks of a font',
      styled(`<fonts><font>${either('<strike/>')}</font></fonts><cellXfs><xf/></cellXfs>`),
      ['damaged-file'],
    ],
    ['one of several styles', styled(`<cellXfs><xf/>${either('<xf fontId="1"/>')}</cellXfs>`), ['damaged-file']],
    ['one of several values', rows(HEAD + rowOf(`<c>${either('<v>1800</v>')}</c>`)), ['damaged-file']],
    ['one of several rows', rows(HEAD + either(rowOf(NUMBER))), ['damaged-file']],
    [
      'one of several days to count from',
      {
        'xl/workbook.xml': `<workbook xmlns:r="x">${either('<workbookPr date1904="1"/>')}<sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
      },
      ['damaged-file'],
    ],
    ['what only some programs look into', ahead('<x:y xmlns:x="x" x:ProcessContent="x:*"/>'), ['damaged-file']],
    ...[
      '"2023-06-30";yyyy-mm-dd',
      '[<50000]"2023-06-30";yyyy-mm-dd',
      'yyyy"-06-30"',
      '"2022 "yyyy-mm-dd',
      'yyyy-mm-dd" (planned)"',
      'yyyy-mm-dd*9',
      'yyyy-mm-dd0',
      'yyyy-mm-dd@',
      'mm-dd',
      '[$-41E]d mmmm yyyy',
      '[$-0000041E]yyyy-mm-dd',
      '[$-D07041E]yyyy-mm-dd',
      '[$-1070000]d/mm/yyyy;@',
      '[$-th-TH,107]d mmmm yyyy',
      '[$-ar-SA]yyyy/mm/dd',
      '[$-1170401]B2dd/mm/yyyy;@',
      'B2yyyy-mm-dd',
      'bbbb-mm-dd',
      'yyyy-mm-dd bbbb',
      '[~buddhist]yyyy-mm-dd',
    ].map(code => [`a day under ${code}`, day(code), ['bad-day']] as const),
    ...[';yyyy-mm-dd;;', '"";yyyy', '" ";yyyy'].map(
      code => [`a day under ${code}`, day(code), ['shown-otherwise', 'bad-day']] as const,
    ),
    ['a day of its own type under ;;;', dayOfText(';;;'), ['shown-otherwise', 'bad-day']],
    ['a day of its own type under a word', dayOfText('"2023-06-30"'), ['bad-day']],
    ['a truth under ;;;', truth(';;;'), ['shown-otherwise']],
    ...['[White]0', '[White][>1]0;0', '[Color 2]0', '[白色]0'].map(
      code => [`a number under ${code}`, number(code), ['not-shown']] as const,
    ),
    [
      'a text under [White]',
      underFormat('0;0;0;[White]@', HEAD + rowOf('<c s="1" t="str"><v>1800</v></c>')),
      ['not-shown'],
    ],
    ...['0*0', '0*+', '*90'].map(code => [`a number under ${code}`, number(code), ['shown-otherwise']] as const),
  ])('%s', async (_name, parts, codes) => {
    const read = await readParts({ [SHEET]: sheetXml(fine), ...parts });
    expect(new Set(read.codes)).toStrictEqual(new Set(codes));
  });

  it.each<readonly [string, Parts]>([
    ['a number where zeros are hidden', view('showZeros="0"')],
    ['a view that shows results', view('showFormulas="0"')],
    ...[
      '<font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>',
      '<font><color rgb="FF00B050"/></font>',
      '<fill><patternFill><bgColor rgb="FFFFFFFF"/></patternFill></fill>',
      '<font><b/></font><border><left><color rgb="FFFFFFFF"/></left></border>',
    ].flatMap(look => [
      [`a condition that gives ${look}`, looks(look)] as const,
      [`a newer condition that gives ${look}`, newer(`<n:dxf>${look}</n:dxf>`)] as const,
    ]),
    [
      'a style of tables with white names on a ground of another part of it',
      tables('<font><color theme="0"/></font>', '<tableParts/>'),
    ],
    ['icons beside numbers', sign('<iconSet showValue="1"/><dataBar/>')],
    ['newer conditions that give colours', newer('<n:dataBar/><n:dxf><font><b/><strike val="0"/></font></n:dxf>')],
    [
      'other extensions',
      behind('<extLst><ext xmlns:n="n"><n:x><n:sparkline/><n:sqref>B2</n:sqref></n:x></ext></extLst>'),
    ],
    ['a style of tables that gives colours', tables('<font><b/></font>', '<tableParts/>')],
    ['a style of tables that strikes out, and no table', tables('<font><strike/></font>', '')],
    [
      'merged cells with nothing below',
      merged('A1:D1', ABOVE.replace(text('2023-12-31'), '<c s="0"/>') + rowOf(NUMBER)),
    ],
    ['a text of several colours', PARTS_OF_TEXT('<color rgb="FFFF0000"/><sz val="8"/>')],
    ['blanks that are white', rows(HEAD + rowOf(runsXml([' ', '<color theme="0"/>'], ['1800'])))],
    ['a text all white, on a dark ground', rows(HEAD + rowOf(runsXml(['1800', '<color theme="0"/>'])))],
    ['alternatives of what is not read', ahead(either('<drawing/>'))],
    ...[
      'yyyy-mm-dd;@',
      '[$-101041E]d mmm yyyy;@',
      '[$-1010409]yyyy-mm-dd',
      '[$-en-US]d mmm yyyy',
      '[$-zh-CN,1]yyyy-mm-dd',
      '[$-409]d-mmm-yyyy',
      '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
      'd "de" mmmm "de" yyyy',
      'dd.mm.yyyy"г."',
      '[$-411]ggge"年"m"月"d"日"',
      '[$-804]yyyy"年"m"月"d"日" dddd;@',
      'yyyy\\-mm\\-dd h:mm AM/PM',
      '上午/下午h"时"mm"分"ss"秒" yyyy/m/d',
      'yyyy-mm-dd"T"hh:mm:ss.000',
    ].map(code => [`a day under ${code}`, day(code)] as const),
    ['a day of its own type without a format', dayOfText('General')],
    ['a number with blanks around it', number('_(* 0_)')],
    ...['[Red]0', '0;[White]-0', '[Black]0'].map(code => [`a number under ${code}`, number(code)] as const),
    [
      'white letters on a dark ground',
      styled(
        '<fonts><font><color theme="0"/></font></fonts><fills><fill><patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill></fill></fills><cellXfs><xf/></cellXfs>',
      ),
    ],
  ])('but not %s', async (_name, parts) => {
    expect(await readParts({ [SHEET]: sheetXml(fine), ...parts })).toStrictEqual(FINE);
  });
});
