// Reads one file as a report again and again with the library of a build, and prints how many figures there were.
// `node read-many.mjs <build> <plan> <file> <times>`
import { readFileSync } from 'node:fs';
import { libraryOf } from './library.mjs';

const [build, planFile, reportFile, times] = process.argv.slice(2);
const { readPlan, readReport } = await libraryOf(build);
const opened = file => ({ path: file, bytes: readFileSync(file) });
const { plan } = await readPlan(opened(planFile));

let figures = 0;
for (let time = 0; time < Number(times); time += 1) {
  const { report } = await readReport(opened(reportFile), plan);
  figures += report.observations.length;
}
console.log(figures);
