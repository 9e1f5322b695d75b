import { Option } from 'commander';
import { formatOf } from '../../input/source/registry.ts';
import { exitCodes } from '../../model/exit-code.ts';
import { type FormFormat, formFormats, formWriters } from '../../render/form/registry.ts';
import { usageOfFiles } from '../../render/words/usage-files.ts';
import type { Lang } from '../../render/words/words.ts';
import type { AddCommand } from '../add-command.ts';
import { EXAMPLE_FOLDER, writeExample } from '../example.ts';
import type { Io } from '../io.ts';
import { langOption } from '../options.ts';
import { DEFAULT_PLAN, loadPlan } from '../plans.ts';
import { refuseExisting } from '../refuse-existing.ts';
import { sayProblems } from '../say-problems.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';

export const initCommand: AddCommand = (program, io, done) =>
  program
    .command('init')
    .description('write a form for a report with every indicator of a plan, to be filled in')
    .argument('[file]', `the file to write (default: metrics and the format; of --example a folder, ${EXAMPLE_FOLDER})`)
    .option('--plan <name or file>', 'the plan whose indicators are to be reported', DEFAULT_PLAN)
    .addOption(
      new Option('--format <format>', 'of the form (default: as the file is called, or yaml)').choices(formFormats),
    )
    .addOption(langOption('language of the form').default('en'))
    .option('--example', 'instead, the real reports of Shanxi as they ship, to try the other commands with')
    .action((file: string | undefined, flags: InitFlags) => done(runInit(file, flags, io)));

interface InitFlags {
  readonly plan: string;
  readonly format?: FormFormat;
  readonly lang: Lang;
  readonly example?: boolean;
}

/** An existing file is never overwritten. */
async function runInit(named: string | undefined, flags: InitFlags, io: Io): Promise<number> {
  if (flags.example) return writeExample(named ?? EXAMPLE_FOLDER, flags.lang, io);
  const { plan: name, lang } = flags;
  const file = named ?? `metrics.${flags.format ?? 'yaml'}`;
  const format = formatNamed(file);
  if (!format || format !== (flags.format ?? format))
    throw new UserError(usageOfFiles.noForm(file, flags.format ? [flags.format] : formFormats));
  await refuseExisting(file, io);
  const { plan, problems } = await loadPlan(name, io);
  await sayProblems(problems, lang, io);
  if (!plan) return exitCodes.cannotCheck;
  const [{ formOf }, { findName }, { formWords }] = await Promise.all([
    import('../../render/form/form.ts'),
    import('../../input/shape/figure-names.ts'),
    import('../../render/words/form.ts'),
  ]);
  const isNameOf = (title: string, id: string): boolean => {
    const { ids, unit } = findName(plan, 'indicator', title);
    return unit === undefined && ids.length === 1 && ids[0] === id;
  };
  await writeWhole(file, await formWriters[format](formOf(plan, lang, isNameOf)), io);
  const check = `shanxi-plan check ${file}${name === DEFAULT_PLAN ? '' : ` --plan ${name}`}`;
  io.stderr.write(`shanxi-plan: ${formWords[lang].next(file, check)}\n`);
  return exitCodes.ok;
}

/** A name without an ending that is known is that of a report in YAML. */
const formatNamed = (file: string): FormFormat | undefined => {
  const format = formatOf(file) ?? 'yaml';
  return formFormats.find(each => each === format);
};
