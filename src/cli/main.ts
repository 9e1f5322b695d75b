import { exitCodes } from '../model/exit-code.ts';
import type { ToldInEach } from '../render/words/told.ts';
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

/** No text is longer in Node; from another thread the error has lost its class. */
async function tooLong(error: unknown): Promise<ToldInEach | undefined> {
  if (!(error instanceof Error) || error.message !== 'Invalid string length') return undefined;
  const { usageOfFiles } = await import('../render/words/usage-files.ts');
  return usageOfFiles.textTooLong();
}

/** Three failures, one catch: problems in inputs are data and never come here, a user error has a way out, the rest is ours. */
async function report(error: unknown, argv: readonly string[], io: Io): Promise<number> {
  const { langFlag, langOfRun, withLang } = await import('./lang-of-environment.ts');
  const lang = langOfRun(langFlag(withLang(argv, io.env)), io);
  const mistake = error instanceof UserError ? error.told : await tooLong(error);
  if (mistake) {
    const { sayMistake } = await import('./say-mistakes.ts');
    sayMistake(mistake[lang], io);
    return exitCodes.cannotCheck;
  }
  const { runWords } = await import('../render/words/run.ts');
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && argv.includes('--debug') ? `${error.stack}\n` : '';
  const [what, help] = runWords[lang].bug(version, message);
  io.stderr.write(`${what}\n${stack}  ${help}\n`);
  return exitCodes.bug;
}
