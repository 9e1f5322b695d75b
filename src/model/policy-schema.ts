import * as z from 'zod';
import { keysOf } from '../values/keys.ts';
import { selectorKeys, thresholds } from './policy.ts';
import { type PolicySetting, settingOrigins } from './policy-setting.ts';
import { undecidedReasons } from './reason.ts';
import { dayText, int, maybe, number, oneOf } from './shape.ts';

const policySetting = z.strictObject({
  /** As in the config file. */
  key: z.string(),
  /** As they would be written there; none for a flag that takes none. */
  values: z.array(z.string()),
  origin: oneOf(settingOrigins),
  /** The config file; null where it is none. */
  file: maybe(z.string()),
}) satisfies z.ZodType<PolicySetting>;

/** What was set that may lower a gate or choose what is judged, and how many targets were left out by it. */
export const policyRecordSchema = z.strictObject({ settings: z.array(policySetting), leftOut: int });

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
