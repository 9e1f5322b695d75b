import { type FormatWords, formatsEn } from './formats-en.ts';
import { formatsZh } from './formats-zh.ts';
import type { Lang } from './words.ts';

const languages: Readonly<Record<Lang, FormatWords>> = { en: formatsEn, zh: formatsZh };

export const formatWordsIn = (lang: Lang): FormatWords => languages[lang];
