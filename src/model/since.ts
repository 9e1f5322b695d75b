import * as z from 'zod';
import { SINCE_VERSION } from './schema-version.ts';
import { dayText, maybe, number } from './shape.ts';
import { possibleVerdicts } from './verdict-shape.ts';

/** All that a ratchet has to know of a target as it once stood. */
const standing = z.strictObject({
  target: z.string(),
  possible: possibleVerdicts,
  /** The largest gap that the figures allowed; null inside where they set no limit to it, in its place where there is none. */
  gap: maybe(z.strictObject({ high: maybe(number) })),
  /** The day from which it is known to have stood so. */
  asOf: dayText,
});
export type Standing = z.output<typeof standing>;

/**
 * What `--update` writes and `--since` reads: what file it is and of what, then the targets, a line each. All else
 * follows from the plan and the policy of the run that reads it, so that nothing in it can contradict anything.
 */
export const sinceSchema = z.tuple(
  [
    z.strictObject({
      'shanxi-plan': z.literal('since'),
      schemaVersion: z.literal(SINCE_VERSION),
      plan: z.string(),
      region: z.string(),
    }),
  ],
  standing,
);

/** How each target of a plan and region stood. */
export interface Since {
  readonly plan: string;
  readonly region: string;
  readonly standings: readonly Standing[];
}
