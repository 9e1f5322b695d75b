import type { AddHelpTextContext } from 'commander';

/** What stands before or behind a help: a heading over lines, each of its own in the language of the help. */
export const helpText =
  (heading: string, lines: readonly string[], above: readonly string[] = []) =>
  ({ command }: AddHelpTextContext): string => {
    const { styleTitle } = command.createHelp();
    return [...above.map(styleTitle), styleTitle(heading), ...lines.map(line => `  ${line}`), ''].join('\n');
  };

/** The exit codes of a command, each with what it means. */
export const exitCodesText =
  (codes: readonly (readonly [code: number, meaning: string])[], above: readonly string[] = []) =>
  (context: AddHelpTextContext): string => {
    const { styleTitle } = context.command.createHelp();
    const lines = codes.map(([code, meaning]) => `${String(code).padEnd(2)} ${styleTitle(meaning)}`);
    return `\n${helpText(
      'Exit codes:',
      lines,
      above.flatMap(text => [text, '']),
    )(context).trimEnd()}`;
  };
