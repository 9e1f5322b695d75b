import type { Analysis } from '../model/analysis.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** What every output repeats: which inputs hold figures that somebody made up, and for what. */
export const inventedTexts = ({ inputs }: Analysis, lang: Lang): string[] =>
  inputs.flatMap(({ path, invented }) => (invented === null ? [] : [wordsIn(lang).table.invented(path, invented)]));
