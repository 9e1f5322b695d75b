import type { Observation } from '../model/observation.ts';
import type { Plan, Reading } from '../model/plan.ts';
import type { Lack } from '../model/reason.ts';
import type { RegionTree } from '../model/regions.ts';
import { floorOf } from '../model/summable.ts';
import { type Day, latest } from '../values/day.ts';
import { clamp, hull, type Interval, intersect, isSame, overlaps } from '../values/interval.ts';
import { chooseDay } from './choose-day.ts';
import { isFloor } from './claim.ts';
import { derive, unneeded } from './derive.ts';
import { type Fates, fatesOf } from './fates.ts';
import { type Model, modelOf } from './model.ts';
import { type Pool, poolOf, summed } from './pool.ts';
import { type Aside, mayBeKnown, type Question, type Usable } from './screen.ts';
import { type EvidenceSide, evidenceSides } from './side.ts';
import { claimOfStart, startOf } from './start.ts';

/** What the observations say of one reading's value on the day that is judged, and of the days before it. */
export interface Evidence extends Fates {
  readonly at: Day;
  /** Each side of a contradiction; one where all agree. Never none: what is not known is unbounded. */
  readonly sides: readonly EvidenceSide[];
  /** What the sides leave possible together. */
  readonly known: Interval;
  readonly figure: Figure | null;
  /** Some figure, or the start that the plan names, stands on one side and not on another. */
  readonly isContested: boolean;
  readonly isStartContested: boolean;
  /** What is lacking, where something is: the reason to give when the worlds of each side disagree. */
  readonly lack: Lack | null;
  /** The verdict rests on an identity of the plan, not on a reported figure alone. */
  readonly isDerived: boolean;
  /** Figures of the whole between the start and the judged day, oldest first. */
  readonly history: readonly Usable[];
}

/** The number to show: as it was printed where a figure answers, else the finite end of what is known. */
interface Figure {
  readonly nominal: number;
  readonly text: string | null;
  readonly asOf: Day;
  /** Which ends are known where no figure of the whole answers; null where one does. */
  readonly bound: 'low' | 'high' | 'range' | null;
}

export interface Ask {
  readonly plan: Plan;
  readonly indicatorId: string;
  readonly question: Question;
  readonly region: RegionTree;
  /** Leave the identities of the plan out. */
  readonly isDirectOnly: boolean;
}

export function gatherEvidence(ask: Ask, reading: Reading, observations: readonly Observation[]): Evidence {
  const { plan, question, region } = ask;
  const { indicator, asOf, knownBy } = question;
  const start = reading.baseline
    ? { at: reading.baseline.asOf, interval: startOf(reading.baseline, question.counts, floorOf(indicator)) }
    : null;
  const own = observations.filter(observation => observation.indicator === ask.indicatorId);
  const { pool, model } = modelFor(ask, reading, own, start);
  const { at, lack } = chooseDay(question, reading, model);
  const meant = model.usable.filter(({ role, observation }) => role === 'same' && observation.region === region.id);
  const history = meant.filter(({ observation: { asOf: day } }) => day < at && (start === null || day > start.at));
  const days = [...new Set(history.map(({ observation }) => observation.asOf))];
  const reported = evidenceSides(model, { at, start, daysOfHistory: days });
  const fates = fatesOf(model, at, reported, question, reading);
  const ofTheDay = meant.filter(({ observation }) => observation.asOf === at);
  const isSilent = ofTheDay.length === 0;
  const derived = derive(plan, indicator, at, { asOf, knownBy, region, deadline: reading.by }, observations);
  const { interval: product } = derived;
  const sides =
    product && isSilent && !ask.isDirectOnly ? reported.flatMap(side => derivedIn(side, product)) : reported;
  const isDerived = sides.some(({ ends }) => ends === null);
  const used = [...fates.used, ...(isDerived ? derived.from.map(asDerived) : [])];
  const known = knownIn(sides);
  const { contested } = model.sidesOn(at);
  return {
    at,
    sides,
    known,
    figure: figureOf(
      used,
      known,
      ofTheDay.filter(each => !isFloor(each, model.dating)),
      start?.at ?? at,
    ),
    used,
    setAside: [
      ...pool.aside,
      ...fates.setAside,
      ...derived.aside,
      ...(product && !isDerived ? derived.from.map(unneeded) : []),
    ],
    isContested: contested.size > 0,
    isStartContested: contested.has(null),
    lack: isDerived
      ? 'only-a-bound'
      : (lackOf(model, pool.aside, at, knownBy) ?? lack ?? (isSilent ? 'only-a-bound' : null)),
    isDerived,
    history,
  };
}

