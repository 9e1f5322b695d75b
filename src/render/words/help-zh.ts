import { thresholds } from '../../model/policy.ts';
import { indexFormatIds } from '../batch/registry.ts';
import { formatIds } from '../registry.ts';

/*
 * The help of the command line in Chinese, by the English sentence that stands beside each flag: where that changes, its
 * translation is missing, and a test asks for it. What has no translation is printed as it is.
 */

const flags: Readonly<Record<string, string>> = {
  'output the version number': '显示版本号',
  'display help for command': '显示帮助',
  'print the stack when the tool itself fails': '工具自身出错时显示调用栈',
  'keep nothing of what is compiled for the next start': '不为下次启动保留编译结果',
  'the plan to check against (default: the Shanxi plan)': '对照的规划（默认：山西规划）',
  "the region that is judged (default: the plan's own)": '评价的地区（默认：规划的地区）',
  'the day of the analysis, or "today" (default: the latest day reported)':
    '分析日，可写 today（今天）（默认：报告中最晚的日期）',
  'how tables are read whose columns are not ours': '写明如何读取列名不同的表格的文件',
  'use only what was published by this day': '只采用该日及以前公布的数据',
  'how pace is judged': '进度的评价方法',
  'whether a figure printed like the goal meets it, or its exact value might be short (default: as the plan says)':
    '数据写出来与目标相同时视为达到，还是考虑其精确值可能不足（默认：按规划）',
  'fix how an ambiguous target is read; repeatable': '指定有多种理解的目标取哪种理解；可重复',
  'use no identity between indicators, direct evidence alone': '不用指标间的恒等式，只用直接依据',
  'older figures no longer answer, whatever the plan allows; "6 months"':
    '更早的数据不再有效，不论规划如何规定；例如 "6 months"（6 个月）',
  'judge only this task, measure, target, indicator, region or commitment; repeatable':
    '只评价该任务、举措、目标、指标、地区或指标属性；可重复',
  'leave this one out; repeatable': '不评价该项；可重复',
  [`fail at or above: ${thresholds.join(', ')}; repeatable (default: fail)`]: `达到以下等级或更差即不通过：${thresholds.join('、')}；可重复（默认：fail）`,
  'short by no more than this only warns: "2%" of the goal, or "500" in its unit':
    '差距不超过该值只作预警：如 "2%"（占目标）或 "500"（按目标单位）',
  'exit 1 with more warnings than this': '预警超过该数则退出码为 1',
  'exit 0 instead of 3 when nothing fails; =reason allows only those undecided for it':
    '没有不通过的目标时，退出码由 3 变为 0；写 =原因 则只允许因该原因无法判定的',
  'this target, measure or indicator must be decided; repeatable': '该目标、举措或指标必须能够判定；可重复',
  'gaps that somebody answers for': '豁免文件：有人负责的差距',
  'exit 0 instead of 1 or 3': '退出码由 1 或 3 变为 0',
  'ratchet: what failed there does not fail again unless it got worse':
    '基准文件：其中已不通过的，只要没有变差就不再算不通过',
  'write to the file of --since how each target stands now': '把各目标的现状写入 --since 的文件',
  'check again when an input changes, until Ctrl-C': '输入文件变化时重新检查，直到按 Ctrl-C',
  [`${formatIds.join(', ')}; repeatable, each to its own file (default: table)`]: `${formatIds.join('、')}；可重复，各写入不同文件（默认：table）`,
  'format of standard input': '标准输入的格式',
  'of the table, only the first screen: what fails, what cannot be said, what to ask for':
    '表格只显示首屏：哪些未达标、哪些无法判定、还缺什么数据',
  'of the table in Chinese: wan writes 12万 and 1.5亿 (default: grouped)':
    '中文表格中大数的写法：wan 写作 12万、1.5亿（默认：grouped，写作 120,000）',
  'the table without signs that not every terminal has': '表格不用某些终端无法显示的符号',
  'what a file may hold once it is unpacked (default: 256 MiB)': '文件解压后的大小上限（默认：256 MiB）',
  'raise another limit; docs/security.md lists them; repeatable': '提高其他限额，名称见 docs/security.md；可重复',
  'language of the report; auto takes that of the environment': '输出的语言；auto 取环境的语言',
  'language of the output; auto takes that of the environment': '输出的语言；auto 取环境的语言',
  'language; auto takes that of the environment': '语言；auto 取环境的语言',
  'columns of the text (default: the terminal, or 80)': '文字的列宽（默认：终端宽度，或 80）',
  'columns of the table (default: the terminal, or 80)': '表格的列宽（默认：终端宽度，或 80）',
  'colour even when the output is no terminal': '输出不到终端时也用颜色',
  'no colour': '不用颜色',
  'the config file (default: shanxi-plan.yaml here or above)': '配置文件（默认：当前或上级文件夹的 shanxi-plan.yaml）',
  'no summary on standard error; what concerns a verdict stays': '不在标准错误输出小结；与评价有关的照常输出',
  'no config file, even where one lies here or above': '不使用配置文件，即使当前或上级文件夹中有',
  'say where each setting comes from, and in the table why each figure was set aside':
    '说明各项设定的来源，并在表格中列出数据未采用的原因',
  'in the table why each figure was set aside': '在表格中列出数据未采用的原因',
  'report files, folders, patterns, or - for standard input': '报告文件、文件夹、通配模式，或以 - 表示标准输入',
  'output format': '输出格式',
};

