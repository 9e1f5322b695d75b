// Cost against size: each axis doubles from row to row. What one more costs must not grow with how many there are; if
// the whole cost grew with the square of the size, it would be four times as much in the last two doublings as before.
import { rowsOf, writePanel } from './support/generate-panel.mjs';
import { writeReports } from './support/generate-reports.mjs';
import { INDICATORS } from './support/indicators.mjs';
import { measure } from './support/measure.mjs';
import { count, held, markdownTable, mebibytes, seconds } from './support/table.mjs';
import { batchCase } from './support/tool.mjs';

export const title = 'Cost against size';

/** Far from four, with room for what differs from run to run. */
const BUDGET = 1.5;
const QUICK_SIZES = 3;

/** `make` fills the path; the rest is for `batchCase`. */
const axes = [
  {
    name: 'reports in YAML',
    sizes: [100, 200, 400, 800, 1600],
    input: files => ({
      file: `reports-${files}`,
      make: folder => writeReports(folder, files),
      by: 'file,region',
      groups: files,
      figures: files * INDICATORS,
    }),
  },
  {
    name: 'regions of a CSV panel, 12 months each',
    sizes: [10, 20, 40, 80, 160, 320],
    input: regions => panel(regions, 12),
  },
  {
    // From 2021 on; figures of days to come would be refused.
    name: 'months of a CSV panel of 20 regions',
    sizes: [4, 8, 16, 32, 64],
    input: months => panel(20, months),
  },
];

const panel = (regions, months) => ({
  file: `linear-${regions}x${months}.csv`,
  make: file => writePanel(file, { regions, months }),
  by: 'region',
  groups: regions,
  figures: rowsOf(regions, months),
});

export async function run(context) {
  const parts = [];
  for (const axis of axes) parts.push(await measureAxis(axis, context));
  return parts;
}

async function measureAxis({ name, sizes, input }, { quick, data, plan, log }) {
  log(name);
  const cases = [];
  for (const size of quick ? sizes.slice(0, QUICK_SIZES) : sizes) {
    const { file, make, ...rest } = input(size);
    const made = await data.made(file, make);
    cases.push({ size, ...batchCase({ name: `${name} ${size}`, data, plan, input: made, ...rest }) });
  }
  const results = await measure(cases, { rounds: quick ? 1 : 3, warmUp: !quick, log });
  const table = tableOf(name, results);
  return quick ? `${table}\n\nToo small to judge.` : `${table}\n\n${verdictOf(results)}`;
}

function tableOf(name, results) {
  const rows = results.map(({ size, median, processor, peak }, index) => {
    const more = index < 2 ? '' : seconds(costOfOneMore(results, index));
    return [count(size), seconds(median), seconds(processor), mebibytes(peak), more];
  });
  return markdownTable([`>${name}`, '>median', '>processor', '>peak memory', '>one more costs'], rows);
}

/** What lies between a row and the second one above it, for each one: the cost of the start is not in it. */
function costOfOneMore(results, index) {
  const [before, after] = [results[index - 2], results[index]];
  return (costOf(after) - costOf(before)) / (after.size - before.size);
}

/** Processor time does not rise when others use the machine; where it is not known, the time on the clock. */
const costOf = ({ processor, median }) => (Number.isNaN(processor) ? median : processor);

function verdictOf(results) {
  const last = results.length - 1;
  const growth = costOfOneMore(results, last) / costOfOneMore(results, last - 2);
  if (!(growth > 0)) return 'The rounds differ too much to tell.';
  return `One more at the end against one more two rows above: ${growth.toFixed(2)}; budget ≤ ${BUDGET}, held: ${held(growth, BUDGET)}.`;
}
