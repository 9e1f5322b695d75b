import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument, type Command } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';

const schemaNames = ['plan', 'report', 'analysis', 'batch-index', 'config', 'waivers', 'since'] as const;
export type SchemaName = (typeof schemaNames)[number];

export const schemaCommand = (program: Command): Command =>
  program
    .command('schema')
    .description('print a JSON Schema, for editors and other tools')
    .addArgument(new Argument('<name>', 'which one').choices(schemaNames));

export async function runSchema(name: SchemaName, io: Io): Promise<number> {
  io.stdout.write(await readFile(path.join(packageRoot, 'schema', `${name}.schema.json`), 'utf8'));
  return exitCodes.ok;
}
