import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { targetsOf } from '../../model/outline.ts';
import { sameDefinitions } from '../../model/relation.ts';
import { EXAMPLE_FOLDER, writeExample } from '../example.ts';
import type { Io } from '../io.ts';
import { DEFAULT_PLAN, loadPlan } from '../plans.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';

export const initCommand = (program: Command): Command =>
  program
    .command('init')
    .description('write an empty report with every indicator of the Shanxi plan, to be filled in')
    .argument('[file]', `the file to write (default: ${DEFAULT_FILE}; of --example a folder, ${EXAMPLE_FOLDER})`)
    .option('--example', 'instead, the real reports of Shanxi as they ship, to try the other commands with');

const DEFAULT_FILE = 'metrics.yaml';

export interface InitFlags {
  readonly example?: boolean;
}

/** An existing file is never overwritten. */
export async function runInit(named: string | undefined, { example }: InitFlags, io: Io): Promise<number> {
  if (example) return writeExample(named ?? EXAMPLE_FOLDER, io);
  const file = named ?? DEFAULT_FILE;
  const exists = await stat(path.resolve(io.cwd, file)).then(
    () => true,
    () => false,
  );
  if (exists) throw new UserError(`${file} exists already`, 'name another file');
  const { plan } = await loadPlan(DEFAULT_PLAN, io);
  if (!plan) throw new Error(`the shipped plan ${DEFAULT_PLAN} cannot be read`);
  const indicators = [...new Set(targetsOf(plan).map(({ target }) => target.indicator))];
  const lines = indicators.map(id => {
    const { title, unit, counts } = plan.indicators[id] ?? { title: { en: id }, unit: '', counts: {} };
    const meant = sameDefinitions(counts);
    const hint = meant.length > 0 ? `; counts: ${meant.join(' or ')}` : '';
    return `  # ${title.en} (${unit}${hint})\n  # ${id}:`;
  });
  await writeWhole(file, `${HEAD}${lines.join('\n')}\n`, io);
  io.stderr.write(`shanxi-plan: wrote ${file}; fill it in, then: shanxi-plan check ${file}\n`);
  return exitCodes.ok;
}

const HEAD = `# A report for shanxi-plan. Uncomment what is reported; leave out what is not: nothing is guessed.
# A figure that counts something particular says so: { value: "82.78万", counts: in-use-or-under-construction }
report: Figures of …
plan: ${DEFAULT_PLAN}
as_of: 2025-12-31       # the day that the figures describe
published: 2026-01-20   # the day from which they were known
source: { publisher: … }
metrics:
`;
