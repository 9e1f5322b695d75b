import type { Limits } from '../input/document/limits.ts';
import { toldBy } from '../render/words/told.ts';
import type { LimitName } from '../values/limit-name.ts';
import { UserError } from './user-error.ts';

/** Ends a run that would make more than it may: a plan of a few lines can ask for millions of groups. */
export function refuseBeyond(limit: LimitName, count: number, limits: Limits): void {
  if (count <= limits[limit]) return;
  throw new UserError(toldBy(words => words.problem['beyond-limit']({ limit, most: limits[limit] })));
}
