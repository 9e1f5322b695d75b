import type { Command, Help } from 'commander';
import { widthOf, wrap } from '../render/layout/text.ts';
import { flagErrorsZh, seeHelpZh } from '../render/words/flag-errors-zh.ts';
import { choicesZh, defaultZh, helpZh } from '../render/words/help-zh.ts';

const inChinese = (text: string): string => helpZh[text] ?? text;

/** What commander puts behind a description. */
interface FlagOrArgument {
  readonly description: string;
  readonly argChoices?: readonly string[] | undefined;
  readonly defaultValue?: unknown;
}

function described({ description, argChoices, defaultValue }: FlagOrArgument): string {
  const isSaid = defaultValue !== undefined && typeof defaultValue !== 'boolean';
  const more = [...(argChoices ? [choicesZh(argChoices)] : []), ...(isSaid ? [defaultZh(String(defaultValue))] : [])];
  return inChinese(description) + (more.length > 0 ? `（${more.join('；')}）` : '');
}

/** Puts the help of a program, and what it says of a wrong flag, into Chinese; before its commands are added to it. */
export const helpInChinese = (program: Command): Command =>
  program
    .showHelpAfterError(`  ${seeHelpZh}`)
    .configureHelp({
      styleTitle: inChinese,
      styleOptionText: inChinese,
      styleSubcommandText: inChinese,
      commandDescription: command => inChinese(command.description()),
      subcommandDescription: command => inChinese(command.description()),
      optionDescription: described,
      argumentDescription: described,
      displayWidth: widthOf,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
    } satisfies Partial<Help>)
    .configureOutput({ outputError: (text, write) => write(text.split('\n').map(errorInChinese).join('\n')) });

function errorInChinese(line: string): string {
  const [, mark = '', text = ''] = /^(error: )?(.*)$/.exec(line) ?? [];
  const prefix = mark === '' ? '' : 'shanxi-plan: ';
  for (const [pattern, say] of flagErrorsZh) {
    const found = pattern.exec(text.trim());
    if (found) return `${prefix}${text.startsWith(' ') ? '  ' : ''}${say(...found.slice(1))}`;
  }
  return prefix + text;
}
