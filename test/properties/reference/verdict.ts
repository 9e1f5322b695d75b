/*
 * The verdict of one world (design §7, docs/methods.md): formulas over linear forms, in which every question is whether
 * a form is negative. A world of numbers answers it at once; a set of worlds answers it both ways where both are
 * possible (possible.ts). So the same lines judge one trajectory and all of them.
 *
 * Judged here: met · missed · lost · open · schedule with milestones and binding targets · projection · hold · direction ·
 * growth-ratio (from a start that is one number) · bands, judged by their nearer edge · on the line as printed.
 */
import type { DecidedVerdict } from '../../../src/model/verdict.ts';
import { dayNumber, yearsBetween } from './days.ts';
import type { Edge, Goal, Milestone } from './goals.ts';
import { constant, type Form, isConstant, minus, plus, scaled } from './linear.ts';

/** Whether a form is below zero in the world that is judged. */
export type IsNegative = (form: Form) => boolean;

export interface Value {
  readonly day: string;
  readonly form: Form;
  /** The value was printed as just this number, as fine as the edge: then it stands on it. */
  readonly isOn: (edge: Edge) => boolean;
}

export interface World {
  readonly goal: Goal;
  readonly by: string;
  readonly hasPassed: boolean;
  readonly method: string;
  readonly isBinding: boolean;
  readonly isMonotone: boolean;
  readonly value: Value;
  /** What the start is where its pace is asked, and where it is held against the goal. */
  readonly start: { readonly pace: Value; readonly named: Value } | null;
  readonly history: readonly Value[];
  readonly path: readonly Milestone[];
}

const PACES: readonly DecidedVerdict[] = ['reversing', 'far-behind', 'behind', 'nearly', 'on-schedule'];

/** More than one verdict only where a method has no answer. */
export function verdictsOf(world: World, isNegative: IsNegative): readonly DecidedVerdict[] {
  const { goal, value, hasPassed, start, history, isMonotone } = world;
  const isMet = (each: Value) => fulfils(goal, each, isNegative);
  if (goal.direction !== null) return ofDirection(world, goal.direction, isNegative);
  if (isMet(value)) return [hasPassed ? 'met' : whileMet(world, isNegative)];
  if (hasPassed) return ['missed'];
  if ((start && isMet(start.named)) || history.some(isMet)) return ['lost'];
  // A count that only rises has passed the goal on its way and cannot come back to it.
  if (isMonotone && goal.high && isNegative(minus(constant(goal.high.number), value.form))) return ['lost'];
  return ofPace(world, isNegative);
}

function fulfils({ low, high }: Goal, value: Value, isNegative: IsNegative): boolean {
  return (!low || isBeyond(low, value, 1, isNegative)) && (!high || isBeyond(high, value, -1, isNegative));
}

/** On the wanted side of an edge: above it (+1) or below it (−1); on it, unless the edge is left out. */
function isBeyond(edge: Edge, value: Value, side: 1 | -1, isNegative: IsNegative): boolean {
  if (value.isOn(edge)) return !edge.isOpen;
  const beyond = scaled(minus(value.form, constant(edge.number)), side);
  return edge.isOpen ? isNegative(scaled(beyond, -1)) : !isNegative(beyond);
}

function ofDirection(world: World, direction: 1 | -1, isNegative: IsNegative): readonly DecidedVerdict[] {
  const { start, hasPassed, value, method } = world;
  if (!start) return hasPassed ? ['missed', 'met'] : ['open'];
  const change = scaled(minus(value.form, start.pace.form), direction);
  const isRight = () => isNegative(scaled(change, -1));
  if (hasPassed) return [isRight() ? 'met' : 'missed'];
  if (value.day <= start.pace.day) return ['open'];
  if (method !== 'schedule') return [byDirection(world, direction, isNegative)];
  return [isRight() ? 'on-schedule' : isNegative(change) ? 'reversing' : 'far-behind'];
}

/** What the start fulfils is to be kept under every method; under the trends all that is met may slip. */
function whileMet(world: World, isNegative: IsNegative): DecidedVerdict {
  const { goal, method, start } = world;
  const looksAtTheWay = method === 'schedule' || method === 'growth-ratio';
  if (looksAtTheWay && !(start && fulfils(goal, start.named, isNegative))) return 'met';
  const first = earlier(world)[0];
  const isTwoSided = goal.low !== null && goal.high !== null;
  const isWorse = first && !isTwoSided && isNegative(towards(world, first.form, goal.low ? 1 : -1));
  if (isWorse) return 'slipping';
  return goal.isHold ? 'on-schedule' : 'met';
}

/** The trend looks at six points at most: the value and up to five before it, the start among them. */
function earlier({ start, history, value }: World): readonly Value[] {
  const begin = start && start.pace.day < value.day ? [start.pace] : [];
  return [...begin, ...history].slice(-5);
}

/** How far the value has come since another, in a wanted direction. */
const towards = ({ value }: World, from: Form, side: 1 | -1): Form => scaled(minus(value.form, from), side);

function ofPace(world: World, isNegative: IsNegative): readonly DecidedVerdict[] {
  const { method, start, value } = world;
  if (method === 'schedule' || method === 'growth-ratio') {
    if (!start || value.day <= start.pace.day) return ['open'];
    return method === 'schedule'
      ? [bySchedule(world, start.pace, isNegative)]
      : byGrowth(world, start.pace, isNegative);
  }
  if (earlier(world).length === 0) return PACES;
  const side = sideOf(world.goal, value.form, isNegative);
  if (method === 'hold') return [byHold(world, side, isNegative)];
  return [method === 'direction' ? byDirection(world, side, isNegative) : byProjection(world, side, isNegative)];
}

