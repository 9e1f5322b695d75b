import type { Lang } from './words.ts';

/** Why a finished run of a batch is none of this one. */
export type NotTaken =
  | { readonly why: 'damaged' | 'settings' | 'clock' }
  | { readonly why: 'input' | 'output'; readonly file: string };

function since(reason: NotTaken): string {
  switch (reason.why) {
    case 'input':
      return `${reason.file} is new, gone or changed`;
    case 'output':
      return `its ${reason.file} is gone or changed`;
    case 'settings':
      return 'by another version, or with another plan or other settings';
    case 'clock':
      return 'the clock stands before its day';
    case 'damaged':
      return 'what it noted is damaged';
  }
}

function sinceZh(reason: NotTaken): string {
  switch (reason.why) {
    case 'input':
      return `${reason.file} 为新增、缺失或已改动`;
    case 'output':
      return `其输出 ${reason.file} 缺失或已改动`;
    case 'settings':
      return '工具版本、规划或设置不同';
    case 'clock':
      return '当前时钟早于其运行日期';
    case 'damaged':
      return '其记录已损坏';
  }
}

/** What a run says beside its report. */
const en = {
  bug: (version: string, message: string): readonly [what: string, help: string] => [
    `shanxi-plan ${version}: this is a bug in the tool: ${message}`,
    'Please report it with the command and its inputs; --debug adds the stack.',
  ],
  wroteExample: (reports: number, folder: string): readonly [what: string, next: string] => [
    `wrote ${reports} reports to ${folder}/, figures as they were really published`,
    `next: shanxi-plan check ${folder} --summary`,
  ],
  waived: (file: string, target: string, from: string, until: string) =>
    `${file} waives ${target} from ${from} until ${until}`,
  /** What is asked for where a waiver is added at a terminal. */
  ofWaiver: {
    target: 'the target whose gap is answered for',
    verdict: 'what is waived, such as missed; several with commas',
    reason: 'why it is accepted',
    approver: 'who answers for it',
    document: 'by which document',
    from: 'its first day (YYYY-MM-DD)',
    until: 'its last day (YYYY-MM-DD)',
  },
  configFile: (file: string | null) => `config file: ${file ?? 'none found'}`,
  /** Where a setting comes from. */
  source: { flag: 'flag', environment: 'environment', 'config file': 'config file' },
  nothingToJudge: 'there is nothing to judge: the plan sets no target for any of the groups',
  /** A batch takes the result of an earlier run, or says why not. */
  taken: 'nothing has changed since a run finished here: its result is taken, and nothing is judged again',
  notTaken: (reason: NotTaken) => `a run finished here, but ${since(reason)}: everything is judged again`,
  /** Why tables are not read by the engine for large ones. */
  rowByRow: (why: string) => `${why}: the tables are read row by row, which takes longer and gives the same`,
  /** What takes long. */
  doing: { reading: 'reading', judging: 'judging' },
  done: (count: number, total: number) => `${count} of ${total}`,
};

export type RunWords = typeof en;

const zh: RunWords = {
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
  taken: '自此处上次运行完成以来一切未变：沿用其结果，不再重新评价',
  notTaken: reason => `此处曾有运行完成，但${sinceZh(reason)}：全部重新评价`,
  rowByRow: why => `${why}：表格逐行读取，耗时较长，结果相同`,
  doing: { reading: '读取中', judging: '评价中' },
  done: (count, total) => `${count}/${total}`,
};

export const runWords: Readonly<Record<Lang, RunWords>> = { en, zh };
