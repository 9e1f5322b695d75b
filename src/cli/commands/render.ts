import type { Command } from 'commander';
import { formatIds } from '../../render/registry.ts';
import type { Lang } from '../../render/words/words.ts';
import { readAnalysis } from '../analysis-file.ts';
import { collect } from '../flags.ts';
import type { Io } from '../io.ts';
import { langOption, tableOptions } from '../options.ts';
import { parseOutputs, protectFiles, writeOutputs } from '../outputs.ts';
import { type TableFlags, tableLayout, terminalOf } from '../terminal.ts';

export interface RenderFlags extends TableFlags {
  readonly format?: readonly string[];
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
}

export const renderCommand = (program: Command): Command =>
  tableOptions(
    program
      .command('render')
      .description('print an analysis again, in any format: the same bytes as check would have')
      .argument('<analysis.json>', 'an analysis that --format json wrote')
      .option(
        '--format <name[=file]>',
        `${formatIds.join(', ')}; repeatable, each to its own file (default: table)`,
        collect,
      )
      .addOption(langOption('language of the report').default('en'))
      .option('--width <columns>', 'columns of the table (default: the terminal, or 80)')
      .option('--color', 'colour even when the output is no terminal')
      .option('--no-color', 'no colour'),
  ).option('-v, --verbose', 'in the table why each figure was set aside');

/** Ends with the exit code that the analysis carries, as the check did. */
export async function runRender(name: string, flags: RenderFlags, io: Io): Promise<number> {
  const { width, isColored } = terminalOf(flags, io);
  const outputs = parseOutputs(flags.format ?? ['table']);
  const analysis = await readAnalysis(name, io);
  protectFiles(outputs, [name], io);
  await writeOutputs(outputs, analysis, { lang: flags.lang, width, isColored, ...tableLayout(flags) }, io);
  return analysis.exit.code;
}
