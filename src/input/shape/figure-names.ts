import type { Plan } from '../../model/plan.ts';
import { regionIds } from '../../model/regions.ts';
import { onceEach } from '../../values/once-each.ts';
import type { IsKnown } from '../document/document.ts';
import { nearest } from '../document/nearest.ts';
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

/** Whether a plan has a name, or one so near that it is likely a slip of that one; any region is one where none is listed. */
export const isKnownIn = (plan: Plan): IsKnown => {
  const { indicators, measures, regions } = figureNames(plan);
  const names = { indicator: indicators, measure: measures, region: regions };
  return (field, name) => {
    const { list, has } = names[field];
    if (has(name) || (field === 'region' && list.length === 0)) return 'known';
    return nearest(name, list) === undefined ? 'other' : 'near';
  };
};
