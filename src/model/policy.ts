import type { UndecidedReason } from './reason.ts';
import { type DecidedVerdict, decidedVerdicts } from './verdict.ts';

/** At or above which a target fails a gate: a verdict (that one or a worse one), or a severity. */
export type Threshold = DecidedVerdict | 'fail' | 'warn' | 'undecided';
export const thresholds = [
  ...(Object.keys(decidedVerdicts) as DecidedVerdict[]),
  'fail',
  'warn',
  'undecided',
] as unknown as [Threshold, ...Threshold[]];

/** What a filter or a rule speaks of: any of these names of a target, as `key=value` or as a bare id. */
export const selectorKeys = ['task', 'measure', 'target', 'indicator', 'region', 'commitment'] as const;
export type SelectorKey = (typeof selectorKeys)[number];

export interface Selector {
  readonly key: SelectorKey | null;
  readonly value: string;
}

/** As it stands on a command line. */
export const selectorText = ({ key, value }: Selector): string => (key === null ? value : `${key}=${value}`);

/** How far short of the line a target may be and still only warn: in per cent of the goal, or in its unit. */
export interface GateMargin {
  readonly value: number;
  readonly isPercent: boolean;
}

/** As it stands on a command line. */
export const marginText = ({ value, isPercent }: GateMargin): string => `${value}${isPercent ? '%' : ''}`;

/** What became of a target at the gate. */
export const gateOutcomes = {
  fail: 'at or above the threshold',
  undecided: 'may be at or above the threshold',
  warn: 'a warning, or short by no more than the margin',
  'failed-before': 'failing in the baseline too, and no worse',
  waived: 'failing, and somebody answers for it',
  pass: 'within plan',
  'not-counted': 'superseded, or not yet in force',
} as const;
export type GateOutcome = keyof typeof gateOutcomes;

/** What became of a waiver. */
export const waiverStates = {
  used: 'covers a failing target',
  unused: 'covers nothing that fails',
  expired: 'its last day has passed',
  'not-yet-valid': 'its first day is still to come',
} as const;
export type WaiverState = keyof typeof waiverStates;

interface PolicyRule {
  readonly where: Selector;
  readonly failOn: readonly Threshold[];
}

export interface Policy {
  readonly failOn: readonly Threshold[];
  /** Thresholds for some targets only; the last one that speaks of a target holds. */
  readonly rules: readonly PolicyRule[];
  readonly margin: GateMargin | null;
  readonly maxWarnings: number | null;
  /** All undecided ones, or only those undecided for these reasons, or none. */
  readonly allowUndecided: true | readonly UndecidedReason[];
  /** Targets, measures or indicators that must be decided, whatever is allowed. */
  readonly require: readonly string[];
  readonly exitZero: boolean;
}

export const DEFAULT_POLICY: Policy = {
  failOn: ['fail'],
  rules: [],
  margin: null,
  maxWarnings: null,
  allowUndecided: [],
  require: [],
  exitZero: false,
};
