import type { DecidingArgs } from '../../model/reason.ts';
import type { Telling } from '../../values/fact.ts';
import { formatGoal } from '../layout/numbers.ts';
import { plural } from './plural.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface CoverageWords {
  readonly level: string;
  readonly announced: number | null;
  readonly named: number;
  readonly inferred: number;
  /** Neither named by a source nor concluded: the plan file does not say. */
  readonly unstated: number;
  readonly quantified: number;
  readonly evidenced: number;
}

/** What is to be found out, in words that several targets share, and what only this one adds. */
export interface Asked {
  readonly what: string;
  readonly own: string | null;
}

const span = ({ min, max }: Range): string => (min === max ? String(min) : `${min} to ${max}`);
const ask: Telling<DecidingArgs, Asked> = {
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
};

/** What a reader sees first, in a terminal as on a page; numbers come as texts. */
export type ScreenWords = typeof screenEn;

export const screenEn = {
  /** What holds whatever the undecided targets turn out to be. */
  whatever: (failing: Range, inOrder: Range) =>
    `Whatever the missing figures turn out to be: ${span(failing)} failing, ${span(inOrder)} in order.`,
  targets: (count: number) => `of ${plural(count, 'target')}`,
  failing: 'Failing, and why',
  warned: 'Warned of, and why',
  asked: 'Cannot be said, and what would decide it',
  ask,
  against: (reported: string | null, goal: string, by: string) =>
    reported === null ? `nothing reported for ${goal} by ${by}` : `${reported} for ${goal} by ${by}`,
  more: (count: number) => `… and ${count} more`,
  short: 'short',
  surplus: 'surplus',
  either: (surplus: string, short: string) => `${surplus} surplus to ${short} short`,
  months: (count: string) => `${count} ${count === '1' ? 'month' : 'months'}`,
  ahead: 'ahead',
  late: 'late',
  onTime: 'on time',
  /** A number and what it is one of, which may stand on a line of its own. */
  joined: (amount: string, word: string): readonly [string, string] => [amount, word],
  due: (share: string) => `due ${share}`,
  /** What the marks of a drawn line mean. */
  bar: (value: string, due: string, goal: string) => `${value} value ${due} due ${goal} goal`,
  noNumber: (titles: readonly string[]) => `Without a number in the plan: ${titles.join('; ')}`,
  /** How much of what the plan announces is known, of its measures. */
  coverage: ({ announced, named, quantified, evidenced }: Omit<CoverageWords, 'level' | 'inferred' | 'unstated'>) =>
    `${announced === null ? 'How many measures the plan announces is not known' : `The plan announces ${plural(announced, 'measure')}`}: ${named} named by a source, ${quantified} with a number, ${evidenced} with usable figures.`,
  setAside: (figures: number, targets: number) =>
    `${plural(figures, 'figure')} of ${plural(targets, 'target')} set aside; --verbose says why.`,
  watching: 'checked again when an input changes; Ctrl-C ends it',
};
