import type { Lang } from './words.ts';

/** What a run says beside its report. */
export interface RunWords {
  readonly bug: (version: string, message: string) => readonly [what: string, help: string];
  readonly wroteExample: (reports: number, folder: string) => readonly [what: string, next: string];
  readonly waived: (file: string, target: string, from: string, until: string) => string;
  /** What is asked for where a waiver is added at a terminal. */
  readonly ofWaiver: Readonly<
    Record<'target' | 'verdict' | 'reason' | 'approver' | 'document' | 'from' | 'until', string>
  >;
  readonly configFile: (file: string | null) => string;
  /** Where a setting comes from. */
  readonly source: Readonly<Record<'flag' | 'environment' | 'config file', string>>;
  readonly nothingToJudge: string;
  /** Why tables are not read by the engine for large ones. */
  readonly rowByRow: (why: string) => string;
  /** What takes long. */
  readonly doing: Readonly<Record<'reading' | 'judging', string>>;
  readonly done: (count: number, total: number) => string;
}

export const runWords: Readonly<Record<Lang, RunWords>> = {
  en: {
    bug: (version, message) => [
      `shanxi-plan ${version}: this is a bug in the tool: ${message}`,
      'Please report it with the command and its inputs; --debug adds the stack.',
    ],
    wroteExample: (reports, folder) => [
      `wrote ${reports} reports to ${folder}/, figures as they were really published`,
      `next: shanxi-plan check ${folder} --summary`,
    ],
    waived: (file, target, from, until) => `${file} waives ${target} from ${from} until ${until}`,
    ofWaiver: {
      target: 'the target whose gap is answered for',
      verdict: 'what is waived, such as missed; several with commas',
      reason: 'why it is accepted',
      approver: 'who answers for it',
      document: 'by which document',
      from: 'its first day (YYYY-MM-DD)',
      until: 'its last day (YYYY-MM-DD)',
    },
    configFile: file => `config file: ${file ?? 'none found'}`,
    source: { flag: 'flag', environment: 'environment', 'config file': 'config file' },
    nothingToJudge: 'there is nothing to judge: the plan sets no target for any of the groups',
    rowByRow: why => `${why}: the tables are read row by row, which takes longer and gives the same`,
    doing: { reading: 'reading', judging: 'judging' },
    done: (count, total) => `${count} of ${total}`,
  },
  zh: {
    bug: (version, message) => [
      `shanxi-plan ${version}：工具自身出错：${message}`,
      '请连同命令和输入文件一并报告；--debug 可显示调用栈。',
    ],
    wroteExample: (reports, folder) => [
      `已将 ${reports} 份报告写入 ${folder}/，数据均为真实公布`,
      `接下来：shanxi-plan check ${folder} --summary --lang zh`,
    ],
    waived: (file, target, from, until) => `${file} 已豁免 ${target}，自 ${from} 至 ${until}`,
    ofWaiver: {
      target: '差距所属的目标',
      verdict: '豁免哪种评价，如 missed（未完成）；几种之间用逗号分隔',
      reason: '为何接受',
      approver: '由谁负责',
      document: '依据哪份文件',
      from: '豁免的第一天（YYYY-MM-DD）',
      until: '豁免的最后一天（YYYY-MM-DD）',
    },
    configFile: file => `配置文件：${file ?? '未找到'}`,
    source: { flag: '命令行', environment: '环境变量', 'config file': '配置文件' },
    nothingToJudge: '无可评价：规划没有为任何一组设定目标',
    rowByRow: why => `${why}：表格逐行读取，耗时较长，结果相同`,
    doing: { reading: '读取中', judging: '评价中' },
    done: (count, total) => `${count}/${total}`,
  },
};
