import type { Analysis } from '../model/analysis.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** Of which part of the region, where it is one, and as of when: what stands behind the title of the plan. */
export const aboutText = ({ part, asOf, knownBy }: Pick<Analysis, 'part' | 'asOf' | 'knownBy'>, lang: Lang): string =>
  [...(part ? [part[lang]] : []), wordsIn(lang).table.asOf(asOf, knownBy)].join(' · ');
