import type { ProblemArgs } from '../../values/problem.ts';
import type { Lang } from './words.ts';

/* What problems call those of their arguments that are codes themselves. */

type WordsOfCodes<Code extends string> = Readonly<Record<Code, Readonly<Record<Lang, string>>>>;

/** What may stand in a workbook twice. */
export const twiceWords: WordsOfCodes<ProblemArgs['given-twice']['what']> = {
  cell: { en: 'cell', zh: '单元格' },
  row: { en: 'row', zh: '行' },
  sheet: { en: 'sheet', zh: '工作表' },
  part: { en: 'part', zh: '部分' },
};

/** What is odd about a cell of a workbook. */
export const oddWords: WordsOfCodes<ProblemArgs['odd-cell']['what']> = {
  type: { en: 'no type that a cell can have, or not that of its value', zh: '不是单元格可有的类型，或与其值不符' },
  number: { en: 'no number as a spreadsheet writes one', zh: '不是电子表格写出的数字形式' },
  truth: { en: 'neither true nor false as a workbook writes it', zh: '不是工作簿写出的真假值' },
  day: { en: 'no day as a spreadsheet writes one', zh: '不是电子表格写出的日期形式' },
  text: { en: 'no text that the workbook holds', zh: '不是工作簿中的文本' },
  style: { en: 'the number of no style of the workbook', zh: '不是工作簿中任何样式的编号' },
  reference: { en: 'no cell or row that can stand here', zh: '不是此处可有的单元格或行' },
  order: { en: 'a cell or row that stands behind the one that follows it', zh: '所指的单元格或行应在前一个之前' },
};

/** Why a cell of a workbook does not show what it keeps. */
export const unseenWords: WordsOfCodes<ProblemArgs['not-shown']['because']> = {
  covered: { en: 'cells merged with it cover it', zh: '它被合并的单元格盖住' },
  zeros: { en: 'its sheet shows no zeros', zh: '该工作表不显示零值' },
  formulas: {
    en: 'the view of this sheet shows formulas in the place of their results, and numbers without their formats',
    zh: '该工作表显示的是公式而不是结果，数字也不按格式显示',
  },
  runs: { en: 'a part of it is white, or too small to be seen', zh: '其中一部分是白色或小到看不见' },
  colour: { en: 'it is too small to be seen, or has the colour of its ground', zh: '它小到看不见，或与底色同色' },
  'table-style': {
    en: 'the style of tables of this name strikes cells out',
    zh: '这一名称的表格样式给单元格加上了删除线',
  },
};

/** Why a file that a config names may not be written. */
export const foundOutputWords: Readonly<
  Record<ProblemArgs['found-output']['reason'], Readonly<Record<Lang, (extension: string) => string>>>
> = {
  link: { en: () => 'a part of its path is a link', zh: () => '其路径中有链接' },
  hidden: { en: () => 'a part of its path begins with a dot', zh: () => '其路径中有以点开头的部分' },
  name: { en: () => 'its name holds signs that nobody sees', zh: () => '其名称中有看不见的字符' },
  'acted-on': { en: () => 'other programs act on files of that name', zh: () => '其他程序会按这一名称的文件行事' },
  extension: {
    en: extension => `its name does not end in ${extension}`,
    zh: extension => `文件名不以 ${extension} 结尾`,
  },
  foreign: { en: () => 'what lies there was not written by this tool', zh: () => '该处已有文件，且不是本工具所写' },
};

/** Why a text is no quantity, and what to write. */
export const hintWords: WordsOfCodes<ProblemArgs['bad-quantity']['hint']> = {
  'not-a-number': {
    en: 'this is not a number; where nothing is reported, leave the figure out, or its cell empty, or let "missing:" of a mapping name the sign',
    zh: '这不是数字；没有数据时请不写这一项，或把单元格留空，或在映射的 missing: 中写明该记号',
  },
  'power-of-ten': { en: 'write a power of ten as 4e-4', zh: '十的幂请写作 4e-4' },
  empty: {
    en: 'there is no value; where nothing is reported, leave the figure out',
    zh: '没有数值；没有数据时请不写这一项',
  },
  few: {
    en: '几 may be 2 to 9 or 3 to 9, and 十几 11 to 19: write the figure, or the bound that the source states',
    zh: '“几”可能是 2 至 9 或 3 至 9，“十几”是 11 至 19：请写出数值，或来源给出的界限',
  },
  'too-large': {
    en: 'the number is too large to be told from its neighbour; report it in billions',
    zh: '数值过大，无法与相邻的数区分，请以亿为单位填报',
  },
  'decimal-comma': {
    en: 'a comma separates thousands in groups of three; write a decimal point',
    zh: '逗号只作千位分隔，小数请用小数点',
  },
  grouping: {
    en: 'thousands are separated in groups of three by one of , _ or a thin space',
    zh: '千位分隔须每三位一组，用逗号、下划线或窄空格之一',
  },
  'leading-or-trailing-point': { en: 'write a digit on both sides of the point', zh: '小数点两边都要有数字' },
  'leading-zero': {
    en: 'to some readers 010 is ten and to others eight, and many codes begin so: write the number without the zero',
    zh: '010 有的程序读作十，有的读作八，代码也常以零开头：请去掉前面的零',
  },
  range: {
    en: 'write both ends as plain numbers of one size, the smaller one first: 11.9–12.7, 8万–10万',
    zh: '区间的两端请写成同一量级的数字，小的在前：11.9–12.7、8万–10万',
  },
  'unit-in-value': {
    en: 'only the unit of its indicator may stand behind a number; put another in "unit:"',
    zh: '数值后面只能是该指标的单位，其他单位请写在 unit: 中',
  },
  'a-year': {
    en: 'write the number alone; a plan says with "over:" whether each year is meant, their mean or their sum',
    zh: '请只写数字；每年、年均还是累计，由规划中的 over: 写明',
  },
  'two-bounds': { en: 'the number has a bound before it and another behind it', zh: '数字前后各有一个界限词' },
  brackets: {
    en: 'some put brackets around a number below zero, others around a note: write it as -12.5, or without the brackets',
    zh: '有人用括号表示负数，有人用括号作注：负数请写作 -12.5，否则请去掉括号',
  },
  'word-before': {
    en: 'write the number alone: a fall has a minus sign, and what else the word says has a field of its own (flow, scope, counts, status)',
    zh: '请只写数字：下降写负号；该词的其他意思请写在相应字段（flow、scope、counts、status）',
  },
  'chinese-numeral': { en: 'write the digits: 9万, 120, 90%', zh: '请写阿拉伯数字：9万、120、90%' },
};

