import { validityOf } from '../../gate/waive.ts';
import { waiversShape } from '../../input/shape/shapes.ts';
import { readAs } from '../../input/source/read-as.ts';
import { exitCodes } from '../../model/exit-code.ts';
import { visible } from '../../render/layout/text.ts';
import type { Lang } from '../../render/words/words.ts';
import type { AddCommand } from '../add-command.ts';
import { readNamedFile } from '../files.ts';
import { dayFlag, dayOfToday } from '../flags.ts';
import type { Io } from '../io.ts';
import { langOfRun } from '../lang-of-environment.ts';
import { langOption } from '../options.ts';
import { sayProblems } from '../say-problems.ts';
import { checkCommand } from './check.ts';
import { type AddFlags, runAdd, waiversAddCommand } from './waivers-add.ts';

interface ListFlags {
  readonly lang?: Lang;
  readonly asOf?: string;
}

export const waiversCommand: AddCommand = (program, io, done) => {
  const waivers = program.command('waivers').description('list, add and check the waivers of failing targets');
  waivers
    .command('list')
    .description('every waiver with its target, its end, and whether it is valid')
    .argument('<file>', 'a waiver file')
    .option('--as-of <day>', 'the day on which they are looked at (default: today)')
    .addOption(langOption())
    .action((file: string, flags: ListFlags) => done(runList(file, flags, io)));
  waiversAddCommand(waivers).action((file: string, flags: AddFlags) => done(runAdd(file, flags, io)));
  checkCommand(waivers, io, done).description(
    'check reports, with the waivers given, and say of each waiver whether it is used, unused or expired',
  );
  return waivers;
};

async function runList(name: string, { asOf, lang: flag }: ListFlags, io: Io): Promise<number> {
  const lang = langOfRun(flag, io);
  const { file, problem } = await readNamedFile(name, io);
  const read = file ? await readAs(file, waiversShape) : undefined;
  const problems = read?.problems ?? (problem ? [problem] : []);
  await sayProblems(problems, lang, io);
  if (!read?.value) return exitCodes.cannotCheck;
  const day = dayFlag('--as-of', asOf, io) ?? dayOfToday(io);
  const lines = read.value.waivers.map(waiver => {
    const { target, verdicts, reason, approver, document, from, until } = waiver;
    const cells = [validityOf(waiver, day), target, verdicts.join(','), from, until, approver, document, reason];
    return `${cells.map(visible).join('\t')}\n`;
  });
  io.stdout.write(lines.join(''));
  return exitCodes.ok;
}
