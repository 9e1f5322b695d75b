/*
 * What can be said of a goal over a span that has ended, worked out anew and exactly, in fractions of whole numbers.
 * Every figure lies between half a unit below and above what is printed, and no aggregate falls where a period rises, so
 * that the worst and the best there can be are at the ends. No root is taken: a mean rate stands to its goal as the
 * product of what each period leaves to that of what the goal would leave.
 */

export interface SpanCase {
  readonly aggregate: 'mean' | 'sum' | 'compound' | 'change' | 'each';
  readonly kind: 'growth' | 'flow' | 'level';
  readonly isFall: boolean;
  readonly isSigned: boolean;
  readonly comparator: 'at_least' | 'above' | 'at_most' | 'below';
  /** All numbers are in tenths. */
  readonly goal: number;
  /** Null where nothing is reported. Of a change the first and the last state. */
  readonly values: readonly (number | null)[];
  /** What another source says of one of the values, surely something else; null where none does. */
  readonly rival: { readonly index: number; readonly value: number } | null;
  /** A figure of the whole span, which is the total where flows are counted; null where there is none. */
  readonly whole: number | null;
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** A value, or one beyond any. */
type End = Fraction | -1 | 1;
type Sign = -1 | 0 | 1;

const fraction = (over: bigint, under = 1n): Fraction => ({ over, under });
const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.over, b.under));
const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
const signOf = ({ over }: Fraction): Sign => (over > 0n ? 1 : over < 0n ? -1 : 0);
const isEnded = (end: End | undefined): end is Fraction => typeof end === 'object';

/** Tenths, with half of one more or less. */
const tenths = (number: number, halves: -1 | 0 | 1 = 0): Fraction =>
  fraction(BigInt(number) * 2n + BigInt(halves), 20n);

/** The end of a period, as far as what it is of can be there at all. */
function endOf(value: number | null, way: -1 | 1, { kind, isSigned, isFall }: SpanCase): End {
  const isCount = kind === 'flow' && !isSigned;
  if (value !== null) {
    const end = tenths(value, way);
    return isCount && signOf(end) < 0 ? fraction(0n) : end;
  }
  if (isCount && way === -1) return fraction(0n);
  if (kind === 'growth' && way === (isFall ? 1 : -1)) return fraction(isFall ? 100n : -100n);
  return way;
}

/** How the aggregate of some values stands to a number. */
function against(values: readonly End[], edge: Fraction, given: SpanCase): Sign {
  const { aggregate, kind, isFall, comparator } = given;
  const endless = values.find(value => !isEnded(value));
  if (aggregate === 'each') {
    const signs = values.map(value => (isEnded(value) ? signOf(minus(value, edge)) : value));
    return (comparator.startsWith('a') && comparator !== 'at_most' ? Math.min : Math.max)(...signs) as Sign;
  }
  if (aggregate === 'change') {
    const [first = 1, last = 1] = values;
    if (!isEnded(last)) return last;
    return isEnded(first) ? signOf(minus(minus(last, first), edge)) : (-first as Sign);
  }
  if (endless) return endless as Sign;
  const finite = values.filter(isEnded);
  if (kind === 'growth' && aggregate !== 'sum') {
    const left = (rate: Fraction) => plus(fraction(1n), times(rate, fraction(isFall ? -1n : 1n, 100n)));
    const powers = aggregate === 'mean' ? finite.map(() => left(edge)) : [left(edge)];
    const product = (all: readonly Fraction[]) => all.reduce(times, fraction(1n));
    const sign = signOf(minus(product(finite.map(left)), product(powers)));
    return (isFall ? -sign : sign) as Sign;
  }
  const total = finite.reduce(plus, fraction(0n));
  return signOf(minus(aggregate === 'mean' ? times(total, fraction(1n, BigInt(finite.length))) : total, edge));
}

function isFulfilled(sign: Sign, comparator: SpanCase['comparator']): boolean {
  if (comparator === 'at_least') return sign >= 0;
  if (comparator === 'above') return sign > 0;
  return comparator === 'at_most' ? sign <= 0 : sign < 0;
}

/** What can be said of a goal where the value is between these ends. */
const verdictsOf = (worst: boolean, best: boolean): string[] => [
  ...(worst ? [] : ['missed']),
  ...(best ? ['met'] : []),
];

/** Whichever of two sources is right, all that can be said with either. */
export function verdictsAfter(given: SpanCase): string[] {
  const { values, rival } = given;
  const cases = rival ? [given, { ...given, values: values.with(rival.index, rival.value) }] : [given];
  const all = new Set(cases.flatMap(verdictsOfOne));
  return verdictsOf(!all.has('missed'), all.has('met'));
}

function verdictsOfOne(given: SpanCase): string[] {
  const { aggregate, values, comparator, goal, whole } = given;
  const corner = (way: -1 | 1) =>
    values.map((value, index) =>
      endOf(value, aggregate === 'change' && index === 0 ? (way === 1 ? -1 : 1) : way, given),
    );
  const [low, high] = [corner(-1), corner(1)];
  const [worst, best] = comparator === 'at_least' || comparator === 'above' ? [low, high] : [high, low];
  const isMet = (ends: readonly End[]) => isFulfilled(against(ends, tenths(goal), given), comparator);
  const inPeriods = [isMet(worst), isMet(best)] as const;
  if (whole === null || aggregate === 'each') return verdictsOf(...inPeriods);
  const way = worst === low ? -1 : 1;
  const count = aggregate === 'mean' && given.kind === 'flow' ? BigInt(values.length) : 1n;
  const wholeAt = (halves: -1 | 1) => times(tenths(whole, halves), fraction(1n, count));
  const isMetAt = (halves: -1 | 1) => isFulfilled(signOf(minus(wholeAt(halves), tenths(goal))), comparator);
  const inWhole = [isMetAt(way), isMetAt(way === 1 ? -1 : 1)] as const;
  const isApart = against(high, wholeAt(-1), given) < 0 || against(low, wholeAt(1), given) > 0;
  return isApart
    ? verdictsOf(inPeriods[0] && inWhole[0], inPeriods[1] || inWhole[1])
    : verdictsOf(inPeriods[0] || inWhole[0], inPeriods[1] && inWhole[1]);
}
