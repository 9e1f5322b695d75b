import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** What `npm run mutate` says: the tests that judge a room, the nearest first. */
const tests = JSON.parse(process.env.MUTATE_TESTS ?? '["test"]');

/** The first test that fails ends the run of a mutant: their order is what a mutant costs. */
class NearestFirst extends BaseSequencer {
  sort(files) {
    const rank = file => tests.findIndex(each => path.relative(process.cwd(), file.moduleId).startsWith(each));
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: tests.map(each => (each.endsWith('.ts') ? each : `${each}/**/*.test.ts`)),
    exclude: [...configDefaults.exclude, 'test/**/*.{long,engine,browser,faults,office,install}.test.ts'],
    setupFiles: ['test/support/every-file.ts'],
    env: { FC_RUNS: process.env.FC_RUNS ?? '20' },
    sequence: { sequencer: NearestFirst },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    isolate: false,
  },
});
