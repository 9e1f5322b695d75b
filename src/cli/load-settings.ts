import { type Origin, recordedSettings } from '../check/settings.ts';
import type { Config } from '../model/config.ts';
import type { PolicySetting } from '../model/policy-setting.ts';
import { runWords } from '../render/words/run.ts';
import type { Problem } from '../values/problem.ts';
import { type ConfigFlag, loadConfig } from './config-file.ts';
import { dayOfToday, rawSettings, type SettingFlags } from './flags.ts';
import type { Io } from './io.ts';
import { isPlanFile } from './plans.ts';
import { type Reach, refusedInput } from './reach.ts';
import { realPath } from './real-path.ts';
import {
  flagName,
  joinSettings,
  parseSettings,
  type Settings,
  type Sources,
  settingsOfEnvironment,
  variableName,
} from './settings.ts';
import { shownPath } from './shown-path.ts';
import { type LoadedTables, loadTables } from './tables.ts';

export interface LoadedSettings {
  readonly settings: Settings;
  readonly tables: LoadedTables;
  readonly from: Sources;
  /** What may lower a gate or choose what is judged, with who set it. */
  readonly recorded: readonly PolicySetting[];
  /** The config file as shown to the user; null where none was found. */
  readonly file: string | null;
  readonly problems: readonly Problem[];
}

/** What flags, environment and config file say together: the same for every command that judges. */
export async function loadSettings(
  reports: readonly string[],
  flags: SettingFlags & { readonly config?: ConfigFlag; readonly exitZero?: boolean },
  io: Io,
): Promise<LoadedSettings> {
  const { config, file, reach, problems } = await loadConfig(flags.config, io);
  const sources = {
    flags: await parseSettings(rawSettings(reports, flags), flagName),
    environment: await settingsOfEnvironment(io.env),
    file: config,
  };
  const reachFor = (key: string, source: Sources[string] | undefined) =>
    source === 'config file' ? reach : source === 'environment' ? reachOfEnvironment(key, io) : undefined;
  const { joined, settings, from } = joinSettings(sources, reachFor, () => dayOfToday(io));
  const set = { ...joined, exit_zero: flags.exitZero };
  const ofConfig = configSource(flags.config, file, io);
  /** Reports named as arguments are among the inputs already. */
  const originOf = (key: string): Origin => {
    const source = from[key] ?? 'flag';
    if (source === 'config file') return ofConfig;
    return key === 'reports' && source === 'flag' ? undefined : { origin: source, file: null };
  };
  const recorded = recordedSettings(set, originOf, name => shownPath(name, io.cwd));
  const refused = refusedInputs(settings, joined.tables, io);
  const tables = refused.length > 0 ? NO_TABLES : await loadTables(joined.tables, io);
  return { settings, tables, from, recorded, file, problems: [...problems, ...refused, ...tables.problems] };
}

const NO_TABLES: LoadedTables = { rules: [], input: undefined, problems: [] };

const reachOfEnvironment = (key: string, { cwd }: Io): Reach => ({
  setBy: variableName(key),
  instead: key === 'reports' ? '<report...>' : flagName(key),
  root: realPath('.', cwd),
});

/** Of the reports, those are refused that are come upon. */
function refusedInputs({ plans, waivers, since, reach }: Settings, tables: Config['tables'], { cwd }: Io): Problem[] {
  const named = {
    plan: plans.filter(isPlanFile),
    tables: typeof tables === 'string' ? [tables] : [],
    waivers: waivers ?? [],
    since: since ?? [],
  };
  return Object.entries(named).flatMap(([key, files]) => {
    const within = reach[key as keyof typeof named];
    return within === undefined ? [] : [files].flat().flatMap(file => refusedInput(file, within, cwd) ?? []);
  });
}

const configSource = (named: ConfigFlag, found: string | null, { cwd }: Io): Origin =>
  typeof named === 'string'
    ? { origin: 'config-given', file: shownPath(named, cwd) }
    : { origin: 'config-found', file: found };

/** For --verbose: where each setting comes from. */
export function sayWhere({ file, from, settings: { lang } }: LoadedSettings, io: Io): void {
  const { configFile, source } = runWords[lang];
  const lines = Object.entries(from).map(([key, by]) => `  ${key}: ${source[by]}`);
  io.stderr.write([`shanxi-plan: ${configFile(file)}`, ...lines].join('\n').concat('\n'));
}
