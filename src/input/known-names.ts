import type { Plan } from '../model/plan.ts';
import { regionIds } from './names.ts';

/** Names of one kind; the list is the same one each time, for problems that show it. */
export interface Names {
  readonly list: readonly string[];
  readonly has: (name: string) => boolean;
}

/** The names of a plan that a figure may use. */
export interface KnownNames {
  readonly indicators: Names;
  readonly measures: Names;
  /** None where the plan lists no regions. */
  readonly regions: Names;
}

const gathered = new WeakMap<Plan, KnownNames>();

/** Gathered once a plan: a folder of reports asks for them figure by figure. */
export function knownNames(plan: Plan): KnownNames {
  const before = gathered.get(plan);
  if (before) return before;
  const known = gather(plan);
  gathered.set(plan, known);
  return known;
}

function gather(plan: Plan): KnownNames {
  const nodes = [plan, ...plan.tasks, ...plan.tasks.flatMap(({ tasks }) => tasks)];
  return {
    indicators: namesIn(Object.keys(plan.indicators)),
    measures: namesIn(nodes.flatMap(({ measures }) => measures.map(({ id }) => id))),
    regions: namesIn(regionIds(plan.regions)),
  };
}

function namesIn(list: readonly string[]): Names {
  const names = new Set(list);
  return { list, has: name => names.has(name) };
}
