import { notJson } from '../input/json/not-json.ts';
import { checkShape } from '../input/shape/check-shape.ts';
import { type Config, configSchema } from '../model/config.ts';
import type { Mistake } from '../model/mistake.ts';
import type { PolicySetting } from '../model/policy-setting.ts';
import { parseDay } from '../values/day-notation.ts';
import { fail, type Outcome, ok } from '../values/outcome.ts';
import type { Problem } from '../values/problem.ts';
import type { GateSettings, JudgeRequest } from './analyse.ts';
import { policyOf, recordedSettings, requestOf } from './settings.ts';
import type { CheckSettings } from './settings-type.ts';

/** What a config file says beside how a check is made: what is read, and how it is told. */
const others: Readonly<Record<Exclude<keyof Config, keyof CheckSettings>, true>> = {
  $schema: true,
  plan: true,
  reports: true,
  tables: true,
  format: true,
  lang: true,
  waivers: true,
  since: true,
};

export const checkSettingsSchema = configSchema.omit(others);

/** Files that a program read itself, where they may lower the gate, by the names that an analysis shows. */
type FilesGiven = Pick<Config, 'waivers' | 'since'>;

/** The settings that a program gave, as a check takes them. */
interface Given {
  readonly request: JudgeRequest;
  readonly policy: GateSettings['policy'];
  readonly recorded: readonly PolicySetting[];
}

/** Holds settings against the schema of config files, which reads every scalar as its text. */
export function givenSettings(
  settings: CheckSettings,
  today: string | undefined,
  files: FilesGiven = {},
): Outcome<Given, readonly (Problem | Mistake)[]> {
  const not = notJson(settings);
  if (not) return fail([{ ...not.problem, place: placeOf(not.path) }]);
  const shape = checkShape(checkSettingsSchema, { data: asTexts(settings), locate: () => undefined });
  if ('findings' in shape)
    return fail(shape.findings.map(({ path, at: _, ...problem }) => ({ ...problem, place: placeOf(path) }) as Problem));
  const { value } = shape;
  const asking = (['as_of', 'known_by'] as const).filter(setting => value[setting] === 'today');
  if (asking.length > 0 && today === undefined)
    return fail(asking.map(setting => ({ setting, code: 'today-not-given', args: {} })));
  const day = parseDay(today ?? '');
  if (today !== undefined && !day.ok) return fail([{ ...day.error, place: { file: 'today' } }]);
  return ok({
    request: requestOf(value, () => (day.ok ? day.value : undefined)),
    policy: policyOf(value),
    recorded: recordedSettings({ ...value, ...files }, () => ({ origin: 'program', file: null })),
  });
}

const placeOf = (path: readonly (string | number)[]): Problem['place'] => ({ file: ['settings', ...path].join('.') });

function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== 'object' || value === null) return String(value);
  const given = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(given.map(([key, each]) => [key, asTexts(each)]));
}
