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
