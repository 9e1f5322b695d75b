import { type PageWords, pageEn } from './page-en.ts';
import { pageZh } from './page-zh.ts';
import type { Lang } from './words.ts';

const languages: Readonly<Record<Lang, PageWords>> = { en: pageEn, zh: pageZh };

export const pageWordsIn = (lang: Lang): PageWords => languages[lang];
