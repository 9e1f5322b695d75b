/**
 * −0 and float tails never reach a report. `toFixed` takes its time, and is asked only where a value lies so near the middle
 * between two others that the error of the product could decide, or is very large.
 */
export function round(value: number, places: number): number {
  const scale = 10 ** places;
  const scaled = value * scale;
  const whole = Math.round(scaled);
  const isSure = Math.abs(scaled) < MOST_SURE && Math.abs(scaled - whole) < NEARLY_HALF;
  return (isSure || whole / scale === value ? whole / scale : Number(value.toFixed(places))) + 0;
}

/** Below this the error of a product is less than 0.001. */
const MOST_SURE = 2 ** 40;
const NEARLY_HALF = 0.499;

/** What is not finite is not known. */
export const roundFinite = (value: number | null, places: number): number | null =>
  value !== null && Number.isFinite(value) ? round(value, places) : null;
