import type { Assessment } from '../model/analysis.ts';
import { inWords } from '../values/fact.ts';
import { gapDistance } from './distance.ts';
import { formatDone, formatGoal, formatShare, formatValue, isWritten } from './layout/numbers.ts';
import { isWaived, stateOf } from './state.ts';
import { formatWordsIn } from './words/formats-registry.ts';
import { wordsIn } from './words/registry.ts';
import { type Lang, possibleWords, verdictWords } from './words/words.ts';

/** A number with its unit; per cent is part of the number already. */
export const withUnit = (text: string, goal: Unit, lang: Lang): string =>
  isWritten(goal.unit) && text.endsWith(goal.unit) ? text : `${text} ${unitIn(lang, goal)}`;

type Unit = Pick<Assessment['goal'], 'unit' | 'unitTitle'>;

/** What a person reads; the signs of per cent and its points are the same in each language. */
export const unitIn = (lang: Lang, { unit, unitTitle }: Unit): string =>
  isWritten(unit) ? unit : (unitTitle?.[lang] ?? unit);

/** What is to be said of an assessment beside its title and verdict, one fact a line. */
export function factsOf(assessment: Assessment, lang: Lang): string[] {
  const words = formatWordsIn(lang);
  const { goal, value, schedule } = assessment;
  const done = formatDone(assessment);
  const reported = formatValue(assessment);
  const gap = gapDistance(assessment, wordsIn(lang), text => withUnit(text, goal, lang));
  return [
    words.goal(goalText(goal, lang), goal.by),
    reported && value ? words.reported(withUnit(reported, goal, lang), value.asOf) : words.nothingReported,
    ...(gap === null ? [] : [words.gap(gap.join(' ').trim())]),
    ...(done === null || schedule === null ? [] : [words.progress(done, formatShare(schedule))]),
    ...(assessment.derived ? [wordsIn(lang).table.derived] : []),
    ...(assessment.missingParts.length > 0 ? [wordsIn(lang).table.withoutParts(assessment.missingParts)] : []),
    ...openFacts(assessment, lang),
    ...stateFacts(assessment, lang),
  ];
}

/** A goal without a number, such as a count that must grow, is not in any unit. */
export const goalText = (goal: Assessment['goal'], lang: Lang): string =>
  goal.against !== null || (goal.value === null && goal.low === null && goal.high === null)
    ? formatGoal(goal)
    : withUnit(formatGoal(goal), goal, lang);

function openFacts(assessment: Assessment, lang: Lang): string[] {
  if (assessment.verdict !== 'undecided') return assessment.reasons.length > 0 ? [reasonsText(assessment, lang)] : [];
  const words = formatWordsIn(lang);
  const fact = decidingText(assessment, lang);
  return [
    words.possible(possibleWords(wordsIn(lang), assessment.possible)),
    words.why(reasonsText(assessment, lang)),
    ...(fact === null ? [] : [words.decides(fact)]),
  ];
}

export const reasonsText = ({ reasons }: Assessment, lang: Lang): string =>
  wordsIn(lang).facts(reasons.map(reason => inWords(wordsIn(lang).reason, reason)));

export const decidingText = ({ deciding }: Assessment, lang: Lang): string | null =>
  deciding && inWords(wordsIn(lang).deciding, deciding);

/** Why a target is shown, but not counted or not held against anyone. */
export function stateFacts(assessment: Assessment, lang: Lang): string[] {
  const words = formatWordsIn(lang);
  const { waiver } = assessment;
  return [
    ...(assessment.inForce ? [] : [words.notInForce]),
    ...(waiver && isWaived(assessment) ? [words.waived(waiver)] : []),
    ...(stateOf(assessment) === 'failed-before' ? [words.failedBefore] : []),
  ];
}

/** One line: title, verdict, facts. */
export function messageOf(assessment: Assessment, lang: Lang): string {
  const words = wordsIn(lang);
  const head = words.said(assessment.title[lang], verdictWords(words, assessment));
  return words.facts([head, ...factsOf(assessment, lang)]);
}
