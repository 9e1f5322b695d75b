import { type Command, Option } from 'commander';
import { inputFormats } from '../input/source/registry.ts';
import { methodIds } from '../methods/registry.ts';
import { thresholds } from '../model/policy.ts';
import { goalComparisons } from '../model/target-choices.ts';
import { numberStyles } from '../render/format.ts';
import { langs } from '../render/words/words.ts';
import { collect } from './flags.ts';

/** By which figures, and how, a target is judged. */
export const evidenceOptions = (command: Command): Command =>
  command
    .optionsGroup('By which figures:')
    .option('--as-of <day>', 'the day of the analysis, or "today" (default: the latest day reported)')
    .option('--tables <file>', 'how tables are read whose columns are not ours')
    .option('--known-by <day>', 'use only what was published by this day')
    .addOption(new Option('--method <method>', 'how pace is judged').choices(methodIds))
    .addOption(
      new Option(
        '--compare <how>',
        'whether a figure printed like the goal meets it, or its exact value might be short (default: as the plan says)',
      ).choices(goalComparisons),
    )
    .option('--reading <target=name>', 'fix how an ambiguous target is read; repeatable', collect)
    .option('--no-derived', 'use no identity between indicators, direct evidence alone')
    .option('--max-age <duration>', 'older figures no longer answer, whatever the plan allows; "6 months"');

/** Which targets are judged, and by which figures. */
export const judgingOptions = (command: Command): Command =>
  evidenceOptions(command)
    .option(
      '--only <key=id>',
      'judge only this task, measure, target, indicator, region or commitment; repeatable',
      collect,
    )
    .option('--skip <key=id>', 'leave this one out; repeatable', collect);

export const inputFormatOption = (): Option =>
  new Option('--input-format <format>', 'format of standard input').choices(inputFormats).default('yaml');

/** What a run fails for. */
export const gateOptions = (command: Command): Command =>
  command
    .optionsGroup('What it fails for:')
    .option(
      '--fail-on <verdict or severity>',
      `fail at or above: ${thresholds.join(', ')}; repeatable (default: fail)`,
      collect,
    )
    .option('--margin <amount>', 'short by no more than this only warns: "2%" of the goal, or "500" in its unit')
    .option('--max-warnings <count>', 'exit 1 with more warnings than this')
    .option('--allow-undecided', 'exit 0 instead of 3 when nothing fails; =reason allows only those undecided for it')
    .addOption(new Option('--allow-undecided-for <reason>').argParser(collect).hideHelp())
    .option('--require <id>', 'this target, measure or indicator must be decided; repeatable', collect)
    .option('--waivers <file>', 'gaps that somebody answers for')
    .option('--exit-zero', 'exit 0 instead of 1 or 3');

/** Of a command that prints nothing else in a language than its help and what is wrong. */
export const langOption = (what = 'language'): Option =>
  new Option('--lang <language>', `${what}; auto takes that of the environment`).choices(langs);

/** How wide a text is, and whether it is in colour. */
export const textOptions = (command: Command, what = 'text'): Command =>
  command
    .option('--width <columns>', `columns of the ${what} (default: the terminal, or 80)`)
    .option('--color', 'colour even when the output is no terminal')
    .option('--no-color', 'no colour');

/** How what comes out looks. */
export const displayOptions = (command: Command): Command =>
  textOptions(command.optionsGroup('How it looks:').addOption(langOption('language of the report')))
    .option('--config <file>', 'the config file (default: shanxi-plan.yaml here or above)')
    .option('--no-config', 'no config file, even where one lies here or above');

/** How the table is told; other formats always tell all. */
export const tableOptions = (command: Command): Command =>
  command
    .optionsGroup('How it looks:')
    .option('--summary', 'of the table, only the first screen: what fails, what cannot be said, what to ask for')
    .option('--ascii', 'the table without signs that not every terminal has')
    .addOption(
      new Option('--numbers <style>', 'of the table in Chinese: wan writes 12万 and 1.5亿 (default: grouped)').choices(
        numberStyles,
      ),
    );

/** What a run may read, and what it says beside its report. */
export const runOptions = (command: Command): Command =>
  displayOptions(limitOptions(command))
    .option('-q, --quiet', 'no summary on standard error; what concerns a verdict stays')
    .option('-v, --verbose', 'say where each setting comes from, and in the table why each figure was set aside');

/** What files may come to. */
export const limitOptions = (command: Command): Command =>
  command
    .optionsGroup('What files may come to:')
    .option('--max-input-size <size>', 'what a file may hold once it is unpacked (default: 256 MiB)')
    .option('--limit <name=number>', 'raise another limit; docs/security.md lists them; repeatable', collect);
