// Processor time of a run that is too short to be looked at from outside: bash's own `time`, to the millisecond.
import { hasCommand } from './tool.mjs';

const SCRIPT = 'TIMEFORMAT="%U %S"; time "$@"';

/** The case under bash, which ends as the case does and says the time on the last line of standard error. */
export function timed(each) {
  if (!hasCommand('bash')) return each;
  return {
    ...each,
    command: 'bash',
    args: ['-c', SCRIPT, 'bash', each.command ?? process.execPath, ...each.args],
    processorOf({ stderr }) {
      const [user, system] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
      return (user + system) * 1000;
    },
  };
}
