import type { MethodName } from '../../model/target.ts';
import type { ExplainWords, WhyWords } from './explain.ts';

const percentOf = (percent: string | null): string => (percent === null ? '' : `（目标的 ${percent}）`);
const edge = (to: string, isReachedAt: boolean): string => (isReachedAt ? `到 ${to}` : `越过 ${to}`);
/** A number stands off from Chinese, a Chinese word does not. */
const spaced = (text: string): string => (/^[\d−]/.test(text) ? ` ${text}` : text);
/** What is planned is known of a schedule only; what another method goes by stands with the cases. */
const slower = ({ value, planned, day }: WhyWords): string =>
  planned === null
    ? `数值为${spaced(value)}：按上述方法，`
    : `数值为${spaced(value)}，而规划到 ${day} 应为 ${planned}：`;
const at = ({ pace }: WhyWords): string => (pace === null ? '' : `（进度比 ${pace}）`);

/** What each method found of a value that is on schedule without a plan for the day. */
const found: Readonly<Record<MethodName, (goal: string) => string>> = {
  schedule: () => '正朝正确的方向变化',
  projection: goal => `若年均变化继续，将达到目标（${goal}）`,
  'growth-ratio': goal => `已有年均增速大致不低于达到目标（${goal}）所需`,
  hold: goal => `保持了目标（${goal}）的要求`,
  direction: () => '正朝正确的方向变化',
};

