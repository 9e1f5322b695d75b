import { Argument, type Command } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { targetsOf } from '../../model/outline.ts';
import type { Done } from '../add-command.ts';
import { commandTable } from '../completion/command-table.ts';
import { fish } from '../completion/fish.ts';
import { offersOf } from '../completion/offers.ts';
import { bash, zsh } from '../completion/posix.ts';
import { powershell } from '../completion/powershell.ts';
import { helpText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { loadSettings } from '../load-settings.ts';
import { langOption } from '../options.ts';
import { loadSetPlan } from '../set-plan.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
type ShellName = (typeof shells)[number];

/** @param whole Builds the program with all its commands. */
export function completionCommand(program: Command, whole: () => Promise<Command>, io: Io, done: Done): Command {
  return program
    .command('completion')
    .description('print a script with which a shell completes commands, flags and ids')
    .addArgument(new Argument('<shell>', 'the shell; ids lists what its script asks for').choices([...shells, 'ids']))
    .argument('[plan]', 'of ids: the plan that is named on the line')
    .addOption(langOption())
    .addHelpText('after', HOW)
    .action((what: ShellName | 'ids', plan: string | undefined) =>
      done(what === 'ids' ? printIds(plan, io) : printScript(what, whole, io)),
    );
}

const HOW = helpText(
  'To use it:',
  [
    'bash        shanxi-plan completion bash > ~/.local/share/bash-completion/completions/shanxi-plan',
    `zsh         shanxi-plan completion zsh > "\${fpath[1]}/_shanxi-plan"`,
    'fish        shanxi-plan completion fish > ~/.config/fish/completions/shanxi-plan.fish',
    'powershell  shanxi-plan completion powershell >> $PROFILE',
  ],
  [''],
);

async function printScript(shell: ShellName, whole: () => Promise<Command>, io: Io): Promise<number> {
  const table = commandTable(await whole());
  const offers = offersOf(table);
  const scripts: Readonly<Record<ShellName, () => string>> = {
    bash: () => bash(offers),
    zsh: () => zsh(offers),
    fish: () => fish(table),
    powershell: () => powershell(offers),
  };
  io.stdout.write(scripts[shell]());
  return exitCodes.ok;
}

/** Whatever is wrong, a shell that completes is not disturbed. */
async function printIds(named: string | undefined, io: Io): Promise<number> {
  try {
    const { plan } = await loadSetPlan(await loadSettings([], named ? { plan: [named] } : {}, io), io);
    const ids = plan ? targetsOf(plan).map(({ target }) => target.id) : [];
    io.stdout.write(ids.map(id => `${id}\n`).join(''));
  } catch {
    // nothing to offer
  }
  return exitCodes.ok;
}
