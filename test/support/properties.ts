import fc from 'fast-check';

/** How many cases a property of this file has, as `every-file.ts` says. */
const cases = (): number => fc.readConfigureGlobal().numRuns ?? 100;

/**
 * Cases of one property that is slow for each case, such as one that reads files, as a share of the others; of one that
 * must come to something rare, no fewer than `atLeast`.
 */
export const runs = (share = 1, atLeast = 0): { numRuns: number } => ({
  numRuns: Math.max(atLeast, Math.ceil(cases() * share)),
});

/** Cases that a property must have come to, of so many in a run of 2,000; a property that meets none tests nothing. */
export const seenIn2000 = (count: number): number => Math.floor((count * cases()) / 2000);
