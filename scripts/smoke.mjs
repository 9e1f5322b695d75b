// Installs the packed package in an empty project, as a user would, and holds that it works there. With a folder as its
// argument it takes the package that lies in there, else it packs one.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rendersAll, runsExamples } from './support/library-smoke.mjs';
import { asNpm, root, run, runNode } from './support/node.mjs';
import { hasBill, publishes } from './support/published.mjs';
import { buildsTheSame } from './support/second-build.mjs';

const MAX_PACKAGES = 1;
const MAX_MEGABYTES = 4;

const REPORT = `report: Smoke test
invented: for the smoke test
as_of: 2023-12-31
published: 2024-01-31
metrics:
  5g-base-stations: { value: "93,000", counts: built }
`;
/** The same figures in each input format, which is a chunk of the bundle of its own. */
const SAME = ['figures.yaml', 'figures.json', 'figures.ndjson', 'comma.csv.gz', 'libreoffice.xlsx', 'pyarrow.parquet'];
const JSON_REPORT =
  '{ "as_of": "2023-12-31", "metrics": { "5g-base-stations": { "value": 93000, "counts": "built" } } }';
const BROKEN = 'metrics:\n  5g-base-stations: 1.234,5\nas_off: 2023-12-31\n';

const { name, version, bin, files: shipped } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const temporary = await mkdtemp(path.join(tmpdir(), 'shanxi-plan-smoke-'));
const project = path.join(temporary, 'project');
const isWriting = process.argv.includes('--write');
const packedIn = process.argv.slice(2).find(each => each !== '--write') ?? temporary;
let tarball;
const installed = path.join(project, 'node_modules', name);

const checks = {
  'packs and installs': installPackage,
  'runs nothing when it is installed': runsNothing,
  'holds only what package.json says': holdsOnlyFiles,
  'holds every shipped plan, read at build time': holdsPlans,
  [`at most ${MAX_PACKAGES} packages and ${MAX_MEGABYTES} MB`]: isSmall,
  'two builds in two folders give the same bytes': () =>
    buildsTheSame(path.join(installed, 'dist'), path.join(temporary, 'second')),
  '--version': printsVersion,
  'check of a report': () => checksReport('report.yaml'),
  'check of a JSON report': () => checksReport('report.json'),
  'check of every input format': checksFormats,
  'check of a folder': checksFolder,
  'a batch on threads': batchesOnThreads,
  'the first commands of the README': checksExample,
  'check of a broken file exits 2 and keeps stdout empty': refusesBroken,
  'explain of a code': () => void assert.match(succeeds(tool('explain', 'bad-quantity', '--lang', 'zh')), /正确示例/),
  'the examples of docs/library.md': () => runsExamples(project, isWriting),
  'every format through the library door': () => rendersAll(project),
  'publint and arethetypeswrong': () => publishes(tarball),
  'a bill of materials': () => hasBill(installed),
};

try {
  for (const [title, check] of Object.entries(checks)) {
    const said = await check();
    console.log(`ok  ${title}${said ? `: ${said}` : ''}`);
  }
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
}

async function installPackage() {
  await mkdir(project);
  if (packedIn === temporary) succeeds(run(asNpm('npm', ['pack', '--silent', '--pack-destination', temporary])));
  const [packed] = (await readdir(packedIn)).filter(file => file.endsWith('.tgz'));
  assert.ok(packed, 'npm pack made no tarball');
  tarball = path.join(packedIn, packed);
  await writeFile(path.join(project, 'package.json'), '{ "private": true }');
  await writeFile(path.join(project, 'report.yaml'), REPORT);
  await writeFile(path.join(project, 'report.json'), JSON_REPORT);
  await writeFile(path.join(project, 'broken.yaml'), BROKEN);
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  succeeds(run(asNpm('npm', ['install', ...quiet, tarball]), { cwd: project }));
  return `${packed}, ${((await stat(tarball)).size / 1024).toFixed(0)} KB`;
}

/** npm warns of such a script at every install; `prepare` builds a clone, and is taken out while a package is packed. */
async function runsNothing() {
  const { scripts } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
  assert.deepEqual(
    atInstall.filter(each => each in scripts),
    [],
  );
}

