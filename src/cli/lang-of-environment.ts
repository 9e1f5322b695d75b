import type { Lang } from '../render/words/words.ts';
import type { Io } from './io.ts';

/** As programs read their language from the environment: the first of these that is set counts. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

const langOf = (env: Io['env']): Lang =>
  /^zh/i.test(VARIABLES.map(name => env[name]).find(text => text) ?? '') ? 'zh' : 'en';

/**
 * `--lang auto` is decided here, at the door: nothing behind it knows of the environment, and who does not ask for it
 * gets the same bytes everywhere.
 */
export const withLang = (argv: readonly string[], env: Io['env']): string[] => {
  const end = argv.indexOf('--');
  return argv.map((arg, index) => {
    if (end >= 0 && index > end) return arg;
    if (arg === '--lang=auto') return `--lang=${langOf(env)}`;
    return arg === 'auto' && argv[index - 1] === '--lang' ? langOf(env) : arg;
  });
};

/** What `--lang` says on a command line that nobody has read yet. */
export function langFlag(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  const given = flags.map((arg, index) => (arg === '--lang' ? flags[index + 1] : /^--lang=(.*)$/.exec(arg)?.[1]));
  return given.findLast(text => text !== undefined);
}

/** Without a command there is nothing but help to be in a language. */
export const withoutLang = (argv: readonly string[]): string[] =>
  argv.filter((arg, index) => !arg.startsWith('--lang') && (argv[index - 1] !== '--lang' || arg.startsWith('-')));

/** In which language help is given, and what is wrong with a command line said: before any config file is read. */
export const langOfRun = (flag: string | undefined, { env }: Pick<Io, 'env'>): Lang =>
  (flag ?? env['SHANXI_PLAN_LANG']) === 'zh' ? 'zh' : 'en';
