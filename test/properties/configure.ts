import fc from 'fast-check';

/*
 * One seed for all properties, so that a run repeats: `FC_SEED=7 FC_RUNS=20000 npm run test:long -- properties` looks
 * elsewhere and longer.
 */
const { FC_SEED = '20210527', FC_RUNS = '100' } = process.env;

/**
 * Cases of one property that is slow for each case, such as one that reads files, as a share of the others; of one that
 * must come to something rare, no fewer than `atLeast`.
 */
export const runs = (share = 1, atLeast = 0): { numRuns: number } => ({
  numRuns: Math.max(atLeast, Math.ceil(Number(FC_RUNS) * share)),
});

/** Cases that a property must have come to, of so many in a run of 2,000; a property that meets none tests nothing. */
export const seenIn2000 = (count: number): number => Math.floor((count * Number(FC_RUNS)) / 2000);

fc.configureGlobal({ seed: Number(FC_SEED), ...runs() });
