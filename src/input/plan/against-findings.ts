import type { Plan, Reading } from '../../model/plan.ts';
import type { ProblemArgs } from '../../values/problem.ts';
import type { DocumentPath } from '../document/document.ts';
import type { Finding } from '../shape/check-shape.ts';
import { indicatorOf, type Names, unknownName } from '../shape/names.ts';

/** What a goal against another indicator cannot be held against, and cannot say beside it. */
export function againstFindings(
  plan: Plan,
  own: string,
  { goal: { against, comparator }, baseline, path: milestones }: Reading,
  path: DocumentPath,
  names: Names,
): Finding[] {
  if (against === undefined) return [];
  const at = [...path, comparator, 'indicator'];
  const other = indicatorOf(plan, against);
  if (!other) return [unknownName('unknown-indicator', against, names, at)];
  const impossible = (why: ProblemArgs['against-impossible']['why'], where: DocumentPath): Finding => ({
    code: 'against-impossible',
    args: { why, indicator: against },
    path: where,
  });
  const { unit, sense } = indicatorOf(plan, own) ?? other;
  return [
    ...(against === own ? [impossible('itself', at)] : []),
    ...(JSON.stringify(other.unit) === JSON.stringify(unit) ? [] : [impossible('unit', at)]),
    ...(other.sense === sense ? [] : [impossible('sense', at)]),
    ...(baseline ? [impossible('baseline', [...path, 'baseline'])] : []),
    ...(milestones.length > 0 ? [impossible('path', [...path, 'path'])] : []),
  ];
}
