import type { MethodTexts, PaceTexts, VerdictTexts, WhyWords } from './judging.ts';

/** A number stands off from Chinese, a Chinese word does not. */
const spaced = (text: string): string => (/^[\d−]/.test(text) ? ` ${text}` : text);
/** “恰为”, of a value that is known exactly, has its verb already. */
const valueIs = (value: string): string => (value.startsWith('恰为') ? `数值${value}` : `数值为${spaced(value)}`);
/** What is planned is known of a schedule only; what another method goes by stands with the cases. */
const slower = ({ value, planned, day }: WhyWords): string =>
  planned === null ? `${valueIs(value)}：按上述方法，` : `${valueIs(value)}，而规划到 ${day} 应为 ${planned}：`;
const at = ({ pace }: WhyWords): string => (pace === null ? '' : `（进度比 ${pace}）`);

export const methodsZh: MethodTexts = {
  schedule: {
    compares: '方法“schedule”（时序进度）：已完成的，与从起点到目标的路径当日应完成的相比。',
    found: () => '正朝正确的方向变化',
  },
  projection: {
    compares: '方法“projection”（趋势外推）：若最近数据的年均变化继续，会到哪里。',
    found: goal => `若年均变化继续，将达到目标（${goal}）`,
  },
  'growth-ratio': {
    compares: '方法“growth-ratio”（增速比）：已有年均增速，与所需年均增速相比。',
    found: goal => `已有年均增速大致不低于达到目标（${goal}）所需`,
  },
  'growth-window': {
    compares:
      '方法“growth-window”（近期增速比）：最近数据（至多六个）的年均增速，与从其中第一个起达到目标所需的年均增速相比。',
    found: goal => `近期年均增速大致不低于自那时起达到目标（${goal}）所需`,
  },
  hold: {
    compares: '方法“hold”（保持）：数值是否保持，是否变差。',
    found: goal => `保持了目标（${goal}）的要求`,
  },
  direction: {
    compares: '方法“direction”（方向）：数值是否朝正确的方向变化。',
    found: () => '正朝正确的方向变化',
  },
};

export const paceZh: PaceTexts = {
  mean: '期内的平均值：到目前为止的平均值达到目标即为达到时序进度；否则进度为目标与其余各期平均须达到的数值之比。',
  each: '各期分别评价：有一期未达到即为未完成，尚未到的各期为未到期。',
  lead: '与另一指标相比的目标没有进度：期末之前，到目前为止符合即为达到时序进度，否则为未到期。',
};

export const verdictsZh: VerdictTexts = {
  met: {
    name: '完成',
    rule: '目标已达到。',
    why: ({ value, goal, isEarly, by }) =>
      `${valueIs(value)}，目标为${goal}${isEarly ? `：在 ${by} 之前已达到` : ''}。`,
  },
  'on-schedule': {
    name: '达到时序进度',
    rule: '进度达到或超过时序。',
    why: ({ value, planned, day, goal, lookedAt }) =>
      planned === null
        ? `${valueIs(value)}：${lookedAt === null ? `按上述方法，目前足够（目标为${goal}）` : methodsZh[lookedAt].found(goal)}。`
        : `${valueIs(value)}，而规划到 ${day} 应为 ${planned}：完成的不少于应完成的。`,
  },
  nearly: {
    name: '基本符合',
    rule: '进度达到时序的95%，不到100%。',
    why: args => `${slower(args)}略有不足${at(args)}。`,
  },
  slipping: {
    name: '已达标但下滑',
    rule: '应保持的数值仍在保持，但在变差。',
    why: ({ value, goal }) => `${valueIs(value)}：目标（${goal}）仍达到，但数值在变差。`,
  },
  behind: {
    name: '滞后',
    rule: '进度达到时序的60%，不到95%。',
    why: args => `${slower(args)}进度偏慢${at(args)}。`,
  },
  'far-behind': {
    name: '严重滞后',
    rule: '进度不到时序的60%。',
    why: args => `${slower(args)}进度明显偏慢${at(args)}。`,
  },
  reversing: {
    name: '倒退',
    rule: '数值比基期离目标更远。',
    why: ({ value, baseline }) =>
      `${valueIs(value)}${baseline === null ? '' : `，起点为 ${baseline}`}：离目标越来越远。`,
  },
  lost: {
    name: '得而复失',
    rule: '目标曾经达到，现已不再达到。',
    why: ({ value, goal }) => `目标（${goal}）曾经达到，现为${spaced(value)}，已不再达到。`,
  },
  missed: {
    name: '未完成',
    rule: '期限已过，期限当日或之后的数据表明目标没有达到。',
    why: ({ value, goal, by }) => `${by} 已过。${valueIs(value)}，目标为${goal}。`,
  },
  open: {
    name: '未到期',
    rule: '尚未达到，期限未到，且没有基期值可作进一步判断。',
    why: ({ by, goal }) => `目标（${goal}）尚未达到，期限 ${by} 未到，不能说得更多。`,
  },
  undecided: {
    name: '无法判定',
    rule: '现有依据允许不止一种评价。',
  },
  'no-target': {
    name: '无量化目标',
    rule: '该举措没有数字目标。',
  },
};
