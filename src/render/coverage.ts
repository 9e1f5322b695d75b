import type { Analysis } from '../model/analysis.ts';
import type { Words } from './words/words.ts';

/** How much of what the plan announces is named, has a number, has evidence: a line for each level. */
export function coverageRows({ coverage }: Analysis, { table, level }: Words): string[] {
  const { announced, named, inferred, unstated, quantified, evidenced } = coverage;
  const rows = (['strategicTasks', 'keyTasks', 'measures'] as const).map(each =>
    table.coverageRow({
      level: level[each],
      announced: announced[each],
      named: named[each],
      inferred: inferred[each],
      unstated: unstated[each],
      quantified: quantified[each],
      evidenced: evidenced[each],
    }),
  );
  return [...rows, ...(unstated.targets > 0 ? [table.unstatedTargets(unstated.targets)] : [])];
}
