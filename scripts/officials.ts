/*
 * Judges each plan on the days of what official bodies said of it, with what was public by then, and holds the two verdicts
 * side by side: `npm run officials` prints them and writes docs/officials.md. Exit 1 where one is contrary and nobody says why.
 */
import { writeFile } from 'node:fs/promises';
import { countsOf, linesOf, pageOf } from './officials/page.ts';
import { compareAll, isUnexplained } from './officials/run.ts';

const comparisons = await compareAll();
for (const comparison of comparisons) console.log(`${linesOf(comparison).join('\n')}\n`);
const rows = comparisons.flatMap(comparison => comparison.rows);
console.log(`in all: ${countsOf(rows)}`);
await writeFile('docs/officials.md', pageOf(comparisons));
process.exitCode = rows.some(isUnexplained) ? 1 : 0;
