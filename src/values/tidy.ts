/** Units in which nearly all printed numbers and their halves are whole. */
const PARTS = 1e6;
/** Less than half of what the fifteenth digit of any number is worth, beside the number. */
const NOISE = 3e-16;

/**
 * A number without the noise of binary fractions, to fifteen digits: 1.3 − 0.05 is 1.25, not 1.2500000000000002. What is
 * whole in millionths but for that noise is found by a division, in a tenth of the time that digits take to write and read.
 */
export function tidy(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value;
  const parts = value * PARTS;
  const whole = Math.round(parts);
  const isWhole = Math.abs(whole) < 1e15 && Math.abs(parts - whole) <= Math.abs(whole) * NOISE;
  return isWhole ? whole / PARTS : Number(value.toPrecision(15));
}
