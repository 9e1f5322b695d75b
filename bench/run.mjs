// `npm run bench` measures the built tool, side by side with what it is held against: build first.
//   --quick          fewer rounds, small panels, nothing installed: under two minutes
//   --only <suite>   one suite, repeatable
//   --max-rows <n>   no larger panels: the full one has 11 million rows
//   --write          puts the tables into docs/performance.md, that of Spark into docs/scale.md
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openData } from './support/data.mjs';
import { writePlan } from './support/generate-plan.mjs';
import { describeMachine } from './support/machine.mjs';
import { isBuilt, root } from './support/tool.mjs';

const suites = ['startup', 'growth', 'reading', 'yaml', 'memory', 'panel', 'linear', 'peers', 'spark'];

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    write: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    'max-rows': { type: 'string' },
  },
});

const unknown = (flags.only ?? []).filter(name => !suites.includes(name));
if (!isBuilt()) {
  console.error('dist/ is missing: npm run build');
  process.exitCode = 1;
} else if (unknown.length > 0) {
  console.error(`unknown suite ${unknown.join(', ')}; known: ${suites.join(', ')}`);
  process.exitCode = 2;
} else await runSuites(flags.only ?? suites);

async function runSuites(names) {
  const context = await openContext();
  const machine = describeMachine(flags.quick);
  console.log(`${machine}\n`);
  for (const name of names) {
    try {
      await runSuite(name, context, machine);
    } catch (error) {
      // What the other suites measure is worth having all the same.
      console.error(`${name} FAILED: ${error.stack}`);
      process.exitCode = 1;
    }
  }
}

async function runSuite(name, context, machine) {
  const { title, run, page = 'performance.md' } = await import(`./${name}.mjs`);
  const parts = await run({ ...context, log: text => console.error(`${name}: ${text}`) });
  const text = parts.join('\n\n');
  console.log(`## ${title}\n\n${text}\n`);
  if (flags.write) writeSection(name, page, `${machine}\n\n${text}`);
}

async function openContext() {
  const data = openData(root);
  const plan = data.pathOf('plan.yaml');
  writePlan(plan);
  return {
    quick: flags.quick === true,
    maxRows: Number(flags['max-rows'] ?? Infinity),
    data,
    plan,
    hasDuckdb: hasDuckdb(),
  };
}

function hasDuckdb() {
  try {
    createRequire(import.meta.url).resolve('@duckdb/node-api');
    return true;
  } catch {
    return false;
  }
}

/** Between `<!-- bench:name -->` and `<!-- /bench:name -->`; the words around them stay. */
function writeSection(name, file, text) {
  const docs = path.join(root, 'docs', file);
  const page = readFileSync(docs, 'utf8');
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${file} has no place for ${name}`);
  writeFileSync(docs, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}
