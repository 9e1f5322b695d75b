import { Command, CommanderError, Option } from 'commander';
import { inputFormats } from '../input/registry.ts';
import { methodIds } from '../methods/registry.ts';
import { formatIds } from '../render/registry.ts';
import { type CheckFlags, runCheck } from './commands/check.ts';
import { type ExplainFlags, explainCommand, runExplain } from './commands/explain.ts';
import { exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { DEFAULT_PLAN } from './plans.ts';
import { UserError } from './user-error.ts';
import { version } from './version.ts';

const EXIT_CODES = `
Exit codes:
  0  all that had to be judged was judged and is within plan
  1  judged: at least one target fails
  2  could not check: bad flag, unreadable or invalid file, a pattern that matched nothing
  3  no failure, but something that had to be judged is undecided
  70 a bug in the tool`;

/** Reads the arguments, runs one command, returns its exit code. */
export async function runProgram(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.ok;
  const program = buildProgram(io, async run => {
    code = await run;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.cannotCheck;
  }
  return code;
}

export function buildProgram(io: Io, done: (run: Promise<number>) => Promise<void>): Command {
  const program = new Command('shanxi-plan')
    .description('Checks what a public plan promised against what was reported, without false greens.')
    .version(version, '-V, --version')
    .helpOption('-h, --help')
    .option('--debug', 'print the stack when the tool itself fails')
    .exitOverride()
    .configureOutput({ writeOut: text => io.stdout.write(text), writeErr: text => io.stderr.write(text) })
    .showHelpAfterError('(see --help)')
    .addHelpText(
      'before',
      'Examples:\n  shanxi-plan check reports/\n  shanxi-plan check metrics.yaml --as-of today --format json\n',
    )
    .addHelpText('after', EXIT_CODES);
  checkCommand(program).action((reports: string[], flags: CheckFlags) => done(runCheck(reports, flags, io)));
  explainCommand(program).action((target: string, reports: string[], flags: ExplainFlags) =>
    done(runExplain(target, reports, flags, io)),
  );
  program.action(() => {
    if (program.args.length > 0) throw unknownCommand(program, program.args[0] ?? '');
    program.outputHelp({ error: true });
    return done(Promise.resolve(exitCodes.cannotCheck));
  });
  return program;
}

function unknownCommand(program: Command, name: string): UserError {
  const known = program.commands.map(command => command.name());
  return new UserError(
    `unknown command "${name}"`,
    `known commands: ${known.join(', ')}; a report is checked with: shanxi-plan check ${name}`,
  );
}

function checkCommand(program: Command): Command {
  return program
    .command('check')
    .description('judge every target of a plan by the figures in reports')
    .argument('<report...>', 'report files, folders, patterns, or - for standard input')
    .option('--plan <name or file>', 'the plan to check against', DEFAULT_PLAN)
    .option('--as-of <day>', 'the day of the analysis, or "today" (default: the latest day reported)')
    .option('--known-by <day>', 'use only what was published by this day')
    .addOption(new Option('--method <method>', 'how pace is judged').choices(methodIds))
    .option('--reading <target=name...>', 'fix how an ambiguous target is read')
    .option('--no-derived', 'use no identity between indicators, direct evidence alone')
    .addOption(new Option('--format <format>', 'output format').choices(formatIds).default('table'))
    .addOption(new Option('--input-format <format>', 'format of standard input').choices(inputFormats).default('yaml'))
    .addOption(new Option('--lang <language>', 'language of the report').choices(['en', 'zh']).default('en'))
    .option('--width <columns>', 'columns of the table (default: the terminal, or 80)')
    .option('--color', 'colour even when the output is no terminal')
    .option('--no-color', 'no colour')
    .option('--allow-undecided', 'exit 0 instead of 3 when nothing fails but something is undecided')
    .option('--exit-zero', 'exit 0 instead of 1 or 3')
    .option('-q, --quiet', 'no summary line on standard error')
    .addHelpText(
      'before',
      'Examples:\n  shanxi-plan check reports/ --as-of today\n  shanxi-plan check "2023-*.yaml" --lang zh\n',
    )
    .addHelpText('after', EXIT_CODES);
}
