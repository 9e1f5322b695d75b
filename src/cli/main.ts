import { exitCodes } from '../model/exit-code.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';
import { version } from './version.ts';

/**
 * The whole command line in one function: arguments and a world in, the exit code out. Nothing here ends the process,
 * so that everything written arrives.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.stdout.write(`${version}\n`);
    return exitCodes.ok;
  }
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, io);
  } catch (error) {
    return report(error, argv, io);
  }
}

/** Three failures, one catch: problems in inputs are data and never come here, a user error has a way out, the rest is ours. */
async function report(error: unknown, argv: readonly string[], io: Io): Promise<number> {
  if (error instanceof UserError) {
    const { sayMistake } = await import('./say-mistakes.ts');
    sayMistake({ what: error.message, ...(error.help !== undefined && { help: error.help }) }, io);
    return exitCodes.cannotCheck;
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && argv.includes('--debug') ? `${error.stack}\n` : '';
  io.stderr.write(
    `shanxi-plan ${version}: this is a bug in the tool: ${message}\n${stack}` +
      '  Please report it with the command and its inputs; --debug adds the stack.\n',
  );
  return exitCodes.bug;
}
