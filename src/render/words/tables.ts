import { formatNumber } from '../layout/numbers.ts';
import type { Lang } from './words.ts';

/** What a run says of the tables that it read. */
export interface TableWords {
  /** What became of each cell of the columns of numbers that is not empty. */
  readonly cells: (
    counts: Readonly<Record<'cells' | 'figures' | 'missing' | 'ignored' | 'notes' | 'problems', number>>,
  ) => string;
  readonly ignoredColumns: (names: readonly string[]) => string;
  /** Names with the cells that they leave out. */
  readonly ignoredNames: (names: readonly (readonly [name: string, cells: number])[]) => string;
  /** Cells of which nothing is reported, and the first of them by name. */
  readonly nothing: (count: number, names: readonly string[]) => string;
}

const MOST = 20;

const some = (texts: readonly string[], comma: string, more: (count: number) => string): string =>
  [...texts.slice(0, MOST), ...(texts.length > MOST ? [more(texts.length - MOST)] : [])].join(comma);

const count = (number: number, one: string, many = `${one}s`): string =>
  `${formatNumber(number)} ${number === 1 ? one : many}`;

export const tableWords: Readonly<Record<Lang, TableWords>> = {
  en: {
    cells: ({ cells, figures, missing, ignored, notes, problems }) =>
      [
        `${count(cells, 'cell')}: ${count(figures, 'figure')}, ${formatNumber(missing)} missing`,
        `${formatNumber(ignored)} ignored, ${count(notes, 'note')}`,
        ...(problems > 0 ? [count(problems, 'problem')] : []),
      ].join(', '),
    ignoredColumns: names => `columns ignored: ${some(names, ', ', rest => `${rest} more`)}`,
    ignoredNames: names =>
      `left out: ${some(
        names.map(([name, cells]) => `${name} (${count(cells, 'cell')})`),
        ', ',
        rest => `${rest} more`,
      )}`,
    nothing: (cells, names) =>
      `nothing reported in ${count(cells, 'cell')}: ${names.join(', ')}${cells > names.length ? ' …' : ''}`,
  },
  zh: {
    cells: ({ cells, figures, missing, ignored, notes, problems }) =>
      [
        `${formatNumber(cells)} 个单元格：数据 ${formatNumber(figures)}，缺报 ${formatNumber(missing)}`,
        `忽略 ${formatNumber(ignored)}，注释 ${formatNumber(notes)}`,
        ...(problems > 0 ? [`问题 ${formatNumber(problems)}`] : []),
      ].join('，'),
    ignoredColumns: names => `忽略的列：${some(names, '、', rest => `另 ${rest} 列`)}`,
    ignoredNames: names =>
      `未计入：${some(
        names.map(([name, cells]) => `${name}（${formatNumber(cells)} 格）`),
        '、',
        rest => `另 ${rest} 项`,
      )}`,
    nothing: (cells, names) =>
      `${formatNumber(cells)} 个单元格没有数据：${names.join('、')}${cells > names.length ? ' 等' : ''}`,
  },
};
