/* The same material, weighed for one group of rules each. */
import type { TREES } from './course.ts';
import type { GoalFields } from './fields.ts';

export interface Manner {
  readonly kinds: readonly string[];
  readonly trees: readonly (keyof typeof TREES)[];
  readonly methods: readonly (string | undefined)[];
  readonly goals: readonly GoalKind[];
  readonly forms: readonly Form[];
  readonly starts: readonly StartKind[];
  readonly definitions: readonly string[];
  readonly scopes: readonly (string | undefined)[];
  /** Of ten figures, how many are not on the true course. */
  readonly wrong: number;
  readonly monotone: readonly boolean[];
  readonly most: number;
  readonly days?: readonly string[];
  readonly publishers?: readonly (string | undefined)[];
  readonly statuses?: readonly string[];
  readonly latest?: readonly boolean[];
  /** Powers of ten by which a figure slips. */
  readonly slips?: readonly number[];
  readonly isSteady?: boolean;
  readonly hasReadings?: boolean;
  readonly hasPath?: boolean;
  readonly isKnownBy?: boolean;
  readonly compares?: readonly string[];
}

type Form = 'exact' | 'about' | 'coarse' | '≥' | '>' | '≤' | '<' | 'half' | 'tenths';
type StartKind = 'none' | 'exact' | 'about' | 'half' | 'part' | 'whole' | 'other' | 'on-the-goal';
type GoalKind = Exclude<keyof GoalFields, 'path'> | 'wanted';

const NUMBERED: readonly GoalKind[] = [
  'at_least',
  'at_least',
  'above',
  'at_most',
  'below',
  'about',
  'between',
  'exactly',
  'hold_at_least',
  'hold_at_most',
];
const FORMS: readonly Form[] = ['exact', 'exact', 'exact', 'exact', 'exact', 'about', '≥', '>', '≤', '<'];

const BASIC: Manner = {
  kinds: ['stock'],
  trees: ['one'],
  methods: [undefined],
  goals: [...NUMBERED, 'increase', 'decrease'],
  forms: FORMS,
  starts: ['none', 'exact', 'exact', 'about'],
  definitions: ['all', 'all', 'all', 'some', 'more', 'else'],
  scopes: [undefined],
  wrong: 3,
  monotone: [true, false],
  most: 5,
  compares: ['exact', 'as_printed'],
};

export const manners = {
  /** Regions that add up or not, rising counts, part and whole, contested starts, several readings. */
  regions: {
    ...BASIC,
    kinds: ['stock', 'stock', 'flow'],
    trees: ['two', 'two of more', 'three', 'nested', 'nested of more'],
    scopes: [undefined, undefined, undefined, undefined, 'one operator'],
    most: 6,
    hasReadings: true,
  },
  /** Pace from history: projection, hold, direction, growth-ratio, schedule. */
  methods: {
    ...BASIC,
    methods: ['projection', 'hold', 'direction', 'growth-ratio', undefined],
    starts: ['none', 'exact', 'exact', 'about'],
    wrong: 2,
  },
  /** Shares and levels, whole and with decimals, on the line and beside it; about with and without a wish. */
  printed: {
    ...BASIC,
    kinds: ['share', 'level', 'share', 'stock'],
    monotone: [false],
    goals: [
      'at_least',
      'above',
      'at_most',
      'below',
      'about',
      'wanted',
      'between',
      'exactly',
      'hold_at_least',
      'hold_at_most',
    ],
    forms: ['exact', 'exact', 'half', 'tenths', 'tenths', 'coarse', 'about', '>'],
    starts: ['none', 'exact', 'half', 'on-the-goal'],
    definitions: ['all', 'all', 'all', 'some', 'more'],
    wrong: 2,
    most: 3,
    isSteady: true,
    hasPath: true,
  },
  /** Revisions, authorities, provisional figures, the same part, what was known by a day. */
  publishers: {
    ...BASIC,
    goals: ['at_least', 'at_most', 'between'],
    monotone: [false],
    days: ['2023-12-31', '2024-12-31'],
    publishers: ['A', 'A', 'B', 'C', undefined],
    statuses: ['final', 'final', 'provisional'],
    definitions: ['all', 'all', 'all', 'some'],
    scopes: [undefined, undefined, 'One operator', 'one operator', 'another one'],
    wrong: 6,
    isKnownBy: true,
  },
  /** Dated at the latest. */
  latest: {
    ...BASIC,
    kinds: ['stock', 'stock', 'flow'],
    trees: ['one', 'one', 'two'],
    latest: [true, false],
    starts: ['none', 'exact'],
    definitions: ['all', 'all', 'some', 'more'],
  },
  /** Slips of the unit. */
  slips: {
    ...BASIC,
    kinds: ['stock', 'level', 'share'],
    monotone: [false, true],
    goals: ['at_least', 'at_most', 'between'],
    forms: ['exact'],
    starts: ['none', 'exact'],
    definitions: ['all'],
    wrong: 0,
    most: 3,
    slips: [0, 0, 1, 2, 3, -1, -2, -3],
    isSteady: true,
  },
  /** Where the way begins: starts of other definitions, contested, on the goal, and what was before them; milestones. */
  start: {
    ...BASIC,
    kinds: ['stock', 'stock', 'level'],
    goals: [...NUMBERED, 'at_least', 'at_least'],
    starts: ['exact', 'about', 'half', 'part', 'whole', 'other', 'on-the-goal'],
    days: ['2019-12-31', '2020-06-30', '2021-12-31', '2022-12-31', '2023-12-31'],
    definitions: ['all', 'all', 'some', 'more'],
    most: 3,
    hasPath: true,
  },
} satisfies Record<string, Manner>;
