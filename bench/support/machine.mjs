// Where and with what was measured, in one line: a table without it says nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import { mebibytes } from './table.mjs';
import { root } from './tool.mjs';

export function describeMachine(isQuick) {
  const processors = cpus();
  const packages = ['js-yaml', '@duckdb/node-api'].map(name => `${name} ${versionOf(name) ?? 'not installed'}`);
  const programs = ['jq', 'mlr'].map(name => programVersion(name) ?? `${name} not installed`);
  return [
    `${new Date().toISOString().slice(0, 10)}${isQuick ? ' (quick run)' : ''}`,
    `${processors[0]?.model.trim()} × ${processors.length}, ${mebibytes(totalmem())}, ${platform()} ${release()}`,
    `load ${loadavg()[0].toFixed(1)} at the start`,
    `node ${process.versions.node}`,
    `shanxi-plan ${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version} (${commit()})`,
    ...packages,
    ...programs,
  ].join(' · ');
}

function versionOf(name) {
  try {
    return JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

function programVersion(name) {
  const { stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' });
  return stdout?.trim();
}

function commit() {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' });
  return stdout?.trim() || 'no commit';
}
