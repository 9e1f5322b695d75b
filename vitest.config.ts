import { configDefaults, defineConfig } from 'vitest/config';

const LONG = 'test/**/*.long.test.ts';
const ENGINES = 'test/**/*.engine.test.ts';
const BROWSER = 'test/**/*.browser.test.ts';
const FAULTS = 'test/**/*.faults.test.ts';
const OFFICE = 'test/**/*.office.test.ts';
const INSTALL = 'test/**/*.install.test.ts';

/** Cases of a property: few where somebody waits, many where time is; fewest of what the long suite tries as well. */
const cases = (count: number, ofLong = count) => {
  const { FC_RUNS } = process.env;
  return { FC_RUNS: FC_RUNS ?? String(count), FC_RUNS_OF_LONG: FC_RUNS ?? String(ofLong) };
};

const many = { env: cases(2000) };

export default defineConfig({
  test: {
    // What takes long on a busy machine is no failure, and what never ends is found all the same.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: '100%',
    setupFiles: ['test/support/every-file.ts'],
    // Tests make much that is gone at once: a larger nursery of the heap is swept less often, and they take a twelfth less.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        test: {
          name: 'short',
          include: ['test/**/*.test.ts'],
          env: cases(100, 50),
          exclude: [...configDefaults.exclude, LONG, ENGINES, BROWSER, FAULTS, OFFICE, INSTALL],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'long', include: ['test/properties/**/*.test.ts', LONG], ...many } },
      { extends: true, test: { name: 'engines', include: [ENGINES], ...many } },
      { extends: true, test: { name: 'faults', include: [FAULTS], ...many } },
      { extends: true, test: { name: 'browser', include: [BROWSER], env: cases(200) } },
      { extends: true, test: { name: 'office', include: [OFFICE], ...many } },
      { extends: true, test: { name: 'install', include: [INSTALL], ...many } },
    ],
  },
});