const commands: Readonly<Record<string, string>> = {
  'Checks what a public plan promised against what was reported, without false greens.':
    '把公开规划的承诺与已报告的数据逐项对照，没有把握的绝不算达标。',
  'judge every target of a plan by the figures in reports, and put the result through a gate':
    '依据报告中的数据评价规划的每项目标，并按门槛给出退出码',
  'one analysis for every plan, region, period or file, and an index of them, worst first':
    '按规划、地区、时段或文件逐组分析，并生成由差到好的索引',
  'print a query that reduces a table to the figures that can matter, for the engine where it lies':
    '输出查询语句，在数据库中先把大表筛减为可能影响结果的数据',
  'what became of every target between two analyses, or two sets of reports':
    '比较两次分析（或两批报告）之间各项目标的变化',
  'list, add and check the waivers of failing targets': '列出、添加和检查未达标目标的豁免',
  'every waiver with its target, its end, and whether it is valid': '列出各项豁免的目标、期限以及是否有效',
  'add a waiver to a file, which is made where there is none; each field is needed, and on a terminal asked for':
    '向文件添加一项豁免，没有文件则新建；各项内容都须写明，在终端上会逐项询问',
  'check reports, with the waivers given, and say of each waiver whether it is used, unused or expired':
    '按给出的豁免检查报告，并说明各项豁免已用、未用或已到期',
  'print a JSON Schema, for editors and other tools': '输出 JSON Schema，供编辑器等工具使用',
  'write a form for a report with every indicator of a plan, to be filled in': '生成含规划全部指标的报告表，供填写',
  'look at a sheet that an office made, and propose how it is to be read: a mapping for --tables':
    '查看单位自制的表格，并提出映射（如何读取），供 --tables 使用',
  'print an analysis again, in any format: the same bytes as check would have':
    '把分析结果重新输出为任一格式，与 check 的输出逐字节相同',
  'show, step by step and in plain words, how the verdict on one target comes about, or what a code means':
    '逐步说明某项目标的评价如何得出，或某个代码的含义',
  'print a script with which a shell completes commands, flags and ids': '输出供 shell 补全命令、选项和 id 的脚本',
  'list, show, lint and begin plans': '列出、查看、审查规划，或开始写一份规划',
  'write a plan of one target to begin with, explained key by key': '写出只有一项目标、逐项说明的规划，供改写',
  'the file to write': '要写入的文件',
  'the plans that are shipped': '内置规划',
  'the outline of a plan: its tasks, measures and targets': '规划概要：任务、举措和目标',
  'what is missing, vague or contradictory in a plan': '规划中缺失、含糊或矛盾之处',
};

