import path from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';

/*
 * Runs before each test file, so that a property has the same seed and as many cases whichever files ran before it in the
 * same process: `FC_SEED=7 FC_RUNS=20000 npm run test:long -- properties` looks elsewhere and longer.
 */
const { FC_SEED = '20210527', FC_RUNS = '100', FC_RUNS_OF_LONG = FC_RUNS } = process.env;
const isOfLong = path.basename(path.dirname(expect.getState().testPath ?? '')) === 'properties';

fc.configureGlobal({ seed: Number(FC_SEED), numRuns: Number(isOfLong ? FC_RUNS_OF_LONG : FC_RUNS) });
