import { type MapReasonArgs, OPEN, openLines, type Proposal } from '../../model/proposal.ts';
import type { Telling } from '../../values/fact.ts';
import { formatNumber } from '../layout/numbers.ts';
import type { Lang } from './words.ts';

const MOST = 6;
const some = (texts: readonly string[], comma: string): string =>
  texts.length > MOST ? [...texts.slice(0, 2), '…', texts.at(-1)].join(comma) : texts.join(comma);

/** The command that says what is still open. */
function mapAgain(proposal: Proposal, tables: string): string {
  const isDayOpen = proposal.fixed.some(({ key, value }) => key === 'as_of' && value === OPEN);
  const flags = Object.entries(openLines(proposal)).flatMap(([flag, lines]) =>
    // Which year several columns are parts of is said once, with the day.
    lines
      .filter(({ reason: { code } }) => !isDayOpen || code !== 'part-of-year')
      .map(({ key }) => (flag === 'decimal' ? '--decimal=' : `--${flag} ${inShell(`${key}=`)}`)),
  );
  return ['shanxi-plan map', inShell(proposal.file), inShell(tables), ...flags].join(' ');
}

const inShell = (text: string): string =>
  /^[\p{L}\p{N}=._/%+:-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

const reason: Telling<MapReasonArgs, string> = {
  'own-heading': () => 'a name of ours',
  'days-across': ({ headings }) => `a day each: ${some(headings, ', ')}`,
  'days-with-words': ({ headings }) => `figures of a day: ${some(headings, ', ')}`,
  'indicators-across': ({ headings }) => `an indicator each: ${some(headings, ', ')}`,
  'indicators-and-days': ({ headings }) => `an indicator and a day each: ${some(headings, ', ')}`,
  'regions-across': ({ headings }) => `a region each: ${some(headings, ', ')}`,
  'regions-and-days': ({ headings }) => `a region and a day each: ${some(headings, ', ')}`,
  'names-figures': () => 'what such a column usually holds',
  'cells-are-names': ({ named, all }) => `the plan knows ${named} of the ${all} names in it`,
  'a-value': () => 'the only column of numbers that nothing else is said of',
  'a-goal': () => 'a goal, no figure',
  'a-comparison': () => 'compares figures, and is none',
  'a-number-of-rows': () => 'numbers the rows',
  'who-is-responsible': () => 'says who is responsible',
  'no-numbers': () => 'holds no number, and no name of the plan',
  'words-of-a-kind': () =>
    'words that may say what the numbers are: status, unit, scope or counts (their words under names), or ignore',
  unclear: () => 'what does it hold? value, another field of ours, or ignore',
  'not-in-plan': () => 'the plan has nothing that is called so',
  'a-total': () => 'a sum of the others',
  'sum-left-out': ({ sum }) =>
    `not the sum of the rows that are read (${formatNumber(sum)}): all of the region? its id`,
  'rest-left-out': () =>
    'part of the whole beside the rows that are read: the id of a part; or read a row of the whole too, then ignore',
  'beside-parts': () => 'unknown beside parts of the region: the id of a part, or ignore if it is none of the region',
  'perhaps-near': ({ near }) => `perhaps ${near}? its id, or ignore`,
  'one-of-several': ({ ids }) => `which of these: ${ids.join(', ')}`,
  'no-unit': () => 'no unit of its indicator: a multiple of it such as 万, or its own where that is meant',
  'told-by-you': () => 'as you said',
  'above-the-table': ({ text }) => `above the table: ${text}`,
  'in-the-title': ({ text }) => `in the title: ${text}`,
  'no-day': () => 'which day do the figures describe? nothing in the table says it',
  'no-name': () => 'which indicator is the table about? its id',
  'notes-below': () => 'notes below the table',
  'another-table': () => 'another table begins; save it as a file or sheet of its own',
  'another-table-beside': () => 'another table stands beside; save it as a file or sheet of its own',
  'one-of-alike': ({ field }) => `several columns may be ${field}: ${field} for one of them, ignore for the others`,
  'first-figures': () => 'first figures, which may still change',
  'expected-figures': () => 'expected, and not reported yet: set aside',
  'holds-days': () => 'days of what? as_of where the figures describe them, published, or ignore',
  'part-of-year': ({ text }) =>
    `${text} of which year? --fixed as_of=2025 says it for all such columns; or value, where as_of says the whole day`,
  'in-two-ways': ({ keys }) => `read in several ways, by ${keys.join(', ')}: what does it hold? a field, or ignore`,
  'in-the-corner': ({ text }) => `what the first column is called: ${text}`,
  'nothing-else': () => 'the plan has nothing that is called so, and nothing else is there: an id, or ignore',
  'a-sign': ({ text }) =>
    `a sign, as behind ${text}: status:provisional or another field, nothing, missing, or ignore to leave its figures out`,
  'a-decimal-sign': ({ text }) => `what stands before decimals, as in ${text}? comma or point`,
  'as-other-cells': ({ text }) => `as in ${text}`,
  'left-blank': ({ above, word }) =>
    `left blank below ${above}: ${word} if it is ${above} again, or what all such cells are`,
  'says-nothing': () => 'says nothing',
  'later-than-published': ({ published }) => `later than ${published}: not reported yet`,
  'looks-like': () => 'the table has its headings',
};

const en = {
  reason,
  top: (file: string, open: number): readonly string[] => [
    `How shanxi-plan would read ${file}: nothing else is read from it than what stands here.`,
    open === 0 ? 'Look it through.' : `Look it through, and fill in each "?" (${open}): until then it is refused.`,
  ],
  definitions: [
    'Say what these count, here or by --counts indicator=…, or their figures answer no target:',
    'one of',
  ] satisfies readonly [string, string],
  figures: (shown: number, all: number) =>
    shown < all ? `The first ${shown} of ${all} figures as they would be read:` : 'The figures as they would be read:',
  noFigures: 'No figure could be read so far; check says why.',
  columns: ['cell', 'indicator', 'value', 'day', 'region'] satisfies readonly [
    place: string,
    indicator: string,
    value: string,
    asOf: string,
    region: string,
  ],
  /** On standard error, beside the mapping. */
  next: (proposal: Proposal, written: string | undefined, open: number) => {
    const tables = written ?? 'tables.yaml';
    const save = written === undefined ? `save it as ${tables}, ` : '';
    if (open > 0)
      return `${open === 1 ? 'one "?" is' : `${open} "?" are`} open: fill in what stands behind each =, and run: ${mapAgain(proposal, tables)}`;
    return `${save}then: shanxi-plan check ${proposal.file} --tables ${tables}`;
  },
  /** Where nothing is open, and a check would refuse the table all the same. */
  refused:
    'read by this mapping the table is refused for what follows: correct the sheet, or say with --column, --name or --fixed what else it holds',
  noTable: [
    'no table of figures was found in it',
    'a table has a row that names its columns, and numbers below; of a workbook --sheet names the sheet',
  ] satisfies readonly [what: string, help: string],
};

export type MappingWords = typeof en;

const zh: MappingWords = {
  reason: {
    'own-heading': () => '本工具已有的列名',
    'days-across': ({ headings }) => `每列一个时点：${some(headings, '、')}`,
    'days-with-words': ({ headings }) => `某一时点的数据：${some(headings, '、')}`,
    'indicators-across': ({ headings }) => `每列一个指标：${some(headings, '、')}`,
    'indicators-and-days': ({ headings }) => `每列一个指标和时点：${some(headings, '、')}`,
    'regions-across': ({ headings }) => `每列一个地区：${some(headings, '、')}`,
    'regions-and-days': ({ headings }) => `每列一个地区和时点：${some(headings, '、')}`,
    'names-figures': () => '这种列名通常表示该内容',
    'cells-are-names': ({ named, all }) => `列中 ${all} 个名称，规划认得 ${named} 个`,
    'a-value': () => '唯一一列用途未写明的数字',
    'a-goal': () => '是目标，不是数据',
    'a-comparison': () => '是数据的比较，不是数据本身',
    'a-number-of-rows': () => '行的编号',
    'who-is-responsible': () => '写的是责任单位',
    'no-numbers': () => '既没有数字，也没有规划中的名称',
    'words-of-a-kind': () => '可能说明数据性质的文字：status、unit、scope 或 counts（用词写在 names 下），或 ignore',
    unclear: () => '这一列是什么？请写 value、其他字段名或 ignore',
    'not-in-plan': () => '规划中没有这个名称',
    'a-total': () => '其他各项之和',
    'sum-left-out': ({ sum }) => `不等于所读各行之和（${formatNumber(sum)}）：是否为全地区？请写其标识`,
    'rest-left-out': () => '是所读各行之外的部分：请写部分地区的标识；或另读全地区的一行，再写 ignore',
    'beside-parts': () => '与规划地区的各部分并列，但规划中没有：请写部分地区的标识，不属于该地区则写 ignore',
    'perhaps-near': ({ near }) => `是否为 ${near}？请写标识或 ignore`,
    'one-of-several': ({ ids }) => `请从中选定：${ids.join('、')}`,
    'no-unit': () => '不是该指标的单位：请写其倍数（如 万），意思相同则写该指标的单位',
    'told-by-you': () => '按您所说',
    'above-the-table': ({ text }) => `表上方写明：${text}`,
    'in-the-title': ({ text }) => `标题写明：${text}`,
    'no-day': () => '数据是哪一天的？表中没有写明',
    'no-name': () => '表中是哪个指标？请写标识',
    'notes-below': () => '表下的注释',
    'another-table': () => '此处另有一表，请另存为单独的文件或工作表',
    'another-table-beside': () => '旁边另有一张表，请另存为单独的文件或工作表',
    'one-of-alike': ({ field }) => `有几列都可能是 ${field}：其中一列写 ${field}，其余写 ignore`,
    'first-figures': () => '初步数据，可能还会修订',
    'expected-figures': () => '预计数，尚未报告：不用于判断',
    'holds-days': () => '是什么日期？数据所属时点写 as_of，发布日期写 published，或 ignore',
    'part-of-year': ({ text }) =>
      `${text}是哪一年的？用 --fixed as_of=2025 为各列一并写明；如 as_of 已写明日期，可写 value`,
    'in-two-ways': ({ keys }) => `有几种读法（${keys.join('、')}）：这一列是什么？请写字段名或 ignore`,
    'in-the-corner': ({ text }) => `首列列名写明：${text}`,
    'nothing-else': () => '规划中没有这个名称，表中也没有其他名称：请写标识或 ignore',
    'a-sign': ({ text }) =>
      `数字后的标记，如 ${text}：写 status:provisional 等字段，或 nothing（无含义）、missing（缺报）、ignore（略去该数据）`,
    'a-decimal-sign': ({ text }) => `如 ${text}，小数点是什么？请写 comma 或 point`,
    'as-other-cells': ({ text }) => `如 ${text}`,
    'left-blank': ({ above, word }) => `${above}下方是空白：若仍为${above}写 ${word}，否则写明空白处一律是什么`,
    'says-nothing': () => '没有内容',
    'later-than-published': ({ published }) => `晚于 ${published}，尚未公布`,
    'looks-like': () => '表头与之相同',
  },
  top: (file, open) => [
    `shanxi-plan 将这样读取 ${file}：除此处所写之外，不作任何推测。`,
    open === 0 ? '请过目。' : `请过目，并填写每一处“?”（共 ${open} 处），未填写前不予读取。`,
  ],
  definitions: ['请写明下列指标的口径（在此处，或用 --counts 指标=口径），否则其数据不能用于评价目标：', '可选'],
  figures: (shown, all) => (shown < all ? `将读出 ${all} 条数据，前 ${shown} 条如下：` : '将读出的数据如下：'),
  noFigures: '目前还读不出数据，原因见 check。',
  columns: ['单元格', '指标', '数值', '时点', '地区'],
  next: (proposal, written, open) => {
    const tables = written ?? 'tables.yaml';
    const save = written === undefined ? `请另存为 ${tables}，` : '';
    if (open > 0) return `还有 ${open} 处“?”：请填写每个 = 之后的内容并运行：${mapAgain(proposal, tables)}`;
    return `${save}然后运行：shanxi-plan check ${proposal.file} --tables ${tables}`;
  },
  refused: '按此映射读取，该表会因下列问题被拒绝：请改正表格，或用 --column、--name、--fixed 另行说明',
  noTable: ['其中没有找到数据表', '数据表应有一行列名，下面是数字；工作簿可用 --sheet 指定工作表'],
};

export const mappingWords: Readonly<Record<Lang, MappingWords>> = { en, zh };
