// 200 report files: Spectral and ajv-cli hold them against the JSON Schema of a report. `check` does that too, holds them
// against the plan, and judges the one region that the plan is about; `batch` judges that of each file.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeReports } from '../support/generate-reports.mjs';
import { INDICATORS } from '../support/indicators.mjs';
import { measure, runChild } from '../support/measure.mjs';
import { roundsText, timesTable } from '../support/table.mjs';
import { batchCase, bin, JUDGED, root } from '../support/tool.mjs';
import { isInstalled, scriptOf } from './install.mjs';

const FILES = 200;
const schemaFile = path.join(root, 'schema', 'report.schema.json');

export async function validationSuite(context) {
  const { quick, data, plan, log } = context;
  if (quick || !isInstalled(log)) return ['Spectral and ajv-cli: not run here; a full run installs and measures them.'];
  const rounds = 5;
  const input = await data.made(`quoted-${FILES}`, folder => writeReports(folder, FILES, { quotedDays: true }));
  const broken = await data.made(`broken-${FILES}`, folder => writeBroken(folder, input));
  const validators = [ajvCase, spectralCase, checkCase];
  const judged = {
    name: '`batch --by file,region`: and verdicts',
    data,
    plan,
    input,
    by: 'file,region',
    groups: FILES,
    figures: FILES * INDICATORS,
  };
  const cases = [...validators.map(validator => validator(input, context)), batchCase(judged)];
  for (const validator of validators) await refuses(validator(broken, context));
  const table = timesTable(await measure(cases, { rounds, warmUp: false, log }));
  return [`**${FILES} report files held against the schema**, ${roundsText(rounds)}\n\n${table}`];
}

/** The last of the files gets a key that no report has: who refuses it has come to the end. */
function writeBroken(folder, from) {
  cpSync(from, folder, { recursive: true });
  const last = path.join(folder, readdirSync(folder).toSorted().at(-1));
  writeFileSync(last, `unknown_key: 1\n${readFileSync(last, 'utf8')}`);
}

/** A validator that lets a broken file pass does not do what it is measured for. */
async function refuses({ name, args, cwd }) {
  const { status } = await runChild({ args, cwd });
  if (status === 0 || status === 3) throw new Error(`${name} takes a broken file: exit ${status}`);
}

function ajvCase(input) {
  const { script, version } = scriptOf('ajv-cli', 'ajv');
  const options = ['--spec=draft2020', '--strict=false', '-s', schemaFile, '-d', `${input}/*.yaml`];
  const name = `ajv-cli ${version}: shape`;
  return { name, args: [script, 'validate', ...options], verify: countsLines(name, / valid$/gm) };
}

function spectralCase(input, { data }) {
  const { script, version } = scriptOf('@stoplight/spectral-cli', 'spectral');
  const ruleset = data.pathOf('spectral-ruleset.json');
  writeFileSync(ruleset, JSON.stringify(rulesetOf(readFileSync(schemaFile, 'utf8'))));
  const name = `Spectral ${version}: shape`;
  const args = [script, 'lint', `${input}/*.yaml`, '--ruleset', ruleset, '--verbose'];
  return { name, args, verify: countsLines(name, /^Linting /gm) };
}

/** Spectral reads patterns without the `u` flag: the letters of all scripts become those of ASCII. */
function rulesetOf(schema) {
  const plain = JSON.parse(schema.replaceAll('\\\\p{L}\\\\p{N}', 'A-Za-z0-9'));
  const action = { function: 'schema', functionOptions: { schema: plain, dialect: 'draft2020-12' } };
  return {
    rules: {
      report: Object.fromEntries([
        ['given', '$'],
        ['severity', 'error'],
        ['then', action],
      ]),
    },
  };
}

function checkCase(input, { data, plan }) {
  const out = data.pathOf('check.json');
  const name = '`check`: shape and plan';
  return {
    name,
    args: [bin, 'check', input, '--plan', plan, '--quiet', '--format', `json=${out}`],
    status: JUDGED,
    verify() {
      const { inputs } = JSON.parse(readFileSync(out, 'utf8'));
      // The plan is an input too.
      if (inputs.length !== FILES + 1) throw new Error(`${name}: ${inputs.length} inputs`);
    },
  };
}

const countsLines =
  (name, pattern) =>
  ({ stdout, stderr }) => {
    const lines = `${stdout}${stderr}`.match(pattern)?.length;
    if (lines !== FILES) throw new Error(`${name}: ${lines} files`);
  };
