import { en } from './en.ts';
import type { Lang, Words } from './words.ts';
import { zh } from './zh.ts';

/** Every language; a new one is a new file and one line here. */
const languages: Readonly<Record<Lang, Words>> = { en, zh };

export const wordsIn = (lang: Lang): Words => languages[lang];
