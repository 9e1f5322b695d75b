import { printedNumber } from '../model/goal.ts';
import type { Observation } from '../model/observation.ts';
import type { Reading } from '../model/plan.ts';
import type { Lack } from '../model/reason.ts';
import { floorOf } from '../model/summable.ts';
import { type Day, latest } from '../values/day.ts';
import { clamp, contains, hull, type Interval } from '../values/interval.ts';
import { chooseDay } from './choose-day.ts';
import { isFloor } from './claim.ts';
import { type Fates, fatesOf } from './fates.ts';
import { type IdentityRequest, withIdentity } from './identity-claims.ts';
import { type JudgedSide, judgedSides } from './judged-side.ts';
import { mayBePublished, type Question, type Usable } from './screen.ts';
import { claimOfStart, isStartMeant, startOf } from './start.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** What the observations say of one reading's value on the day that is judged, and of the days before it. */
export interface Evidence extends Fates {
  readonly at: Day;
  /** Each side of a contradiction; one where all agree. Never none: what is not known is unbounded. */
  readonly sides: readonly JudgedSide[];
  /** What the sides leave possible together. */
  readonly known: Interval;
  readonly figure: JudgedFigure | null;
  /** Some figure, or the start that the plan names, stands on one side and not on another. */
  readonly isContested: boolean;
  readonly isStartContested: boolean;
  /** What is lacking, where something is: the reason to give when the worlds of each side disagree. */
  readonly lack: Lack | null;
  /** The verdict rests on an identity of the plan, not on a reported figure alone. */
  readonly isDerived: boolean;
  /** Figures of the whole between the start and the judged day, oldest first. */
  readonly history: readonly Usable[];
  /** Where the value is that of a span. */
  readonly span: SpanEvidence | null;
}

/** What is known of the periods of a span, beside what their figures make together. */
interface SpanEvidence {
  /** How many of its periods are judged: those up to the judged day. */
  readonly done: number;
  /** What is known of each of all its periods; one of several together stands at the first of them. */
  readonly known: readonly Interval[];
  /** Of the judged ones, those that are open on some end. */
  readonly missing: readonly Day[];
}

/** The number to show: as it was printed where a figure answers, else the finite end of what is known. */
export interface JudgedFigure {
  readonly nominal: number;
  readonly text: string | null;
  readonly asOf: Day;
  /** Which ends are known where no figure of the whole answers; null where one does. */
  readonly bound: 'low' | 'high' | 'range' | null;
}

/** Of which value evidence is asked for, and what may serve as such. */
export interface EvidenceRequest extends IdentityRequest {
  /** Figures beyond a break in the series from this day on are not comparable, where no start says from which. */
  readonly anchor: Day;
}

export function gatherEvidence(
  request: EvidenceRequest,
  reading: Reading,
  observations: readonly Observation[],
): Evidence {
  const { question, region } = request;
  const start = startFor(reading, question);
  const own = observations.filter(observation => observation.indicator === request.indicatorId);
  const direct = timelineFor(request, reading, start, own);
  const chosen = chooseDay(question, reading, direct);
  const { at } = chosen;
  const meant = direct.usable.filter(({ role, observation }) => role === 'same' && observation.region === region.id);
  const history = meant.filter(({ observation: { asOf: day } }) => day < at && (start === null || day > start.at));
  const days = [...new Set(history.map(({ observation }) => observation.asOf))];
  const { timeline, isOpen, aside } = withIdentity(direct, request, reading, { at, days }, observations);
  const sides = judgedSides(timeline, { at, start, daysOfHistory: days });
  const { used, setAside } = fatesOf(timeline, at, sides, question, reading);
  const ofTheDay = meant.filter(({ observation }) => observation.asOf === at);
  const known = knownIn(sides);
  const { contested } = timeline.splitOn(at);
  const numbers = ofTheDay.filter(each => !isFloor(each, timeline.dating));
  const isDerived = used.some(({ reason }) => reason === 'derived');
  const isUsed = new Set(used.map(({ observation }) => observation));
  return {
    at,
    sides,
    known,
    figure: figureOf(used, known, numbers, start?.at ?? at),
    used,
    setAside: [...timeline.aside, ...setAside, ...aside.filter(({ observation }) => !isUsed.has(observation))],
    isContested: contested.size > 0 || isOpen,
    isStartContested: contested.has(null),
    lack:
      isDerived && ofTheDay.length === 0
        ? 'only-a-bound'
        : (lackOf(timeline, at, question) ?? chosen.lack ?? (ofTheDay.length === 0 ? 'only-a-bound' : null)),
    isDerived,
    history,
    span: null,
  };
}

