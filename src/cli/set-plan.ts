import type { Limits } from '../input/document/limits.ts';
import type { Plan } from '../model/plan.ts';
import { isError, type Problem } from '../values/problem.ts';
import type { Io } from './io.ts';
import type { LoadedSettings } from './load-settings.ts';
import { loadPlan } from './plans.ts';
import { onePlan } from './settings.ts';

/** The plan of a command that judges nothing. Settings that are refused name none: what they lead to is not even read. */
export async function loadSetPlan(
  { settings, problems }: Pick<LoadedSettings, 'settings' | 'problems'>,
  io: Io,
  limits?: Limits,
): Promise<{ readonly plan: Plan | undefined; readonly problems: readonly Problem[] }> {
  if (problems.some(isError)) return { plan: undefined, problems };
  const loaded = await loadPlan(onePlan(settings), io, limits);
  return { plan: loaded.plan, problems: [...problems, ...loaded.problems] };
}
