import { unseenWords } from './problem-args.ts';
import type { Words } from './words.ts';

/** What nobody can see in a workbook, or can read in it. */
export const workbookProblemsZh = {
  'hidden-rows': ({ first, last }) => ({
    what: `第 ${first === last ? first : `${first} 至 ${last}`} 行被隐藏，但不是空行：其中的数据是否上报？`,
    help: '请取消隐藏，或删除',
  }),
  'hidden-columns': ({ first, last }) => ({
    what: `第 ${first === last ? first : `${first} 至 ${last}`} 列被隐藏，但不是空列：其中的内容是否上报？`,
    help: '请取消隐藏，或删除；也可在映射的 columns: 中写 ignore 略去',
  }),
  'struck-out': ({ text }) => ({
    what: `“${text}”全部或部分带有删除线：是否上报？`,
    help: '请删去不再成立的内容',
  }),
  'not-shown': ({ text, because }) => ({
    what: `“${text}”没有如实显示（${unseenWords[because].zh}）：是否上报？`,
    help: '请如实显示，或删除',
  }),
  'shown-by-condition': ({ cells }) => ({
    what: `条件格式会给 ${cells} 加上删除线、使其看不见，或使其显示的数字与保存的不同`,
    help: '请删除该条件格式：上报的内容不应取决于它',
  }),
  'shown-otherwise': ({ text, format, shows }) => ({
    what: `单元格保存的是 ${text}，其数字格式 ${format} 却${shows === undefined ? '以别的方式显示' : shows === '' ? '什么也不显示' : `显示“${shows}”`}：上报的是哪一个？`,
    help:
      shows === ''
        ? '请改用能显示其内容的数字格式，或清空该单元格'
        : '请用不带文字的数字格式（如 0.00）写出所指的数值；单位写在“unit”中',
  }),
  'error-in-cell': ({ text }) => ({
    what: `单元格中是错误值 ${text}`,
    help: '请更正公式，或直接写出数值',
  }),
  'formula-without-value': ({ formula }) => ({
    what: `公式 ${formula} 没有保存计算结果`,
    help: '请在电子表格软件中打开并保存，或直接写出数值',
  }),
} satisfies Partial<Words['problem']>;
