import { nearest, nearestByPart, nearestFirst } from '../input/document/nearest.ts';
import { exitCodes } from '../model/exit-code.ts';
import { targetsOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import { usageOfCommands } from '../render/words/usage-commands.ts';
import { isError } from '../values/problem.ts';
import { codesWithPages, readPages } from './code-pages.ts';
import type { SettingFlags } from './flags.ts';
import type { Io } from './io.ts';
import { langOfRun } from './lang-of-environment.ts';
import { loadSettings } from './load-settings.ts';
import { loadPlan } from './plans.ts';
import { onePlan } from './settings.ts';
import { terminalOf } from './terminal.ts';
import { UserError } from './user-error.ts';

export interface CodeFlags extends Omit<SettingFlags, 'format'> {
  readonly format: 'text' | 'json';
  readonly config?: string | false;
  readonly width?: string;
  readonly color?: boolean;
}

/** Before a name it says that a code is meant, where a target is called so too. */
const PREFIX = 'code:';

/** Prints what a code means; undefined where no code is called so, or a target is, which comes first. */
export async function explainCode(name: string, flags: CodeFlags, io: Io): Promise<number | undefined> {
  const isMeant = name.startsWith(PREFIX);
  const code = isMeant ? name.slice(PREFIX.length) : name;
  const codes = await codesWithPages();
  const among = codes.get(code);
  if (isMeant && !among) throw unknownCode(code, [...codes.keys()]);
  if (!among) return undefined;
  const { lang, planName } = await whatIsSet(flags, io);
  if (!isMeant && planName !== undefined && (await isTarget(name, planName, io))) return undefined;
  if (flags.format === 'json') throw new UserError(usageOfCommands.pageIsText());
  const { renderCodePage } = await import('../render/code-page.ts');
  const pages = await readPages(code, among);
  const { width, isColored } = terminalOf(flags, io);
  io.stdout.write(pages.map(page => renderCodePage(page, { lang, width, isColored })).join('\n'));
  return exitCodes.ok;
}

/** A page needs neither a plan nor settings: where they cannot be read, it is printed all the same. */
async function whatIsSet({ format: _, ...flags }: CodeFlags, io: Io) {
  try {
    const { settings, problems } = await loadSettings([], flags, io);
    return { lang: settings.lang, planName: problems.some(isError) ? undefined : onePlan(settings) };
  } catch (error) {
    if (error instanceof UserError) return { lang: langOfRun(flags.lang, io) };
    throw error;
  }
}

async function isTarget(name: string, planName: string, io: Io): Promise<boolean> {
  const { plan } = await loadPlan(planName, io);
  return plan !== undefined && targetIds(plan).includes(name);
}

const targetIds = (plan: Plan): string[] => targetsOf(plan).map(({ target }) => target.id);

function unknownCode(code: string, codes: readonly string[]): UserError {
  const near = nearest(code, codes);
  return new UserError(usageOfCommands.unknownCode(code, near));
}

/** A name that is neither a target nor a code; the nearest name may be one or the other. */
export async function unknownTargetOrCode(name: string, plan: Plan): Promise<UserError> {
  const targets = targetIds(plan);
  const names = [...targets, ...(await codesWithPages()).keys()];
  const near = nearest(name, names) ?? nearestByPart(name, names);
  return new UserError(usageOfCommands.unknownTargetOrCode({ name, near, allowed: nearestFirst(name, targets) }));
}
