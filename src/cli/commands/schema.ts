import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { type PresetName, presetNames } from '../../model/table-mapping.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { presetFile } from '../tables.ts';
import { UserError } from '../user-error.ts';

const schemaNames = ['plan', 'report', 'tables', 'analysis', 'batch-index', 'config', 'waivers', 'since'] as const;
export type SchemaName = (typeof schemaNames)[number];

export const schemaCommand = (program: Command): Command =>
  program
    .command('schema')
    .description('print a JSON Schema, for editors and other tools')
    .addArgument(new Argument('<name>', 'which one').choices(schemaNames))
    .addOption(new Option('--preset <name>', 'of tables: a mapping that ships, instead').choices(presetNames));

export interface SchemaFlags {
  readonly preset?: PresetName;
}

export async function runSchema(name: SchemaName, { preset }: SchemaFlags, io: Io): Promise<number> {
  if (preset && name !== 'tables')
    throw new UserError('--preset is of tables', `shanxi-plan schema tables --preset ${preset}`);
  const file = preset ? presetFile(preset) : path.join(packageRoot, 'schema', `${name}.schema.json`);
  io.stdout.write(await readFile(file, 'utf8'));
  return exitCodes.ok;
}
