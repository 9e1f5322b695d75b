import type { VerdictWords } from './explain-verdict-en.ts';

const percentOf = (percent: string | null): string => (percent === null ? '' : `（目标的 ${percent}）`);
const edge = (to: string, isReachedAt: boolean): string => (isReachedAt ? `到 ${to}` : `越过 ${to}`);

export const verdictZh: VerdictWords = {
  path: (day, value) => `从起点到目标的路径在 ${day} 应为 ${value}。`,
  formula: ({ from, to, fromDay, toDay, daysGone, daysWhole, value }) =>
    `从 ${from}（${fromDay}）到 ${to}（${toDay}）按直线计算：${from} + (${to} − ${from}) × ${daysGone} ÷ ${daysWhole} 天 = ${value}。`,
  milestones: count => `规划另定了 ${count} 个中间值，直线经过这些点。`,
  pathPassed: (by, goal) => `${by} 已到：以目标本身为准，即${goal}。`,
  noPath: {
    baseline: '无从计算：没有基期值，就没有从起点到目标的路径。',
    span: '没有路径：平均数看其余各期须为多少；逐期要求与两项指标之差，只看到目前为止是否达到。',
    number: '目标没有数字，因而没有路径，只看方向。',
    hold: '要保持的数值没有路径。',
    event: '一次性的事项没有路径：期限之前，只有已实现和未到期之分。',
    early: '判定日不晚于起点，此时还没有要求。',
  },

  workedOutWith: value => `以下各数按 ${value} 计算。`,
  missing: (range, percent) => `还差：${range}${percentOf(percent)}。`,
  exceeded: (range, percent) => `已超过目标：${range}${percentOf(percent)}。`,
  done: (done, expected, from, to) =>
    `从 ${from} 到 ${to}，已完成 ${done}${expected === null ? '' : `，到那时应完成 ${expected}`}。`,
  pace: pace => `进度比：${pace}，即已完成除以应完成（1 为恰好达到时序进度）。`,
  shortOrBeyond: (short, beyond) => `介于差 ${short} 与超出 ${beyond} 之间。`,
  inTime: distance => `时间上：${distance}。`,
  perYear: (needed, achieved, day, by) =>
    [
      achieved === null ? '' : `自起点以来每年 ${achieved}。`,
      needed === null ? '' : `从 ${day} 到 ${by}，每年还需 ${needed}。`,
    ].join(''),
  noProgress: '无从计算。',

  outlook: (points, value, by) =>
    `进度之外的第二个问题：若最近 ${points} 条数据的年均变化继续，到 ${by} 约为 ${value}。`,
  metOn: day => `将在 ${day} 达到目标。`,
  neverMet: '今后五十年内达不到目标。',
  outlookVerdict: verdict => `据此为：${verdict}。`,
  agrees: '与下面的评价一致。',
  disagrees: '与下面的评价不一致：已有进度与趋势的结论不同。',
  lowConfidence: points => `只有 ${points} 条数据，把握不大。`,
  noOutlook: {
    passed: '期限已到，无须预测。',
    met: '目标已达到，无须预测。',
    event: '一次性的事项没有趋势。',
    figures: '可比的数据太少，看不出趋势。',
  },

  world: (value, verdicts) => `若为 ${value}：${verdicts}`,
  worldBelow: verdicts => `无论多低：${verdicts}`,
  worldAbove: verdicts => `无论多高：${verdicts}`,
  which: title => `${title}：`,
  plausibleEnds: '没有数据限定的一端不设限：合理范围不作判断依据。',
  between: verdicts => `两端之间还可能：${verdicts}`,
  whole: '目标本身',
  side: (title, number, count) => `${title}，矛盾的第${number}方（共${count}方）`,
  agree: verdict => `各种情形一致：${verdict}。`,
  disagree: verdicts => `各种情形不一致。由差到好，可能是：${verdicts}。`,
  pastWorlds: verdicts => `基期值和较早数据取另一端时还可能：${verdicts}`,
  bands: (onSchedule, nearly, behind, isAbove) =>
    `进度比${isAbove ? `高于 ${onSchedule} ` : ` ${onSchedule} 起`}为达到时序进度，${isAbove ? `高于 ${nearly} ` : `${nearly} 起`}为基本符合，${behind} 起为滞后，低于此为严重滞后，低于 0 为倒退。`,

  whyUndecided: (reasons, possible) => `因为${reasons}。可能是：${possible}。`,
  restsOnDerived: '这一评价依靠推得的数值，不只是报告的数据。',

  falls: (step, to, verdict, isReachedAt) =>
    `向下：数值再低 ${step}（${edge(to, isReachedAt)}），评价变为“${verdict}”。`,
  rises: (step, to, verdict, isReachedAt) =>
    `向上：数值再高 ${step}（${edge(to, isReachedAt)}），评价变为“${verdict}”。`,
  underReading: (text, name) => `按“${name}”理解，${text}`,
  decides: fact => `可据以判定的只有一项：${fact}。`,
  nothingChanges: '任何其他数值都不会改变评价。',
};
