import type { Interval } from '../../values/interval.ts';
import { isNear } from '../../values/noise.ts';
import { parseQuantity } from '../../values/quantity.ts';
import { tidy } from '../../values/tidy.ts';

/** A number that may be added to others: as rounded as it is printed. */
interface Addend extends Interval {
  readonly nominal: number;
}

/** What else figures say beside their region and their number; what a row leaves blank may be anything. */
export type SaidBesides = Readonly<Record<string, unknown>>;

/** The figure of a part; `level` says how far its region lies below the plan's own. */
interface PartAdded extends Addend {
  readonly level: number;
  readonly row: number;
}

/** Figures that differ in their region alone, in the order in which they stand. */
export interface SumGroup {
  readonly said: SaidBesides;
  readonly parts: PartAdded[];
  /** All of the region is told beside them. */
  hasWhole: boolean;
  /** Of some part nothing is told, so that nobody can say what the sum is of. */
  isOpen: boolean;
}

/** A sum of figures, or a rest beside them, that is left out. */
export interface SumLeftOut {
  readonly name: string;
  readonly said: SaidBesides;
  readonly number: Addend;
  readonly row: number;
  readonly col: number;
}

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

/** Something that is left out, and what the parts beside it make together as they are printed. */
export interface OddSum extends SumLeftOut {
  readonly sum: number;
}

/** Sums that are not those of what is read: of one level of regions, or of the rows right above it or right below. */
export const oddSums = (sums: readonly SumLeftOut[], groups: readonly SumGroup[]): OddSum[] =>
  sums.flatMap(each => {
    const near = groups.filter(group => isMadeOfParts(group) && !group.isOpen && isAlike(each.said, group.said));
    return near.some(group => isSumOfRead(each, group)) ? [] : asOdd(each, near);
  });

/** Rests of something, beside no sum that is made without them. */
export const oddRests = (
  rests: readonly SumLeftOut[],
  sums: readonly SumLeftOut[],
  groups: readonly SumGroup[],
): OddSum[] =>
  rests.flatMap(each => {
    const isMadeWithout = (group: SumGroup) =>
      sums.some(sum => isAlike(sum.said, group.said) && isSumOfRead(sum, group));
    const near = groups.filter(
      group => isMadeOfParts(group) && isAlike(each.said, group.said) && !isMadeWithout(group),
    );
    return canBeSame(each.number, NOTHING) ? [] : asOdd(each, near);
  });

const asOdd = (each: SumLeftOut, [first]: readonly SumGroup[]): OddSum[] =>
  first ? [{ ...each, sum: tidy(sumOf(first.parts).nominal) }] : [];

const isMadeOfParts = ({ parts, hasWhole }: SumGroup): boolean => parts.length > 0 && !hasWhole;

/** Whether a row that is left out may be of these figures. */
const isAlike = (row: SaidBesides, group: SaidBesides): boolean =>
  Object.entries(row).every(([field, text]) => text === undefined || text === group[field]);

function isSumOfRead({ number, row }: SumLeftOut, { parts }: SumGroup): boolean {
  const levels = [...new Set(parts.map(({ level }) => level))];
  return (
    levels.some(level => canBeSame(number, sumOf(parts.filter(each => each.level === level)))) ||
    isSumFromFirst(number, parts.filter(each => each.row < row).toReversed()) ||
    isSumFromFirst(
      number,
      parts.filter(each => each.row > row),
    )
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
