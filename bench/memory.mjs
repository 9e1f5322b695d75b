// Peak memory of `batch` over ever more files: it must not grow with their number.
import { writeReports } from './support/generate-reports.mjs';
import { INDICATORS } from './support/indicators.mjs';
import { measure } from './support/measure.mjs';
import { count, held, markdownTable, mebibytes, roundsText, seconds } from './support/table.mjs';
import { batchCase } from './support/tool.mjs';

export const title = 'Memory against the number of files';

/** What the garbage collector may leave standing from one run to the next. */
const GROWTH = 1.3;

export async function run({ quick, data, plan, log }) {
  const sizes = quick ? [100, 400] : [1000, 10_000];
  const rounds = quick ? 1 : 2;
  const cases = [];
  for (const files of sizes) {
    const input = await data.made(`reports-${files}`, folder => writeReports(folder, files));
    const own = { data, plan, input, by: 'file,region', groups: files, figures: files * INDICATORS };
    cases.push({ files, ...batchCase({ ...own, name: `${files} files` }) });
  }
  const results = await measure(cases, { rounds, warmUp: false, log });
  const rows = results.map(({ files, median, peak }, index) => {
    const growth = peak / results[0].peak;
    const limit = index === 0 || quick ? undefined : GROWTH;
    return [
      count(files),
      seconds(median),
      mebibytes(peak),
      growth.toFixed(2),
      limit ? `≤ ${limit}` : '',
      held(growth, limit),
    ];
  });
  const head = ['>files', '>median', '>peak memory', '>to the first', '>budget', 'held'];
  return [markdownTable(head, rows), quick ? 'Too small to judge.' : `${roundsText(rounds)}.`];
}
