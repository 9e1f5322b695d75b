import type { Status } from './report.ts';

/** What offices write in a column of statuses: for a question, never for a conclusion. */
const words: Readonly<Record<Status, string>> = {
  final: '实际|最终|决算|终值|实绩|actual|definitive',
  provisional: '快报|初步|初值|preliminary',
  estimated: '预计|预测|预估|估计|估算|测算|暂估|forecast|projected|estimate|expected',
  proposed: '拟议',
  planned: '计划|规划|目标|plan|target|goal',
};

const statusOf: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([status, names]) => names.split('|').map(name => [name, status] as const)),
);

/** 计划数, 预计值: numbers of that status. */
const OF_NUMBERS = /(?:数据|[数值])$/;

/** The status that a word most likely means, where a status may stand. */
export function statusCalled(text: string, allowed: readonly string[]): string | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  const status = statusOf.get(word) ?? statusOf.get(word.replace(OF_NUMBERS, ''));
  return status !== undefined && allowed.includes(status) ? status : undefined;
}
