import * as z from 'zod';
import { selectorKeys, thresholds } from './policy.ts';
import { undecidedReasons } from './reason.ts';
import { dayText, int, keysOf, maybe, number, oneOf } from './shape.ts';

/**
 * Who set a setting. What stands in the environment, or in a config file that nobody named, was found: whoever runs the
 * check may not know of it.
 */
export const settingOrigins = ['flag', 'program', 'environment', 'config-given', 'config-found'] as const;
export type SettingOrigin = (typeof settingOrigins)[number];

export const isFound = ({ origin }: PolicySetting): boolean => origin === 'environment' || origin === 'config-found';

const policySetting = z.strictObject({
  /** As in the config file. */
  key: z.string(),
  /** As they would be written there; none for a flag that takes none. */
  values: z.array(z.string()),
  origin: oneOf(settingOrigins),
  /** The config file; null where it is none. */
  file: maybe(z.string()),
});
export type PolicySetting = z.output<typeof policySetting>;

/** What was set that may lower a gate or choose what is judged, and how many targets were left out by it. */
export const policyRecordSchema = z.strictObject({ settings: z.array(policySetting), leftOut: int });

export interface PolicyRecord {
  readonly settings: readonly PolicySetting[];
  readonly leftOut: number;
}

export const NOTHING_SET: PolicyRecord = { settings: [], leftOut: 0 };

const { settings, leftOut } = policyRecordSchema.shape;

/** What a gate went by, and who set what of it. */
export const policySchema = z.strictObject({
  failOn: z.array(oneOf(thresholds)),
  maxWarnings: maybe(number),
  allowUndecided: z.array(oneOf(['all', ...keysOf(undecidedReasons)])),
  require: z.array(z.string()),
  rules: z
    .array(
      z.strictObject({
        where: z.strictObject({ key: maybe(oneOf(selectorKeys)), value: z.string() }),
        failOn: z.array(oneOf(thresholds)),
      }),
    )
    .default([]),
  exitZero: z.boolean().default(false),
  margin: maybe(z.strictObject({ value: number, isPercent: z.boolean() })),
  since: maybe(dayText),
  settings: settings.default([]),
  leftOut: leftOut.default(0),
});
