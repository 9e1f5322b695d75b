// What action.yml does: runs the tool on the inputs of the action, writes annotations, the step summary, files and
// outputs, and ends with the exit code of the tool.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOf, input } from './inputs.mjs';
import { annotationsOf, moveAnnotations, moveSarif, outputFileText, unmarked } from './runner.mjs';

const BUG = 70;
const MAX_OUTPUT = 256 * 1024 * 1024;
const LOG_WIDTH = '120';

const { env } = process;
const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
const cwd = path.resolve(workspace, input('working-directory') || '.');
const folder = mkdtempSync(path.join(env.RUNNER_TEMP ?? tmpdir(), 'shanxi-plan-'));
const file = name => path.join(folder, name);
const files = {
  analysis: file('analysis.json'),
  sarif: file('plan.sarif'),
  junit: file('junit.xml'),
  summary: file('summary.md'),
  annotations: file('annotations.txt'),
};

const { code, stdout, stderr } = runTool();
// Lines of reports stand in these texts; none of them is to be taken for a command of the runner.
process.stdout.write(unmarked(`${stderr}${stdout}`));
if (existsSync(files.analysis)) publish();
else process.stdout.write(annotationsOf(stderr, repositoryPath));
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, outputFileText(outputs()));
process.exitCode = code;

function runTool() {
  const bin = env.SHANXI_PLAN_BIN || path.resolve(import.meta.dirname, '../../bin/shanxi-plan.js');
  const ours = ['--format', 'table', '--width', LOG_WIDTH, ...formats()];
  const ran = spawnSync(process.execPath, [bin, 'check', ...ours, ...argumentsOf(input)], {
    cwd,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (!ran.error) return { code: ran.status ?? BUG, stdout: ran.stdout, stderr: ran.stderr };
  const reason = existsSync(cwd) ? ran.error.message : `the working directory ${cwd} does not exist`;
  return { code: existsSync(cwd) ? BUG : 2, stdout: '', stderr: `shanxi-plan: ${reason}\n` };
}

function formats() {
  const names = {
    json: files.analysis,
    sarif: files.sarif,
    junit: files.junit,
    'github-summary': files.summary,
    github: files.annotations,
  };
  return Object.entries(names).flatMap(([name, to]) => ['--format', `${name}=${to}`]);
}

function publish() {
  process.stdout.write(moveAnnotations(readFileSync(files.annotations, 'utf8'), repositoryPath));
  writeFileSync(files.sarif, moveSarif(readFileSync(files.sarif, 'utf8'), repositoryPath));
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync(files.summary, 'utf8'));
}

/** GitHub looks for files from the root of the repository, the tool names them from its working directory. */
function repositoryPath(name) {
  const full = path.resolve(cwd, name);
  return existsSync(full) ? path.relative(workspace, full).split(path.sep).join('/') : name;
}

/** Where nothing was checked, the counts are empty: 0 failing would be a false green. */
function outputs() {
  const said = /^shanxi-plan: (.*\(exit \d+\))$/m.exec(stderr)?.[1] ?? stderr.split('\n')[0];
  const result = { 'exit-code': String(code), summary: said || `exit ${code}` };
  if (!existsSync(files.analysis)) {
    return { ...result, failing: '', undecided: '', warnings: '', analysis: '', sarif: '', junit: '' };
  }
  const { outcomes } = JSON.parse(readFileSync(files.analysis, 'utf8')).gate;
  return {
    ...result,
    failing: String(outcomes.fail ?? 0),
    undecided: String(outcomes.undecided ?? 0),
    warnings: String(outcomes.warn ?? 0),
    analysis: files.analysis,
    sarif: files.sarif,
    junit: files.junit,
  };
}
