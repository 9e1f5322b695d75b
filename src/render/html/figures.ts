import type { AnalysisObservation, Assessment } from '../../model/analysis.ts';
import type { Relation } from '../../model/plan.ts';
import type { SetAsideReason } from '../../model/reason.ts';
import { relationOf } from '../../model/relation.ts';
import { type Day, dayNumber } from '../../values/day.ts';

/** A figure on a chart over time. */
export interface DrawnFigure {
  readonly day: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly nominal: number;
  readonly text: string;
  readonly use: 'used' | 'contested' | 'aside';
  readonly relation: Relation;
}

/** What is said of another quantity than the target's has no place on its axis; it stands in the list of the evidence. */
const OF_SOMETHING_ELSE: ReadonlySet<SetAsideReason> = new Set([
  'unusable',
  'another-region',
  'no-figure',
  'claim-against-another-target',
  'goal',
  'proposed',
  'flow-not-stock',
  'other-span',
  'stock-not-flow',
  'part-scope',
  'factor-missing',
]);

/** What is worked out of several figures stands on another axis than they do, but not than a figure of the whole span. */
function isOnAxis({ over }: Assessment['goal'], { flow, asOf }: AnalysisObservation): boolean {
  if (over === null || over.aggregate === 'mean' || over.aggregate === 'each') return true;
  return flow !== null && asOf === over.to && dayNumber(flow.from as Day) <= dayNumber(over.from as Day) + 1;
}

/** The figures of the target's own indicator and region, oldest first. */
export function drawnFigures(assessment: Assessment): DrawnFigure[] {
  const { used, setAside } = assessment.evidence;
  const isOwn = (observation: AnalysisObservation) =>
    observation.indicator === assessment.indicator &&
    observation.region === assessment.region &&
    observation.scope === 'whole' &&
    isOnAxis(assessment.goal, observation);
  const drawn = (observation: AnalysisObservation, use: DrawnFigure['use']): DrawnFigure[] => {
    const { value, asOf: day, counts } = observation;
    if (!value || !isOwn(observation)) return [];
    const { low, high, nominal, text } = value;
    return [{ day, low, high, nominal, text, use, relation: relationOf(assessment.counts, counts) ?? 'other' }];
  };
  return [
    ...setAside.flatMap(({ observation, reason }) =>
      OF_SOMETHING_ELSE.has(reason) ? [] : drawn(observation, 'aside'),
    ),
    ...used.flatMap(({ observation, reason }) => drawn(observation, reason === 'conflict-side' ? 'contested' : 'used')),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
