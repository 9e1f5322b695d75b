import type { Explanation, ReadingWorlds, WorldEnd } from '../../model/explanation.ts';
import type { Goal } from '../../model/goal.ts';
import type { DecidedVerdict } from '../../model/verdict.ts';
import { amountText } from '../layout/numbers.ts';
import { endsShown, type NumberEnds } from '../layout/whole.ts';
import { type ExplainWords, explainEn } from '../words/explain-en.ts';
import { explainZh } from '../words/explain-zh.ts';
import { wordsIn } from '../words/registry.ts';
import { goalWords, type Lang, possibleWords, type Words } from '../words/words.ts';

/** A line of an explanation before it is wrapped. */
export interface ExplainLine {
  readonly text: string;
  /** 0 for a paragraph, 1 for an item of a list, 2 for what belongs to that item. */
  readonly level: 0 | 1 | 2;
}

/** What every part of an explanation writes with. */
export interface ExplainPen {
  readonly lang: Lang;
  readonly words: Words;
  readonly own: ExplainWords;
  /** A number in the indicator's unit, whole. */
  readonly amount: (value: number) => string;
  /** The ends of what is known, as they are printed. */
  readonly ends: (ends: NumberEnds) => NumberEnds;
  readonly range: (ends: NumberEnds, isWhole?: boolean) => string;
  readonly goal: (goal: Pick<Goal, 'comparator' | 'value' | 'low' | 'high'>) => string;
  readonly verdicts: (possible: readonly DecidedVerdict[]) => string;
}

/** What those parts of an explanation look at that an analysis alone can tell, without the plan and its figures. */
export interface Told extends Pick<Explanation, 'asOf' | 'assessment' | 'path' | 'identity' | 'nextVerdict'> {
  readonly indicator: Pick<Explanation['indicator'], 'unit' | 'kind'>;
  readonly readings: readonly ToldReading[];
}

interface ToldReading extends Pick<ReadingWorlds, 'by' | 'hasPassed' | 'method'> {
  readonly goal: Parameters<ExplainPen['goal']>[0];
  readonly sides: readonly { readonly low: Pick<WorldEnd, 'value'>; readonly high: Pick<WorldEnd, 'value'> }[];
}

const languages: Readonly<Record<Lang, ExplainWords>> = { en: explainEn, zh: explainZh };

export const explainWordsIn = (lang: Lang): ExplainWords => languages[lang];

export function penFor(lang: Lang, { assessment }: Pick<Told, 'assessment'>): ExplainPen {
  const words = wordsIn(lang);
  const own = languages[lang];
  const amount = (value: number) => amountText(value, assessment.goal.unit);
  return {
    lang,
    words,
    own,
    amount,
    ends: ends => endsShown(ends, assessment.whole),
    range: (ends, isWhole = assessment.whole) => {
      const { low, high } = endsShown(ends, isWhole);
      if (low === null) return high === null ? own.unknown : own.atMost(amount(high));
      if (high === null) return own.atLeast(amount(low));
      return low === high ? own.exactly(amount(low)) : own.interval(amount(low), amount(high));
    },
    goal: goal => goalWords(words, goal, assessment.goal.unit),
    verdicts: possible => possibleWords(words, possible).join(lang === 'zh' ? '、' : ', '),
  };
}

export const paragraph = (text: string): ExplainLine => ({ text, level: 0 });
export const item = (text: string): ExplainLine => ({ text, level: 1 });
export const detail = (text: string): ExplainLine => ({ text, level: 2 });

/** A number that was worked out, to what a reader needs of it: a tenth where it is large, four digits where it is small. */
export function rough(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value * 10) / 10;
  return Number(value.toPrecision(4));
}

/** A number that estimates, such as a yearly mean: whole where it is large. */
export const coarse = (value: number): number => (Math.abs(value) >= 1000 ? Math.round(value) : rough(value));
