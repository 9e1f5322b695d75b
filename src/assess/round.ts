/** −0 and float tails never reach a report. What has no tail is left alone, because `toFixed` takes its time. */
export function round(value: number, places: number): number {
  const scale = 10 ** places;
  const hasNoTail = Math.round(value * scale) / scale === value;
  return (hasNoTail ? value : Number(value.toFixed(places))) + 0;
}

/** What is not finite is not known. */
export const roundFinite = (value: number | null, places: number): number | null =>
  value !== null && Number.isFinite(value) ? round(value, places) : null;