const ofCommands: Readonly<Record<string, string>> = {
  'plan, file, region, period, or several: region,period':
    'plan（规划）、file（文件）、region（地区）、period（时段），或几项：region,period',
  'length of a period': '时段的长度',
  'the plan to check against (default: the Shanxi plan); with --by plan those that are not shipped, repeatable':
    '对照的规划（默认：山西规划）；与 --by plan 同用时为非内置规划，可重复',
  "the region that is judged where --by names none (default: the plan's own)":
    '--by 不按地区时评价的地区（默认：规划的地区）',
  'where each group is written, with index.json; without it only the index is made':
    '各组结果和 index.json 写入的文件夹；不写则只生成索引',
  [`of the groups: ${formatIds.join(', ')}; repeatable (default: json)`]: `各组的格式：${formatIds.join('、')}；可重复（默认：json）`,
  [`of the index: ${indexFormatIds.join(', ')}; repeatable (default: table)`]: `索引的格式：${indexFormatIds.join('、')}；可重复（默认：table）`,
  'groups that the table of the index shows, worst first (default: 40 on a terminal, else all)':
    '索引表格列出的组数，最差的在前（默认：终端上40组，否则全部）',
  'go on with an interrupted run in the same --output-dir': '在同一 --output-dir 中继续中断的运行',
  'judge the rest where something cannot be read; the groups that may lack it say so':
    '有内容无法读取时继续评价其余部分；可能缺少数据的组会注明',
  'list also the figures of long series that cannot change anything': '不影响结果的长序列数据也一并列出',
  'read large tables row by row, though DuckDB is installed': '即使装有 DuckDB，大表也逐行读取',
  'threads beside the main one; 0 for none (default: one, or as many as the work needs)':
    '主线程以外的线程数，0 表示不用（默认：一个，或按工作量而定）',
  'report files, folders or patterns; tables may be of any size': '报告文件、文件夹或通配模式；表格大小不限',
  'whose SQL': '采用哪种 SQL',
  'the plan that the figures are judged by': '评价数据所依据的规划',
  'how the batch will group': '之后 batch 的分组方式',
  'the table, as the engine names it': '表名，照数据库中的写法',
  'every column of the table': '表的全部列',
  'the day of the analysis that will follow': '之后的分析日',
  'what the analysis will leave out as published later': '之后的分析不采用此日后公布的数据',
  'the plan that reports are checked against': '报告所对照的规划',
  'the day of both analyses made from reports (default: the latest day each reports)':
    '由报告作出的两次分析的分析日（默认：各自报告中最晚的日期）',
  'what exits 1; repeatable (default: worse, gone)': '出现哪些变化则退出码为 1；可重复（默认：worse、gone）',
  'an analysis that --format json wrote, what --update wrote, or reports':
    '--format json 写出的分析结果、--update 写出的基准，或报告',
  'the later one: an analysis, or reports': '较晚的一方：分析结果或报告',
  'the day on which they are looked at (default: today)': '以哪一天为准（默认：今天）',
  'a waiver file': '豁免文件',
  'the target whose gap is answered for': '差距所属的目标',
  'what is waived, such as missed; repeatable': '豁免哪种评价，如 missed（未完成）；可重复',
  'why it is accepted': '为何接受',
  'who answers for it': '由谁负责',
  'by which document': '依据哪份文件',
  'its first day': '豁免的第一天',
  'its last day': '豁免的最后一天',
  'of one region only': '只适用于某一地区',
  'the plan whose target it is (default: the Shanxi plan)': '目标所属的规划（默认：山西规划）',
  'a waiver file in YAML': 'YAML 格式的豁免文件',
  'of tables: a mapping that ships, instead': '用于 tables：改为输出一套内置的映射',
  "of report: with this plan's indicators, definitions and regions": '用于 report：列入该规划的指标、口径和地区',
  'which one': '哪一种',
  'the plan whose indicators are to be reported': '需报告其指标的规划',
  'of the form (default: as the file is called, or yaml)': '报告表的格式（默认：按文件名，或 yaml）',
  'language of the form; auto takes that of the environment': '报告表的语言；auto 取环境的语言',
  'instead, the real reports of Shanxi as they ship, to try the other commands with':
    '改为写出随附的山西真实报告，供试用其他命令',
  'the file to write (default: metrics and the format; of --example a folder, shanxi-reports)':
    '写入的文件（默认：metrics 加格式后缀；--example 时为文件夹 shanxi-reports）',
  'the plan whose indicators and regions it names (default: the Shanxi plan)':
    '表中指标和地区所属的规划（默认：山西规划）',
  'the sheet of a workbook (default: the first that is shown)': '工作簿中的工作表（默认：第一张可见的表）',
  'what a word of the table stands for, or word=ignore; repeatable': '表中名称所指的 id，或写 名称=ignore 略去；可重复',
  'what a column holds: value, a field, or ignore; repeatable': '某列的内容：value、其他字段或 ignore；可重复',
  'what holds for every figure: as_of=2023-12-31; repeatable': '适用于所有数据的内容：as_of=2023-12-31；可重复',
  'what the figures of an indicator count; repeatable': '某指标数据的统计口径；可重复',
  'what a sign behind a number says: 2023p, 93307①; repeatable': '数字后的标记（如 2023p、93307①）表示什么；可重复',
  'what stands before the decimals of the numbers: comma or point': '数字的小数点是什么：comma（逗号）或 point（点）',
  'a workbook, or a table as CSV or TSV': '工作簿，或 CSV、TSV 表格',
  'where to write the mapping (default: standard output)': '映射写入的文件（默认：标准输出）',
  'an analysis that --format json wrote': '--format json 写出的分析结果',
  'the plan that the target belongs to (default: the Shanxi plan)': '目标所属的规划（默认：山西规划）',
  'a target, or what has only one: an indicator, a measure or a task; a code that some output names, such as [bad-quantity]':
    '一项目标，或只含一项目标的指标、举措或任务；也可以是输出中的代码，如 [bad-quantity]',
  'the shell; ids lists what its script asks for': 'shell 名称；ids 列出补全脚本所需的 id',
  'of ids: the plan that is named on the line': '用于 ids：命令行中写明的规划',
  'a shipped plan or a plan file': '内置规划的名称，或规划文件',
  'the least of what is shown; the exit code is that of all findings': '显示的最低级别；退出码仍按全部发现计',
  'exit 1 with more warnings than this (default: any number is allowed)': '警告超过该数则退出码为 1（默认：不限）',
};

