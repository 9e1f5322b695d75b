// Cost of `check` against each dimension of its input: sizes double, and the exponent is the slope of least squares through the
// logarithms of all of them, without what a run of size 1 costs. 1 is linear. What is in a file below 100 kB must be judged in 2 s.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dimensions } from './support/dimensions.mjs';
import { measure } from './support/measure.mjs';
import { count, held, markdownTable, seconds } from './support/table.mjs';
import { timed } from './support/timed.mjs';
import { bin, JUDGED } from './support/tool.mjs';

export const title = 'Growth';

const MOST_EXPONENT = 1.15;
const SMALL = 100_000;
const MOST_MS = 2000;
const STEPS = 4;

export async function run({ quick, data, log }) {
  const rows = [];
  for (const dimension of dimensions) {
    log(dimension.name);
    rows.push(await rowOf(dimension, quick, data));
  }
  const head = ['dimension', '>size', '>bytes', '>processor', '>twice the size', '>exponent', '>budget', 'held'];
  const worst = Math.max(...rows.flatMap(({ small }) => small));
  const text = `The dearest input below 100 kB takes ${seconds(worst)} of processor time; budget ≤ ${seconds(MOST_MS)}, held: ${held(worst, MOST_MS)}.`;
  return [
    `${markdownTable(
      head,
      rows.map(({ cells }) => cells),
    )}\n\n${text}`,
  ];
}

async function rowOf({ name, size, write }, quick, data) {
  const sizes = Array.from({ length: STEPS }, (_, step) => size * 2 ** (step - (quick ? STEPS : STEPS - 1) + 1));
  const cases = [1, ...sizes].map((each, index) =>
    caseOf(name, Math.max(1, Math.round(each)), data.pathOf(`growth-${index}`), write),
  );
  const results = await measure(cases, { rounds: quick ? 1 : 3, warmUp: false });
  const [{ processor: base }, ...sized] = results;
  const [before, last] = sized.slice(-2);
  const exponent = exponentOf(sized.map(({ size: each, processor }) => [each, processor - base]));
  const isMeasured = last.processor > 2 * base && sized.every(({ processor }) => processor > base);
  const told = isMeasured ? exponent.toFixed(2) : 'too quick to tell';
  return {
    small: results.filter(({ bytes }) => bytes < SMALL).map(({ processor }) => processor),
    cells: [
      name,
      count(before.size),
      count(before.bytes),
      seconds(before.processor),
      seconds(last.processor),
      told,
      `≤ ${MOST_EXPONENT}`,
      isMeasured ? held(exponent, MOST_EXPONENT) : 'yes',
    ],
  };
}

/** The slope of the line through the logarithms of sizes and costs by least squares. */
function exponentOf(points) {
  const logs = points.map(point => point.map(Math.log2));
  const [size, cost] = [0, 1].map(axis => logs.reduce((sum, each) => sum + each[axis], 0) / logs.length);
  const both = logs.reduce((sum, [x, y]) => sum + (x - size) * (y - cost), 0);
  return both / logs.reduce((sum, [x]) => sum + (x - size) ** 2, 0);
}

function caseOf(name, size, folder, write) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { args = [], ...texts } = write(size);
  const files = Object.entries(texts).map(([file, text]) => {
    const full = path.join(folder, file);
    writeFileSync(full, text);
    return statSync(full).size;
  });
  const all = [bin, 'check', 'report.csv', '--plan', 'plan.yaml', '--format', 'json', ...args];
  const bytes = files.reduce((sum, each) => sum + each, 0);
  return timed({
    name: `${name} ${size}`,
    size,
    bytes,
    args: all,
    cwd: folder,
    status: JUDGED,
    stdout: path.join(folder, 'out.json'),
  });
}
