import path from 'node:path';
import { root } from '../support/node.mjs';

/** Says which mutants no test noticed, and how many were tried and noticed of each file and of all. */
export function sayResults(target, results) {
  for (const mutant of results.filter(isMissed).toSorted(byPlace)) console.log(lineOf(mutant));
  const files = [...new Set(results.map(nameOf))].toSorted();
  for (const file of files)
    console.log(
      sumOf(
        file,
        results.filter(mutant => nameOf(mutant) === file),
      ),
    );
  console.log(sumOf(target, results));
}

/** A mutant that makes a test run for ever is noticed, too. */
const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
export const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';

/** Not those that were not drawn, or that run only while modules are loaded. */
export const isTried = mutant => isNoticed(mutant) || isMissed(mutant);

const nameOf = ({ fileName }) => path.relative(root, fileName);

const byPlace = (a, b) => a.fileName.localeCompare(b.fileName) || a.location.start.line - b.location.start.line;

export function lineOf(mutant) {
  const { status, location, replacement } = mutant;
  const { line, column } = location.start;
  return `${nameOf(mutant)}:${line}:${column} ${status}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`;
}

function sumOf(name, mutants) {
  const noticed = mutants.filter(isNoticed).length;
  const [low, high] = wilson(noticed, mutants.length).map(share => (100 * share).toFixed(1));
  const share = ((100 * noticed) / mutants.length).toFixed(1);
  return `${name}: ${mutants.length} mutants, ${noticed} noticed: ${share} % (as a sample: ${low} to ${high} %)`;
}

/** The 95 % interval of a share that was found in a sample. */
function wilson(hits, count) {
  const z = 1.96;
  const [share, width] = [hits / count, 1 + z ** 2 / count];
  const middle = share + z ** 2 / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  return [(middle - half) / width, (middle + half) / width];
}