const headings: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  '[options]': '[选项]',
  '[command]': '[命令]',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'By which figures:': '依据哪些数据：',
  'What it fails for:': '何时不通过：',
  'How it looks:': '如何显示：',
  'What files may come to:': '文件的限额：',
  'Example:': '示例：',
  'Examples:': '示例：',
  'To use it:': '用法：',
  'Exit codes:': '退出码：',
};

const endings: Readonly<Record<string, string>> = {
  'all that had to be judged was judged and is within plan': '应判定的都已判定，且符合规划',
  'judged: at least one target fails': '已判定：至少一项目标不通过',
  'could not check: bad flag, unreadable or invalid file, a pattern that matched nothing':
    '无法检查：选项有误、文件无法读取或内容无效，或通配模式没有匹配',
  'no failure, but something that had to be judged is undecided': '没有不通过的，但有应判定的目标无法判定',
  'a bug in the tool': '工具自身出错',
  'no slip': '没有变差',
  'a target got worse or went away': '有目标变差或消失',
  'could not compare': '无法比较',
  'no slip, but a target is newly undecided': '没有变差，但有目标变为无法判定',
  'explained, whatever the verdict': '已说明，不论评价如何',
  'neither a target nor a code, or an input cannot be read': '既不是目标也不是代码，或输入无法读取',
  'no error, and no more warnings than allowed': '没有错误，警告未超过允许数',
  'errors, or too many warnings': '有错误，或警告过多',
  'the plan cannot be read': '规划无法读取',
  'A target comes before a code of its name, which "code:<name>" asks for.':
    '目标与代码同名时以目标为先；查代码请写 code:<代码>。',
};

export const helpZh: Readonly<Record<string, string>> = {
  ...flags,
  ...commands,
  ...ofCommands,
  ...headings,
  ...endings,
};

/** Behind a description, what may be given and what is taken where nothing is. */
export const choicesZh = (choices: readonly string[]): string => `可选：${choices.join('、')}`;
export const defaultZh = (value: string): string => `默认：${value}`;
