import type { Command, Option } from 'commander';
import { commandTable } from '../../src/cli/completion/command-table.ts';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { buildProgram, commandNames } from '../../src/cli/program.ts';
import { version } from '../../src/cli/version.ts';
import { inputFormats } from '../../src/input/source/registry.ts';
import { methodIds } from '../../src/methods/registry.ts';
import { groupStates } from '../../src/model/batch.ts';
import { exitCodes } from '../../src/model/exit-code.ts';
import { comparatorSigns, comparators } from '../../src/model/goal.ts';
import { policySettings } from '../../src/model/policy-setting.ts';
import { indexFormatIds } from '../../src/render/batch/registry.ts';
import { formatIds } from '../../src/render/registry.ts';
import { batchWords } from '../../src/render/words/batch.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import { codeSections, verdictTable } from './codes.ts';
import { harmlessSettings } from './harmless-settings.ts';
import { withHeadings } from './headings.ts';
import { withLimits } from './limits.ts';
import { manPage } from './man.ts';
import { oraclePage } from './oracles.ts';
import { tableOf } from './table.ts';
import { drawnTerminal } from './terminal-picture.ts';

export interface Doc {
  readonly file: string;
  readonly text: string;
}

export async function generatedDocs(): Promise<Doc[]> {
  return [
    { file: 'docs/reference.md', text: await reference() },
    { file: 'docs/oracles.md', text: await oraclePage() },
    { file: 'man/shanxi-plan.1', text: manPage(commandTable(await wholeProgram()), version) },
    { file: 'docs/pictures/terminal.svg', text: await terminalPicture() },
    { file: 'docs/security.md', text: await withLimits('docs/security.md') },
    { file: 'docs/input-formats.md', text: await withHeadings('docs/input-formats.md') },
  ];
}

const en = wordsIn('en');
const zh = wordsIn('zh');
/** Of no goal in particular. */
const numbers = { number: '‹value›', low: '‹low›', high: '‹high›' };

async function reference(): Promise<string> {
  return `${[
    '# Reference',
    'Written by `npm run docs` from the code; a test holds that it is up to date.',
    'Each code below leads to its page, which `shanxi-plan explain <code>` prints.',
    '## Commands and flags',
    ...(await commands()),
    '## Exit codes',
    tableOf(
      ['name', 'code'],
      Object.entries(exitCodes).map(([name, code]) => [name, String(code)]),
    ),
    '## Verdicts, from worst to best',
    verdictTable(),
    '## Comparators',
    tableOf(
      ['key', 'sign', 'English', '中文'],
      comparators.map(id => [`\`${id}\``, comparatorSigns[id], en.goal[id](numbers), zh.goal[id](numbers)]),
    ),
    '## Methods',
    methodIds.map(id => `- \`${id}\``).join('\n'),
    '## Formats',
    `Input: ${inputFormats.map(id => `\`${id}\``).join(', ')}. Output: ${formatIds.map(id => `\`${id}\``).join(', ')}. Index of a batch: ${indexFormatIds.map(id => `\`${id}\``).join(', ')}.`,
    '## What may lower a gate or choose what is judged',
    'Each that was set stands in `gate.policy.settings` of the analysis, with who set it ([gates.md](gates.md)).',
    tableOf(
      ['key', 'it may'],
      Object.entries(policySettings).map(([key, { may }]) => [`\`${key}\``, may]),
    ),
    '## What can do neither',
    tableOf(
      ['key or flag', 'why'],
      Object.entries(harmlessSettings).map(([key, why]) => [`\`${key}\``, why]),
    ),
    '## What becomes of a group of a batch',
    tableOf(
      ['state', 'English', '中文'],
      groupStates.map(state => [`\`${state}\``, batchWords.en.state[state], batchWords.zh.state[state]]),
    ),
    ...codeSections(),
  ].join('\n\n')}\n`;
}

const wholeProgram = (): Promise<Command> =>
  buildProgram(
    commandNames,
    silent(() => {}),
    async () => {},
  );

async function commands(): Promise<string[]> {
  const program = await wholeProgram();
  return program.commands.flatMap(command => described(command, command.name()));
}

/** A command with its flags, and the commands below it; what help hides is hidden here too. */
function described(command: Command, name: string): string[] {
  const flags = command.options.filter(({ hidden }) => !hidden).map(flagRow);
  return [
    `### \`${name}\``,
    command.description(),
    ...(flags.length > 0 ? [tableOf(['flag', 'meaning'], flags)] : []),
    ...command.commands.flatMap(below => described(below, `${name} ${below.name()}`)),
  ];
}

function flagRow({ flags, description, argChoices, defaultValue }: Option): string[] {
  const facts = [
    description,
    argChoices && `one of ${argChoices.join(', ')}`,
    defaultValue !== undefined && `default ${String(defaultValue)}`,
  ];
  return [`\`${flags}\``, facts.filter(Boolean).join('; ')];
}

const PICTURE = ['check', 'fixtures/shanxi', '--as-of', '2026-06-30', '--summary', '--color', '--width', '80'];

async function terminalPicture(): Promise<string> {
  const chunks: string[] = [];
  await main(
    PICTURE,
    silent(text => chunks.push(String(text))),
  );
  return drawnTerminal('shanxi-plan check shanxi-reports --as-of 2026-06-30 --summary', chunks.join(''));
}

/** `<!-- output: check … -->` is followed by the real output of that command, as many lines as `<!-- lines: n -->` says. */
function silent(write: Io['stdout']['write']): Io {
  return {
    stdout: { write },
    stderr: { write: () => {} },
    stdin: (async function* () {})(),
    env: {},
    cwd: process.cwd(),
    home: '/',
    today: () => '2023-12-31',
    latestToday: () => '2026-12-31',
  };
}
