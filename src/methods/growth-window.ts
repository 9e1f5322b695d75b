import { growthFrom } from './growth-ratio.ts';
import type { Method } from './method.ts';
import { windowBefore } from './trend.ts';

/**
 * Eurostat's arrow of the short term: growth over the last points, and growth needed from the first of them, not from
 * the plan's baseline. What was lost or won before its window does not count (docs/methods.md).
 */
export const growthWindow: Method = growthFrom(
  ({ history, at }) => windowBefore(history, at)[0] ?? null,
  'too-few-points',
  () => ['first'],
);
