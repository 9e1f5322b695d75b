import type { Analysis, Assessment } from '../../model/analysis.ts';
import { worstFirst } from '../counts.ts';
import { gapLines, monthsLines } from '../explain/pace-part.ts';
import { penFor } from '../explain/pen.ts';
import { formatNumber, formatValue } from '../layout/numbers.ts';
import { decidingText, goalText, reasonsText, stateFacts, withUnit } from '../message.ts';
import { verdictSigns } from '../signs.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import { type Lang, possibleWords, verdictWords, type Words } from '../words/words.ts';
import { bullet, bulletLegend } from './bullet.ts';
import { toldOf } from './chain.ts';
import { filterClasses } from './filters.ts';
import { html, type Markup } from './markup.ts';

/** Those in force worst first, then those that are not. */
export const inPageOrder = (analysis: Analysis): readonly Assessment[] => [
  ...worstFirst(analysis),
  ...analysis.assessments.filter(({ inForce }) => !inForce),
];

export const anchorOf = ({ target }: Assessment): string => `t-${target}`;

export const signedVerdict = (assessment: Assessment, lang: Lang): string =>
  `${verdictSigns[assessment.verdict]} ${verdictWords(wordsIn(lang), assessment)}`;

export function targetTable(analysis: Analysis, lang: Lang, words: PageWords): Markup {
  const { columns, worstFirst: heading } = words;
  const { target, verdict } = wordsIn(lang).table.columns;
  const heads = [target, columns.chart, columns.reported, columns.goal, verdict, columns.fact];
  const classes = filterClasses(analysis);
  return html`${bulletLegend(words)}<table class="targets"><caption class="unseen">${heading}</caption><thead><tr>${heads.map(
    head => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${inPageOrder(analysis).map(each => row(each, classes(each), analysis, lang, words))}</tbody></table>`;
}

function row(assessment: Assessment, classes: string, analysis: Analysis, lang: Lang, words: PageWords): Markup {
  const { title, value, goal, derived } = assessment;
  const reported = formatValue(assessment);
  const { nothing, derived: derivedWord } = wordsIn(lang).table;
  const told =
    reported && value
      ? html`${withUnit(reported, goal, lang)} <small>${words.asOf(value.asOf)}</small>${derived ? html`<small>${derivedWord}</small>` : null}`
      : html`<span class="none">${nothing}</span>`;
  const facts = factsShown(assessment, analysis, lang, words);
  return html`<tr class="${classes}"><th scope="row"><a href="#${anchorOf(assessment)}"><bdi>${title[lang]}</bdi></a></th><td>${bullet(assessment, words)}</td><td>${told}</td><td>${goalText(goal, lang)} <small>${words.by(goal.by)}</small></td><td><b>${signedVerdict(assessment, lang)}</b></td><td>${facts.map(
    fact => html`<p>${fact}</p>`,
  )}</td></tr>`;
}

/** What decides: of an open verdict why and what would settle it, of another one how far it is from the goal and in time. */
function factsShown(assessment: Assessment, analysis: Analysis, lang: Lang, own: PageWords): string[] {
  const { verdict, possible, missingParts, outlook, goal } = assessment;
  const words = wordsIn(lang);
  const pen = penFor(lang, toldOf(analysis, assessment));
  const deciding = decidingText(assessment, lang);
  const isOpen = verdict === 'undecided';
  const gap = isOpen ? [] : gapLines(assessment, pen);
  const months = isOpen ? [] : monthsLines(assessment, pen);
  return [
    ...(isOpen
      ? [`${reasonsText(assessment, lang)} · ${possibleShown(possibleWords(words, possible), words, own)}`]
      : []),
    ...(deciding === null ? [] : [`→ ${deciding}`]),
    ...[...gap, ...months].map(({ text }) => text),
    ...(isOpen ? [] : assessment.reasons.length > 0 ? [reasonsText(assessment, lang)] : []),
    ...(missingParts.length > 0 ? [words.table.withoutParts(missingParts)] : []),
    ...(outlook?.agrees === false
      ? [
          words.table.outlook({
            value: formatNumber(outlook.value),
            day: goal.by,
            verdict: words.verdict[outlook.verdict].name,
          }),
        ]
      : []),
    ...stateFacts(assessment, lang),
  ];
}

/** Of many only the worst and the best, since they stand in order. */
function possibleShown(possible: readonly string[], { table }: Words, { between }: PageWords): string {
  const [worst = '', best = ''] = [possible[0], possible.at(-1)];
  return possible.length > 2 ? between(worst, best) : table.possible(possible);
}
