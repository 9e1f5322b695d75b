// A file of many figures read as a report, against a parser that only makes data of the same file.

import { fileURLToPath } from 'node:url';
import { writeFigures } from './support/generate-figures.mjs';
import { measure } from './support/measure.mjs';
import { count, roundsText, timesTable } from './support/table.mjs';
import { prints, root } from './support/tool.mjs';

export const title = 'Reading against parsers';

const FIGURES = 20_000;
const TIMES = 10;
/** What is held against each format. */
const parsers = { csv: 'csv-parse', ndjson: '`JSON.parse` of each line', yaml: 'js-yaml, `load`' };

const script = name => fileURLToPath(new URL(`support/${name}.mjs`, import.meta.url));

export async function run({ quick, data, plan, log }) {
  const rounds = quick ? 3 : 7;
  const cases = [];
  for (const [format, parser] of Object.entries(parsers)) {
    const file = await data.made(`figures-${FIGURES}.${format}`, path => writeFigures(path, FIGURES));
    const baseline = `${format}: ${parser}`;
    cases.push(
      caseOf(baseline, [script('parse-many'), file, String(TIMES)]),
      caseOf(`${format}: read as a report`, [script('read-many'), root, plan, file, String(TIMES)], baseline),
    );
  }
  const results = await measure(cases, { rounds, warmUp: !quick, log });
  const intro = `**${count(FIGURES)} figures, ${TIMES} times in each process**, ${roundsText(rounds)}`;
  return [`${intro}\n\n${timesTable(results, { ratioBy: 'processor' })}`];
}

const caseOf = (name, args, baseline = name) => ({
  name,
  args,
  baseline,
  verify: prints(name, String(FIGURES * TIMES)),
});
