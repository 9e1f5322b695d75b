// The built tool as the benchmarks call it, and the proof that a run did what it is measured for.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { INDICATORS } from './indicators.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = path.join(root, 'bin', 'shanxi-plan.js');
export const duckdb = path.join(root, 'bench', 'support', 'duckdb.mjs');

/** A gate that fails, or that something keeps from an answer, is a run that did its work: what is invented fails often. */
export const JUDGED = [0, 1, 3];

export const isBuilt = () => existsSync(path.join(root, 'dist', 'cli.cjs'));

/**
 * A case that runs `batch` where the data are: only the index is made, or with `format` one file for each group too.
 * `groups` and `figures` are what the index must then hold.
 */
export function batchCase({ name, data, plan, input, by, groups, figures, format, options = [], ...rest }) {
  const out = data.pathOf('out');
  const index = data.pathOf('index.json');
  const files = format ? ['--format', format, '--output-dir', out] : [];
  const [reports, planFile] = [input, plan].map(file => path.relative(data.folder, file));
  return {
    name,
    cwd: data.folder,
    args: [bin, 'batch', reports, '--plan', planFile, '--by', by, '--index', `json=${index}`, ...files, ...options],
    stdout: data.pathOf('batch.txt'),
    status: JUDGED,
    out,
    prepare() {
      for (const old of [out, index]) rmSync(old, { recursive: true, force: true });
    },
    verify() {
      checkIndex(name, JSON.parse(readFileSync(index, 'utf8')), groups, figures);
      if (format) checkFiles(name, out, groups);
    },
    ...rest,
  };
}

function checkIndex(name, index, groups, figures) {
  const judged = index.groups.filter(({ state, targets }) => state === 'judged' && targets === INDICATORS);
  if (judged.length !== groups) throw new Error(`${name}: ${judged.length} groups judged, not ${groups}`);
  const read = index.groups.reduce((sum, group) => sum + group.figures, 0);
  if (read !== figures) throw new Error(`${name}: ${read} figures, not ${figures}`);
  const silent = index.groups.reduce((sum, { missing }) => sum + missing.targets.length, 0);
  if (silent > 0) throw new Error(`${name}: no figure for ${silent} targets`);
}

function checkFiles(name, folder, groups) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const isOutput = file => file.isFile() && !file.parentPath.endsWith('.shanxi-plan-batch');
  const analyses = files.filter(file => isOutput(file) && !file.name.startsWith('index.'));
  if (analyses.length !== groups) throw new Error(`${name}: ${analyses.length} files, not ${groups}`);
}

/** A run of another program that must print a number somewhere in its output. */
export const prints =
  (name, text) =>
  ({ stdout }) => {
    if (!stdout.includes(text)) throw new Error(`${name}: printed ${stdout.slice(0, 200)}, not ${text}`);
  };

export function hasCommand(command, args = ['--version']) {
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return status === 0;
}
