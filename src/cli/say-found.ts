import { isFound, type PolicyKey, policySettings } from '../model/policy-setting.ts';
import { visible } from '../render/layout/text.ts';
import { policyTexts } from '../render/policy-text.ts';
import { wordsIn } from '../render/words/registry.ts';
import { ignoredVariables } from './ignored-variables.ts';
import type { Io } from './io.ts';
import type { LoadedSettings } from './load-settings.ts';
import { sayMistake } from './say-mistakes.ts';
import type { Settings } from './settings.ts';

type WhatWasSet = Pick<LoadedSettings, 'recorded' | 'settings'>;
type Say = (leftOut: number) => void;

/**
 * What was found and may weaken a check is said once a run, whatever is silenced and however the run ends: as soon as
 * it is known how many targets are left out, or else at the end.
 */
export async function sayingFound(loaded: WhatWasSet, io: Io, run: (say: Say) => Promise<number>): Promise<number> {
  let isSaid = false;
  const say: Say = leftOut => {
    if (!isSaid) sayFound(loaded, leftOut, io);
    isSaid = true;
  };
  try {
    return await run(say);
  } finally {
    say(0);
  }
}

/** The same of a command that has no gate: by what and how it judges. */
export function sayFoundOfJudging({ recorded, settings }: WhatWasSet, io: Io): void {
  const judging = recorded.filter(({ key }) => policySettings[key as PolicyKey].part === 'judging');
  sayFound({ recorded: judging, settings }, 0, io);
}

function sayFound({ recorded, settings }: WhatWasSet, leftOut: number, io: Io): void {
  for (const told of ignoredVariables(io.env)) sayMistake(told[settings.lang], io);
  const found = recorded.filter(isFound);
  if (found.length === 0) return;
  const texts = policyTexts({ settings: found, leftOut }, settings.lang);
  io.stderr.write(`shanxi-plan: ${visible(texts.join(' · '))}\n`);
}

/** Where outputs went that something found had written; said like the above. */
export function sayWritten(key: 'format' | 'since', files: readonly string[], { reach, lang }: Settings, io: Io): void {
  const setBy = reach[key]?.setBy;
  if (setBy !== undefined && files.length > 0)
    io.stderr.write(`shanxi-plan: ${visible(wordsIn(lang).wrote(setBy, files))}\n`);
}
