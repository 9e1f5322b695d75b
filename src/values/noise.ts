/** Float noise that never decides anything: a pace of 0.9999999999 is 1, and 24.1 and 13.2 are 37.3. */
export const NOISE = 1e-9;

/** Whether two numbers differ by no more than noise. */
export const isNear = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= NOISE * Math.max(Math.abs(a), Math.abs(b)));
