import type { GroupState } from '../../model/batch.ts';
import type { Severity } from '../../model/verdict.ts';
import type { Lang } from './words.ts';

const list = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');

const listZh = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join('、')}等，另有${more}组` : names.join('、');

const en = {
  invented: (why: string) => `Invented figures: ${why}`,
  title: (groups: number) => `${groups} group${groups === 1 ? '' : 's'}, worst first`,
  columns: {
    group: 'group',
    asOf: 'as of',
    fail: 'failing',
    warn: 'warning',
    undecided: 'undecided',
    info: 'open',
    ok: 'in order',
    state: 'state',
  } satisfies Readonly<Record<'group' | 'asOf' | Severity | 'state', string>>,
  state: {
    failed: 'FAILED: could not be judged',
    incomplete: 'incomplete: judged, but something could not be read',
    judged: 'judged',
    'nothing-to-judge': 'no target',
  } satisfies Readonly<Record<GroupState, string>>,
  /** The same in a word, for a column. */
  inShort: {
    failed: 'FAILED',
    incomplete: 'incomplete',
    judged: 'judged',
    'nothing-to-judge': 'no target',
  } satisfies Readonly<Record<GroupState, string>>,
  byTask: 'By task, worst groups first',
  /** A task and how many targets have which verdict. */
  counts: (task: string, counts: readonly (readonly [verdict: string, count: number])[]) =>
    `${task}: ${counts.map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`,
  worst: (names: readonly string[], more: number) => list(names, more),
  missing: 'Missing',
  missingTarget: (target: string, names: readonly string[], more: number) =>
    `${target}: nothing was reported for ${list(names, more)}`,
  missingRegions: (regions: readonly string[]) => `no figure at all of ${regions.join(', ')}`,
  more: (count: number) => `… and ${count} more groups; --index csv=index.csv has them all`,
  total: 'all',
  /** Files that lie in the output folder and that the run did not write. */
  left: (count: number, folder: string) =>
    `${folder} holds ${count} file${count === 1 ? '' : 's'} that this run did not write; an earlier run may have`,
  /** The tables of all files together. */
  allTables: 'all tables',
  old: (count: number, groups: number, asOf: string) =>
    `${count} of ${groups} group${groups === 1 ? '' : 's'}: judged as of days whose figures are stale, the oldest ${asOf}; --as-of today judges what they still say`,
  summary: (groups: number, states: readonly (readonly [GroupState, number])[], code: number) =>
    `${groups} group${groups === 1 ? '' : 's'}: ${states.map(([state, count]) => `${count} ${en.state[state]}`).join('; ')} (exit ${code})`,
};

export type BatchWords = typeof en;

const zh: BatchWords = {
  invented: why => `含虚构数据：${why}`,
  title: groups => `共${groups}组，由差到好`,
  columns: {
    group: '组',
    asOf: '截至',
    fail: '未达标',
    warn: '预警',
    undecided: '无法判定',
    info: '未到期',
    ok: '正常',
    state: '状态',
  },
  state: {
    failed: '未能评价',
    incomplete: '不完整：已评价，但有内容无法读取',
    judged: '已评价',
    'nothing-to-judge': '无目标',
  },
  inShort: { failed: '未能评价', incomplete: '不完整', judged: '已评价', 'nothing-to-judge': '无目标' },
  byTask: '按任务，由差到好',
  counts: (task, counts) => `${task}：${counts.map(([verdict, count]) => `${verdict} ${count}`).join('，')}`,
  worst: (names, more) => listZh(names, more),
  missing: '缺失',
  missingTarget: (target, names, more) => `${target}：${listZh(names, more)}没有任何数据`,
  missingRegions: regions => `${regions.join('、')}没有任何数据`,
  more: count => `……另有${count}组；--index csv=index.csv 可列出全部`,
  total: '合计',
  left: (count, folder) => `${folder} 中有${count}个文件不是本次运行写入的，可能是以前运行留下的`,
  allTables: '全部表格',
  old: (count, groups, asOf) =>
    `${groups}组中有${count}组所判定的日期，其数据已过时效，最早为 ${asOf}；--as-of today 可判定它们现在还能说明什么`,
  summary: (groups, states, code) =>
    `共${groups}组，其中${states.map(([state, count]) => `${count}组${zh.state[state]}`).join('；')}（退出码 ${code}）`,
};

export const batchWords: Readonly<Record<Lang, BatchWords>> = { en, zh };
