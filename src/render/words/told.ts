import { wordsIn } from './registry.ts';
import type { Lang, ProblemWords, Words } from './words.ts';

/** What is wrong and a way out, in each language: where it is found nobody knows yet in which it will be read. */
export type ToldInEach = Readonly<Record<Lang, ProblemWords>>;

/** Each language as what is wrong and, where there is one, a way out. */
export const told = (
  en: readonly [what: string, help?: string],
  zh: readonly [what: string, help?: string],
): ToldInEach => ({
  en: wordsOf(en),
  zh: wordsOf(zh),
});

const wordsOf = ([what, help]: readonly [what: string, help?: string]): ProblemWords => ({
  what,
  ...(help !== undefined && { help }),
});

/** What a catalogue says in each language. */
export const toldBy = (tell: (words: Words) => ProblemWords): ToldInEach => ({
  en: tell(wordsIn('en')),
  zh: tell(wordsIn('zh')),
});

/** One text in each language. */
export type InEach = Readonly<Record<Lang, string>>;

/** The same with another way out. */
export const withHelp = ({ en, zh }: ToldInEach, help: InEach): ToldInEach => ({
  en: { ...en, help: help.en },
  zh: { ...zh, help: help.zh },
});

/** The same of a flag or a file that is named before it. */
export const about = (name: string, { en, zh }: ToldInEach): ToldInEach => ({
  en: { ...en, what: wordsIn('en').said(name, en.what) },
  zh: { ...zh, what: wordsIn('zh').said(name, zh.what) },
});
