import type { CommandRow, OptionRow } from './command-table.ts';
import { ASKS_FOR_ID, IDS, quoted } from './offers.ts';

/** A line a command and a flag, each with the words of its help. */
export function fish(table: readonly CommandRow[]): string {
  const below = (path: string): CommandRow[] =>
    table.filter(row => row.path !== '' && row.path.split(' ').slice(0, -1).join(' ') === path);
  return [
    '# fish completion for shanxi-plan',
    ...table.flatMap(row => [
      ...below(row.path).map(each => line(untilOneOf(row, below(row.path)), `-f -a ${nameOf(each)}`, each.description)),
      ...(row.path === '' ? [] : row.options.map(option => line(within(row.path), flagOf(option), option.description))),
    ]),
    line(within(ASKS_FOR_ID), `-a ${quoted(`(${IDS} "" 2>/dev/null)`)}`, ''),
    '',
  ].join('\n');
}

const nameOf = ({ path }: CommandRow): string => path.split(' ').at(-1) ?? '';

const within = (path: string): string =>
  path
    .split(' ')
    .map(word => `__fish_seen_subcommand_from ${word}`)
    .join('; and ');

const untilOneOf = ({ path }: CommandRow, below: readonly CommandRow[]): string =>
  path === ''
    ? '__fish_use_subcommand'
    : `${within(path)}; and not __fish_seen_subcommand_from ${below.map(nameOf).join(' ')}`;

function flagOf({ names, takesValue, choices }: OptionRow): string {
  const named = names.map(name => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
  if (!takesValue) return named;
  return choices.length > 0 ? `${named} -x -a ${quoted(choices.join(' '))}` : `${named} -r`;
}

const line = (condition: string, what: string, description: string): string =>
  `complete -c shanxi-plan -n ${quoted(condition)} ${what}${description && ` -d ${quoted(escaped(description))}`}`;

/** In the single quotes of fish only these two mean something. */
const escaped = (text: string): string => text.replace(/['\\]/g, '\\$&');
