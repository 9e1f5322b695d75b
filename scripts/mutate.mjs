// `npm run mutate -- src/assess` changes the source in one place after the other, runs the tests that come by there, and
// names the changes that none of them notices. `--sample 300 --seed 7` draws so many of the changes at random.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMissed, isTried, sayResults } from './mutate/say-results.mjs';
import { asNpm, root, run } from './support/node.mjs';

/** Stryker brings about as many packages as all else together, so it is installed where somebody asks for it. */
const STRYKER = '9.6.1';

/**
 * What judges a room, in stages: what the nearest tests do not notice is put before the next. A test that starts the built
 * program sees no mutant and is not among them.
 */
const rooms = {
  values: [
    [
      'test/values',
      'test/input/notation.test.ts',
      'test/input/long-numbers.test.ts',
      'test/input/kept-numbers.test.ts',
    ],
    ['test/methods', 'test/input/problems.test.ts', 'test/input/places.test.ts', 'test/render/units.test.ts'],
  ],
  methods: [
    ['test/methods'],
    ['test/assess/cases.test.ts', 'test/assess/spans.test.ts', 'test/assess/plan-language.test.ts'],
    ['test/properties/worlds.test.ts', 'test/properties/spans.test.ts'],
  ],
  assess: [
    ['test/assess/told-whole.test.ts'],
    ['test/assess/each-leaf.test.ts', 'test/assess'],
    ['test/cli/explain.test.ts', 'test/cli/outside.test.ts', 'test/cli/golden.test.ts'],
    ['test/properties'],
  ],
  evidence: [['test/assess/told-whole.test.ts'], ['test/evidence', 'test/assess'], ['test/properties']],
  input: [
    ['test/input/read-whole.test.ts'],
    // Readers and their parts, without a plan; then what needs one; then all of it.
    [
      ...['csv', 'decode', 'json', 'json-quick', 'number-format', 'parquet-half', 'parquet-insides', 'partitions'],
      ...['unit-beside', 'whole-numbers', 'xlsx-shown', 'xml', 'yaml', 'unread', 'plan-numbers', 'given-twice'],
      ...['decimal', 'between', 'kept-numbers', 'long-numbers', 'plain-report'],
    ].map(name => `test/input/${name}.test.ts`),
    ['tables', 'xlsx-forms', 'names', 'yaml-quick', 'problems', 'map', 'formats'].map(
      name => `test/input/${name}.test.ts`,
    ),
    ['test/input'],
  ],
  gate: [
    [
      // Without a command line around them, so the quickest.
      ...['change-of', 'compare-since', 'gate-flaws', 'setting-flaws', 'through-gate'].map(
        name => `test/gate/${name}.test.ts`,
      ),
      'test/gate',
    ],
    ['test/cli/outside.test.ts', 'test/cli/policy-settings.test.ts', 'test/properties/consistent.test.ts'],
  ],
};

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' }, tests: { type: 'string' } },
});
const [target = 'src/values'] = positionals;
const room = path.normalize(target).split(path.sep)[1];
const cache = path.join(root, 'node_modules', '.cache', 'mutate');
const stryker = path.join(cache, 'stryker', 'node_modules', '@stryker-mutator');

const stages = flags.tests?.split(';').map(stage => stage.split(',')) ?? rooms[room] ?? [[`test/${room}`]];

// It works for an hour, and whoever sits at the machine does, too.
setPriority(15);
if (!existsSync(stryker)) {
  const packages = ['core', 'vitest-runner'].map(name => `@stryker-mutator/${name}@${STRYKER}`);
  // It takes the vitest of this project, which it finds above its own folder.
  const options = ['--prefix', path.join(cache, 'stryker'), '--legacy-peer-deps', '--no-audit', '--no-fund'];
  run(asNpm('npm', ['install', ...options, ...packages]), { stdio: 'inherit' });
}

const { Stryker } = await import(pathToFileURL(path.join(stryker, 'core/dist/src/index.js')).href);

const found = new Map();
const own = name => path.join(root, 'scripts', 'mutate', name);
let draw = flags.sample ? { count: Number(flags.sample), seed: flags.seed } : { count: null };
for (const tests of stages) {
  for (const mutant of await resultsOf(tests, draw)) {
    const isUntouched = mutant.status === 'NoCoverage' && found.has(mutant.id);
    if (isTried(mutant) && !isUntouched) found.set(mutant.id, mutant);
    // It runs only while modules are loaded, which tests that do not load it could not tell.
    if (mutant.status === 'Ignored') found.delete(mutant.id);
  }
  const missed = [...found.values()].filter(isMissed);
  console.log(`after ${tests.join(', ')}: ${missed.length} of ${found.size} mutants are left`);
  draw = { ids: missed.map(({ id }) => id) };
}
const results = [...found.values()];
await writeFile(path.join(cache, `${room}.json`), JSON.stringify(results));
sayResults(target, results);

/** What these tests notice of the mutants that are drawn. */
async function resultsOf(tests, drawn) {
  process.env.MUTATE_TESTS = JSON.stringify(tests);
  process.env.MUTATE_DRAW = JSON.stringify(drawn);
  // Not below `node_modules`, from where vitest reads no sources.
  const sandbox = await mkdtemp(path.join(tmpdir(), 'shanxi-plan-mutate-'));
  try {
    return await new Stryker({
      mutate: [target.endsWith('.ts') ? target : `${target}/**/*.ts`],
      testRunner: 'vitest',
      vitest: { configFile: 'scripts/mutate/vitest.config.mjs', related: false },
      plugins: [path.join(stryker, 'vitest-runner/dist/src/index.js'), own('draw.mjs'), own('name-missed.mjs')],
      checkers: ['draw'],
      coverageAnalysis: 'perTest',
      // What runs only while modules are loaded would need all tests for each mutant.
      ignoreStatic: true,
      // Stryker would read it by an API that TypeScript 7 no longer has.
      tsconfigFile: 'none.json',
      // On a busy machine a slow test is no mutant that runs for ever.
      timeoutMS: 20_000,
      timeoutFactor: 2,
      dryRunTimeoutMinutes: 60,
      concurrency: 1,
      ignorePatterns: ['dist'],
      tempDirName: sandbox,
      allowConsoleColors: false,
      reporters: ['progress-append-only', 'name-missed'],
    }).runMutationTest();
  } finally {
    await rm(sandbox, { recursive: true, force: true });
  }
}
