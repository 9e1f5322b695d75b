import type { Lang } from './words.ts';

/** What stands in a form for a report, or in a plan to begin with. */
const en = {
  title: (plan: string) => `Report on: ${plan}`,
  sheets: ['Form', 'Notes'] satisfies readonly [form: string, notes: string],
  /** How the form is filled in, a line each. */
  notes: [
    'Fill in a value for what is reported. An empty value is nothing reported, never zero.',
    'as_of is the day that the figures describe: once above the table, or for a row of its own in its column.',
    'published is the day from which the figures were known, and publisher who gave them.',
    'counts: choose one definition instead of what begins with "?", or empty the cell where the source does not say.',
    'status may stay empty: final. A forecast is planned or estimated.',
    'Titles, units and counts of all indicators stand below.',
  ],
  columns: {
    id: 'id',
    en: 'title',
    zh: 'title in Chinese',
    unit: 'unit',
    definition: 'counts',
    relation: 'compared with the target',
  },
  /** Above a report in YAML. */
  head: (plan: string): readonly string[] => [
    `A report on: ${plan}. Uncomment what is reported; leave out what is not: nothing is guessed.`,
    'A figure that counts something particular says so: { value: "82.78万", counts: … }',
  ],
  counts: (definitions: readonly string[]) => `; counts: ${definitions.join(' or ')}`,
  report: 'Figures of …',
  asOf: 'the day that the figures describe',
  published: 'the day from which they were known',
  next: (file: string, command: string) => `wrote ${file}; fill it in, then: ${command}`,
};

const zh: typeof en = {
  title: plan => `${plan}：填报表`,
  sheets: ['填报表', '说明'],
  notes: [
    '有数据的指标请填写数值。数值为空表示没有数据，不会当作零。',
    '“日期”是数据所属的日期：在表格上方填写一次，或在各行的“日期”列中另行填写。',
    '“发布日期”是数据公布的日期，“来源”是公布数据的机构。',
    '口径：以“?”开头的单元格，请改选一种口径；来源没有说明口径的，请清空该单元格。',
    '状态可以不填，即 final（最终数）。预测数请选 planned（计划）或 estimated（估计）。',
    '各指标的名称、单位和口径见下表。',
  ],
  columns: {
    id: '指标标识',
    en: '英文名称',
    zh: '名称',
    unit: '单位',
    definition: '口径',
    relation: '与目标所指的关系',
  },
  head: plan => [
    `${plan}的填报报告。有数据的指标请去掉行首的 #；没有数据的请保持原样：不作任何猜测。`,
    '数据有特定口径的请写明：{ value: "82.78万", counts: … }',
  ],
  counts: definitions => `；口径：${definitions.join(' 或 ')}`,
  report: '……的数据',
  asOf: '数据所属的日期',
  published: '数据公布的日期',
  next: (file, command) => `已写入 ${file}；填写后请运行：${command} --lang zh`,
};

export const formWords: Readonly<Record<Lang, typeof en>> = { en, zh };
