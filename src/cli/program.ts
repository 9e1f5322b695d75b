import { Command, CommanderError } from 'commander';
import { nearest } from '../input/document/nearest.ts';
import { exitCodes } from '../model/exit-code.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Lang } from '../render/words/words.ts';
import type { BatchFlags } from './commands/batch.ts';
import type { CheckFlags } from './commands/check.ts';
import type { DiffFlags } from './commands/diff.ts';
import type { ExplainFlags } from './commands/explain.ts';
import type { InitFlags } from './commands/init.ts';
import type { MapFlags } from './commands/map.ts';
import type { PanelSqlFlags } from './commands/panel-sql.ts';
import type { RenderFlags } from './commands/render.ts';
import type { SchemaFlags, SchemaName } from './commands/schema.ts';
import { splitOptional } from './flags.ts';
import { exitCodesText, helpText } from './help-text.ts';
import type { Io } from './io.ts';
import { langFlag, langOfRun, withLang, withoutLang } from './lang-of-environment.ts';
import { UserError } from './user-error.ts';
import { version } from './version.ts';

const EXIT_CODES = exitCodesText([
  [0, 'all that had to be judged was judged and is within plan'],
  [1, 'judged: at least one target fails'],
  [2, 'could not check: bad flag, unreadable or invalid file, a pattern that matched nothing'],
  [3, 'no failure, but something that had to be judged is undecided'],
  [70, 'a bug in the tool'],
]);

type Done = (run: Promise<number>) => Promise<void>;
type AddCommand = (program: Command, io: Io, done: Done) => void;

/** Every command; a new one is a new file and one entry here. A run loads the one that it is asked for, help loads all. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  check: async () => {
    const { checkCommand, runCheck } = await import('./commands/check.ts');
    return (program, io, done) =>
      checkCommand(program)
        .addHelpText('after', EXIT_CODES)
        .action((reports: string[], flags: CheckFlags) => done(runCheck(reports, flags, io)));
  },
  batch: async () => {
    const { batchCommand, runBatch } = await import('./commands/batch.ts');
    return (program, io, done) =>
      batchCommand(program)
        .addHelpText('after', EXIT_CODES)
        .action((paths: string[], flags: BatchFlags) => done(runBatch(paths, flags, io)));
  },
  'panel-sql': async () => {
    const { panelSqlCommand, runPanelSql } = await import('./commands/panel-sql.ts');
    return (program, io, done) =>
      panelSqlCommand(program).action((flags: PanelSqlFlags) => done(runPanelSql(flags, io)));
  },
  diff: async () => {
    const { diffCommand, runDiff } = await import('./commands/diff.ts');
    return (program, io, done) =>
      diffCommand(program).action((before: string, after: string, flags: DiffFlags) =>
        done(runDiff(before, after, flags, io)),
      );
  },
  waivers: () => import('./commands/waivers.ts').then(({ waiversCommand }) => waiversCommand),
  schema: async () => {
    const { schemaCommand, runSchema } = await import('./commands/schema.ts');
    return (program, io, done) =>
      schemaCommand(program).action((name: SchemaName, flags: SchemaFlags) => done(runSchema(name, flags, io)));
  },
  init: async () => {
    const { initCommand, runInit } = await import('./commands/init.ts');
    return (program, io, done) =>
      initCommand(program).action((file: string | undefined, flags: InitFlags) => done(runInit(file, flags, io)));
  },
  map: async () => {
    const { mapCommand, runMap } = await import('./commands/map.ts');
    return (program, io, done) =>
      mapCommand(program).action((sheet: string, file: string | undefined, flags: MapFlags) =>
        done(runMap(sheet, file, flags, io)),
      );
  },
  render: async () => {
    const { renderCommand, runRender } = await import('./commands/render.ts');
    return (program, io, done) =>
      renderCommand(program).action((name: string, flags: RenderFlags) => done(runRender(name, flags, io)));
  },
  explain: async () => {
    const { explainCommand, runExplain } = await import('./commands/explain.ts');
    return (program, io, done) =>
      explainCommand(program).action((target: string, reports: string[], flags: ExplainFlags) =>
        done(runExplain(target, reports, flags, io)),
      );
  },
  completion: async () => {
    const { completionCommand } = await import('./commands/completion.ts');
    return (program, io, done) => completionCommand(program, () => buildProgram(commandNames, io, done), io, done);
  },
  plan: () => import('./commands/plan.ts').then(({ planCommand }) => planCommand),
};

/** Reads the arguments, runs one command, returns its exit code. */
export async function runProgram(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.ok;
  const args = withLang(argv, io.env);
  const lang = langOfRun(langFlag(args), io);
  const [first = ''] = args;
  const isCommand = Object.hasOwn(commands, first);
  const program = await buildProgram(
    isCommand ? [first] : Object.keys(commands),
    io,
    async run => {
      code = await run;
    },
    lang,
  );
  speak(program, lang);
  try {
    await program.parseAsync(splitOptional(isCommand ? args : withoutLang(args)), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.cannotCheck;
  }
  return code;
}

/** Commands that read no settings would speak English of themselves, whatever the environment says. */
function speak(command: Command, lang: Lang): void {
  if (command.getOptionValueSource('lang') === 'default') command.setOptionValueWithSource('lang', lang, 'default');
  for (const each of command.commands) speak(each, lang);
}

export const commandNames = Object.keys(commands);

export async function buildProgram(names: readonly string[], io: Io, done: Done, lang: Lang = 'en'): Promise<Command> {
  const program = new Command('shanxi-plan')
    .description('Checks what a public plan promised against what was reported, without false greens.')
    .version(version, '-V, --version')
    .helpOption('-h, --help')
    .option('--debug', 'print the stack when the tool itself fails')
    .option('--no-compile-cache', 'keep nothing of what is compiled for the next start')
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      outputError: (text, write) =>
        write(text.replace(/^error: /, 'shanxi-plan: ').replace(/(?<=unknown option '(?:-o|--out\w*)')/, FILE_HINT)),
    })
    .showHelpAfterError('  see --help')
    .addHelpText(
      'before',
      helpText('Examples:', [
        'shanxi-plan check reports/',
        'shanxi-plan check metrics.yaml --as-of today --format json',
      ]),
    )
    .addHelpText('after', EXIT_CODES);
  if (lang === 'zh') (await import('./help-in-chinese.ts')).helpInChinese(program);
  for (const name of names) (await commands[name]?.())?.(program, io, done);
  program.allowExcessArguments().action(() => {
    if (program.args.length > 0) throw unknownCommand(program, program.args[0] ?? '');
    return done(import('./welcome.ts').then(({ welcome }) => welcome(lang, io)));
  });
  return program;
}

/** Other tools name a file by a flag of its own. */
const FILE_HINT = '\n  a file is written by --format <format>=<file>';

function unknownCommand(program: Command, name: string): UserError {
  const names = program.commands.map(command => command.name());
  const near = nearest(name, names);
  return new UserError(usageOfFlags.unknownCommand({ name, near, allowed: names }));
}
