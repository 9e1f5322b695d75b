/* What a target asks for, and the ways in which it can be read. */
import type { GoalFields } from './fields.ts';
import { printed, type Range } from './printed.ts';

/** A number of the goal, as it is printed; a computed edge has no digits of its own and is as fine as can be. */
export interface Edge {
  readonly number: number;
  readonly decimals: number;
  /** The edge itself does not fulfil the goal. */
  readonly isOpen: boolean;
}

export interface Goal {
  readonly low: Edge | null;
  readonly high: Edge | null;
  readonly isHold: boolean;
  /** +1 to rise, −1 to fall, without a number. */
  readonly direction: 1 | -1 | null;
}

export interface Milestone {
  readonly by: string;
  readonly edge: Edge;
}

export interface Reading {
  readonly goal: Goal;
  readonly path: readonly Milestone[];
}

export interface Start {
  readonly day: string;
  /** What the pace can start from. */
  readonly range: Range;
  /** The number that the plan prints, which is meant where anything but pace is asked; null for 约 and other definitions. */
  readonly number: number | null;
  /** The number named, "about" or not; null for other definitions. */
  readonly named: number | null;
}

const edgeOf = (text: string, isOpen = false): Edge => {
  const { number, decimals } = printed(text, { kind: 'stock', isCount: true });
  return { number, decimals, isOpen };
};

/** Five times two below seven is not printed anywhere: nothing can be on such a line. */
const computed = (number: number): Edge => ({
  number: Number(number.toPrecision(12)),
  decimals: Infinity,
  isOpen: false,
});

export function readingsOf(fields: GoalFields, start: Start | null, isAsPrinted: boolean): Reading[] {
  const path = (fields.path ?? []).map(({ by, value }) => ({ by, edge: edgeOf(value) }));
  return goalsOf(fields, start, isAsPrinted).map(goal => ({ goal, path }));
}

const NO_GOAL: Goal = { low: null, high: null, isHold: false, direction: null };

/** More than one goal only for "about": with no direction wanted, passing the band may be meant to fulfil it. */
export function goalsOf(fields: GoalFields, start: Start | null, isAsPrinted: boolean): Goal[] {
  const { at_least, above, at_most, below, hold_at_least, hold_at_most, exactly, between, about, increase } = fields;
  if (about !== undefined) return aboutGoals(about, start, isAsPrinted);
  if (increase !== undefined || fields.decrease !== undefined)
    return [{ ...NO_GOAL, direction: increase === undefined ? -1 : 1 }];
  const low = at_least ?? above ?? hold_at_least ?? exactly ?? between?.[0];
  const high = at_most ?? below ?? hold_at_most ?? exactly ?? between?.[1];
  return [
    {
      ...NO_GOAL,
      low: low === undefined ? null : edgeOf(low, above !== undefined),
      high: high === undefined ? null : edgeOf(high, below !== undefined),
      isHold: hold_at_least !== undefined || hold_at_most !== undefined,
    },
  ];
}

/** Design §5 "wanted"; the direction is up, unless the start lies above the band. */
function aboutGoals(about: NonNullable<GoalFields['about']>, start: Start | null, isAsPrinted: boolean): Goal[] {
  const { value, tolerance, wanted } =
    typeof about === 'string' ? { value: about, tolerance: undefined, wanted: undefined } : about;
  const number = edgeOf(value).number;
  const half = tolerance === undefined ? Math.abs(number) * 0.05 : Number(tolerance);
  const [low, high] = [computed(number - half), computed(number + half)];
  const up = { ...NO_GOAL, low };
  const down = { ...NO_GOAL, high };
  if (wanted !== undefined) return [wanted === 'up' ? up : down];
  const band = { ...NO_GOAL, low, high };
  if (!isAsPrinted) return [band];
  const isDownward = start !== null && start.named !== null && start.named > high.number;
  return [band, isDownward ? down : up];
}
