import type { LimitName } from '../../values/limit-name.ts';
import type { Lang } from './words.ts';

/** What each limit counts (src/input/document/limits.ts), as it stands in docs/security.md and in a problem. */
export const limitWords: Readonly<Record<LimitName, Readonly<Record<Lang, string>>>> = {
  bytes: { en: 'bytes of a file, once it is unpacked', zh: '文件解压后的字节数' },
  ratio: { en: 'times that a packed file may outgrow itself', zh: '压缩文件的膨胀倍数' },
  ratioFrom: { en: 'bytes up to which it may outgrow itself by more', zh: '不计膨胀倍数的字节数' },
  partsRatio: { en: 'times that a workbook may outgrow itself', zh: '工作簿的膨胀倍数' },
  entries: { en: 'parts of a workbook', zh: '工作簿的部件数' },
  cells: { en: 'cells of a workbook or a Parquet file', zh: '工作簿或 Parquet 文件的单元格数' },
  packedRows: {
    en: 'rows of a workbook or a Parquet file with less than 8 bytes for each',
    zh: '工作簿或 Parquet 文件的行数（每行不足 8 字节时）',
  },
  packedCells: {
    en: 'cells of a workbook or a Parquet file with more than 2 for each byte',
    zh: '工作簿或 Parquet 文件的单元格数（每字节多于 2 个时）',
  },
  columns: { en: 'columns of a table', zh: '表格的列数' },
  levels: { en: 'levels of a YAML or JSON file', zh: 'YAML 或 JSON 文件的层数' },
  aliases: { en: 'values that the aliases of a YAML file add to it', zh: 'YAML 文件中别名带来的值' },
  tokens: {
    en: 'words and signs of a YAML file that only the full parser can read',
    zh: '须用完整解析器读取的 YAML 文件的词与符号数',
  },
  readings: {
    en: 'goals of regions and milestones, each in every reading of its target',
    zh: '各地区目标与中间值按各种理解计的总数',
  },
  answers: {
    en: 'figures that targets are held against, each in every reading',
    zh: '各目标按各种理解对照的数据总数',
  },
  periods: { en: 'periods of a batch', zh: '批次的时段数' },
  groups: { en: 'groups of a batch', zh: '批次的分组数' },
};
