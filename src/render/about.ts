import type { Analysis } from '../model/analysis.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** Of which part of the region, where it is one, and as of when: what stands behind the title of the plan. */
export const aboutText = (
  { regionTitle, asOf, knownBy }: Pick<Analysis, 'regionTitle' | 'asOf' | 'knownBy'>,
  lang: Lang,
): string => [...(regionTitle ? [regionTitle[lang]] : []), wordsIn(lang).table.asOf(asOf, knownBy)].join(' · ');
