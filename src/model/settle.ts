import type * as z from 'zod';
import type { target } from './target.ts';
import type { GoalComparison } from './target-choices.ts';
import { asMeasured, type Measured } from './width.ts';

type RawTarget = z.output<typeof target>;
type RawReading = RawTarget['readings'][number];

/** A target with what it does not say for itself as its plan has it, and its starts as wide as their indicator makes them. */
export function settled(target: RawTarget, compare: GoalComparison, indicator: Measured | undefined) {
  const { readings, regions } = target;
  const wide = (each: readonly RawReading[]) => each.map(reading => withWideStart(reading, indicator));
  return {
    ...target,
    compare: target.compare ?? compare,
    readings: wide(readings),
    regions:
      regions === 'each'
        ? regions
        : Object.fromEntries(
            Object.entries(regions).map(([id, region]) => [id, { ...region, readings: wide(region.readings) }]),
          ),
  };
}

function withWideStart(reading: RawReading, indicator: Measured | undefined): RawReading {
  const { baseline } = reading;
  if (!baseline || !indicator) return reading;
  return { ...reading, baseline: { ...baseline, value: asMeasured(baseline.value, indicator) } };
}
