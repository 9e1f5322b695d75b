import { figureInTable, schemaKey } from './figure.ts';
import type { KeyCatalogue } from './words.ts';

/** How tables that are not ours are read: a file of its own, or a key of the config file. */
export const tableKeys: KeyCatalogue = {
  ...schemaKey,
  ...figureInTable,
  tables: [
    'how tables are read whose columns are not ours, each mapping by itself',
    '如何读取列名不同的表格，逐个写明',
  ],
  files: ['which files; without it, all that are tables', '适用的文件；不写则为所有表格'],
  sheet: [
    'which sheet of a workbook; without it, the first one that is shown',
    '工作簿中的哪一张表；不写则为第一张可见的表',
  ],
  preset: [
    'a mapping that ships; what stands beside it is added, and wins',
    '采用内置的映射；另写的内容作为补充并优先',
  ],
  delimiter: [
    'what parts the cells of a text, where its headings do not show it',
    '文本表格的分隔符，若从表头看不出来',
  ],
  decimal: [
    'what stands before the decimals of the numbers of a text, where its cells do not show it',
    '文本表格中数字的小数点是什么，若从单元格看不出来',
  ],
  header: ['the row that names the columns, or several, counted from 1', '表头所在的行，可有几行，从 1 数起'],
  ends: [
    'what the first row begins with that is no figure; * stands for any letters',
    '第一个不再是数据的行以什么开头；* 代表任意文字',
  ],
  packed: [
    'the first column holds several, parted by this sign; what follows a backslash in its heading names the others',
    '第一列中包含几列，以该符号分隔；表头中反斜杠之后是其余各列的名称',
  ],
  columns: [
    'headings as they stand in the file, with fields in braces where they are read from them, and what each is',
    '表头照文件原样书写，从表头读取的字段放在花括号里，并注明各列是什么',
  ],
  names: [
    'their word for ours, by the field that it stands in; ignore leaves out what is called so',
    '按字段写明对方的名称对应我们的什么；ignore 表示略去',
  ],
  missing: ['what stands in a cell of which nothing is reported', '没有数据的单元格里写的是什么'],
  flags: [
    'what a sign beside a number, or in a column of its own, says of the figure',
    '数字旁或单独一列中的标记说明数据的什么',
  ],
  others: [
    'ignore: figures of indicators, measures and regions that the plan does not have are left out',
    'ignore：略去规划中没有的指标、举措和地区的数据',
  ],
  fixed: [
    'what holds for every figure that does not say it itself, or for those of an indicator; above: what the cell above says',
    '对所有未写明的数据适用的内容，或只对某个指标的数据适用；above 表示与上方单元格相同',
  ],
  periods: [
    'what a month, a quarter or a year says of what is counted over a time: each: that time alone; cumulative: all from New Year on',
    '月、季度、年份对按时期统计的指标意味着什么：each 只指该时期，cumulative 为年初至该时期末的累计',
  ],
  forecast_from: ['from this day on figures are planned, not reported', '从该日起的数据是计划，不是已报告的'],
};

export const configKeys: KeyCatalogue = {
  ...tableKeys,
  plan: [
    'the plan to check against: one that ships, or a file; of a batch by plan those that are not shipped',
    '对照的规划：内置规划的名称或文件；batch --by plan 时为所有非内置的规划',
  ],
  reports: ['report files, folders or patterns', '报告文件、文件夹或通配模式'],
  tables: [
    'how tables are read whose columns are not ours; or the file that says so',
    '如何读取列名不同的表格；或写明映射的文件',
  ],
  '/as_of': [
    'the day of the analysis, or today; default: the latest day reported',
    '分析日，可写 today（今天）；默认为报告中最晚的日期',
  ],
  known_by: ['use only what was published by this day', '只采用该日之前（含当日）公布的数据'],
  '/region': ["the region that is judged; default: the plan's own", '评价的地区；默认为规划的地区'],
  method: ['how pace is judged', '进度的评价方法'],
  compare: [
    'whether a figure printed like the goal meets it, or its exact value might be short; default: as the plan says',
    '数据写出来与目标相同时视为达到，还是考虑其精确值可能不足；默认按规划',
  ],
  readings: ['how an ambiguous target is read, by target', '有歧义的目标按哪种理解，逐个目标写明'],
  derived: [
    'false: no identity between indicators is used, direct evidence alone',
    'false：不用指标间的恒等式，只用直接数据',
  ],
  format: ['output formats, each with =file where it has one of its own', '输出格式；写 =文件 则写入该文件'],
  lang: ['language of what is printed', '输出的语言'],
  fail_on: ['fail at or above these verdicts or severities', '达到或超过这些评价或严重程度即不通过'],
  rules: ['what fails for some targets only', '只对部分目标适用的不通过条件'],
  'rules.where': ['which targets', '哪些目标'],
  margin: ['short by no more than this only warns', '差距不超过它只作预警'],
  max_warnings: ['exit 1 with more warnings than this', '预警超过该数则退出码为 1'],
  allow_undecided: [
    'exit 0 instead of 3 when nothing fails: all, or the reasons that are allowed',
    '没有不通过的目标时，退出码由 3 变为 0：全部（all）或所列的原因',
  ],
  require: ['targets, measures or indicators that must be decided', '必须能够判定的目标、举措或指标'],
  only: ['judge only these', '只评价这些'],
  skip: ['leave these out', '略去这些'],
  max_age: ['older figures no longer answer, whatever the plan allows', '超过该时长的数据不再有效，不论规划如何规定'],
  waivers: ['the file of gaps that somebody answers for', '豁免文件'],
  since: [
    'ratchet: what failed in this file does not fail again unless it got worse',
    '基准文件：其中已不通过的，只要没有变差就不再算不通过',
  ],
};

export const waiverKeys: KeyCatalogue = {
  ...schemaKey,
  waivers: ['gaps that somebody answers for', '有人负责的差距'],
  target: ['the target whose gap it is', '差距所属的目标'],
  region: ['of one region only', '只适用于某一地区'],
  verdicts: ['the verdicts that are waived', '豁免哪些评价'],
  reason: ['why it is accepted', '为何接受'],
  approver: ['who answers for it', '由谁负责'],
  document: ['by which document', '依据哪份文件'],
  from: ['its first day', '豁免的第一天'],
  until: ['its last day', '豁免的最后一天'],
};
