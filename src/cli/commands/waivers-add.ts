import type { Command } from 'commander';
import { readWaivers } from '../../input/plan/read-waivers.ts';
import { exitCodes } from '../../model/exit-code.ts';
import { modeline } from '../../render/modeline.ts';
import { runWords } from '../../render/words/run.ts';
import { usageOfCommands } from '../../render/words/usage-commands.ts';
import { usageOfFiles } from '../../render/words/usage-files.ts';
import type { Lang } from '../../render/words/words.ts';
import { isError, type Problem } from '../../values/problem.ts';
import { ask, canAsk } from '../ask.ts';
import { readNamedFile } from '../files.ts';
import { collect } from '../flags.ts';
import type { Io } from '../io.ts';
import { langOfRun } from '../lang-of-environment.ts';
import { loadSettings } from '../load-settings.ts';
import { langOption } from '../options.ts';
import { sayProblems } from '../say-problems.ts';
import { loadSetPlan } from '../set-plan.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';

export interface AddFlags {
  readonly lang?: Lang;
  readonly plan?: string;
  readonly target?: string;
  readonly verdict?: readonly string[];
  readonly region?: string;
  readonly reason?: string;
  readonly approver?: string;
  readonly document?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Each is asked for: a gap that nobody answers for, by no document, is no waiver. */
const needed = ['target', 'verdict', 'reason', 'approver', 'document', 'from', 'until'] as const;

export const waiversAddCommand = (waivers: Command): Command =>
  waivers
    .command('add')
    .description(
      'add a waiver to a file, which is made where there is none; each field is needed, and on a terminal asked for',
    )
    .argument('<file>', 'a waiver file in YAML')
    .option('--target <id>', 'the target whose gap is answered for')
    .option('--verdict <code>', 'what is waived, such as missed; repeatable', collect)
    .option('--reason <text>', 'why it is accepted')
    .option('--approver <name>', 'who answers for it')
    .option('--document <name>', 'by which document')
    .option('--from <day>', 'its first day')
    .option('--until <day>', 'its last day')
    .option('--region <id>', 'of one region only')
    .option('--plan <name or file>', 'the plan whose target it is (default: the Shanxi plan)')
    .addOption(langOption());

/** The file as it will be is read as a check reads it, before it is written. */
export async function runAdd(name: string, given: AddFlags, io: Io): Promise<number> {
  const lang = langOfRun(given.lang, io);
  const flags = canAsk(io) ? { ...given, ...(await answersTo(given, lang, io)) } : given;
  const missing = needed.filter(key => flags[key] === undefined);
  if (missing.length > 0) throw new UserError(usageOfCommands.waiverNeeds(missing.map(key => `--${key}`)));
  const loaded = await loadSettings([], flags.plan === undefined ? {} : { plan: [flags.plan] }, io);
  const { plan, problems } = await loadSetPlan(loaded, io);
  if (!plan || problems.some(isError)) return refuse(problems, lang, io);
  const text = await withWaiver(name, flags, io);
  const read = await readWaivers({ path: name, bytes: Buffer.from(text) }, plan);
  if (read.problems.some(isError)) return refuse(read.problems, lang, io);
  await writeWhole(name, text, io);
  io.stderr.write(
    `shanxi-plan: ${runWords[lang].waived(name, flags.target ?? '', flags.from ?? '', flags.until ?? '')}\n`,
  );
  return exitCodes.ok;
}

/** What no flag says, as somebody at a terminal says it. */
async function answersTo(given: AddFlags, lang: Lang, io: Io): Promise<AddFlags> {
  const open = needed.filter(key => given[key] === undefined);
  const answers = await ask(
    open.map(key => runWords[lang].ofWaiver[key]),
    io,
  );
  const told = open.flatMap((key, at) => {
    const answer = answers[at];
    return answer === undefined ? [] : [[key, key === 'verdict' ? answer.split(/[\s,]+/) : answer] as const];
  });
  return Object.fromEntries(told);
}

async function refuse(problems: readonly Problem[], lang: Lang, io: Io): Promise<number> {
  await sayProblems(problems, lang, io);
  return exitCodes.cannotCheck;
}

/** Comments and order of the file stay as they are. */
async function withWaiver(name: string, flags: AddFlags, io: Io): Promise<string> {
  const { file, problem } = await readNamedFile(name, io);
  if (problem && problem.code !== 'file-not-found') throw new UserError(usageOfFiles.cannotRead(name));
  const { Document, isSeq, parseDocument } = await import('yaml');
  const document = file ? parseDocument(Buffer.from(file.bytes).toString()) : new Document({ waivers: [] });
  const list = document.get('waivers');
  if (document.errors.length > 0 || !isSeq(list)) throw new UserError(usageOfFiles.noWaiverFile(name));
  const { target, region, verdict, reason, approver, document: by, from, until } = flags;
  const fields = { target, region, verdicts: verdict, reason, approver, document: by, from, until };
  list.flow = false;
  list.add(document.createNode(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))));
  const text = document.toString({ lineWidth: 0 });
  return file ? text : `${modeline('waivers')}\n${text}`;
}
