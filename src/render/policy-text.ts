import { type PolicyRecord, type PolicySetting, settingOrigins } from '../model/policy-setting.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** What every summary repeats: who set what of the gate and of what it judges, and how many targets were left out. */
export function policyTexts({ settings, leftOut }: PolicyRecord, lang: Lang): string[] {
  const words = wordsIn(lang).policy;
  const bySource = settingOrigins.flatMap(origin => {
    const own = settings.filter(setting => setting.origin === origin);
    const set = own.map(({ key, values }) => words.setting(key, ...shortened(values)));
    return set.length === 0 ? [] : [words.set[origin](set, own[0]?.file ?? '')];
  });
  return [...bySource, ...(leftOut > 0 ? [words.leftOut(leftOut)] : [])];
}

/** Values that a line holds of one setting, the last ones, since the last rule that speaks of a target holds; JSON has all. */
const MOST_VALUES = 6;

const shortened = (values: PolicySetting['values']): [shown: readonly string[], more: number] => [
  values.slice(-MOST_VALUES),
  Math.max(0, values.length - MOST_VALUES),
];
