import { formatNumber } from '../layout/numbers.ts';
import type { Lang } from './words.ts';

const MOST = 20;

const some = (texts: readonly string[], comma: string, more: (count: number) => string): string =>
  [...texts.slice(0, MOST), ...(texts.length > MOST ? [more(texts.length - MOST)] : [])].join(comma);

const count = (number: number, one: string, many = `${one}s`): string =>
  `${formatNumber(number)} ${number === 1 ? one : many}`;

/** What a run says of the tables that it read. */
const en = {
  /** What became of each cell of the columns of numbers that is not empty. */
  cells: ({
    cells,
    figures,
    missing,
    ignored,
    notes,
    problems,
    empty,
  }: Readonly<Record<'cells' | 'figures' | 'missing' | 'ignored' | 'notes' | 'problems' | 'empty', number>>) =>
    [
      `${count(cells, 'cell')}: ${count(figures, 'figure')}, ${formatNumber(missing)} missing`,
      `${formatNumber(ignored)} ignored, ${count(notes, 'note')}`,
      ...(problems > 0 ? [count(problems, 'problem')] : []),
    ].join(', ') + (empty > 0 ? `; beside them ${formatNumber(empty)} empty` : ''),
  ignoredColumns: (names: readonly string[]) => `columns ignored: ${some(names, ', ', rest => `${rest} more`)}`,
  /** Names with the cells that they leave out. */
  ignoredNames: (names: readonly (readonly [name: string, cells: number])[]) =>
    `left out: ${some(
      names.map(([name, cells]) => `${name} (${count(cells, 'cell')})`),
      ', ',
      rest => `${rest} more`,
    )}`,
  /** Cells of which nothing is reported, and the first of them by name. */
  nothing: (cells: number, names: readonly string[]) =>
    `nothing reported in ${count(cells, 'cell')}: ${names.join(', ')}${cells > names.length ? ' …' : ''}`,
};

const zh: typeof en = {
  cells: ({ cells, figures, missing, ignored, notes, problems, empty }) =>
    [
      `${formatNumber(cells)} 个单元格：数据 ${formatNumber(figures)}，缺报 ${formatNumber(missing)}`,
      `忽略 ${formatNumber(ignored)}，注释 ${formatNumber(notes)}`,
      ...(problems > 0 ? [`问题 ${formatNumber(problems)}`] : []),
    ].join('，') + (empty > 0 ? `；另有空白 ${formatNumber(empty)}` : ''),
  ignoredColumns: names => `忽略的列：${some(names, '、', rest => `另 ${rest} 列`)}`,
  ignoredNames: names =>
    `未计入：${some(
      names.map(([name, cells]) => `${name}（${formatNumber(cells)} 格）`),
      '、',
      rest => `另 ${rest} 项`,
    )}`,
  nothing: (cells, names) =>
    `${formatNumber(cells)} 个单元格没有数据：${names.join('、')}${cells > names.length ? ' 等' : ''}`,
};

export const tableWords: Readonly<Record<Lang, typeof en>> = { en, zh };