export const explainZh: ExplainWords = {
  section: {
    target: '规划要求什么',
    readings: '可以怎样理解',
    baseline: '从哪里开始',
    used: '采用的数据',
    setAside: '未采用的数据',
    value: '数值可知到什么程度',
    path: '到那时规划应有多少',
    progress: '差距与进度',
    outlook: '若趋势继续',
    worlds: '现有依据允许的每种情形',
    verdict: '评价',
    change: '什么会改变评价',
  },
  goal: {
    at_least: ({ number }) => `不少于 ${number}`,
    at_most: ({ number }) => `不超过 ${number}`,
    below: ({ number }) => `低于 ${number}（不含 ${number} 本身）`,
    about: ({ number, low, high }) => `${number} 左右，按 ${high ? `${low} 至 ${high}` : `${low} 以上`} 理解`,
    between: ({ low, high }) => `${low} 至 ${high} 之间`,
    exactly: ({ number }) => `恰为 ${number}`,
    achieve: () => '得以实现',
    hold_at_least: ({ number }) => `始终不少于 ${number}`,
    hold_at_most: ({ number }) => `始终不超过 ${number}`,
    increase: () => '比开始时提高',
    decrease: () => '比开始时降低',
  },
  isShare: percent => `规划给本地区的份额为全域目标的 ${percent}%。`,
  asks: (title, goal, by) => `${title}：到 ${by} ${goal}。`,
  countedIn: (unit, kind) => `单位：${unit}。统计的是：${kind}。`,
  kind: {
    stock: '某日共有多少（累计），不是新增多少',
    flow: '一段时间内新增或完成多少，不是共有多少',
    level: '某日测得的水平',
    share: '占整体的比重',
    event: '是否已经实现',
  },
  onlyRises: '本规划文件假定这一数量只增不减：计入过的一直计入。',
  wording: wording => `规划原文：“${wording}”。`,
  noWording: '规划文件中没有引用原文。',
  glosses: [
    ['以上', '“以上”含本数，读作“不少于”。'],
    ['以下', '“以下”通常含本数，但并不总是写明。'],
    ['以内', '“以内”读作“不超过”。'],
    ['左右', '“左右”是约数。'],
    ['力争', '“力争”是努力方向：未达到只预警，不判不合格。'],
    ['累计', '“累计”指总数，不是新增数。'],
    ['零的突破', '“零的突破”即有了第一个。'],
    ['推动', '“推动”是否要求建成，原文没有说明。'],
    ['打造', '“打造”即建成。'],
    ['规模', '“规模”指达到的总量。'],
  ],
  commitment: {
    binding: '约束性：政府必须完成，落后于时序进度即为滞后。',
    anticipatory: '预期性：主要依靠市场主体实现。',
    aspirational: '力争：未达到只预警，不判不合格。',
    unstated: '属约束性还是预期性，没有查到。',
  },
  certainty: {
    stated: '可靠程度：来源直接写明了目标。',
    paraphrased: '可靠程度：只见于译文或转述，没有见到规划原文。',
    inferred: '可靠程度：由规划文件的编写者推断，没有来源写明。',
  },
  under: titles => `所属：${titles.join(' › ')}。`,
  source: source => `来源：${source}`,
  noSource: '没有写明来源。',
  note: note => `说明：${note}`,
  notInForce: '当日不在有效期内：作评价，但不计入汇总。',

  oneReading: '只有一种理解。',
  fixedReading: name => `不止一种理解；已用 --reading 定为“${name}”。`,
  severalReadings: count => `有 ${count} 种理解。各种理解结论一致，评价才成立。`,
  reading: (title, name, goal, by, counts) =>
    `${title}（${name}）：到 ${by} ${goal}${counts.length > 0 ? `；按报告中的 ${counts.join(' 或 ')} 统计` : ''}。`,

  baseline: (value, day, printed) => `${day} 为 ${value}${printed === value ? '' : `（原文写作“${printed}”）`}。`,
  counts: definition => `口径：${definition}`,
  noBaseline: '没有基期数，无法计算进度：目标日之前只能说完成或未到期。',

  figure: (text, day, published, publisher) =>
    `${text} · 描述 ${day} · ${published === null ? '公布日期不明' : `${published} 公布`} · ${publisher ?? '发布者不明'}`,
  printed: (number, text) => `${number}（“${text}”）`,
  head: (verdict, severity) => `${verdict}（${severity}）`,
  statement: '（只有说法，没有数字）',
  region: region => `地区：${region}`,
  dated: { stated: '', inferred: '日期由我们推断', 'at-latest': '来源没有写日期，最晚为这一天' },
  status: { final: '', provisional: '初步数', estimated: '预计数', proposed: '拟议', planned: '目标' },
  part: part => `只包括：${part}`,
  flow: (from, to) => `${from} 至 ${to} 的新增数`,
  because: reason => `理由：${reason}。`,
  boundBecause: {
    older: '描述的日期较早，而数量只增不减，所以此后至少有这么多',
    newer: '描述的日期较晚，而数量只增不减，所以此前至多有这么多',
    part: '只统计了所指的一部分，所以整体至少有这么多',
    whole: '统计的范围比所指的大，所以所指的至多有这么多',
  },
  allows: range => `由此可知：${range}。`,
  claim: ({ says, against, number, share, goal }) =>
    `${says === null ? '所附说法' : `所附说法“${says.replace(/[.。]$/, '')}”`}对应的是另一个目标（${against}），不是本目标${
      number === undefined ? '。' : `：数字采用，说法不采用。${number} 是本目标 ${goal} 的 ${share}。`
    }`,
  none: '没有可采用的数据。',
  noneAside: '没有。',
  asideCount: count => `有 ${count} 条数据涉及本目标而未采用：`,
  asideGroup: (reason, count) => `${reason}（${count} 条）：`,

  interval: (low, high) => `${low} 至 ${high}`,
  exactly: value => `恰为 ${value}`,
  atLeast: value => `至少 ${value}`,
  atMost: value => `至多 ${value}`,
  unknown: '任何数值',
  value: (range, day) => `${day}：${range}。`,
  noValue: '一无所知：没有数据能说明本目标。',
  plausible: (low, high) => `只能说在合理范围之内：${low} 至 ${high}。`,
  rounding: (text, low, high) => `“${text}”是舍入后的数字，可以是 ${low} 至 ${high} 之间的任何数。`,
  openBound: text => `“${text}”只给出一端。`,
  lowerFrom: (text, day) => `下端来自 ${day} 的“${text}”。`,
  upperFrom: (text, day) => `上端来自 ${day} 的“${text}”。`,
  fromBaseline: value => `下端是基期数 ${value}：数量只增不减。`,
  sumLacks: regions => `没有数据的地区：${regions.join('、')}。`,
  step: {
    says: (text, region, day, publisher) => `公布：${text}，${region}，${day}${publisher ? `（${publisher}）` : ''}`,
    start: (text, day) => `规划所列基期值：${text}，${day}`,
    rising: (end, region, day, from) => `因此 ${region} 在 ${day} ${end}，同 ${from}：该指标只增不减`,
    change: (end, region, day, from) => `因此 ${region} 在 ${day} ${end}：以 ${from} 为准，再计各部分此间的增量`,
    parts: (end, region, day) => `因此 ${region} 在 ${day} ${end}：各部分合计`,
    rest: (end, region, day, whole) => `因此 ${region} 在 ${day} ${end}：${whole} 扣除其他部分所余`,
  },
  moreThan: value => `大于 ${value}`,
  lessThan: value => `小于 ${value}`,
  conflict: '依据有不止一种理解：来源互相矛盾，或单位可能写错。下面分别判断。',
  derived: (formula, result) => `没有直接的数据，数值由恒等式推得：${formula} = ${result}。`,
  factor: (title, range) => `${title}（${range}）`,
  assumption: (indicator, text, from, to) => `规划文件假定：${from} 至 ${to}，${indicator} ${text}。`,
  dayChosen: day => `判定日为 ${day}，即最新可用数据所描述的日期。`,
  analysisChosen: day => `判定日为分析日 ${day}：没有足够新的可用数据可按其自身日期判定。`,
  deadlineChosen: day => `判定日为目标日 ${day}，因为目标日已到。`,

  path: (day, value) => `从起点到目标的路径在 ${day} 应为 ${value}。`,
  formula: ({ from, to, fromDay, toDay, daysGone, daysWhole, value }) =>
    `从 ${from}（${fromDay}）到 ${to}（${toDay}）按直线计算：${from} + (${to} − ${from}) × ${daysGone} ÷ ${daysWhole} 天 = ${value}。`,
  milestones: count => `规划另定了 ${count} 个中间值，直线经过这些点。`,
  pathPassed: (by, goal) => `${by} 已到：以目标本身为准，即${goal}。`,
  noPath: {
    baseline: '无从计算：没有基期数，就没有从起点到目标的路径。',
    number: '目标没有数字，因而没有路径，只看方向。',
    hold: '要保持的数值没有路径。',
    event: '一次性的事项没有路径：目标日之前，只有已实现和未到期之分。',
    early: '判定日不晚于起点，此时还没有要求。',
  },

  workedOutWith: value => `以下各数按 ${value} 计算。`,
  missing: (range, percent) => `还差：${range}${percentOf(percent)}。`,
  exceeded: (range, percent) => `已超过目标：${range}${percentOf(percent)}。`,
  done: (done, expected, from, to) =>
    `从 ${from} 到 ${to}，已完成 ${done}${expected === null ? '' : `，到那时应完成 ${expected}`}。`,
  pace: pace => `进度比：${pace}，即已完成除以应完成（1 为恰好达到时序进度）。`,
  months: (months, isAhead) => `时间上：${isAhead ? '提前' : '落后'} ${months} 个月。`,
  onTime: '时间上：不早不晚。',
  perYear: (needed, achieved, day, by) =>
    [
      achieved === null ? '' : `自起点以来每年 ${achieved}。`,
      needed === null ? '' : `从 ${day} 到 ${by}，每年还需 ${needed}。`,
    ].join(''),
  noProgress: '无从计算。',

  outlook: (points, value, by) =>
    `进度之外的第二个问题：若最近 ${points} 个数据的年均变化继续，到 ${by} 约为 ${value}。`,
  metOn: day => `将在 ${day} 达到目标。`,
  neverMet: '今后五十年内达不到目标。',
  outlookVerdict: verdict => `据此为：${verdict}。`,
  agrees: '与下面的评价一致。',
  disagrees: '与下面的评价不一致：已有进度与趋势的结论不同。',
  lowConfidence: points => `只有 ${points} 个数据，把握不大。`,
  noOutlook: {
    passed: '目标日已到，无须预测。',
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
  side: (title, number, count) => `${title}，第 ${number} 种理解（共 ${count} 种）`,
  agree: verdict => `各种情形一致：${verdict}。`,
  disagree: verdicts => `各种情形不一致。由差到好，可能是：${verdicts}。`,
  pastWorlds: verdicts => `基期数和较早数据取另一端时还可能：${verdicts}`,
  method: {
    schedule: '方法“schedule”（时序进度）：已完成的，与从起点到目标的路径当日应完成的相比。',
    projection: '方法“projection”（趋势外推）：若最近数据的年均变化继续，会到哪里。',
    'growth-ratio': '方法“growth-ratio”（增速比）：已有年均增速，与所需年均增速相比。',
    hold: '方法“hold”（保持）：数值是否保持，是否变差。',
    direction: '方法“direction”（方向）：数值是否朝正确的方向变化。',
  },
  bands: (onSchedule, nearly, behind) =>
    `进度比 ${onSchedule} 起为达到时序进度，${nearly} 起为基本符合，${behind} 起为滞后，低于此为严重滞后，低于 0 为倒退。`,

  why: {
    met: ({ value, goal, isEarly, by }) =>
      `数值为${spaced(value)}，目标为${goal}${isEarly ? `：在 ${by} 之前已达到` : ''}。`,
    'on-schedule': ({ value, planned, day, goal, lookedAt }) =>
      planned === null
        ? `数值为${spaced(value)}：${lookedAt === null ? `按上述方法，目前足够（目标为${goal}）` : found[lookedAt](goal)}。`
        : `数值为${spaced(value)}，而规划到 ${day} 应为 ${planned}：完成的不少于应完成的。`,
    nearly: args => `${slower(args)}略有不足${at(args)}。`,
    slipping: ({ value, goal }) => `数值为${spaced(value)}：目标（${goal}）仍达到，但数值在变差。`,
    behind: args => `${slower(args)}太慢${at(args)}。`,
    'far-behind': args => `${slower(args)}远远太慢${at(args)}。`,
    reversing: ({ value, baseline }) =>
      `数值为${spaced(value)}${baseline === null ? '' : `，起点为 ${baseline}`}：离目标越来越远。`,
    lost: ({ value, goal }) => `目标（${goal}）曾经达到，现为${spaced(value)}，已不再达到。`,
    missed: ({ value, goal, by }) => `${by} 已过。数值为${spaced(value)}，目标为${goal}。`,
    open: ({ by, goal }) => `目标（${goal}）尚未达到，目标日 ${by} 未到，不能说得更多。`,
  },
  whyUndecided: (reasons, possible) => `因为${reasons}。可能是：${possible}。`,
  restsOnDerived: '这一评价依靠推得的数值，不只是报告的数据。',

  falls: (by, to, verdict, isReachedAt) => `向下：数值再低 ${by}（${edge(to, isReachedAt)}），评价变为“${verdict}”。`,
  rises: (by, to, verdict, isReachedAt) => `向上：数值再高 ${by}（${edge(to, isReachedAt)}），评价变为“${verdict}”。`,
  underReading: (text, name) => `按“${name}”理解，${text}`,
  decides: fact => `可据以判定的只有一项：${fact}。`,
  nothingChanges: '任何其他数值都不会改变评价。',
};
