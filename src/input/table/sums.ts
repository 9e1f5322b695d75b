import type { Interval } from '../../values/interval.ts';
import { isNear } from '../../values/noise.ts';
import { parseQuantity } from '../../values/quantity.ts';
import { tidy } from '../../values/tidy.ts';

/** A number that may be added to others: as rounded as it is printed. */
interface Addend extends Interval {
  readonly nominal: number;
}

/** The figure of a part; `level` says how far its region lies below the plan's own. */
interface PartAdded extends Addend {
  readonly level: number;
}

interface SumLeftOut {
  readonly name: string;
  readonly number: Addend;
  /** How many parts stand before it. */
  readonly at: number;
  readonly row: number;
  readonly col: number;
}

/** Figures that differ in their region alone, in the order in which they stand, and what is left out among them. */
export interface SumGroup {
  readonly parts: PartAdded[];
  readonly sums: SumLeftOut[];
  readonly rests: SumLeftOut[];
  /** All of the region is told beside them. */
  hasWhole: boolean;
  /** Of some part nothing is told, so that nobody can say what the sum is of. */
  isOpen: boolean;
}

export const emptyGroup = (): SumGroup => ({ parts: [], sums: [], rests: [], hasWhole: false, isOpen: false });

/** Undefined where no number stands there. Whole numbers are counted, all others are rounded. */
export function addendIn(text: unknown): Addend | undefined {
  const read = typeof text === 'string' ? parseQuantity(text) : undefined;
  if (!read?.ok) return undefined;
  const { nominal, low, high, step } = read.value;
  const half = step === 1 ? 0 : step / 2;
  return { nominal, low: Math.min(low, nominal - half), high: Math.max(high, nominal + half) };
}

const NOTHING: Addend = { nominal: 0, low: 0, high: 0 };

const plus = (a: Addend, b: Addend): Addend => ({
  nominal: a.nominal + b.nominal,
  low: a.low + b.low,
  high: a.high + b.high,
});

const sumOf = (addends: readonly Addend[]): Addend => addends.reduce(plus, NOTHING);

/** What the parts make together as they are printed. */
export const printedSum = ({ parts }: SumGroup): number => tidy(sumOf(parts).nominal);

/** Sums that are not those of what is read: of one level of regions, or of the rows right above it or right below. */
export const oddSums = (group: SumGroup): readonly SumLeftOut[] =>
  isMadeOfParts(group) && !group.isOpen ? group.sums.filter(sum => !isSumOfRead(sum, group)) : [];

/** Rests of something, beside no sum that is made without them. */
export const oddRests = (group: SumGroup): readonly SumLeftOut[] =>
  isMadeOfParts(group) && !group.sums.some(sum => isSumOfRead(sum, group))
    ? group.rests.filter(({ number }) => !canBeSame(number, NOTHING))
    : [];

const isMadeOfParts = ({ parts, hasWhole }: SumGroup): boolean => parts.length > 0 && !hasWhole;

function isSumOfRead({ number, at }: SumLeftOut, { parts }: SumGroup): boolean {
  const levels = [...new Set(parts.map(({ level }) => level))];
  return (
    levels.some(level => canBeSame(number, sumOf(parts.filter(each => each.level === level)))) ||
    isSumFromFirst(number, parts.slice(0, at).toReversed()) ||
    isSumFromFirst(number, parts.slice(at))
  );
}

/** Whether a number is the sum of the first few of these. */
function isSumFromFirst(sum: Addend, addends: readonly Addend[]): boolean {
  let all = NOTHING;
  return addends.some(each => {
    all = plus(all, each);
    return canBeSame(sum, all);
  });
}

/** Whether two numbers can be the same, as they are rounded. */
const canBeSame = (a: Interval, b: Interval): boolean =>
  (a.low <= b.high || isNear(a.low, b.high)) && (b.low <= a.high || isNear(b.low, a.high));
