import type { InputFormat } from '../../input/registry.ts';
import type { MethodId } from '../../methods/registry.ts';
import type { Analysis } from '../../model/analysis.ts';
import { type FormatId, formats } from '../../render/registry.ts';
import { wordsIn } from '../../render/words/registry.ts';
import type { Lang } from '../../render/words/words.ts';
import { addMonths, type Day, parseDay } from '../../values/day.ts';
import { check } from '../check.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export interface CheckFlags {
  readonly plan: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly method?: MethodId;
  readonly reading?: readonly string[];
  readonly derived: boolean;
  readonly format: FormatId;
  readonly inputFormat: InputFormat;
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
  readonly allowUndecided?: boolean;
  readonly exitZero?: boolean;
  readonly quiet?: boolean;
}

export async function runCheck(reports: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const request = {
    reports,
    plan: flags.plan,
    asOf: dayFlag('--as-of', flags.asOf, io),
    knownBy: dayFlag('--known-by', flags.knownBy, io),
    method: flags.method,
    readings: readingFlags(flags.reading ?? []),
    direct: !flags.derived,
    stdinFormat: flags.inputFormat,
    policy: { allowUndecided: flags.allowUndecided ?? false, exitZero: flags.exitZero ?? false },
  };
  const { analysis, problems } = await check(request, io);
  if (problems.length > 0) {
    const { renderProblems } = await import('../../render/problems.ts');
    io.stderr.write(renderProblems(problems, { lang: flags.lang, isColored: terminal.isErrColored }));
  }
  if (!analysis) return exitCodes.cannotCheck;
  const format = await formats[flags.format]();
  io.stdout.write(
    await format.render(analysis, { lang: flags.lang, width: terminal.width, isColored: terminal.isColored }),
  );
  const words = wordsIn(flags.lang);
  if (!flags.quiet)
    io.stderr.write(
      `shanxi-plan: ${words.exit[analysis.exit.reason](exitArgs(analysis))} (exit ${analysis.exit.code})\n`,
    );
  warnWhenOld(analysis, io);
  return analysis.exit.code;
}

const exitArgs = ({ exit, summary }: Analysis) => ({
  count: (exit.reason === 'failing' ? summary.severities.fail : summary.severities.undecided) ?? 0,
});

/** Months after which a report that names no day of its own no longer speaks for today (a plan's usual `fresh_for`). */
const OLD_AFTER_MONTHS = 12;

function warnWhenOld({ asOf }: Analysis, io: Io): void {
  const until = addMonths(asOf as Day, OLD_AFTER_MONTHS);
  if (io.today() > until) {
    io.stderr.write(
      `shanxi-plan: this is the state of ${asOf}, more than ${OLD_AFTER_MONTHS} months ago; --as-of today judges what it still says\n`,
    );
  }
}

/** `--reading pue-2025=below-1.3`; whether the plan has such a target and reading is checked with the plan. */
export function readingFlags(texts: readonly string[]): Record<string, string> {
  const pairs = texts.map(text => {
    const [target, name, ...rest] = text.split('=');
    if (target && name && rest.length === 0) return [target, name] as const;
    throw new UserError(`--reading: "${text}" is not target=name`, 'for example --reading pue-2025=below-1.3');
  });
  return Object.fromEntries(pairs);
}

export function dayFlag(flag: string, text: string | undefined, io: Io): Day | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDay(text === 'today' ? io.today() : text);
  if (parsed.ok) return parsed.value;
  const what = parsed.error === 'bad-day' ? 'is not a date' : 'is no day of the calendar';
  throw new UserError(`${flag}: "${text}" ${what}`, 'write YYYY-MM-DD, YYYY-MM, YYYY or today');
}
