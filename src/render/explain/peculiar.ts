import type { AnalysisObservation } from '../../model/analysis.ts';
import type { ExplainWords } from '../words/explain-en.ts';

/** In what a figure is not what anybody would take it for: of what it is, which part of that, and how it came about. */
export const peculiarTexts = (
  { indicator, region, counts, scope, flow, status, dated }: AnalysisObservation,
  target: { readonly indicator: string | null; readonly region: string },
  own: ExplainWords,
  countsText: (counts: string) => string,
): string[] =>
  [
    indicator === target.indicator ? '' : (indicator ?? ''),
    region === target.region ? '' : own.region(region),
    counts === null ? '' : countsText(counts),
    scope === 'whole' ? '' : own.part(scope.part),
    flow === null ? '' : own.flow(flow.from, flow.to),
    own.status[status],
    own.dated[dated],
  ].filter(text => text !== '');