/** What a table that is not ours looks like. */
export const looksWords: WordsOfCodes<ProblemArgs['foreign-table']['looks']> = {
  'sdmx-csv': { en: 'SDMX-CSV', zh: ' SDMX-CSV' },
  'eurostat-tsv': { en: "Eurostat's TSV", zh: '欧盟统计局的 TSV' },
  'open-sdg': { en: 'a table of Open SDG', zh: ' Open SDG 的表格' },
  'world-bank': { en: 'a table of the World Bank', zh: '世界银行的表格' },
  'periods-across': { en: 'a wide table with years as columns', zh: '各年份横排成列的宽表' },
  'other-columns': { en: 'a table with columns of its own beside ours', zh: '除本工具的列外另有其他列的表格' },
};

/** Why a text is no day, and what to write, with what it may mean. */
export const dayHintWords: Readonly<
  Record<ProblemArgs['bad-day']['hint'], Readonly<Record<Lang, (readings: string) => string>>>
> = {
  'no-date': {
    en: readings =>
      `write YYYY-MM-DD, YYYY-MM or YYYY alone${readings === '' ? '' : `: ${readings}, if that is meant`}`,
    zh: readings => `请只写 YYYY-MM-DD、YYYY-MM 或 YYYY${readings === '' ? '' : `，如 ${readings}（若是此意）`}`,
  },
  relative: {
    en: () =>
      'which day this is depends on when it is read: write the day itself, YYYY-MM-DD, YYYY-MM or YYYY (--as-of takes today as well)',
    zh: () => '这是哪一天取决于何时阅读，请写出日期本身：YYYY-MM-DD、YYYY-MM 或 YYYY（--as-of 也可写 today）',
  },
  'time-of-day': {
    en: () => 'a time of day other than midnight belongs to a time zone: write the day alone',
    zh: () => '零点以外的时刻与时区有关，请只写日期',
  },
  'two-digit-year': {
    en: () => 'write the year with four digits, and first: YYYY-MM-DD',
    zh: () => '年份请写四位，并写在最前：YYYY-MM-DD',
  },
  'day-or-month-first': {
    en: readings => `it could be read in another order as well; write the year first: ${readings}`,
    zh: readings => `日、月先后不明，请把年份写在最前：${readings}`,
  },
  'day-number': {
    en: readings => `programs count ${readings} by this number; write the day itself`,
    zh: readings => `程序以此数字表示 ${readings}，请写出日期本身`,
  },
  'without-signs': {
    en: readings => `write it with its signs${readings === '' ? '' : `: ${readings}`}`,
    zh: readings => `请加上分隔符${readings === '' ? '' : `：${readings}`}`,
  },
  'no-value': {
    en: () =>
      "where it stands for nothing, leave the cell empty; a mapping says that a word is nothing by names: { as_of: { NULL: '' } }",
    zh: () => "若表示没有，请留空；映射中可把某个写法当作空白，如 names: { as_of: { NULL: '' } }",
  },
  'lost-zero': {
    en: readings => `it may be ${readings}: a number loses the zero at its end`,
    zh: readings => `可能是 ${readings}：数字末尾的零会丢失`,
  },
  span: {
    en: readings => `a span of years is no day (it may be ${readings}); write the day, or the last day of the span`,
    zh: readings => `一段年份不是某一天（可能是 ${readings}），请写出日期，或这段时间的最后一天`,
  },
};

/** `5g-base-stations：9.3万`, or the same without a blank: a text where keys are wanted. */
export const isKeyRunOn = (expected: string, found: string): boolean =>
  expected === 'mapping' && /^"[^"：:\s]+[：:][^"]*"$/.test(found);

export const isListed = (expected: string, found: string): boolean => expected === 'mapping' && found === 'list';

/** Whether a status is said in Chinese, as the tables of offices do; of a mistyped one of ours nothing is to be mapped. */
export const isStatusInChinese = (text: string, allowed: readonly string[]): boolean =>
  BEYOND_ASCII.test(text) && allowed.includes('provisional') && allowed.includes('planned');

const BEYOND_ASCII = /[^\0-\x7f]/;