/** +1 where more is wanted: below a goal, or below a band. */
function sideOf({ low, high }: Goal, form: Form, isNegative: IsNegative): 1 | -1 {
  if (!low || !high) return low ? 1 : -1;
  return isNegative(minus(form, constant(low.number))) ? 1 : -1;
}

/** What a value that is on this side of the goal lacks, and what lies beyond it counted below zero. */
function lack({ low, high }: Goal, form: Form, side: 1 | -1): Form {
  const edge = (side === 1 ? low : high) ?? low ?? high;
  return scaled(minus(constant(edge?.number ?? 0), form), side);
}

/** Pace = done ÷ planned, both in units of the indicator: what the start lacked less what is lacking, now and by plan. */
function bySchedule(world: World, start: Value, isNegative: IsNegative): DecidedVerdict {
  const { goal, value, path, isBinding } = world;
  if (path.some(({ by, edge }) => by === value.day && value.isOn(edge))) return 'on-schedule';
  const side = sideOf(goal, start.form, isNegative);
  const atStart = lack(goal, start.form, side);
  const done = minus(atStart, lack(goal, value.form, sideOf(goal, value.form, isNegative)));
  const planned = minus(atStart, lack(goal, expectedOn(world, start, side), side));
  const isShortOf = (pace: number) => isNegative(minus(done, scaled(planned, pace)));
  if (!isNegative(scaled(planned, -1))) return isNegative(done) ? 'reversing' : 'on-schedule';
  if (!isShortOf(1)) return 'on-schedule';
  if (!isShortOf(0.95)) return isBinding ? 'behind' : 'nearly';
  if (!isShortOf(0.6)) return 'behind';
  return isShortOf(0) ? 'reversing' : 'far-behind';
}

/** Straight from the start through the milestones between it and the deadline to the goal's edge on this side. */
function expectedOn({ goal, by, path, value }: World, start: Value, side: 1 | -1): Form {
  const edge = (side === 1 ? goal.low : goal.high) ?? goal.low ?? goal.high;
  const between = path.filter(each => each.by > start.day && each.by < by).toSorted((a, b) => (a.by < b.by ? -1 : 1));
  const ends = [...between, { by, edge }].map(each => ({ day: each.by, form: constant(each.edge?.number ?? 0) }));
  const points = [{ day: start.day, form: start.form }, ...ends];
  const at = points.findIndex(({ day }) => value.day <= day);
  const [from, to] = [points[at - 1], points[at]];
  if (!from || !to) return start.form;
  const share = yearsBetween(from.day, value.day) / yearsBetween(from.day, to.day);
  return plus(scaled(from.form, 1 - share), scaled(to.form, share));
}

function byHold(world: World, side: 1 | -1, isNegative: IsNegative): DecidedVerdict {
  const change = sinceFirst(world, side);
  if (isNegative(change)) return 'reversing';
  return isNegative(scaled(change, -1)) ? 'behind' : 'far-behind';
}

const sinceFirst = (world: World, side: 1 | -1): Form => towards(world, earlier(world)[0]?.form ?? constant(0), side);

function byDirection(world: World, side: 1 | -1, isNegative: IsNegative): DecidedVerdict {
  const mean = sinceFirst(world, side);
  const last = towards(world, earlier(world).at(-1)?.form ?? constant(0), side);
  const isRight = (change: Form) => isNegative(scaled(change, -1));
  if (isRight(mean)) return isRight(last) ? 'on-schedule' : 'nearly';
  if (isRight(last)) return 'behind';
  return isNegative(mean) ? 'reversing' : 'far-behind';
}

/** Where it lands if it goes on as since the first point; what the landing lacks, as a share of what is lacking today. */
function byProjection(world: World, side: 1 | -1, isNegative: IsNegative): DecidedVerdict {
  const { goal, value, by } = world;
  const change = sinceFirst(world, side);
  if (isNegative(change)) return 'reversing';
  if (!isNegative(scaled(change, -1))) return 'far-behind';
  const first = earlier(world)[0] ?? value;
  const times = (dayNumber(by) - dayNumber(value.day)) / (dayNumber(value.day) - dayNumber(first.day));
  const landing = plus(value.form, scaled(minus(value.form, first.form), times));
  const today = lack(goal, value.form, side);
  const sides: (1 | -1)[] = goal.low && goal.high ? [1, -1] : [side];
  const room = (share: number) => sides.map(each => minus(scaled(today, share), lack(goal, landing, each)));
  if (room(0.05).every(each => isNegative(scaled(each, -1)))) return 'on-schedule';
  return room(0.2).every(each => !isNegative(each)) ? 'nearly' : 'behind';
}

/** Yearly growth so far against the yearly growth needed; both from one number, so that a band is one value, too. */
function byGrowth({ goal, value, by }: World, start: Value, isNegative: IsNegative): readonly DecidedVerdict[] {
  if (!isConstant(start.form)) throw new Error('growth is judged here from a start that is one number');
  const base = start.form.constant;
  const target = goal.low?.number ?? goal.high?.number ?? 0;
  const side = goal.low ? 1 : -1;
  if (base <= 0 || target <= 0 || isNegative(value.form)) return PACES;
  const needed = Math.abs((target / base) ** (1 / yearsBetween(start.day, by)) - 1);
  const valueAt = (ratio: number) => base * (1 + side * ratio * needed) ** yearsBetween(start.day, value.day);
  const isShortOf = (ratio: number) => isNegative(scaled(minus(value.form, constant(valueAt(ratio))), side));
  if (!isShortOf(0.95)) return ['on-schedule'];
  if (!isShortOf(0.6)) return ['behind'];
  return [isShortOf(0) ? 'reversing' : 'far-behind'];
}
