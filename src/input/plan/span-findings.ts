import type { Indicator, Reading } from '../../model/plan.ts';
import { isOfStates, spanOf } from '../../model/span.ts';
import type { ProblemArgs } from '../../values/problem.ts';
import type { DocumentPath } from '../document/document.ts';
import type { Finding } from '../shape/check-shape.ts';

type SpanFault = ProblemArgs['over-impossible']['why'];

/** What a target with a span, or with a number that only a span gives a meaning, cannot say. */
export function spanFindings(reading: Reading, indicator: Indicator, path: DocumentPath): Finding[] {
  const { over, goal } = reading;
  const isNumberOfChange = (goal.comparator === 'increase' || goal.comparator === 'decrease') && goal.value !== null;
  if (isNumberOfChange && over?.aggregate !== 'change') {
    const { comparator } = goal;
    return [{ code: 'number-without-over', args: { comparator }, path: [...path, comparator] }];
  }
  if (!over) return [];
  const { aggregate } = over;
  return whysOf(reading, indicator).map(([why, key]): Finding => {
    return { code: 'over-impossible', args: { why, aggregate }, path: [...path, key] };
  });
}

function whysOf(reading: Reading, indicator: Indicator): [why: SpanFault, key: string][] {
  const { over, goal, baseline, path, by } = reading;
  if (!over) return [];
  const { aggregate, from, to } = over;
  const span = spanOf(over, indicator, goal);
  const isState = span !== undefined && isOfStates(span.form);
  const isWithoutNumber =
    goal.comparator === 'achieve' || (goal.value === null && goal.low === null && aggregate !== 'change');
  return [
    ...given(indicator.kind === 'event', 'event', 'over'),
    ...given(aggregate === 'sum' && indicator.kind !== 'flow', 'sum', 'over'),
    ...given(isWithoutNumber, 'number', goal.comparator),
    ...given(
      aggregate === 'each' && goal.low !== null && goal.high !== null && goal.wanted === null,
      'one-sided',
      goal.comparator,
    ),
    ...given(span === undefined, 'periods', 'over'),
    ...given(isState && from === to, 'one-period', 'over'),
    ...given(by !== to, 'by', 'by'),
    ...given(baseline !== undefined && !isState, 'baseline', 'baseline'),
    ...given(baseline !== undefined && isState && baseline.asOf !== from, 'baseline-day', 'baseline'),
    ...given(path.length > 0 && (aggregate === 'mean' || aggregate === 'each'), 'path', 'path'),
  ];
}

const given = (is: boolean, why: SpanFault, key: string): [SpanFault, string][] => (is ? [[why, key]] : []);
