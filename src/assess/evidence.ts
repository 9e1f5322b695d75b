import type { Observation } from '../model/observation.ts';
import type { Reading } from '../model/plan.ts';
import type { SetAsideReason, UndecidedReason, UseReason } from '../model/reason.ts';
import { addMonths, type Day, latest } from '../values/day.ts';
import { atLeast, clamp, type Interval, intersect, isEmpty, overlaps } from '../values/interval.ts';
import { type Bound, boundOn, sides } from './bounds.ts';
import { plausibleRange, type Question, screen, type Usable } from './screen.ts';

/** What the observations say of one reading's value on the day that is judged. */
export interface Evidence {
  readonly at: Day;
  /** Each side of a contradiction; one where all agree. Never empty: what is not known is unbounded. */
  readonly sides: readonly Interval[];
  readonly figure: Figure | null;
  readonly used: readonly { readonly observation: Observation; readonly reason: UseReason }[];
  readonly setAside: readonly { readonly observation: Observation; readonly reason: SetAsideReason }[];
  /** What is lacking, where something is: the reason to give when the worlds disagree. */
  readonly lack: UndecidedReason | null;
  /** Comparable figures before the judged day, oldest first. */
  readonly history: readonly Usable[];
}

/** The number to show: as it was printed where a figure answers, else the finite end of what is known. */
export interface Figure {
  readonly nominal: number;
  readonly text: string | null;
  readonly asOf: Day;
  readonly bound: 'low' | 'high' | null;
}

export function gatherEvidence(question: Question, reading: Reading, observations: readonly Observation[]): Evidence {
  const screened = observations.map(observation => ({ observation, result: screen(question, observation) }));
  const aside = screened.flatMap(({ observation, result }) =>
    'aside' in result ? [{ observation, reason: result.aside }] : [],
  );
  const usable = screened.flatMap(({ result }) => ('usable' in result ? [result.usable] : []));
  const { at, lack } = chooseDay(question, reading, usable);
  const isMonotone = question.indicator.monotone;
  const reported = usable.flatMap(candidate => boundOn(at, isMonotone, candidate) ?? []);
  const found = sides([...reported, ...baselineBound(reading, isMonotone, at)]);
  const deciding = found.flatMap(side => side.bounds.filter(bound => decides(bound, side.interval)));
  const used = reported
    .filter(bound => deciding.includes(bound))
    .flatMap(bound => (bound.from ? [{ observation: bound.from, reason: useReason(bound, found.length > 1) }] : []));
  const isUsed = new Set(used.map(({ observation }) => observation));
  const notUsed = usable
    .filter(({ observation }) => !isUsed.has(observation))
    .map(({ observation }) => ({ observation, reason: whyNot(observation, question, reading, at) }));
  return {
    at,
    sides: withinPlausible(
      found.map(({ interval }) => interval),
      plausibleRange(question.indicator),
    ),
    figure: figureOf(deciding),
    used,
    setAside: [...aside, ...notUsed],
    lack: found.length > 1 ? 'conflict' : (lack ?? lackOf(usable, aside.length, reported)),
    history: usable.filter(({ role, observation }) => role === 'same' && observation.asOf < at),
  };
}

/** What nobody reported is still within what is plausible. */
function withinPlausible(sides: readonly Interval[], range: Interval): Interval[] {
  if (sides.length === 0) return [range];
  return sides.map(side => (overlaps(side, range) ? intersect(side, range) : side));
}

/**
 * The day that is judged. Before the deadline it is the newest figure's own day while that figure is fresh, else the
 * day of the analysis; once the deadline has passed, the deadline (design §6).
 */
