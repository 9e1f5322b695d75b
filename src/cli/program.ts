import { Command, CommanderError } from 'commander';
import { nearest } from '../input/document/nearest.ts';
import { exitCodes } from '../model/exit-code.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Lang } from '../render/words/words.ts';
import type { AddCommand, Done } from './add-command.ts';
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

/** Every command; a new one is a new file and one entry here. A run loads the one that it is asked for, help loads all. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  check: () => import('./commands/check.ts').then(({ checkCommand }) => withExitCodes(checkCommand)),
  batch: () => import('./commands/batch.ts').then(({ batchCommand }) => withExitCodes(batchCommand)),
  'panel-sql': () => import('./commands/panel-sql.ts').then(({ panelSqlCommand }) => panelSqlCommand),
  diff: () => import('./commands/diff.ts').then(({ diffCommand }) => diffCommand),
  waivers: () => import('./commands/waivers.ts').then(({ waiversCommand }) => waiversCommand),
  schema: () => import('./commands/schema.ts').then(({ schemaCommand }) => schemaCommand),
  init: () => import('./commands/init.ts').then(({ initCommand }) => initCommand),
  map: () => import('./commands/map.ts').then(({ mapCommand }) => mapCommand),
  render: () => import('./commands/render.ts').then(({ renderCommand }) => renderCommand),
  explain: () => import('./commands/explain.ts').then(({ explainCommand }) => explainCommand),
  completion: async () => {
    const { completionCommand } = await import('./commands/completion.ts');
    return (program, io, done) => completionCommand(program, () => buildProgram(commandNames, io, done), io, done);
  },
  plan: () => import('./commands/plan.ts').then(({ planCommand }) => planCommand),
};

const withExitCodes =
  (add: AddCommand): AddCommand =>
  (...given) =>
    add(...given).addHelpText('after', EXIT_CODES);

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

/** Other tools name a file, or a folder, by a flag of its own. */
const FILE_HINT = '\n  a file is written by --format <format>=<file>, the folder of a batch is named by --output-dir';

function unknownCommand(program: Command, name: string): UserError {
  const names = program.commands.map(command => command.name());
  const near = nearest(name, names);
  return new UserError(usageOfFlags.unknownCommand({ name, near, allowed: names }));
}
