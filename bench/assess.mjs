// `node bench/assess.mjs <folder of another build>`: what an assessment costs here and there, in processor time, side by
// side. Rounds are interleaved and the least of each counts, since other programs only ever add to it. Build both first.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from './support/table.mjs';
import { root } from './support/tool.mjs';

const ROUNDS = 5;
const shapes = { 'one region': 0, 'a region with three parts': 3 };
const script = fileURLToPath(new URL('support/assess-many.mjs', import.meta.url));

const [other] = process.argv.slice(2);
if (other === undefined) {
  console.error('node bench/assess.mjs <folder of another build>');
  process.exitCode = 2;
} else compare(path.resolve(other));

function compare(there) {
  const rows = Object.entries(shapes).map(([name, parts]) => {
    const [least, leastThere] = leastOf([root, there], parts);
    return [name, micro(leastThere), micro(least), (least / leastThere).toFixed(2)];
  });
  console.log(markdownTable(['one assessment', '>there', '>here', '>ratio'], rows));
}

function leastOf(builds, parts) {
  const least = builds.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, build] of builds.entries()) least[index] = Math.min(least[index], costIn(build, parts));
  return least;
}

/** A process of its own: what the compiler learns of one build does not touch the other. */
function costIn(build, parts) {
  return Number(execFileSync(process.execPath, [script, build, String(parts)]));
}

function micro(microseconds) {
  return `${microseconds.toFixed(0)} µs`;
}