function chooseDay(
  { asOf, indicator }: Question,
  { by, baseline }: Reading,
  usable: readonly Usable[],
): { at: Day; lack: UndecidedReason | null } {
  if (asOf >= by) {
    const hasFigure = usable.some(({ observation, role }) => observation.asOf === by && role === 'same');
    return { at: by, lack: hasFigure || usable.length === 0 ? null : 'nothing-at-deadline' };
  }
  const sinceBaseline = usable.filter(({ observation }) => !baseline || observation.asOf > baseline.asOf);
  const fresh = sinceBaseline.filter(
    ({ observation }) => addMonths(observation.asOf, indicator.freshForMonths) >= asOf,
  );
  const direct = latest(fresh.filter(({ role }) => role === 'same').map(({ observation }) => observation.asOf));
  const newestBound = latest(fresh.map(({ observation }) => observation.asOf));
  const answer = direct ?? newestBound;
  if (answer) return { at: overtaken(answer, fresh, indicator.monotone) ?? answer, lack: null };
  if (usable.length === 0) return { at: asOf, lack: null };
  return { at: asOf, lack: sinceBaseline.length > 0 ? 'stale' : 'no-figure-since-baseline' };
}

/** The day of a newer bound that the older figure can no longer satisfy: from then on, the bound answers. */
function overtaken(day: Day, fresh: readonly Usable[], isMonotone: boolean): Day | undefined {
  const onDay = fresh.flatMap(usable =>
    usable.observation.asOf === day ? (boundOn(day, isMonotone, usable) ?? []) : [],
  );
  const known = onDay.map(({ interval }) => interval).reduce(intersect);
  const newer = fresh.filter(({ observation, role }) => observation.asOf > day && role !== 'same');
  const contradicting = newer.filter(usable => {
    const bound = boundOn(usable.observation.asOf, isMonotone, usable);
    return bound !== undefined && isEmpty(intersect(bound.interval, known));
  });
  return latest(contradicting.map(({ observation }) => observation.asOf));
}

/** A count that only rises stays at or above its own baseline. */
function baselineBound({ baseline }: Reading, isMonotone: boolean, at: Day): Bound[] {
  if (!isMonotone || !baseline || baseline.asOf > at) return [];
  const { low, lowOpen } = baseline.value;
  return [{ interval: atLeast(low, lowOpen), from: null, asOf: baseline.asOf, isDirect: false }];
}

const decides = (bound: Bound, side: Interval): boolean =>
  bound.isDirect ||
  (bound.interval.low === side.low && side.low !== -Infinity) ||
  (bound.interval.high === side.high && side.high !== Infinity);

function useReason(bound: Bound, isConflict: boolean): UseReason {
  if (isConflict) return 'conflict-side';
  if (bound.isDirect) return 'answers';
  return bound.interval.low === -Infinity ? 'upper-bound' : 'lower-bound';
}

function whyNot(
  observation: Observation,
  { asOf, indicator }: Question,
  { by, baseline }: Reading,
  at: Day,
): SetAsideReason {
  if (asOf >= by) return indicator.monotone ? 'superseded' : 'not-at-the-deadline';
  if (baseline && observation.asOf <= baseline.asOf) return 'before-baseline';
  return addMonths(observation.asOf, indicator.freshForMonths) < asOf && at === asOf ? 'stale' : 'superseded';
}

function lackOf(usable: readonly Usable[], asideCount: number, bounds: readonly Bound[]): UndecidedReason | null {
  if (usable.length === 0) return asideCount > 0 ? 'nothing-comparable' : 'no-report';
  return bounds.some(({ isDirect }) => isDirect) ? null : 'only-a-bound';
}

function figureOf(deciding: readonly Bound[]): Figure | null {
  const [first] = deciding;
  if (!first) return null;
  const known = deciding.map(({ interval }) => interval).reduce(intersect);
  const direct = deciding.find(({ isDirect }) => isDirect);
  const quantity = direct?.from?.quantity;
  if (direct && quantity && Number.isFinite(quantity.low) && Number.isFinite(quantity.high)) {
    const nominal = isEmpty(known) ? quantity.nominal : clamp(quantity.nominal, known);
    return { nominal, text: quantity.text, asOf: direct.asOf, bound: null };
  }
  const bound = Number.isFinite(known.low) ? 'low' : 'high';
  const nominal = bound === 'low' ? known.low : known.high;
  const source = deciding.find(({ interval }) => interval[bound] === nominal) ?? first;
  return { nominal, text: source.from?.quantity?.text ?? null, asOf: source.asOf, bound };
}
