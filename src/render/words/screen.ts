import type { DecidingArgs } from '../../model/reason.ts';
import type { Telling } from '../../values/fact.ts';

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

/** What a reader sees first, in a terminal as on a page; numbers come as texts. */
export interface ScreenWords {
  /** What holds whatever the undecided targets turn out to be. */
  readonly whatever: (failing: Range, inOrder: Range) => string;
  readonly targets: (count: number) => string;
  readonly failing: string;
  readonly warned: string;
  readonly asked: string;
  readonly ask: Telling<DecidingArgs, Asked>;
  readonly against: (reported: string | null, goal: string, by: string) => string;
  readonly more: (count: number) => string;
  readonly short: string;
  readonly surplus: string;
  readonly either: (surplus: string, short: string) => string;
  readonly months: (count: string) => string;
  readonly ahead: string;
  readonly late: string;
  readonly onTime: string;
  /** A number and what it is one of, which may stand on a line of its own. */
  readonly joined: (amount: string, word: string) => readonly [string, string];
  readonly due: (share: string) => string;
  /** What the marks of a drawn line mean. */
  readonly bar: (value: string, due: string, goal: string) => string;
  readonly noNumber: (titles: readonly string[]) => string;
  /** How much of what the plan announces is known, of its measures. */
  readonly coverage: (measures: Omit<CoverageWords, 'level' | 'inferred' | 'unstated'>) => string;
  readonly setAside: (figures: number, targets: number) => string;
  readonly watching: string;
}