type Start = { readonly at: Day; readonly interval: Interval } | null;

function modelFor(
  { plan, question, region }: Ask,
  { by: deadline, baseline, goal }: Reading,
  own: readonly Observation[],
  start: Start,
): { readonly pool: Pool; readonly model: Model } {
  const { indicator, asOf } = question;
  const inside = summed(indicator, region);
  const dating = { isMonotone: indicator.monotone, deadline };
  const isMeant = baseline && start && isSame(start.interval, baseline.value);
  const pool = poolOf(
    {
      region: inside,
      dating,
      anchor: baseline?.asOf ?? plan.period.from,
      yardstick: {
        indicator,
        start: isMeant ? { asOf: baseline.asOf, nominal: baseline.value.nominal, low: baseline.value.low } : null,
        goal: goal.value ?? goal.low ?? goal.high,
      },
      authorities: plan.authorities,
      ...question,
    },
    own,
  );
  const model = modelOf(
    {
      region: inside,
      dating,
      floor: floorOf(indicator),
      start: start && indicator.monotone ? claimOfStart(start.at, start.interval, region.id) : null,
      otherDay: asOf < deadline ? asOf : deadline,
    },
    pool.usable,
  );
  return { pool, model };
}

/** What an identity says where no figure of the day does; where it excludes what is reported, either may be right. */
function derivedIn(side: EvidenceSide, product: Interval): EvidenceSide[] {
  const { interval } = side.value;
  const among = (interval: Interval): EvidenceSide => ({ ...side, value: { interval, figure: null }, ends: null });
  return overlaps(interval, product) ? [among(intersect(interval, product))] : [side, among(product)];
}

const asDerived = (observation: Observation) => ({ observation, reason: 'derived' as const });

/** A lower end that is only the floor of the indicator counts as unknown. */
function knownIn(sides: readonly EvidenceSide[]): Interval {
  const found = sides.map(({ value: { interval }, ends }) =>
    ends?.low.why.by === 'nothing' ? { ...interval, low: -Infinity } : interval,
  );
  return hull(found);
}

function lackOf(model: Model, aside: readonly Aside[], at: Day, knownBy: Day | null): Lack | null {
  const { sides, dropped } = model.sidesOn(at);
  if (dropped.length > 0) return 'too-contradictory';
  if (sides.some(({ claims }) => [...claims].some(({ reading }) => reading === 'not-known-yet')))
    return 'publication-unknown';
  if (model.usable.length > 0) return null;
  const known = aside.filter(({ observation }) => mayBeKnown(observation, knownBy));
  if (known.some(({ reason }) => reason === 'across-break')) return 'series-break';
  return known.length > 0 ? 'nothing-comparable' : 'no-report';
}

const isUnbounded = ({ low, high }: Interval): boolean => low === -Infinity && high === Infinity;

/** The number that is shown: the figure that answers, else the finite end of what is known, the lower one first. */
function figureOf(
  used: Evidence['used'],
  known: Interval,
  ofTheDay: readonly Usable[],
  dayOfStart: Day,
): Figure | null {
  const answers = ofTheDay.find(
    ({ observation, quantity: { low, high } }) =>
      Number.isFinite(high - low) && used.some(each => each.observation === observation),
  );
  if (answers) {
    const { nominal, text } = answers.quantity;
    return { nominal: clamp(nominal, known), text, asOf: answers.observation.asOf, bound: null };
  }
  if (isUnbounded(known)) return null;
  const isRange = Number.isFinite(known.low) && Number.isFinite(known.high);
  const end = Number.isFinite(known.low) ? 'low' : 'high';
  const source = used.find(({ observation: { quantity } }) => quantity?.[end] === known[end])?.observation;
  const newest = latest(used.map(({ observation }) => observation.asOf)) ?? dayOfStart;
  return {
    nominal: known[end],
    text: source?.quantity?.text ?? null,
    asOf: isRange ? newest : (source?.asOf ?? newest),
    bound: isRange ? 'range' : end,
  };
}
