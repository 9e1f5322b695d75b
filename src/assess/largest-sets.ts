import type { Interval } from '../values/interval.ts';
import { groupBy } from './group.ts';

interface Claim {
  readonly interval: Interval;
  readonly from: readonly object[];
  /** Holds only in place of what else is from the same figure. */
  readonly isSlipped?: boolean;
}

/** A largest set of claims that can be true together, and the first claim with whose lower end it is found. */
export interface LargestSet {
  readonly members: readonly number[];
  readonly foundBy: number;
}

/** A claim on a row of places, which are all lower ends in rising order: a largest set holds at one of them. */
interface Span {
  readonly claim: number;
  readonly first: number;
  readonly last: number;
}

/** Places on which nothing begins or ends, with all that is open there; neither neighbour holds as much and more. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly open: readonly Span[];
}

/**
 * Every largest set of claims that can be true together. Doubted figures are either all as they are printed or, where
 * their slipped values hold, as these; so there are two ways to read the line.
 */
export function* largestSets(claims: readonly Claim[]): Generator<LargestSet> {
  const all = spansOf(claims);
  const finders = findersOf(all);
  // What an identity makes of factors that contradict each other holds nowhere.
  const spans = all.filter(({ first, last }) => first <= last);
  const asSet = ({ first, last, open }: Stretch): LargestSet => ({
    members: open.map(({ claim }) => claim),
    foundBy: finders.slice(first, last + 1).reduce((a, b) => Math.min(a, b)),
  });
  const slipped = spans.filter(({ claim }) => claims[claim]?.isSlipped);
  const printed = slipped.length === 0 ? spans : spans.filter(({ claim }) => !claims[claim]?.isSlipped);
  const meant = inPlaceOf(printed, slipped, claims);
  const isSlippedAt = coverOf(slipped, finders.length);
  const isReplacedAt = coverOf(meant.replaced, finders.length);
  const isHeldAsMeant = ({ first, last }: Stretch): boolean => {
    for (let place = first; place <= last; place++) if (isSlippedAt[place] && !isReplacedAt[place]) return true;
    return false;
  };
  for (const stretch of fullest(printed)) if (!isHeldAsMeant(stretch)) yield asSet(stretch);
  if (slipped.length === 0) return;
  const sets = [...fullest(meant.spans)].filter(({ first }) => isSlippedAt[first]).map(asSet);
  yield* meant.isSplit ? withoutSubsets(sets) : sets;
}

function spansOf(claims: readonly Claim[]): Span[] {
  const rising = claims.map(({ interval }, claim) => ({ claim, interval })).toSorted(byLow);
  const lows: Interval[] = [];
  const starts = rising.map(({ claim, interval }) => {
    const last = lows.at(-1);
    if (!last || byLow({ interval: last }, { interval }) < 0) lows.push(interval);
    return { claim, interval, first: lows.length - 1 };
  });
  return starts.map(({ claim, interval, first }) => ({ claim, first, last: lastWithin(lows, interval) }));
}

function byLow({ interval: a }: Pick<Claim, 'interval'>, { interval: b }: Pick<Claim, 'interval'>): number {
  if (a.low !== b.low) return a.low < b.low ? -1 : 1;
  return Number(a.lowOpen ?? false) - Number(b.lowOpen ?? false);
}

/** The last place that is not above the upper end. */
function lastWithin(lows: readonly Interval[], { high, highOpen }: Interval): number {
  let [from, to] = [0, lows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { low, lowOpen } = lows[middle] ?? { low: Infinity };
    if (low < high || (low === high && !lowOpen && !highOpen)) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** For each place the first claim whose lower end it is. */
function findersOf(spans: readonly Span[]): number[] {
  const finders: number[] = [];
  for (const { claim, first } of spans) finders[first] = Math.min(finders[first] ?? Infinity, claim);
  return finders;
}

/** One walk along the spans, which come by their first place: before the first end after a start, most is open. */
function* fullest(spans: readonly Span[]): Generator<Stretch> {
  let open: Span[] = [];
  let end = Infinity;
  for (const [index, span] of spans.entries()) {
    open.push(span);
    end = Math.min(end, span.last);
    const next = spans[index + 1]?.first ?? Infinity;
    if (end >= next) continue;
    yield { first: span.first, last: end, open };
    open = open.filter(({ last }) => last >= next);
    end = open.reduce((least, { last }) => Math.min(least, last), Infinity);
  }
}

interface Meant {
  readonly spans: readonly Span[];
  /** Where a printed value gives way to a slipped one of the same figure. */
  readonly replaced: readonly Span[];
  /** A printed value holds on both sides of a slipped one. */
  readonly isSplit: boolean;
}

/** The line with every slipped value in the place of the printed one. */
function inPlaceOf(printed: readonly Span[], slipped: readonly Span[], claims: readonly Claim[]): Meant {
  const figuresOf = ({ claim }: Span) => claims[claim]?.from ?? [];
  const doubted = groupBy(
    slipped.flatMap(span => figuresOf(span).map(figure => ({ figure, span }))),
    ({ figure }) => figure,
  );
  const pieces = printed.map(span => {
    const holes = figuresOf(span)
      .flatMap(figure => doubted.get(figure) ?? [])
      .map(each => each.span);
    return { span, holes, left: holes.reduce((left, hole) => left.flatMap(part => without(part, hole)), [span]) };
  });
  return {
    spans: [...slipped, ...pieces.flatMap(({ left }) => left)].toSorted((a, b) => a.first - b.first),
    replaced: pieces.flatMap(({ span, holes }) => holes.map(hole => overlapOf(span, hole))),
    isSplit: pieces.some(({ left }) => left.length > 1),
  };
}

const overlapOf = (a: Span, b: Span): Span => ({
  claim: a.claim,
  first: Math.max(a.first, b.first),
  last: Math.min(a.last, b.last),
});

const without = (span: Span, hole: Span): Span[] =>
  [
    { ...span, last: Math.min(span.last, hole.first - 1) },
    { ...span, first: Math.max(span.first, hole.last + 1) },
  ].filter(({ first, last }) => first <= last);

/** For each place whether one of the spans covers it. */
function coverOf(spans: readonly Span[], places: number): boolean[] {
  const changes = new Array<number>(places + 1).fill(0);
  for (const { first, last } of spans.filter(span => span.first <= span.last)) {
    changes[first] = (changes[first] ?? 0) + 1;
    changes[last + 1] = (changes[last + 1] ?? 0) - 1;
  }
  let open = 0;
  return changes.map(change => {
    open += change;
    return open > 0;
  });
}

function withoutSubsets(sets: readonly LargestSet[]): LargestSet[] {
  const known = sets
    .map(set => ({ set, members: new Set(set.members) }))
    .toSorted((a, b) => a.set.foundBy - b.set.foundBy);
  const isWithin = (a: Set<number>, b: Set<number>) => a.size <= b.size && [...a].every(member => b.has(member));
  return known
    .filter(
      ({ members }, index) =>
        !known.some(
          (other, at) =>
            at !== index && isWithin(members, other.members) && (members.size < other.members.size || at < index),
        ),
    )
    .map(({ set }) => set);
}
