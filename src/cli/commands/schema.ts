import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument, Option } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { type PresetName, presetNames } from '../../model/table-mapping.ts';
import { withModeline } from '../../render/modeline.ts';
import { usageOfCommands } from '../../render/words/usage-commands.ts';
import type { Lang } from '../../render/words/words.ts';
import type { AddCommand } from '../add-command.ts';
import type { Io } from '../io.ts';
import { langOfRun } from '../lang-of-environment.ts';
import { langOption } from '../options.ts';
import { packageRoot } from '../package-root.ts';
import { loadPlan } from '../plans.ts';
import { sayProblems } from '../say-problems.ts';
import { presetFile } from '../tables.ts';
import { UserError } from '../user-error.ts';

const schemaNames = ['plan', 'report', 'tables', 'analysis', 'batch-index', 'config', 'waivers', 'since'] as const;
type SchemaName = (typeof schemaNames)[number];

export const schemaCommand: AddCommand = (program, io, done) =>
  program
    .command('schema')
    .description('print a JSON Schema, for editors and other tools')
    .addArgument(new Argument('<name>', 'which one').choices(schemaNames))
    .addOption(new Option('--preset <name>', 'of tables: a mapping that ships, instead').choices(presetNames))
    .option('--plan <name or file>', "of report: with this plan's indicators, definitions and regions")
    .addOption(langOption())
    .action((name: SchemaName, flags: SchemaFlags) => done(runSchema(name, flags, io)));

interface SchemaFlags {
  readonly plan?: string;
  readonly lang?: Lang;
  readonly preset?: PresetName;
}

async function runSchema(name: SchemaName, { preset, plan, lang }: SchemaFlags, io: Io): Promise<number> {
  if (preset && name !== 'tables') throw new UserError(usageOfCommands.presetOfTables(preset));
  if (plan !== undefined) return schemaOfPlan(name, plan, langOfRun(lang, io), io);
  const text = await readFile(preset ? presetFile(preset) : schemaFile(name), 'utf8');
  io.stdout.write(preset ? withModeline(text, 'tables') : text);
  return exitCodes.ok;
}

const schemaFile = (name: SchemaName): string => path.join(packageRoot, 'schema', `${name}.schema.json`);

async function schemaOfPlan(name: SchemaName, planName: string, lang: Lang, io: Io): Promise<number> {
  if (name !== 'report') throw new UserError(usageOfCommands.planOfReport(planName));
  const { plan, problems } = await loadPlan(planName, io);
  await sayProblems(problems, lang, io);
  if (!plan) return exitCodes.cannotCheck;
  const { reportSchemaOf } = await import('../../render/plan/report-schema.ts');
  const base = JSON.parse(await readFile(schemaFile(name), 'utf8'));
  io.stdout.write(`${JSON.stringify(reportSchemaOf(plan, base), null, 2)}\n`);
  return exitCodes.ok;
}
