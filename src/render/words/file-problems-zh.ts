import { limitWords } from './limits.ts';
import { foundOutputWords, looksWords, oddWords, twiceWords } from './problem-args.ts';
import type { Words } from './words.ts';
import { workbookProblemsZh } from './workbook-problems-zh.ts';

export const list = (names: readonly string[]): string => names.join('、');
/** A table that is not ours is read by a mapping. */
const MAP_HELP = '运行 shanxi-plan map <该文件>，可得到读取方式的建议，供 --tables 使用';

/** The names that may stand there; none where they were told before. */
export const among = (label: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${label}${list(names)}`;
export const didYouMean = (near: string | undefined): string => (near === undefined ? '' : `是否想写“${near}”？`);
/** Names, and that there are more of them. */
const someOf = (names: readonly string[], count: number): string =>
  names.length < count ? `${list(names)} 等` : list(names);

const toldInstead = (instead: string): string =>
  `能在此处放置文件的任何人都可以这样设置；如确为本意，请改用 ${instead}`;

/** What is wrong with a file, its syntax or its table. */
export const fileProblemsZh = {
  ...workbookProblemsZh,
  'file-unreadable': ({ reason, link }) => ({
    what: `文件无法读取：${reason}`,
    ...(link !== undefined && { help: `这是指向 ${link} 的链接，而该处没有文件` }),
  }),
  'folder-without-reports': ({ allowed, unread }) => ({
    what: '文件夹中没有报告',
    help: `查找的格式：${list(allowed)}${unread === undefined ? '' : `；未读取：${list(unread)}`}`,
  }),
  'pattern-without-match': () => ({
    what: '没有文件符合这个模式',
    help: '没有这样的文件：请核对拼写和所在的文件夹；加引号可避免被命令行展开',
  }),
  'unknown-format': ({ allowed }) => ({
    what: '扩展名不是已知格式',
    help: `已知格式：${list(allowed)}${allowed.includes('xlsx') ? '；其他工作簿（.xls、.xlsb、.ods）请另存为 .xlsx' : ''}`,
  }),
  'files-not-read': ({ names, count }) => ({
    what: `文件夹中有 ${count} 个文件可能含有数据，但未读取：${someOf(names, count)}`,
    help: '请另存为可读取的格式，或移到别处',
  }),
  'found-outside': ({ setBy, root, instead }) => ({
    what:
      root === undefined ? `${setBy} 位于用户主目录所在之处，不得指定任何文件` : `${setBy} 不得指定 ${root} 之外的文件`,
    help: toldInstead(instead),
  }),
  'found-input': ({ setBy, allowed, instead }) => ({
    what: `${setBy} 只能指定以 ${list(allowed)} 结尾的普通文件作为输入`,
    help: toldInstead(instead),
  }),
  'found-output': ({ setBy, reason, extension, instead }) => ({
    what: `${setBy} 不得写入此文件：${foundOutputWords[reason].zh(extension)}`,
    help: toldInstead(instead),
  }),
  'too-large': ({ limit }) => ({
    what: `文件展开后超过 ${limit}`,
    help: '如确实如此，请用 --max-input-size 提高上限',
  }),
  'archive-bomb': ({ what, found, limit }) => ({
    what: `${limitWords[what].zh}：${found}，上限为 ${limit}`,
    help: `如确实如此，请用 --limit ${what}=… 提高上限`,
  }),
  'beyond-limit': ({ limit, most }) => ({
    what: `${limitWords[limit].zh}超过 ${most}`,
    help: `如确实如此，请用 --limit ${limit}=… 提高上限`,
  }),
  'damaged-file': ({ format, message }) => ({
    what: `文件无法按 ${format} 读取${message ? `：${message}` : ''}`,
    help: '文件是否完整？格式是否相符？',
  }),
  'no-open-workbook': () => ({
    what: '这是旧版工作簿（.xls）或加密的工作簿，不是未加密的 .xlsx',
    help: '请另存为不带密码的 .xlsx',
  }),
  'given-twice': ({ what, name }) => ({
    what: `文件中${twiceWords[what].zh}${name === '' ? '' : ` ${name} `}出现了两次：上报的是哪一个？`,
    help: '请在电子表格软件中打开，核对所显示的内容，再另存',
  }),
  'binary-file': () => ({
    what: '这不是文本文件',
    help: '其中有 NUL 字节；UTF-16 须以字节顺序标记开头，否则请另存为 UTF-8',
  }),
  'unknown-encoding': () => ({
    what: '文本既不是 UTF-8，也不是 GB18030，也不是开头字节所声明的 UTF-16',
    help: '请另存为 UTF-8',
  }),
  'read-as-gb18030': () => ({ what: '文件不是 UTF-8，已按 GB18030 读取', help: '为稳妥起见请另存为 UTF-8' }),
  'more-problems': ({ told }) => ({ what: `文件的错误或警告超过 ${told} 个，其余未列出`, help: '请改正后再运行' }),
  'yaml-syntax': ({ message }) => ({
    what: `不是正确的 YAML：${message}`,
    ...(/block scalar/i.test(message) && { help: '以 > 开头的数值须加引号：">93,000"' }),
    ...(/full-width/.test(message) && { help: '请写半角冒号，后面空一格：metrics: …' }),
    ...(/^Tags/.test(message) && { help: '标签所说的内容请写进字段，如 status: planned' }),
  }),
  'json-syntax': ({ message }) => ({
    what: `不是正确的 JSON：${message}`,
    ...(/^InvalidSymbol/.test(message) && { help: '文本须加双引号；没有数据时请不写这一项' }),
    ...(/^EndOfFileExpected/.test(message) && {
      help: 'JSON 文件只有一个值；每行一个值的是 NDJSON：请把文件名改为以 .ndjson 结尾，或用 check - --input-format ndjson 从标准输入读取',
    }),
  }),
  'csv-syntax': ({ message }) => ({
    what: `不是正确的 CSV：${message}`,
    help: '含引号、分隔符或换行的单元格须加引号，其中的引号写两次',
  }),
  'duplicate-key': () => ({ what: '这个键出现了两次', help: '同一指标写两次会丢失一个；多个日期请用 observations:' }),
  'alias-bomb': () => ({ what: '文件展开后远大于本身', help: '请直接写出数值，不要嵌套引用' }),
  'several-documents': () => ({ what: '文件中有多个文档', help: '只有报告文件可以有多个文档' }),
  'no-header': ({ allowed, parted }) => ({
    what: '没有写明各列名称的一行',
    help:
      parted === undefined
        ? `须有一行写出 "indicator" 或 "measure"，其他列名：${list(allowed)}；${MAP_HELP}`
        : `“${parted}”不分隔单元格：请改用半角逗号、分号或制表符`,
  }),
  'foreign-table': ({ looks }) => ({
    what: `这不是本工具的表格，看来是${looksWords[looks].zh}`,
    help: MAP_HELP,
  }),
  'unmapped-heading': ({ heading, allowed, near }) => ({
    what: `映射没有说明“${heading}”这一列`,
    help: `${didYouMean(near)}请写入 columns:，或写作 ignore；已有：${list(allowed)}`,
  }),
  'ambiguous-heading': ({ heading, keys }) => ({
    what: `列名“${heading}”有两种理解`,
    help: `同时符合 ${list(keys)}：请以该列名本身作为键`,
  }),
  'missing-column': ({ keys }) => ({
    what: `表中没有映射所写的列：${list(keys)}`,
  }),
  'several-mappings': () => ({
    what: '有两个映射对应这张表格',
    help: '请用 files: 区分，工作簿中用 sheet: 区分',
  }),
  'unknown-sheet': ({ name, allowed, near }) => ({
    what: `工作簿中没有工作表“${name}”`,
    help: `${didYouMean(near)}工作表：${list(allowed)}`,
  }),
  'number-outside-table': ({ text }) => ({
    what: `“${text}”在数值列中，但位于表格之外，未读取`,
    help: '如果它是数据，请让 header: 指向更前面的一行，或让 ends: 指向更后面的一行；如果属于另一张表，请把那张表存为单独的文件或工作表',
  }),
  'heading-twice': ({ heading, what }) => ({
    what:
      what === 'tables'
        ? `“${heading}”再次出现：有两张表左右并排`
        : what === 'below'
          ? `“${heading}”是新的列名：自此行起是另一张表`
          : what === 'columns'
            ? `又有一列“${heading}”与前面某列内容相同：以哪一列为准？`
            : `“${heading}”所写明的内容，另有一列也写明了`,
    help:
      what === 'tables'
        ? '请把两张表分别存为文件或工作表；也可运行 shanxi-plan map <该文件>，由它提出略去第二张表的映射'
        : what === 'below'
          ? '请用 ends: 写明第一张表到此为止的那一行以什么开头，并把另一张表存为单独的文件或工作表，另写映射'
          : `运行 shanxi-plan map <该文件> 可得到映射，其中一列写 ignore；两列同名时，“${heading} #2”指第二列`,
  }),
  'which-period': ({ text, readings }) => ({
    what: `该指标按时期统计，“${text}”${readings.length > 1 ? `可能只指该时期，也可能是年初以来的累计（${readings.join(' 或 ')}）` : `旁的文字却像是说另一时期，而非 ${readings.join('')}`}`,
    help:
      readings.length === 1
        ? '若只指该时期，请在映射中写 periods: each；否则请在 fixed: 中用 flow_from 和 flow_to 写明时期'
        : '请在映射中写明：只指该时期写 periods: each，年初以来累计写 periods: cumulative；也可把表头对应到 flow_from 和 flow_to；YAML 报告写 flow: 下的 from 和 to',
  }),
  'region-alone': ({ text }) => ({
    what: `“${text}”单独成行，只写地区、没有数据：下面的数据属于哪个地区？`,
    help: '请为数据加一个地区列；全部数据都属于该地区时在 fixed: 下写明 region；表格到此为止时写 ends:；无关时在 names: 下写 ignore',
  }),
  'sum-left-out': ({ name, found, sum }) => ({
    what: `“${name}”被略去，但 ${found} 不等于所读各部分之和（${sum}）：缺了某些部分，或统计的不是同一事项`,
    help: `如果它就是规划地区的全部，请在映射的 names: { region: … }（或 {region} 列）中为“${name}”写上该地区的标识；否则请更正各行，或为略去的各行写明地区`,
  }),
  'rest-left-out': ({ name, found, sum }) => ({
    what: `“${name}”（${found}）被略去，所读各部分（合计 ${sum}）因而不是该地区的全部`,
    help: '请把全地区的一行也读入，在 names: { region: … } 中写上其标识；或在规划中增设同名的部分',
  }),
  'left-blank': ({ key, above, elsewhere }) => ({
    what:
      elsewhere !== undefined
        ? `此处没有填写“${key}”，其他行则为“${elsewhere}”：是同为“${elsewhere}”，还是指标自身的单位？`
        : above === undefined
          ? `此处没有填写“${key}”，上方也没有适用于此处的内容`
          : `“${above}”下方没有填写“${key}”：是仍为“${above}”，还是${key === 'unit' ? '指标自身的单位' : '报告所涉的整个地区'}？`,
    help: `请填写空白的单元格；或在映射的 fixed: 中写明：“${key}: above”表示与上方相同，也可写明空白处一律是什么；合计行不读取，请用 ends: 写明它以什么开头`,
  }),
  'too-many-columns': ({ found, limit }) => ({
    what: `表格有 ${found} 列，上限为 ${limit} 列`,
    help: '请一行写一个数据',
  }),
  'cell-without-column': ({ text }) => ({
    what: `“${text}”所在的列没有名称`,
    help: '请写出列名；单元格含分隔符时请加引号',
  }),
  'swapped-columns': ({ key, text, value }) => ({
    what: `“value”列下是“${value}”，“${key}”列下是“${text}”：两列是否写反了？`,
    help: '请调换这两列的列名，或调换其下的内容',
  }),
  'row-too-short': ({ found, expected }) => ({
    what: `这一行只有 ${expected} 个单元格中的 ${found} 个`,
    help: '空单元格也请写出，以免错位',
  }),
  'merged-cells': ({ rows, columns }) => ({
    what: `表中有合并的 ${rows} × ${columns} 个单元格，无法判断其值属于哪一格`,
    help: '请取消合并，在每一格中写出其值',
  }),
  'odd-cell': ({ what, text }) => ({
    what: `“${text}”${oddWords[what].zh}`,
    help: '请在电子表格软件中打开，核对所显示的内容，再另存',
  }),
  'ambiguous-separator': ({ text, decimal, thousands }) => ({
    what: `单元格以分号分隔，“${text}”有两种理解`,
    help: `是 ${decimal} 还是 ${thousands}？请在 tables: 中写明 decimal: comma（逗号为小数点）或 decimal: point；或写成不带分隔符的 ${thousands}`,
  }),
  'other-sheets': ({ sheets }) => ({
    what: `只读取第一个工作表，未读取：${list(sheets)}`,
    help: '只读取第一个显示的工作表；其他工作表请在 tables: 中用 sheet: 指明',
  }),
} satisfies Partial<Words['problem']>;
