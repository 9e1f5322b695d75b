import type { Goal } from '../model/goal.ts';
import type { Lack } from '../model/reason.ts';
import type { Day } from '../values/day.ts';
import { clamp, EVERYTHING, hull, type Interval, subtract } from '../values/interval.ts';
import { extremeOf } from './aggregate.ts';
import { boundIn, type Evidence, type JudgedFigure } from './evidence.ts';
import type { JudgedSide, OneValue } from './judged-side.ts';

/** With more sides of the two together, each is taken as all that its sides leave possible. */
const MOST_SIDES = 64;

/**
 * By how much one indicator is above another, for a goal that is held against it: the difference of all that the evidence
 * leaves of either, on the same day or over the same span. `gather` asks for one of them as if that day were today.
 */
export function gatherLead(goal: Goal, asOf: Day, gather: (which: 'own' | 'other', asOf: Day) => Evidence): Evidence {
  let own = gather('own', asOf);
  const other = gather('other', own.at);
  if (other.at < own.at) own = gather('own', other.at);
  const sides = own.at === other.at ? leads(goal, own.sides, other.sides) : [UNKNOWN];
  const isKnown = own.used.length > 0 && other.used.length > 0 && own.at === other.at;
  const found = hull(sides.map(({ value }) => value.interval));
  const known = isKnown ? asFarAsKnown(found, between(own.known, other.known)) : EVERYTHING;
  const used = [
    ...own.used,
    ...other.used.map(({ observation }) => ({ observation, reason: 'held-against' as const })),
  ];
  return {
    ...own,
    sides,
    known,
    figure: figureOf(own, other, known),
    used,
    setAside: [...own.setAside, ...other.setAside],
    isContested: own.isContested || other.isContested,
    isStartContested: false,
    lack: own.lack ?? other.lack ?? (own.at === other.at ? null : ('no-report' satisfies Lack)),
    isDerived: own.isDerived || other.isDerived,
    history: [],
  };
}

/** Open on each end on which what is known of the two together is open. */
const asFarAsKnown = (found: Interval, { low, high }: Interval): Interval => ({
  ...found,
  low: low === -Infinity ? low : found.low,
  high: high === Infinity ? high : found.high,
});

const bare = (interval: Interval, periods: readonly OneValue[] = []): JudgedSide => ({
  value: { interval, figure: null },
  ends: null,
  start: null,
  history: [],
  periods,
});

const UNKNOWN = bare(EVERYTHING);

function leads(goal: Goal, own: readonly JudgedSide[], others: readonly JudgedSide[]): JudgedSide[] {
  if (own.length * others.length > MOST_SIDES) return [leadOf(goal, allOf(own), allOf(others))];
  return own.flatMap(side => others.map(other => leadOf(goal, side, other)));
}

/** All that these sides leave possible, of each period, too. */
function allOf(sides: readonly JudgedSide[]): JudgedSide {
  const all = (values: readonly OneValue[]): OneValue => ({
    interval: hull(values.map(({ interval }) => interval)),
    figure: null,
  });
  const [first = UNKNOWN] = sides;
  const periods = first.periods?.map((_, index) => all(sides.flatMap(side => side.periods?.[index] ?? [])));
  return { ...first, value: all(sides.map(({ value }) => value)), ...(periods && { periods }) };
}

/** Where the goal is for each period, period by period: the smallest lead need not lie where either is smallest. */
function leadOf(goal: Goal, own: JudgedSide, other: JudgedSide): JudgedSide {
  const periods = (own.periods ?? []).flatMap(({ interval }, index) => {
    const beside = other.periods?.[index];
    return beside ? [{ interval: between(interval, beside.interval), figure: null }] : [];
  });
  const isOfEach = own.isOfEach && periods.length > 0;
  const all = periods.map(({ interval }) => interval);
  const value = isOfEach
    ? extremeOf(goal.low === null ? 'most' : 'least', all)
    : between(own.value.interval, other.value.interval);
  return bare(value, periods);
}

/** The difference of two values, without the noise of floats. */
function between(own: Interval, other: Interval): Interval {
  const difference = subtract(own, other);
  return { ...difference, low: tidy(difference.low), high: tidy(difference.high) };
}

const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : value);

function figureOf(own: Evidence, other: Evidence, known: Interval): JudgedFigure | null {
  const [first, second] = [own.figure, other.figure];
  if (first?.bound !== null || second?.bound !== null) return boundIn(known, own.at);
  return { nominal: clamp(tidy(first.nominal - second.nominal), known), text: null, asOf: own.at, bound: null };
}
