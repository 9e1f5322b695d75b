import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Day } from '../values/day.ts';
import { parseDay } from '../values/day-notation.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** The flags that say the same as a setting of the config file. */
export interface SettingFlags {
  readonly plan?: string | readonly string[];
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly region?: string;
  readonly method?: string;
  readonly compare?: string;
  readonly reading?: readonly string[];
  readonly derived?: boolean;
  readonly maxAge?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly failOn?: readonly string[];
  readonly margin?: string;
  readonly maxWarnings?: string;
  readonly allowUndecided?: boolean;
  readonly allowUndecidedFor?: readonly string[];
  readonly require?: readonly string[];
  readonly waivers?: string;
  readonly since?: string;
  readonly format?: readonly string[];
  readonly lang?: string;
  readonly tables?: string;
}

/** For an option that may be given several times. */
export const collect = (text: string, before: readonly string[] | undefined): string[] => [...(before ?? []), text];

/** `--allow-undecided=stale` takes a reason only behind its `=`, so that a report behind it stays a report. */
export const splitOptional = (argv: readonly string[]): string[] =>
  argv.flatMap(arg => {
    const match = /^--allow-undecided=(.*)$/.exec(arg);
    return match ? ['--allow-undecided-for', match[1] ?? ''] : [arg];
  });

/** The flags as raw settings under the names of the config file; what was not given is absent. */
export function rawSettings(reports: readonly string[], flags: SettingFlags): Record<string, unknown> {
  const raw = {
    reports: reports.length > 0 ? reports : undefined,
    plan: flags.plan,
    as_of: flags.asOf,
    known_by: flags.knownBy,
    region: flags.region,
    method: flags.method,
    compare: flags.compare,
    readings: flags.reading && readingsOf(flags.reading),
    derived: flags.derived === false ? 'false' : undefined,
    max_age: flags.maxAge,
    only: flags.only,
    skip: flags.skip,
    fail_on: flags.failOn,
    margin: flags.margin,
    max_warnings: flags.maxWarnings,
    allow_undecided: flags.allowUndecided ? 'all' : flags.allowUndecidedFor,
    require: flags.require,
    waivers: flags.waivers,
    since: flags.since,
    format: flags.format,
    lang: flags.lang,
    tables: flags.tables,
  };
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
}

/** `pue-2025=below-1.3`; whether the plan has such a target and reading is checked with the plan. */
export function readingsOf(texts: readonly string[]): Record<string, string> {
  const pairs = texts.map(text => {
    const [target, name, ...rest] = text.split('=');
    if (target && name && rest.length === 0) return [target, name] as const;
    throw new UserError(usageOfFlags.notAReading(text));
  });
  const twice = pairs.find(([target], index) => pairs.findIndex(([other]) => other === target) < index);
  if (twice) throw new UserError(usageOfFlags.twoReadings(twice[0]));
  return Object.fromEntries(pairs);
}

export function dayFlag(flag: string, text: string | undefined, io: Io): Day | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDay(text === 'today' ? io.today() : text);
  if (parsed.ok) return parsed.value;
  const { noDate, noCalendarDay } = usageOfFlags;
  throw new UserError((parsed.error.code === 'bad-day' ? noDate : noCalendarDay)(flag, text));
}

export const dayOfToday = (io: Io): Day => io.today() as Day;
