import { formatIds } from '../../render/registry.ts';
import type { Lang } from '../../render/words/words.ts';
import type { AddCommand } from '../add-command.ts';
import { readAnalysis } from '../analysis-file.ts';
import { collect } from '../flags.ts';
import type { Io } from '../io.ts';
import { langOption, tableOptions, textOptions } from '../options.ts';
import { parseOutputs, protectFiles, writeOutputs } from '../outputs.ts';
import { type TableFlags, tableLayout, terminalOf } from '../terminal.ts';

interface RenderFlags extends TableFlags {
  readonly format?: readonly string[];
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
}

export const renderCommand: AddCommand = (program, io, done) =>
  tableOptions(
    textOptions(
      program
        .command('render')
        .description('print an analysis again, in any format: the same bytes as check would have')
        .argument('<analysis.json>', 'an analysis that --format json wrote')
        .option(
          '--format <name[=file]>',
          `${formatIds.join(', ')}; repeatable, each to its own file (default: table)`,
          collect,
        )
        .addOption(langOption('language of the report').default('en')),
      'table',
    ),
  )
    .option('-v, --verbose', 'in the table why each figure was set aside')
    .action((name: string, flags: RenderFlags) => done(runRender(name, flags, io)));

/** Ends with the exit code that the analysis carries, as the check did. */
async function runRender(name: string, flags: RenderFlags, io: Io): Promise<number> {
  const { width, isColored } = terminalOf(flags, io);
  const outputs = parseOutputs(flags.format ?? ['table']);
  const analysis = await readAnalysis(name, io);
  protectFiles(outputs, [name], io);
  await writeOutputs(outputs, analysis, { lang: flags.lang, width, isColored, ...tableLayout(flags) }, io);
  return analysis.exit.code;
}
