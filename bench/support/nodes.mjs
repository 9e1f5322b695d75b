// The Node of the wanted versions: the one that runs, and others as npm has them.
import { spawnSync } from 'node:child_process';

/** Each with its version and the path of its program; what cannot be had is left out, and said. */
export function nodesOf(versions, log) {
  const own = { version: process.versions.node, file: process.execPath };
  return versions.flatMap(version => {
    if (own.version.startsWith(`${version}.`)) return [own];
    const ask = 'process.stdout.write(JSON.stringify({ version: process.versions.node, file: process.execPath }))';
    const { stdout } = spawnSync('npx', ['--yes', '-p', `node@${version}`, 'node', '-e', ask], { encoding: 'utf8' });
    const node = found(stdout);
    if (node?.version.startsWith(`${version}.`)) return [node];
    log(`Node ${version} cannot be had`);
    return [];
  });
}

function found(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
