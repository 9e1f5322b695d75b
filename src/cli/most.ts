import type { Limits } from '../input/document/limits.ts';
import { wordsIn } from '../render/words/registry.ts';
import type { LimitName } from '../values/limit-name.ts';
import { UserError } from './user-error.ts';

/** Ends a run that would make more than it may: a plan of a few lines can ask for millions of groups. */
export function refuseBeyond(limit: LimitName, count: number, limits: Limits): void {
  if (count <= limits[limit]) return;
  const { what, help } = wordsIn('en').problem['beyond-limit']({ limit, most: limits[limit] });
  throw new UserError(what, help);
}
