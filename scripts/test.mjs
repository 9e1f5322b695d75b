// What `npm test` and `npm run test:long`, `test:engines` … run. `npm test -- values` runs only the tests whose path has
// that word. The last line is always `N passed, N failed`: the tests of vitest, and one for each other step. Stages run one
// after the other until something fails; the lanes of a stage run at once, and the steps of a lane in turn.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodesOf } from '../bench/support/nodes.mjs';
import { asNode, asNpm, root, toolPath } from './support/node.mjs';

const [suite, ...filters] = process.argv.slice(2);
const temporary = await mkdtemp(path.join(tmpdir(), 'shanxi-plan-test-'));
const counts = path.join(temporary, 'vitest.json');

const build = { name: 'build', run: asNode(['scripts/build.mjs']) };
const tests = {
  name: `${suite} tests`,
  run: asNode([
    toolPath('vitest'),
    ...['run', '--project', suite, '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`],
    ...filters,
  ]),
  count: countTests,
  // It takes longest, and is shown as it goes on.
  stdio: 'inherit',
};
const checks = [
  { name: 'lint and format', run: asNode([toolPath('biome'), 'check', '--error-on-warnings', '.']) },
  { name: 'type check', run: asNode([toolPath('tsc'), '--noEmit', '-p', 'tsconfig.json']) },
  { name: 'nothing unused', run: asNode([toolPath('knip')]) },
];
// What packs builds, as where the package is published.
const pack = { name: 'build and pack', run: asNpm('npm', ['pack', '--silent', '--pack-destination', temporary]) };
const smoke = { name: 'smoke test', run: asNode(['scripts/smoke.mjs', temporary]) };
const whole = [
  [[pack], checks],
  [[tests], [smoke]],
];
const office = { name: 'LibreOffice', run: asNode(['scripts/support/office.mjs']), stdio: 'inherit' };
const python = (...names) => ({
  name: names.join(', '),
  run: asNode(['scripts/support/python.mjs', ...names]),
  stdio: 'inherit',
});
// Packages of Python that are engines; those that take long to install or to start may be left out.
const packaged = { clickhouse: 'chdb', spark: 'pyspark' };
const wanted = process.env.PANEL_ENGINES?.split(',') ?? Object.keys(packaged);
const engines = Object.entries(packaged).flatMap(([engine, name]) => (wanted.includes(engine) ? name : []));
const before = {
  office: [[office], [build]],
  engines: [[python(...engines)], [build]],
  // What is installed from git is built there.
  install: [[python('pre-commit')]],
}[suite] ?? [[build]];
// The package as it is installed, under the other versions of Node that are promised.
const smokes = () =>
  nodesOf(['22', '24'], console.log).map(({ version, file }) => ({
    name: `smoke test on Node ${version}`,
    run: { ...smoke.run, file },
  }));
const stages =
  suite === 'nodes' ? [[[pack]], [smokes()]] : suite === 'short' && filters.length === 0 ? whole : [before, [[tests]]];

const total = { passed: 0, failed: 0, which: [] };
try {
  for (const lanes of stages) {
    const said = await Promise.all(lanes.map(runLane));
    for (const text of said.flat()) process.stdout.write(text);
    if (total.failed > 0) break;
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
for (const what of total.which) console.log(`failed: ${what}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Returns what its steps said, and does not go on after one that fails. */
async function runLane(steps) {
  const said = [];
  for (const step of steps) {
    const { isOk, text } = await runStep(step);
    said.push(text);
    if (!isOk) break;
  }
  return said;
}

async function runStep({ name, run, count, stdio = 'pipe' }) {
  const start = performance.now();
  const { status, text } = await finished(spawn(run.file, run.args, { cwd: root, stdio, shell: run.shell }));
  const isOk = status === 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed } = (await count?.()) ?? { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
  total.passed += passed;
  // A step that fails without a failed test, such as a test file that cannot be read, is a failure all the same.
  total.failed += isOk ? failed : Math.max(failed, 1);
  if (!isOk) total.which.push(`${name}, after ${seconds} s`);
  return { isOk, text: `\n=== ${name}\n${text}--- ${name}: ${isOk ? 'passed' : 'FAILED'}, ${seconds} s\n` };
}

function finished(child) {
  return new Promise(resolve => {
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => chunks.push(chunk));
    child.on('error', error => resolve({ status: null, text: `${error.message}\n` }));
    child.on('close', status => resolve({ status, text: Buffer.concat(chunks).toString() }));
  });
}

async function countTests() {
  const text = await readFile(counts, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  total.which.push(...testResults.flatMap(failuresIn));
  return { passed: numPassedTests, failed: numFailedTests };
}

/** One line for each test of a file that failed, or for the file itself where it could not be read. */
function failuresIn({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  const failed = assertionResults.filter(result => result.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLine(failureMessages[0])}`);
}

function firstLine(text = '') {
  return text.split('\n', 1)[0].slice(0, 300);
}
