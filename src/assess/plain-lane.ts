import { isAlone, type PlainRule, plainEvidence, plainRule, plainSeries, shownOf } from '../evidence/plain.ts';
import type { Judged } from '../model/judged.ts';
import type { Observation } from '../model/observation.ts';
import type { PlacedTarget } from '../model/outline.ts';
import type { Indicator, Plan, Reading } from '../model/plan.ts';
import type { RegionTree } from '../model/regions.ts';
import { fingerprintOf, gapOf } from './conclusions.ts';
import { judgedOf, valueRow } from './judge-target.ts';
import { type AssessOptions, judgedIndicator, readingsFor, type Understanding, understand } from './understand.ts';
import { isPastIdle, judgedAlike, tableFor, type VerdictTables } from './verdict-table.ts';

/*
 * Ordinary figures, of which a batch has millions, are judged without asking what contradictions and parts might leave. The
 * verdict is worked out by the same worlds and methods as any other; whatever is not ordinary is left to the general lane.
 */

/** What is the same of one target in all regions that are judged alike. */
interface Lane {
  readonly options: AssessOptions;
  readonly indicator: Indicator;
  readonly reading: Reading;
  /** Null where figures of this target are never ordinary. */
  readonly rule: PlainRule | null;
  readonly tables: VerdictTables;
}

/** What is judged of a target with an ordinary series; null where anything about it is unusual. */
export function plainlyJudged(
  plan: Plan,
  placed: PlacedTarget,
  own: readonly Observation[],
  tree: RegionTree,
  options: AssessOptions,
): Judged | null {
  if (own.length === 0 || options.knownBy !== undefined) return null;
  const lane = laneOf(plan, placed, options);
  const { rule, reading, indicator, tables } = lane;
  if (!rule || !isAlone(rule, tree)) return null;
  const series = plainSeries(rule, { asOf: options.asOf, region: options.region }, own);
  if (!series) return null;
  const given = { plan, target: placed.target, indicator, options };
  const understood = () => understand(given, reading, plainEvidence(series, rule));
  const { judged, earlier } = series;
  const day = judged.asOf === options.asOf ? judged.asOf : `${options.asOf} ${judged.asOf}`;
  const table = tableFor(tables, day, understood);
  const judgedAs = (shown: Understanding): Judged =>
    judgedOf({ plan, placed, indicator, understandings: [shown], shown, options });
  const shown = shownOf(judged);
  const isIdle = table && isPastIdle(table, earlier);
  const like = isIdle && judgedAlike(table, shown, () => judgedAs(understood()));
  return like ? withValue(like, plan, options.region, valueRow(shown)) : judgedAs(understood());
}

/** The same of another region, and with another value. */
const withValue = (like: Judged, plan: Plan, region: string, value: Judged['value']): Judged => ({
  target: like.target,
  indicator: like.indicator,
  whole: like.whole,
  measure: like.measure,
  tasks: like.tasks,
  region,
  commitment: like.commitment,
  goal: like.goal,
  inForce: like.inForce,
  verdict: like.verdict,
  possible: like.possible,
  severity: like.severity,
  early: like.early,
  value,
  gap: gapOf(like.goal, value),
  reasons: like.reasons,
  readings: like.readings,
  missingParts: like.missingParts,
  fingerprint: fingerprintOf(plan.id, like.target, region),
});

const lanes = new WeakMap<PlacedTarget, Lane>();

function laneOf(plan: Plan, placed: PlacedTarget, options: AssessOptions): Lane {
  const found = lanes.get(placed);
  const { target } = placed;
  if (found && areAlike(target.id, found.options, options)) return found;
  const indicator = judgedIndicator(plan, target.indicator, options);
  const readings = readingsFor(target, indicator, options);
  const [reading, another] = readings;
  if (!reading) throw new Error(`target ${target.id} has no reading`);
  const isOne = another === undefined && target.readings.includes(reading) && !reading.goal.assumedTolerance;
  const rule = isOne ? plainRule(plan, target.indicator, indicator, reading) : null;
  const lane: Lane = { options, indicator, reading, rule, tables: new Map() };
  lanes.set(placed, lane);
  return lane;
}

/** Days and regions differ from group to group; all else is asked for once. */
const areAlike = (target: string, a: AssessOptions, b: AssessOptions): boolean =>
  a.method === b.method &&
  a.compare === b.compare &&
  a.maxAgeMonths === b.maxAgeMonths &&
  a.bands === b.bands &&
  (a.readings === b.readings || a.readings[target] === b.readings[target]);
