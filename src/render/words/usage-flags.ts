import { type ToldInEach, told } from './told.ts';

/* What is wrong with a command line. */

export const commas = (names: readonly string[]): string => names.join(', ');
export const meant = (near: string | undefined): string => (near === undefined ? '' : `did you mean "${near}"? `);
export const meantZh = (near: string | undefined): string => (near === undefined ? '' : `是否指“${near}”？`);

/** A name that a flag does not know. */
export interface UnknownName {
  readonly name: string;
  readonly near: string | undefined;
  readonly allowed: readonly string[];
}

export const usageOfFlags = {
  unknownCommand: ({ name, near, allowed }: UnknownName): ToldInEach =>
    told(
      [
        `unknown command "${name}"`,
        `${meant(near)}known commands: ${commas(allowed)}${near ? '' : `; a report is checked with: shanxi-plan check ${name}`}`,
      ],
      [
        `没有命令“${name}”`,
        `${meantZh(near)}已知命令：${allowed.join('、')}${near ? '' : `；检查报告请用：shanxi-plan check ${name}`}`,
      ],
    ),
  severalPlans: (first: string, second: string): ToldInEach =>
    told(
      [`several plans are given: ${first}, ${second}`, 'name one, or judge each report by its own: batch --by plan'],
      [`给出了几个规划：${first}、${second}`, '请只给一个，或让每份报告按各自的规划评价：batch --by plan'],
    ),
  noReport: (): ToldInEach =>
    told(
      ['no report was given', 'shanxi-plan check <report...>, or "reports:" in shanxi-plan.yaml'],
      ['没有给出报告', 'shanxi-plan check <报告……>，或在 shanxi-plan.yaml 中写 reports:'],
    ),
  nothingToExplain: (): ToldInEach =>
    told(
      ['no report was given', 'shanxi-plan explain <target> <report...>'],
      ['没有给出报告', 'shanxi-plan explain <目标> <报告……>'],
    ),
  noSetting: (): ToldInEach => told(['a setting cannot be read'], ['有一项设定无法读取']),
  rulesInVariable: (variable: string): ToldInEach =>
    told([`${variable}: rules stand in the config file only`], [`${variable}：rules 只能写在配置文件中`]),
  unknownVariable: ({ name, near, allowed }: UnknownName): ToldInEach =>
    told(
      [`no setting is called ${name}`, `did you mean ${near}? known: ${commas(allowed)}`],
      [`没有名为 ${name} 的设定`, `是否指 ${near}？已知：${allowed.join('、')}`],
    ),
  ignoredVariable: (name: string, allowed: readonly string[]): ToldInEach =>
    told(
      [`no setting is called ${name}: it changes nothing`, `known: ${commas(allowed)}`],
      [`没有名为 ${name} 的设定，它不起作用`, `已知：${allowed.join('、')}`],
    ),
  flagInVariable: (name: string, flag: string): ToldInEach =>
    told([`${name} changes nothing`, `it is a flag only: ${flag}`], [`${name} 不起作用`, `只能作为选项给出：${flag}`]),
  notAReading: (text: string): ToldInEach =>
    told(
      [`--reading: "${text}" is not target=name`, 'for example --reading pue-2025=below-1.3'],
      [`--reading：“${text}”不是“目标=理解”的形式`, '例如 --reading pue-2025=below-1.3'],
    ),
  twoReadings: (target: string): ToldInEach =>
    told(
      [`--reading: ${target} is given two readings`, 'give one'],
      [`--reading：为 ${target} 指定了两种理解`, '请只指定一种'],
    ),
  noDate: (flag: string, text: string): ToldInEach =>
    told(
      [`${flag}: "${text}" is not a date`, 'write YYYY-MM-DD, YYYY-MM, YYYY or today'],
      [`${flag}：“${text}”不是日期`, '请写 YYYY-MM-DD、YYYY-MM、YYYY 或 today（今天）'],
    ),
  noCalendarDay: (flag: string, text: string): ToldInEach =>
    told(
      [`${flag}: "${text}" is no day of the calendar`, 'write YYYY-MM-DD, YYYY-MM, YYYY or today'],
      [`${flag}：没有“${text}”这一天`, '请写 YYYY-MM-DD、YYYY-MM、YYYY 或 today（今天）'],
    ),
  noSize: (flag: string, text: string): ToldInEach =>
    told(
      [`${flag}: "${text}" is not a size`, 'write for example "512 MiB" or "2 GB"'],
      [`${flag}：“${text}”不是大小`, '例如 "512 MiB" 或 "2 GB"'],
    ),
  noWidth: (text: string, least: number): ToldInEach =>
    told(
      [`--width: "${text}" is not a number of columns`, `give a whole number from ${least}`],
      [`--width：“${text}”不是列数`, `请给出不小于 ${least} 的整数`],
    ),
  noCountOfWarnings: (text: string): ToldInEach =>
    told(
      [`--max-warnings: "${text}" is not a number of warnings`, 'give a whole number from 0'],
      [`--max-warnings：“${text}”不是警告数`, '请给出不小于 0 的整数'],
    ),
  noTop: (text: string): ToldInEach =>
    told(
      [`--top: "${text}" is not a number of groups`, 'give a whole number, at least 1'],
      [`--top：“${text}”不是组数`, '请给出不小于 1 的整数'],
    ),
  noThreads: (text: string): ToldInEach =>
    told(
      [`--workers: "${text}" is not a number of threads`, 'give a whole number, 0 for none'],
      [`--workers：“${text}”不是线程数`, '请给出整数，0 表示不用线程'],
    ),
  unknownLimit: ({ name, near, allowed }: UnknownName): ToldInEach =>
    told(
      [`--limit: no limit is called "${name}"`, `${meant(near)}write name=number, of ${commas(allowed)}`],
      [`--limit：没有名为“${name}”的限额`, `${meantZh(near)}请写“名称=数值”，名称可用：${allowed.join('、')}`],
    ),
  noLimit: (text: string, name: string): ToldInEach =>
    told(
      [`--limit: "${text}" is not name=number`, `for example --limit ${name}=2000`],
      [`--limit：“${text}”不是“名称=数值”的形式`, `例如 --limit ${name}=2000`],
    ),
  limitTooHigh: (name: string, most: number): ToldInEach =>
    told([`--limit: ${name} can be ${most} at most`], [`--limit：${name} 最大为 ${most}`]),
  unknownGrouping: ({ name, near, allowed }: UnknownName): ToldInEach =>
    told(
      [`--by: nothing is called "${name}"`, `${meant(near)}known: ${commas(allowed)}, or several with commas between`],
      [`--by：没有“${name}”`, `${meantZh(near)}可用：${allowed.join('、')}；几项之间用逗号分隔`],
    ),
  unknownFormat: (flag: string, { name, near, allowed }: UnknownName): ToldInEach =>
    told(
      [`${flag}: no format is called "${name}"`, `${meant(near)}known formats: ${commas(allowed)}`],
      [`${flag}：没有名为“${name}”的格式`, `${meantZh(near)}已知格式：${allowed.join('、')}`],
    ),
  formatWithoutFile: (flag: string, text: string, id: string): ToldInEach =>
    told(
      [`${flag}: "${text}" names no file`, `write ${flag} ${id}=file`],
      [`${flag}：“${text}”没有写明文件`, `请写 ${flag} ${id}=文件`],
    ),
  formatWithFile: (text: string, id: string): ToldInEach =>
    told(
      [`--format: "${text}" names a file`, `a batch names its files by group: --format ${id} --output-dir out`],
      [`--format：“${text}”写明了文件`, `batch 按组命名文件：--format ${id} --output-dir out`],
    ),
  severalToStdout: (formats: readonly string[]): ToldInEach =>
    told(
      [
        `--format: ${formats.join(' and ')} would both go to standard output`,
        'give one a file: --format junit=junit.xml',
      ],
      [`--format：${formats.join(' 和 ')} 都要写到标准输出`, '请把其中之一写入文件：--format junit=junit.xml'],
    ),
  sameFile: (file: string): ToldInEach =>
    told(
      [`--format: two formats would both be written to ${file}`, 'give each its own file'],
      [`--format：两种格式都要写入 ${file}`, '请分别写入不同文件'],
    ),
  sameIndex: (file: string | null): ToldInEach =>
    told(
      [`--index: two would be written to ${file ?? 'standard output'}`, 'give each its own file'],
      [`--index：有两份要写到${file ?? '标准输出'}`, '请分别写入不同文件'],
    ),
  noTerminalText: (): ToldInEach =>
    told(
      ['this format is no text for a terminal', 'give it a file: --format xlsx=report.xlsx'],
      ['该格式不是文本，不能显示在终端', '请写入文件：--format xlsx=report.xlsx'],
    ),
  watchedInput: (): ToldInEach =>
    told(['--watch: standard input is read once', 'name the files'], ['--watch：标准输入只能读一次', '请给出文件']),
  watchAndUpdate: (): ToldInEach =>
    told(
      ['--watch and --update do not go together', 'a baseline is written once'],
      ['--watch 与 --update 不能同用', '基准只写一次'],
    ),
  updateWithoutFile: (): ToldInEach =>
    told(['--update has no file to write', 'name it with --since'], ['--update 没有要写入的文件', '请用 --since 指定']),
  noOutputFolder: (): ToldInEach =>
    told(
      ['--output-dir: no folder is named', 'write --output-dir out'],
      ['--output-dir：没有写明文件夹', '请写 --output-dir out'],
    ),
  needsOutputFolder: (flag: string): ToldInEach =>
    told(
      [`${flag} needs a folder to write to`, 'name it with --output-dir'],
      [`${flag} 需要一个写入的文件夹`, '请用 --output-dir 指定'],
    ),
  batchOfStdin: (): ToldInEach =>
    told(
      ['batch reads files, not standard input', 'write it to a file first'],
      ['batch 读取文件，不读取标准输入', '请先写入文件'],
    ),
  waiversOfPlans: (): ToldInEach =>
    told(
      ['waivers are of one plan', 'give none with --by plan'],
      ['豁免只属于一个规划', '与 --by plan 同用时请不要给出'],
    ),
  sinceOfBatch: (): ToldInEach =>
    told(
      ['--since is of one analysis, and a batch makes many', 'give it to check, for each region or plan'],
      ['--since 只用于一次分析，而 batch 要作多次', '请按地区或规划分别用于 check'],
    ),
  regionOfAll: (): ToldInEach =>
    told(
      ['--region has no use where every region is judged', 'write --only region=… to judge one'],
      ['已评价每个地区，--region 没有作用', '只评价一个地区请写 --only region=…'],
    ),
};