type Start = { readonly at: Day; readonly interval: Interval } | null;

const startFor = ({ baseline }: Reading, { counts, indicator }: Question): Start =>
  baseline ? { at: baseline.asOf, interval: startOf(baseline, counts, floorOf(indicator)) } : null;

function timelineFor(
  { plan, question, region, anchor }: EvidenceRequest,
  { by: deadline, baseline, goal }: Reading,
  start: Start,
  own: readonly Observation[],
): Timeline {
  const { indicator, asOf, counts } = question;
  const isMeant = baseline && isStartMeant(baseline, counts);
  return timelineOf(
    {
      region,
      deadline,
      anchor: baseline?.asOf ?? anchor,
      authorities: plan.authorities,
      start: start && indicator.monotone ? claimOfStart(start.at, start.interval, region.id) : null,
      printedStart: isMeant ? { asOf: baseline.asOf, nominal: baseline.value.nominal, low: baseline.value.low } : null,
      goal: printedNumber(goal),
      otherDays: [asOf < deadline ? asOf : deadline],
      ...question,
    },
    own,
  );
}

/** A lower end that no claim sets, only the lowest value that the indicator can have, counts as unknown. */
function knownIn(sides: readonly JudgedSide[]): Interval {
  const found = sides.map(({ value: { interval }, ends }) =>
    ends?.low.why.kind === 'nothing' ? { ...interval, low: -Infinity } : interval,
  );
  return hull(found);
}

function lackOf({ splitOn, usable, aside }: Timeline, at: Day, { knownBy }: Question): Lack | null {
  const { sides, dropped } = splitOn(at);
  if (dropped.length > 0) return 'too-contradictory';
  if (
    sides.some(({ claims }) =>
      [...claims].some(({ takenAs, figure }) => takenAs === 'silent' && figure?.mayBeUnpublished),
    )
  )
    return 'publication-unknown';
  if (usable.length > 0) return null;
  const published = aside.filter(({ observation }) => mayBePublished(observation, knownBy));
  if (published.some(({ reason }) => reason === 'across-break')) return 'series-break';
  return published.length > 0 ? 'nothing-comparable' : 'no-report';
}

const isUnbounded = ({ low, high }: Interval): boolean => low === -Infinity && high === Infinity;

/**
 * The number that is shown: the figure that answers for all that is known, else the finite end of what is known, the
 * lower one first. Of figures that contradict each other none answers.
 */
function figureOf(
  used: Evidence['used'],
  known: Interval,
  ofTheDay: readonly Usable[],
  dayOfStart: Day,
): JudgedFigure | null {
  const answers = ofTheDay.find(
    ({ observation, quantity }) =>
      Number.isFinite(quantity.high - quantity.low) &&
      contains(quantity, known) &&
      used.some(each => each.observation === observation),
  );
  if (answers) {
    const { nominal, text } = answers.quantity;
    return { nominal: clamp(nominal, known), text, asOf: answers.observation.asOf, bound: null };
  }
  const newest = latest(used.map(({ observation }) => observation.asOf)) ?? dayOfStart;
  const figure = boundIn(known, newest);
  if (!figure) return null;
  const end = figure.bound === 'high' ? 'high' : 'low';
  const source = used.find(({ observation: { quantity } }) => quantity?.[end] === known[end])?.observation;
  const asOf = figure.bound === 'range' ? newest : (source?.asOf ?? newest);
  return { ...figure, text: source?.quantity?.text ?? null, asOf };
}

/** The finite end of what is known, the lower one first. */
export function boundIn(known: Interval, asOf: Day): JudgedFigure | null {
  if (isUnbounded(known)) return null;
  const isRange = Number.isFinite(known.low) && Number.isFinite(known.high);
  const end = Number.isFinite(known.low) ? 'low' : 'high';
  return { nominal: known[end], text: null, asOf, bound: isRange ? 'range' : end };
}
