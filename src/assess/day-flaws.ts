import { isHold, isMet } from '../methods/goals.ts';
import type { Case } from '../methods/method.ts';
import { type Path, type Point, valueOn } from '../methods/path.ts';
import { bandOf } from '../methods/schedule.ts';
import type { Analysis, Assessment } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import { type DecidedVerdict, decidedVerdicts } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { progressOf } from './progress.ts';

/** Where a target stands as it cannot stand on the day of the analysis, or was measured against another way. */
export function dayFlaws({ asOf, knownBy, bands }: Analysis, assessment: Assessment, at: Flaw['path']): Flaw[] {
  const { goal, readings, value, baseline, evidence } = assessment;
  const hasPassed = asOf >= goal.by;
  const isLate = (day: string | null, limit: string | null) => day !== null && limit !== null && day > limit;
  const late = (path: Flaw['path'], day: string | null, limit: string | null): Flaw[] =>
    isLate(day, limit) ? [{ path: [...at, ...path], found: day, follows: limit }] : [];
  const isStart = value !== null && value.asOf === baseline?.asOf;
  return [
    // Of other readings than the first the deadline is not written down.
    ...readings.slice(0, 1).flatMap(({ possible }) => {
      const follows = possible.filter(verdict => isOfItsTime(verdict, hasPassed || isEachMissed(goal, verdict)));
      return flawsAt([...at, 'readings', 0, 'possible'], possible, follows);
    }),
    ...(hasPassed ? flawsAt([...at, 'at'], assessment.at, goal.by) : late(['at'], assessment.at, asOf)),
    ...(isStart ? [] : late(['value', 'asOf'], value?.asOf ?? null, asOf)),
    ...evidence.used.flatMap(({ observation }, index) => [
      ...late(['evidence', 'used', index, 'observation', 'asOf'], observation.asOf, asOf),
      ...late(['evidence', 'used', index, 'observation', 'published'], observation.published, knownBy),
    ]),
    ...wayFlaws(assessment, at),
    ...progressFlaws(assessment, bands, hasPassed, at),
  ];
}

/** What is expected on the day lies on the way that a chart would draw, which begins at the start. */
function wayFlaws({ at: day, baseline, planned, course }: Assessment, at: Flaw['path']): Flaw[] {
  const [first, ...rest] = course?.path ?? [];
  if (!first || !baseline || planned === null) return [];
  const path: Path = [first as Point, ...(rest as Point[])];
  return [
    ...flawsAt([...at, 'baseline', 'value'], baseline.value, first.value),
    ...flawsAt([...at, 'planned'], planned, valueOn(path, day as Day)),
  ];
}

/** What has to hold in each period is missed with the first in which it does not. */
const isEachMissed = ({ over }: Assessment['goal'], verdict: DecidedVerdict): boolean =>
  over?.aggregate === 'each' && verdict === 'missed';

/** Once its day has passed a target is met or missed, and before it is not missed. */
export const isOfItsTime = (verdict: DecidedVerdict, hasPassed: boolean): boolean =>
  hasPassed ? verdict === 'met' || verdict === 'missed' : verdict !== 'missed';

/** The numbers beside a verdict, from the value, the start and what the way there expects, which is only told. */
function progressFlaws(assessment: Assessment, bands: Analysis['bands'], hasPassed: boolean, at: Flaw['path']): Flaw[] {
  const { goal, baseline, value, planned } = assessment;
  // What a span has done and what is left of it is not written down.
  if (goal.over || goal.against !== null) return [];
  const nominal = value?.nominal ?? null;
  const whole: Omit<Case, 'baseline'> = {
    goal: { comparator: goal.comparator, value: goal.value, low: goal.low, high: goal.high, step: 0, wanted: null },
    by: goal.by as Day,
    at: assessment.at as Day,
    hasPassed,
    // All that is known of the way is what it expects on the day.
    milestones: planned === null ? [] : [{ by: assessment.at as Day, value: planned }],
    isBinding: assessment.commitment === 'binding',
    isEvent: assessment.kind === 'event',
    isMonotone: false,
    bands,
    changeInterval: 0,
    changePerYear: 0,
    history: [],
    isMetAsPrinted: null,
    wasMet: false,
    span: null,
  };
  const start = baseline && { at: baseline.asOf as Day, value: baseline.value };
  // A start that figures exclude, or that is of another definition, is no start of a way.
  const ways = [start, null].map(each => progressOf({ ...whole, baseline: each }, nominal));
  const flaws = ways.map(way =>
    (Object.keys(way) as (keyof typeof way)[]).flatMap(key =>
      key === 'monthsAhead' || isNear(assessment[key], way[key])
        ? []
        : flawsAt([...at, key], assessment[key], way[key]),
    ),
  );
  return [...(flaws.find(each => each.length === 0) ?? flaws[0] ?? []), ...paceFlaws(assessment, bands, hasPassed, at)];
}

/** But for the last digit that is written. */
const isNear = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) <= ROUNDED * Math.max(1, Math.abs(a));
const ROUNDED = 1e-6;

/** Where nothing but the pace decides, the verdict is that of the pace. A count that fell below its start may be no count. */
function paceFlaws(assessment: Assessment, bands: Analysis['bands'], hasPassed: boolean, at: Flaw['path']): Flaw[] {
  const { method, pace, possible, readings, value, reasons, evidence, commitment } = assessment;
  const [verdict] = possible;
  const isPaced =
    verdict !== undefined && decidedVerdicts[verdict].isPace && possible.length === 1 && readings.length === 1;
  const isPlain = value?.bound === null && !reasons.some(({ code }) => code === 'on-the-line');
  // What is held keeps its verdict, however far a way through milestones would have led.
  const isHeld = isHold(assessment.goal) && value !== null && isMet(assessment.goal, value.nominal ?? Number.NaN);
  const isContested = evidence.used.some(({ reason }) => reason === 'conflict-side');
  if (method !== 'schedule' || pace === null || pace < 0 || hasPassed || !isPaced || !isPlain || isHeld || isContested)
    return [];
  const isBinding = commitment === 'binding';
  const follows = [pace, pace - ROUNDED, pace + ROUNDED].map(each => bandOf(each, bands, isBinding));
  return follows.includes(verdict) ? [] : [flawAt([...at, 'pace'], pace)];
}
