import type { Mistake } from '../model/mistake.ts';
import { visible } from '../render/layout/text.ts';
import { wordsIn } from '../render/words/registry.ts';
import { toldBy } from '../render/words/told.ts';
import type { Lang, ProblemWords } from '../render/words/words.ts';
import { inWords } from '../values/fact.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** What is wrong with a command line, and a way out. Names in it may come from a file: none may write a line of its own. */
export function sayMistake({ what, help }: ProblemWords, { stderr }: Io): void {
  stderr.write(`shanxi-plan: ${visible(what)}\n${help ? `  ${visible(help)}\n` : ''}`);
}

/** As an error, where a run ends far from where it can say why. */
export function userErrorOf([mistake]: readonly Mistake[]): UserError {
  if (!mistake) throw new Error('no mistake was made');
  return new UserError(toldBy(words => inWords(words.mistake, mistake)));
}

export function sayMistakes(mistakes: readonly Mistake[], lang: Lang, io: Io): void {
  const words = wordsIn(lang);
  for (const mistake of mistakes) sayMistake(inWords(words.mistake, mistake), io);
  const [first] = mistakes;
  if (first) io.stderr.write(`  ${words.readMore(first.code)}\n`);
}