async function holdsOnlyFiles() {
  const allowed = [...shipped, 'package.json'];
  const found = (await sizesIn(installed)).map(file => file.path);
  const others = found.filter(file => !allowed.some(each => file === each || file.startsWith(`${each}/`)));
  assert.deepEqual(others, [], 'the package holds more than `files` of package.json says');
  const folders = allowed.filter(each => !each.includes('.') && each !== 'LICENSE');
  const missing = folders.filter(each => !found.some(file => file.startsWith(`${each}/`)));
  assert.deepEqual(missing, [], 'the package lacks a folder');
  return `${found.length} files`;
}

async function holdsPlans() {
  const idsIn = async (folder, extension) =>
    (await readdir(folder)).flatMap(file => (file.endsWith(extension) ? [path.basename(file, extension)] : [])).sort();
  const plans = await idsIn(path.join(root, 'plan'), '.yaml');
  assert.deepEqual(await idsIn(path.join(installed, 'dist', 'plans'), '.json'), plans, 'dist/plans is not plan/');
  assert.deepEqual(await idsIn(path.join(installed, 'plan'), '.yaml'), plans, 'the package lacks a plan');
  return plans.join(', ');
}

async function isSmall() {
  const lock = JSON.parse(await readFile(path.join(project, 'node_modules', '.package-lock.json'), 'utf8'));
  const packages = Object.keys(lock.packages).length;
  const bytes = (await sizesIn(path.join(project, 'node_modules'))).reduce((sum, { size }) => sum + size, 0);
  const megabytes = bytes / 1e6;
  assert.ok(packages <= MAX_PACKAGES, `${packages} packages are installed`);
  assert.ok(megabytes <= MAX_MEGABYTES, `${megabytes.toFixed(2)} MB are installed`);
  return `${packages} packages, ${megabytes.toFixed(2)} MB`;
}

/** As npx finds it; all other runs are by the script that the package names, without npx, which takes longer than they do. */
function printsVersion() {
  assert.equal(succeeds(run(asNpm('npx', ['--no-install', name, '--version']), { cwd: project })), `${version}\n`);
  return version;
}

function checksReport(report) {
  const { status, stdout, stderr } = tool('check', report, '--format', 'json');
  assert.equal(status, 3, `5G is judged and the rest is undecided, so exit 3 is right, not ${status}\n${stderr}`);
  const { schemaVersion, exit, assessments } = JSON.parse(stdout);
  assert.deepEqual({ schemaVersion, code: exit.code }, { schemaVersion: 1, code: status });
  assert.match(succeeds(tool('check', report, '--allow-undecided', '--width', '80')), /5G/);
  return `exit ${status}, ${assessments.length} targets`;
}

function checksFormats() {
  const fixtures = path.join(root, 'fixtures', 'formats');
  const [first, ...others] = SAME.map(file => {
    const argv = ['check', path.join(fixtures, file), '--plan', path.join(fixtures, 'plan.yaml'), '--format', 'json'];
    const { status, stdout, stderr } = tool(...argv);
    assert.equal(status, 1, `${file}: ${stderr}`);
    return JSON.parse(stdout).assessments;
  });
  for (const [index, assessments] of others.entries()) assert.deepEqual(assessments, first, SAME[index + 1]);
  return SAME.join(', ');
}

async function checksFolder() {
  await mkdir(path.join(project, 'reports'));
  await writeFile(path.join(project, 'reports', 'report.yaml'), REPORT);
  const { status, stderr } = tool('check', 'reports', '--format', 'json');
  assert.equal(status, 3, stderr);
}

function batchesOnThreads() {
  const { status, stdout, stderr } = tool('batch', 'report.yaml', '--by', 'file', '--workers', '2', '--index', 'json');
  assert.equal(status, 3, stderr);
  assert.deepEqual(
    JSON.parse(stdout).groups.map(({ state }) => state),
    ['judged'],
  );
}

function checksExample() {
  succeeds(tool('init', '--example'));
  succeeds(tool('check', 'shanxi-reports', '--as-of', '2023-12-31', '--allow-undecided'));
}

function refusesBroken() {
  const { status, stdout, stderr } = tool('check', 'broken.yaml', '--format', 'json');
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  assert.match(stderr, /broken\.yaml:\d+:\d+/);
}

function tool(...args) {
  return runNode([path.join(installed, bin[name]), ...args], { cwd: project });
}

function succeeds({ status, stdout, stderr, error }) {
  assert.equal(status, 0, [`exit ${status}`, error?.message, stdout, stderr].filter(Boolean).join('\n'));
  return stdout;
}

/** Every file below a folder, with `/` in its path. */
async function sizesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
  return Promise.all(
    found.map(async file => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      size: (await stat(file)).size,
    })),
  );
}
