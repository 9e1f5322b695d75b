import { Command, CommanderError } from 'commander';
import { type BatchFlags, batchCommand, runBatch } from './commands/batch.ts';
import { type CheckFlags, checkCommand, runCheck } from './commands/check.ts';
import { type DiffFlags, diffCommand, runDiff } from './commands/diff.ts';
import { type ExplainFlags, explainCommand, runExplain } from './commands/explain.ts';
import { initCommand, runInit } from './commands/init.ts';
import { type PanelSqlFlags, panelSqlCommand, runPanelSql } from './commands/panel-sql.ts';
import { planCommand } from './commands/plan.ts';
import { type RenderFlags, renderCommand, runRender } from './commands/render.ts';
import { runSchema, type SchemaName, schemaCommand } from './commands/schema.ts';
import { waiversCommand } from './commands/waivers.ts';
import { exitCodes } from './exit-code.ts';
import { splitOptional } from './flags.ts';
import type { Io } from './io.ts';
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
    await program.parseAsync(splitOptional(argv), { from: 'user' });
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
  checkCommand(program)
    .addHelpText('after', EXIT_CODES)
    .action((reports: string[], flags: CheckFlags) => done(runCheck(reports, flags, io)));
  batchCommand(program)
    .addHelpText('after', EXIT_CODES)
    .action((paths: string[], flags: BatchFlags) => done(runBatch(paths, flags, io)));
  panelSqlCommand(program).action((flags: PanelSqlFlags) => done(runPanelSql(flags, io)));
  diffCommand(program).action((before: string, after: string, flags: DiffFlags) =>
    done(runDiff(before, after, flags, io)),
  );
  waiversCommand(program, io, done);
  schemaCommand(program).action((name: SchemaName) => done(runSchema(name, io)));
  initCommand(program).action((file: string) => done(runInit(file, io)));
  renderCommand(program).action((name: string, flags: RenderFlags) => done(runRender(name, flags, io)));
  explainCommand(program).action((target: string, reports: string[], flags: ExplainFlags) =>
    done(runExplain(target, reports, flags, io)),
  );
  planCommand(program, io, done);
  program.allowExcessArguments().action(() => {
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
