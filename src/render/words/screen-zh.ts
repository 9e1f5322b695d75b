import { formatGoal } from '../layout/numbers.ts';
import type { Range, ScreenWords } from './screen-en.ts';

const span = ({ min, max }: Range): string => (min === max ? `${min} 项` : `${min} 至 ${max} 项`);

export const screenZh: ScreenWords = {
  whatever: (failing, inOrder) => `无论缺失的数据结果如何：未达标 ${span(failing)}，正常 ${span(inOrder)}。`,
  targets: count => `共 ${count} 项目标`,
  failing: '未达标及原因',
  warned: '预警及原因',
  asked: '无法判定，以及可据以判定的数据',
  ask: {
    figure: ({ day, ...goal }) => ({ what: `${day} 的数据`, own: formatGoal(goal) }),
    period: ({ period, ...goal }) => ({
      what: `${period} 的数据`,
      own: formatGoal({ ...goal, low: null, high: null }),
    }),
    lead: ({ indicator, other, day }) => ({ what: `${day} 的两项指标数据`, own: `${indicator} 与 ${other}` }),
    periods: ({ periods }) => ({ what: `${periods.join('、')} 的数据`, own: null }),
    definition: ({ counts, day }) => ({ what: `${day} 符合规划口径的数据`, own: counts }),
    reading: ({ readings }) => ({ what: '目标应取哪种理解，可用 --reading 指定', own: readings }),
    conflict: ({ figures, start }) => ({
      what: '互相矛盾的数据中哪一个正确',
      own: start === '' ? figures : `${figures} / ${start}`,
    }),
    doubt: ({ figures }) => ({ what: '数据按什么单位计', own: figures }),
    precision: ({ day }) => ({ what: `${day} 未舍入的数据`, own: null }),
    history: ({ day }) => ({ what: `早于 ${day} 的数据`, own: null }),
  },
  against: (reported, goal, by) =>
    reported === null ? `没有数据，目标 ${goal}，期限 ${by}` : `${reported}，目标 ${goal}，期限 ${by}`,
  more: count => `……另有 ${count} 项`,
  short: '尚差',
  surplus: '超出',
  either: (surplus, short) => `从超出 ${surplus} 到尚差 ${short}`,
  months: count => `${count} 个月`,
  ahead: '提前',
  late: '滞后',
  onTime: '如期',
  joined: (amount, word) => [word, amount],
  due: share => `应达 ${share}`,
  bar: (value, due, goal) => `${value} 数据 ${due} 时序 ${goal} 目标`,
  noNumber: titles => `规划中没有数字：${titles.join('、')}`,
  coverage: ({ announced, named, quantified, evidenced }) =>
    `${announced === null ? '规划公布的举措数不详' : `规划公布 ${announced} 项举措`}：来源列名 ${named} 项，有数字 ${quantified} 项，有可用数据 ${evidenced} 项。`,
  setAside: (figures, targets) => `${targets} 项目标的 ${figures} 条数据未采用；原因见 --verbose。`,
  watching: '输入文件变化时会重新检查；按 Ctrl-C 结束',
};
