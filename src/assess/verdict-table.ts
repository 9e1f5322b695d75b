import type { Evidence } from '../evidence/evidence.ts';
import { hingesOf } from '../methods/judge.ts';
import type { Case } from '../methods/method.ts';
import { methods } from '../methods/registry.ts';
import type { Reading } from '../model/plan.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { EVERYTHING, type Interval } from '../values/interval.ts';
import { besideOf, crossings, samplesOf } from './samples.ts';
import { type TargetGiven, type Understanding, understand } from './understand.ts';
import { answersIn, type OpenSide } from './worlds.ts';

/*
 * A batch judges the same target on the same day of thousands of regions. Where nothing but the value differs, the values
 * are cut once into stretches in which all worlds end alike, by trying them as for any figure; a figure that lies in one of
 * these ends in what its stretch does. Where one reaches beyond, its own worlds are tried.
 */

/** Values in which every world ends in the same. */
interface ValueStretch extends Interval {
  readonly possible: readonly DecidedVerdict[];
}

interface VerdictTable {
  /** A figure of the same day, understood in full. */
  readonly like: Understanding;
  readonly stretches: readonly ValueStretch[];
}

/** By the day of the figure and whether the deadline has passed; null until the second figure that asks. */
export type VerdictTables = Map<string, VerdictTable | null>;

/** So many days are remembered. */
const MOST_DAYS = 400;

/** A reading with one ordinary figure, whose verdict stands in a table; null where it does not. */
export function tabled(
  tables: VerdictTables,
  given: TargetGiven,
  reading: Reading,
  evidence: Evidence,
): Understanding | null {
  const key = given.options.asOf >= reading.by ? `${evidence.at}!` : evidence.at;
  const table = tables.get(key);
  if (!table) {
    if (tables.size >= MOST_DAYS) tables.clear();
    // Most days that are asked for once are never asked for again.
    tables.set(key, table === undefined ? null : tableOf(understand(given, reading, evidence)));
    return null;
  }
  const { known } = evidence;
  const stretch = table.stretches.find(({ low, high }) => low <= known.low && known.high <= high);
  if (!stretch) return null;
  const { like } = table;
  const { possible } = stretch;
  return {
    indicatorId: like.indicatorId,
    reading,
    evidence,
    frame: like.frame,
    printed: like.printed,
    method: like.method,
    worlds: [{ value: known, isMetAsPrinted: null, start: startOf(like), history: [], possible }],
    possible,
    onTheLine: null,
  };
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
  const stretches = [-Infinity, ...inside].flatMap((edge, index): ValueStretch[] => {
    const value = { low: beside(edge, 1), high: beside(inside[index] ?? Infinity, -1) };
    if (!(value.low < value.high)) return [];
    const answers = answersIn(methods[method], frame, { value, start, history: [], isMetAsPrinted: null });
    const [possible] = answers;
    return possible && answers.every(each => each.join() === possible.join()) ? [{ ...value, possible }] : [];
  });
  return { like, stretches };
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
