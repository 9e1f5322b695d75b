import type { ToldInEach } from '../render/words/told.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Io } from './io.ts';
import { flagName, SETTABLE, VARIABLE_PREFIX, variableName } from './settings.ts';

/** What weakens or writes for good is meant only where it is said with the run. */
const FLAGS_ONLY = ['exit_zero', 'update', 'config'];
/** What the templates and the action set for themselves. */
const OWN = ['VERSION', 'BIN'].map(name => `${VARIABLE_PREFIX}${name}`);

/** Variables that look like settings and change nothing; who set one believes that it does. */
export function ignoredVariables(env: Io['env']): ToldInEach[] {
  const allowed = SETTABLE.map(variableName);
  return Object.keys(env)
    .filter(name => name.startsWith(VARIABLE_PREFIX) && !allowed.includes(name) && !OWN.includes(name))
    .toSorted()
    .map(name => {
      const key = FLAGS_ONLY.find(each => variableName(each) === name);
      return key === undefined
        ? usageOfFlags.ignoredVariable(name, allowed)
        : usageOfFlags.flagInVariable(name, flagName(key));
    });
}
