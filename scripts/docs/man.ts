import type { CommandRow } from '../../src/cli/completion/command-table.ts';

/** The whole command line as a page for `man`, from the table that completions are made from. */
export function manPage(table: readonly CommandRow[], version: string): string {
  const [program, ...commands] = table;
  return `${[
    `.TH SHANXI\\-PLAN 1 "" "shanxi\\-plan ${escaped(version)}" "User Commands"`,
    '.SH NAME',
    `shanxi\\-plan \\- ${escaped('hold what a public plan promised against what was reported')}`,
    '.SH SYNOPSIS',
    '.B shanxi\\-plan',
    '.I command',
    '[options]',
    '.SH DESCRIPTION',
    escaped(program?.description ?? ''),
    '.SH COMMANDS',
    ...commands.filter(({ commands: below }) => below.length === 0).flatMap(commandLines),
    '.SH EXIT STATUS',
    ...statuses.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, escaped(meaning)]),
    '.SH SEE ALSO',
    escaped('shanxi-plan <command> --help; shanxi-plan explain <code> for each code of an output'),
  ].join('\n')}\n`;
}

const statuses = [
  ['0', 'all that had to be judged was judged and is within plan'],
  ['1', 'judged: at least one target fails'],
  ['2', 'could not check: bad flag, unreadable or invalid file, a pattern that matched nothing'],
  ['3', 'no failure, but something that had to be judged is undecided'],
  ['70', 'a bug in the tool'],
  ['130', 'interrupted'],
] as const;

const commandLines = ({ path, usage, description, options }: CommandRow): string[] => [
  `.SS "shanxi\\-plan ${escaped(path)} ${escaped(usage)}"`,
  escaped(description),
  ...options.flatMap(({ flags, description: text }) => ['.TP', `.B ${escaped(flags)}`, escaped(text)]),
];

/** What begins with a point or a quote is a request to the formatter, and a hyphen is no minus. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/^([.'])/, '\\&$1');
