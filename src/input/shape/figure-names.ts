import type { Plan } from '../../model/plan.ts';
import { regionIds } from '../../model/regions.ts';
import { onceEach } from '../../values/once-each.ts';
import { type Names, namesIn } from './names.ts';

/** The names of a plan that a figure may use. */
export interface FigureNames {
  readonly indicators: Names;
  readonly measures: Names;
  /** None where the plan lists no regions. */
  readonly regions: Names;
}

/** Gathered once a plan: a folder of reports asks for them figure by figure. */
export const figureNames = onceEach(gather);

function gather(plan: Plan): FigureNames {
  const nodes = [plan, ...plan.tasks, ...plan.tasks.flatMap(({ tasks }) => tasks)];
  return {
    indicators: namesIn(Object.keys(plan.indicators)),
    measures: namesIn(nodes.flatMap(({ measures }) => measures.map(({ id }) => id))),
    regions: namesIn(regionIds(plan.regions)),
  };
}
