import type { Analysis, Assessment } from '../../model/analysis.ts';
import { inWords } from '../../values/fact.ts';
import { groupBy } from '../../values/group.ts';
import { worstFirst } from '../counts.ts';
import { hang, type Pen } from '../layout/pen.ts';
import { reasonsText } from '../message.ts';
import type { Asked } from '../words/screen-en.ts';

/** One thing that is to be found out, and the targets that it would decide. */
export interface Wanted {
  readonly what: string;
  readonly targets: readonly string[];
}

/** Those that cannot be said, by what would decide them: what decides most of them first. */
export function questions(analysis: Analysis, { words }: Pen): Wanted[] {
  const open = worstFirst(analysis)
    .filter(({ severity }) => severity === 'undecided')
    .map(assessment => ({ ...askedOf(assessment, words), title: assessment.title[words.lang] }));
  return [...groupBy(open, ({ what }) => what)]
    .map(([what, of]) => ({ what, targets: of.map(({ title, own }) => (own === null ? title : `${title} (${own})`)) }))
    .toSorted((a, b) => b.targets.length - a.targets.length);
}

const askedOf = (assessment: Assessment, { screen, lang }: Pen['words']): Asked =>
  assessment.deciding ? inWords(screen.ask, assessment.deciding) : { what: reasonsText(assessment, lang), own: null };

/** A question with as many of its targets as there is room for, and how many more there are. */
export function questionLines({ what, targets }: Wanted, most: number, pen: Pen): string[] {
  const { words } = pen;
  const told = (count: number): string[] => {
    const left = targets.length - count;
    const named = [...targets.slice(0, count), ...(left > 0 ? [words.screen.more(left)] : [])];
    return hang(`? ${words.said(what, words.counts(named))}`, pen);
  };
  // A line holds at least one name of those that are cut at all.
  for (let count = Math.min(targets.length, most * 4); count > 1; count--) {
    const lines = told(count);
    if (lines.length <= most) return lines;
  }
  return told(1);
}
