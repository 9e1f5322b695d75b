import type { Command, Option } from 'commander';

/** A command line as data: what completions and the man page are made from. */
export interface CommandRow {
  /** `plan lint`; empty for the program itself. */
  readonly path: string;
  readonly usage: string;
  readonly description: string;
  readonly options: readonly OptionRow[];
  readonly commands: readonly string[];
}

export interface OptionRow {
  readonly flags: string;
  readonly names: readonly string[];
  readonly takesValue: boolean;
  readonly choices: readonly string[];
  readonly description: string;
}

/** The program, each command and each command below one. */
export function commandTable(program: Command): CommandRow[] {
  const rows = (command: Command, path: readonly string[]): CommandRow[] => [
    rowOf(command, path),
    ...command.commands.flatMap(below => rows(below, [...path, below.name()])),
  ];
  return rows(program, []);
}

const rowOf = (command: Command, path: readonly string[]): CommandRow => ({
  path: path.join(' '),
  usage: command.usage(),
  description: command.description(),
  options: [...command.options.filter(({ hidden }) => !hidden).map(optionOf), HELP],
  commands: command.commands.map(below => below.name()),
});

const HELP: OptionRow = {
  flags: '-h, --help',
  names: ['-h', '--help'],
  takesValue: false,
  choices: [],
  description: 'display help for command',
};

const optionOf = ({ flags, short, long, required, optional, argChoices, description }: Option): OptionRow => ({
  flags,
  names: [short, long].filter(name => name !== undefined),
  takesValue: required || optional,
  choices: argChoices ?? [],
  description,
});
