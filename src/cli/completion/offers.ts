import type { CommandRow } from './command-table.ts';

/** What a shell may offer, whichever it is. */
export interface Offers {
  /** Commands that are words of the line, longest paths last: `plan`, `plan lint`. */
  readonly paths: readonly string[];
  /** What may stand behind a path: the commands below it and its flags. */
  readonly words: readonly {
    readonly at: string;
    readonly commands: readonly string[];
    readonly flags: readonly string[];
  }[];
  /** What may stand behind a flag of a path; of one without choices, a file. */
  readonly values: readonly { readonly at: string; readonly flag: string; readonly choices: readonly string[] }[];
}

/** The command whose first word is the id of a target, and by which a script asks for those. */
export const ASKS_FOR_ID = 'explain';
export const IDS = 'shanxi-plan completion ids';

export function offersOf(table: readonly CommandRow[]): Offers {
  return {
    paths: table.map(({ path }) => path).filter(path => path !== ''),
    words: table.map(({ path, commands, options }) => ({
      at: path,
      commands,
      flags: options.flatMap(({ names }) => names.filter(name => name.startsWith('--'))),
    })),
    values: table.flatMap(({ path, options }) =>
      options.flatMap(({ names, takesValue, choices }) =>
        takesValue ? names.map(flag => ({ at: path, flag, choices })) : [],
      ),
    ),
  };
}

/** In single quotes, in which no shell looks for anything. The table has no quote in a name; a test holds that. */
export const quoted = (text: string): string => `'${text}'`;
