import type { Assessment } from '../model/analysis.ts';
import { type Distance, gapDistance, timeDistance } from './distance.ts';
import { formatDone, formatShare, formatValue } from './layout/numbers.ts';
import { goalText, withUnit } from './message.ts';
import { verdictSigns } from './signs.ts';
import { wordsIn } from './words/registry.ts';
import { type Lang, verdictWords } from './words/words.ts';

/** What a row of a table says of a target, each on one line; the day of what was reported is null where nothing was. */
export function targetTexts(assessment: Assessment, lang: Lang) {
  const words = wordsIn(lang);
  const { goal, value, schedule, title, verdict } = assessment;
  const reported = formatValue(assessment);
  return {
    title: title[lang],
    goal: goalText(goal, lang),
    by: goal.by,
    reported: reported === null ? words.table.nothing : withUnit(reported, goal, lang),
    asOf: reported === null ? null : (value?.asOf ?? null),
    gap: onOneLine(gapDistance(assessment, words)),
    done: formatDone(assessment) ?? '',
    schedule: schedule === null ? '' : formatShare(schedule),
    months: onOneLine(timeDistance(assessment, words)),
    verdict: `${verdictSigns[verdict]} ${verdictWords(words, assessment)}`,
  };
}

const onOneLine = (distance: Distance | null): string => (distance ?? []).join(' ').trim();
