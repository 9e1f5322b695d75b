import type { Evidence } from '../evidence/evidence.ts';
import type { Ordinary } from '../evidence/plain.ts';
import { canBeMet, isDirectionOnly, isMet } from '../methods/goals.ts';
import { hingesOf } from '../methods/judge.ts';
import type { Case } from '../methods/method.ts';
import { methods } from '../methods/registry.ts';
import type { Judged } from '../model/judged.ts';
import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { EVERYTHING, type Interval } from '../values/interval.ts';
import { refusalOf } from './deciding.ts';
import { besideOf, crossings, samplesOf } from './samples.ts';
import type { Understanding } from './understand.ts';
import { answersIn, type OpenSide } from './worlds.ts';

/*
 * A batch judges the same target on the same day of thousands of regions. Where nothing but the value differs, the values
 * are cut once into stretches in which all worlds end alike, by trying them as for any figure; a figure that lies in one of
 * these ends in what its stretch does. Where one reaches beyond, its own worlds are tried.
 */

/** What becomes of the values between two edges, in which every world ends in the same. */
interface ValueStretch {
  readonly possible: readonly DecidedVerdict[];
  /** What was judged of a figure in it. */
  judged: Judged | undefined;
  /** The same by why the method has no answer, where several verdicts are possible. */
  readonly refused: Map<RefusalReason | null, Judged>;
}

interface VerdictTable {
  /** A figure of the same day, understood in full. */
  readonly like: Understanding;
  /** Which earlier figures may change what a value ends in. */
  readonly past: 'nothing' | 'what-met' | 'anything';
  /** The ends of the stretches, the lowest first. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly stretches: readonly ValueStretch[];
}

/** By the day of the analysis and that of the figure; null until the second figure that asks. */
export type VerdictTables = Map<string, VerdictTable | null>;

/** So many days are remembered. */
const MOST_DAYS = 400;

/** The table for a figure of one day, once another one has asked for that day: most are never asked for again. */
export function tableFor(tables: VerdictTables, key: string, understood: () => Understanding): VerdictTable | null {
  const found = tables.get(key);
  if (found) return found;
  if (tables.size >= MOST_DAYS) tables.clear();
  const table = found === undefined ? null : tableOf(understood());
  tables.set(key, table);
  return table;
}

/** Whether the earlier figures of a series, all ordinary, change nothing of what its value ends in. */
export function isPastIdle({ past, like }: VerdictTable, earlier: readonly Ordinary[]): boolean {
  if (earlier.length === 0 || past === 'nothing') return true;
  const { goal } = like.frame;
  return (
    past === 'what-met' && !earlier.some(({ quantity }) => canBeMet(goal, quantity) || isMet(goal, quantity.nominal))
  );
}

function pastThatMatters({ frame, method, worlds }: Understanding): VerdictTable['past'] {
  const { goal, hasPassed } = frame;
  if (isDirectionOnly(goal)) return 'anything';
  if (hasPassed) return 'nothing';
  const mayStartBeMet = worlds.some(({ start }) => start?.intervals.some(interval => canBeMet(goal, interval)));
  const isOfStart = methods[method].looksAt(false).every(point => point === 'start');
  return isOfStart && !mayStartBeMet ? 'what-met' : 'anything';
}

/**
 * What is judged of every figure in its stretch, whatever its value; worked out with the first of them. Undefined where
 * its value reaches beyond each stretch.
 */
export function judgedAlike(
  table: VerdictTable,
  { known, figure }: Pick<Evidence, 'known' | 'figure'>,
  judge: () => Judged,
): Judged | undefined {
  const stretch = stretchAround(table, known);
  if (!stretch) return undefined;
  if (stretch.possible.length === 1) {
    stretch.judged ??= judge();
    return stretch.judged;
  }
  const why = refusalOf(table.like, figure?.nominal);
  const found = stretch.refused.get(why) ?? judge();
  stretch.refused.set(why, found);
  return found;
}

function stretchAround({ lows, highs, stretches }: VerdictTable, { low, high }: Interval): ValueStretch | undefined {
  let index = lows.length - 1;
  while (index >= 0 && (lows[index] ?? 0) > low) index--;
  return index >= 0 && high <= (highs[index] ?? 0) ? stretches[index] : undefined;
}

/** In more worlds than a figure has: whatever value its start had, a count need not have risen from there. */
function startOf({ worlds }: Understanding): OpenSide['start'] {
  const start = worlds[0]?.start ?? null;
  return start?.rise ? { ...start, rise: null } : start;
}

function tableOf(like: Understanding): VerdictTable {
  const { method, frame } = like;
  const start = startOf(like);
  const inside = edgesIn(like, start);
  const stretches = [-Infinity, ...inside].flatMap((edge, index) => {
    const value = { low: beside(edge, 1), high: beside(inside[index] ?? Infinity, -1) };
    if (!(value.low < value.high)) return [];
    const answers = answersIn(methods[method], frame, { value, start, history: [], isMetAsPrinted: null });
    const [possible] = answers;
    const isOne = possible && answers.every(each => each.join() === possible.join());
    return isOne ? [{ value, stretch: { possible, judged: undefined, refused: new Map() } }] : [];
  });
  return {
    like,
    past: pastThatMatters(like),
    lows: Float64Array.from(stretches, ({ value }) => value.low),
    highs: Float64Array.from(stretches, ({ value }) => value.high),
    stretches: stretches.map(({ stretch }) => stretch),
  };
}

const beside = (edge: number, side: -1 | 1): number => (Number.isFinite(edge) ? edge + side * besideOf(edge) : edge);

/** Where a verdict may change: cut anywhere, stretches are right; cut here, few figures reach beyond one. */
function edgesIn({ frame, method }: Understanding, start: OpenSide['start']): number[] {
  const { goal, milestones } = frame;
  const ends = (start?.intervals ?? []).flatMap(({ low, high }) => [low, high]);
  const printed = [goal.low, goal.high, ...milestones.map(({ value }) => value)].filter(edge => edge !== null);
  const own = [...printed, ...ends];
  const turnsFrom = (from: number | null): number[] => {
    const baseline = start && from !== null ? { at: start.at, value: from } : null;
    const history = baseline && baseline.at < frame.at ? [baseline] : [];
    const world: Case = { isMetAsPrinted: null, baseline, history, wasMet: false, ...frame };
    return crossings(value => hingesOf(methods[method], world, value), samplesOf(EVERYTHING, own));
  };
  const turns = ends.length > 0 ? ends.flatMap(turnsFrom) : turnsFrom(null);
  return [...new Set([...own, ...turns])].sort((a, b) => a - b);
}
