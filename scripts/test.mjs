// What `npm test`, `npm run test:long`, `npm run test:engines` and `npm run test:browser` run. `npm test -- values` runs only the tests whose path
// has that word. The last line is always `N passed, N failed`: the tests of vitest, and one for each other step. The first
// step that fails is named and ends the run.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNode, toolPath } from './support/node.mjs';

const [suite, ...filters] = process.argv.slice(2);
const temporary = await mkdtemp(path.join(tmpdir(), 'shanxi-plan-test-'));
const counts = path.join(temporary, 'vitest.json');

const build = { name: 'build', args: ['scripts/build.mjs'] };
const tests = {
  name: `${suite} tests`,
  args: [
    toolPath('vitest'),
    ...['run', '--project', suite, '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`],
    ...filters,
  ],
  count: countTests,
};
const whole = [
  { name: 'type check', args: [toolPath('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint and format', args: [toolPath('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'nothing unused', args: [toolPath('knip')] },
  build,
  tests,
  { name: 'smoke test', args: ['scripts/smoke.mjs'] },
];
const steps = suite === 'short' && filters.length === 0 ? whole : [build, tests];

const total = { passed: 0, failed: 0 };
try {
  for (const step of steps) {
    if (!(await run(step))) break;
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function run({ name, args, count }) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const { status, error } = runNode(args, { stdio: 'inherit' });
  const isOk = status === 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed } = (await count?.()) ?? { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
  total.passed += passed;
  // A step that fails without a failed test, such as a test file that cannot be read, is a failure all the same.
  total.failed += isOk ? failed : Math.max(failed, 1);
  console.log(`--- ${name}: ${isOk ? 'passed' : `FAILED ${error?.message ?? ''}`.trimEnd()}, ${seconds} s`);
  return isOk;
}

async function countTests() {
  const text = await readFile(counts, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { numPassedTests, numFailedTests } = JSON.parse(text);
  return { passed: numPassedTests, failed: numFailedTests };
}
