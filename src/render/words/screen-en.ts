import { formatGoal } from '../layout/numbers.ts';
import type { Range, ScreenWords } from './screen.ts';

const span = ({ min, max }: Range): string => (min === max ? String(min) : `${min} to ${max}`);
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const screenEn: ScreenWords = {
  whatever: (failing, inOrder) =>
    `Whatever the missing figures turn out to be: ${span(failing)} failing, ${span(inOrder)} in order.`,
  targets: count => `of ${plural(count, 'target')}`,
  failing: 'Failing, and why',
  warned: 'Warned of, and why',
  asked: 'Cannot be said, and what would decide it',
  ask: {
    figure: ({ day, ...goal }) => ({ what: `the figure for ${day}`, own: formatGoal(goal) }),
    period: ({ period, ...goal }) => ({
      what: `the figure of ${period}`,
      own: formatGoal({ ...goal, low: null, high: null }),
    }),
    lead: ({ indicator, other, day }) => ({
      what: `the figures of two indicators for ${day}`,
      own: `${indicator} and ${other}`,
    }),
    periods: ({ periods }) => ({
      what: `the figure${periods.length === 1 ? '' : 's'} of ${periods.join(', ')}`,
      own: null,
    }),
    definition: ({ counts, day }) => ({ what: `a figure for ${day} that counts what the plan means`, own: counts }),
    reading: ({ readings }) => ({ what: 'how the target is meant; --reading fixes it', own: readings }),
    conflict: ({ figures, start }) => ({
      what: 'which of the figures that contradict each other is right',
      own: start === '' ? figures : `${figures} / ${start}`,
    }),
    doubt: ({ figures }) => ({ what: 'in which unit a figure is meant', own: figures }),
    precision: ({ day }) => ({ what: `the figure for ${day} as it was before rounding`, own: null }),
    history: ({ day }) => ({ what: `an earlier figure than that of ${day}`, own: null }),
  },
  against: (reported, goal, by) =>
    reported === null ? `nothing reported for ${goal} by ${by}` : `${reported} for ${goal} by ${by}`,
  more: count => `… and ${count} more`,
  short: 'short',
  surplus: 'surplus',
  either: (surplus, short) => `${surplus} surplus to ${short} short`,
  months: count => `${count} ${count === '1' ? 'month' : 'months'}`,
  ahead: 'ahead',
  late: 'late',
  onTime: 'on time',
  joined: (amount, word) => [amount, word],
  due: share => `due ${share}`,
  bar: (value, due, goal) => `${value} value ${due} due ${goal} goal`,
  noNumber: titles => `Without a number in the plan: ${titles.join('; ')}`,
  coverage: ({ announced, named, quantified, evidenced }) =>
    `${announced === null ? 'How many measures the plan announces is not known' : `The plan announces ${plural(announced, 'measure')}`}: ${named} named by a source, ${quantified} with a number, ${evidenced} with usable figures.`,
  setAside: (figures, targets) =>
    `${plural(figures, 'figure')} of ${plural(targets, 'target')} set aside; --verbose says why.`,
  watching: 'checked again when an input changes; Ctrl-C ends it',
};
