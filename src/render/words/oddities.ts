type Named = Readonly<Record<string, string>>;

/** What may stand in a workbook twice, in Chinese; in English it is called as in the code. */
export const twiceZh: Named = { cell: '单元格', row: '行', sheet: '工作表', part: '部分' };

/** What is odd about a cell of a workbook. */
export const oddEn: Named = {
  type: 'no type that a cell can have, or not that of its value',
  number: 'no number as a spreadsheet writes one',
  truth: 'neither TRUE nor FALSE',
  day: 'no day as a spreadsheet writes one',
  text: 'no text that the workbook holds',
  style: 'the number of no style of the workbook',
  reference: 'no cell or row that can stand here',
  order: 'a cell or row that stands behind the one that follows it',
};

export const oddZh: Named = {
  type: '不是单元格可有的类型，或与其值不符',
  number: '不是电子表格写出的数字形式',
  truth: '既不是 TRUE 也不是 FALSE',
  day: '不是电子表格写出的日期形式',
  text: '不是工作簿中的文本',
  style: '不是工作簿中任何样式的编号',
  reference: '不是此处可有的单元格或行',
  order: '所指的单元格或行应在前一个之前',
};
