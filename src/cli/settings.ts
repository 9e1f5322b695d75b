import { type JudgeSettings, policyOf, requestOf } from '../check/settings.ts';
import { nearest } from '../input/document/nearest.ts';
import type { Finding } from '../input/shape/check-shape.ts';
import { configShape, readShape } from '../input/shape/shapes.ts';
import type { Config } from '../model/config.ts';
import { configFields } from '../model/config-names.ts';
import type { Policy } from '../model/policy.ts';
import { about, toldBy } from '../render/words/told.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Lang } from '../render/words/words.ts';
import type { Day } from '../values/day.ts';
import { inWords } from '../values/fact.ts';
import { readingsOf } from './flags.ts';
import { DEFAULT_PLAN } from './plans.ts';
import { naming, type Reach, type ReachOfSettings } from './reach.ts';
import { UserError } from './user-error.ts';

/** All that a run of `check` was told, by flags, environment and config file together. */
export interface Settings extends JudgeSettings {
  /** One, but for a batch by plan. */
  readonly plans: readonly string[];
  readonly reports: readonly string[];
  readonly formats: readonly string[];
  readonly lang: Lang;
  readonly policy: Policy;
  readonly waivers: string | undefined;
  readonly since: string | undefined;
  /** How far those of the names may lead that were not given for this run. */
  readonly reach: ReachOfSettings;
}

/** The plan of a command that judges by one. */
export function onePlan({ plans: [plan = DEFAULT_PLAN, second] }: Pick<Settings, 'plans'>): string {
  if (second === undefined) return plan;
  throw new UserError(usageOfFlags.severalPlans(plan, second));
}

/** Where each setting came from, for `-v`. */
export type Sources = Readonly<Record<string, 'flag' | 'environment' | 'config file'>>;

/** The settings that a flag or an environment variable can give, by their name in the config file. */
export const SETTABLE = configFields.filter(key => !['$schema', 'rules'].includes(key));
const LISTS = ['plan', 'reports', 'format', 'fail_on', 'require', 'only', 'skip'];

/** Raw texts by the names of the config file, held against its schema: one way of reading for all three sources. */
export async function parseSettings(
  raw: Readonly<Record<string, unknown>>,
  name: (key: string) => string,
): Promise<Config> {
  const shape = await readShape(configShape, raw);
  if ('value' in shape) return inOrder(shape.value);
  throw userError(shape.findings[0], name);
}

/** As the schema names them, whatever the order in which they were given. */
const inOrder = (config: Config): Config =>
  Object.fromEntries(configFields.flatMap(key => (key in config ? [[key, config[key]]] : [])));

function userError(finding: Finding | undefined, name: (key: string) => string): UserError {
  if (!finding) return new UserError(usageOfFlags.noSetting());
  const setting = name(String(finding.path[0] ?? ''));
  return new UserError(
    about(
      setting,
      toldBy(words => inWords(words.problem, finding)),
    ),
  );
}

export const flagName = (key: string): string => `--${key.replaceAll('_', '-')}`;
export const VARIABLE_PREFIX = 'SHANXI_PLAN_';
export const variableName = (key: string): string => `${VARIABLE_PREFIX}${key.toUpperCase()}`;

/** `SHANXI_PLAN_FAIL_ON=behind,warn`: lists are separated by commas. */
export async function settingsOfEnvironment(env: Readonly<Record<string, string | undefined>>): Promise<Config> {
  for (const name of Object.keys(env)) refuseMistyped(name);
  const raw = SETTABLE.flatMap(key => {
    const text = env[variableName(key)];
    return text === undefined || text === '' ? [] : [[key, spread(key, text)]];
  });
  return parseSettings(Object.fromEntries(raw), variableName);
}

/** A mistyped variable would leave a gate as weak as it was; what is far from every known name is only told. */
function refuseMistyped(name: string): void {
  const allowed = SETTABLE.map(variableName);
  if (!name.startsWith(VARIABLE_PREFIX) || allowed.includes(name)) return;
  if (name === variableName('rules')) throw new UserError(usageOfFlags.rulesInVariable(name));
  const near = nearest(
    name.slice(VARIABLE_PREFIX.length),
    SETTABLE.map(key => key.toUpperCase()),
  );
  if (near) throw new UserError(usageOfFlags.unknownVariable({ name, near: `${VARIABLE_PREFIX}${near}`, allowed }));
}

function spread(key: string, text: string): unknown {
  if (key === 'readings') return readingsOf(text.split(','));
  if (key === 'allow_undecided') return text === 'all' ? text : text.split(',');
  return LISTS.includes(key) ? text.split(',') : text;
}

/** Flags over environment over file; what none of them says has its default. */
export function joinSettings(
  sources: { readonly flags: Config; readonly environment: Config; readonly file: Config },
  reachFor: (key: string, source: Sources[string] | undefined) => Reach | undefined,
  today: () => Day,
): { settings: Settings; from: Sources; joined: Config } {
  const { flags, environment, file } = sources;
  const joined: Config = { ...file, ...environment, ...flags };
  const from = Object.fromEntries(
    Object.keys(joined).map(key => [key, key in flags ? 'flag' : key in environment ? 'environment' : 'config file']),
  ) as Record<string, Sources[string]>;
  return {
    from,
    joined,
    settings: {
      plans: joined.plan ?? [DEFAULT_PLAN],
      reports: joined.reports ?? [],
      ...requestOf(joined, today),
      formats: joined.format ?? ['table'],
      lang: joined.lang ?? 'en',
      policy: policyOf(joined),
      waivers: joined.waivers,
      since: joined.since,
      reach: Object.fromEntries(naming.map(key => [key, reachFor(key, from[key])])),
    },
  };
}
