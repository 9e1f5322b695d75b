import type { Analysis } from '../../model/analysis.ts';
import type { MethodName } from '../../model/target-choices.ts';
import { arithmeticTexts } from '../arithmetic.ts';
import { coverageRows } from '../coverage.ts';
import { explainWordsIn } from '../explain/pen.ts';
import { bandsText } from '../explain/verdict-part.ts';
import { formatNumber } from '../layout/numbers.ts';
import { comparisonsOf } from '../pace-text.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { placesIn, unusedTable } from './evidence.ts';
import { html, type Markup } from './markup.ts';

/** How it was judged and from what: for who wants to do it again. */
export function method(analysis: Analysis, lang: Lang, words: PageWords): Markup {
  const { assessments, bands, readings, inputs, forNoTarget, unlisted, checks, exit, measures } = analysis;
  const all = wordsIn(lang);
  const { table, exit: ends } = all;
  const own = explainWordsIn(lang);
  const used = assessments.flatMap(({ method: name, goal }) => comparisonsOf([name as MethodName], goal, all));
  const fixed = Object.entries(readings).map(([target, name]) => `${target}: ${own.fixedReading(name)}`);
  const said = measures.flatMap(({ title, statements }) =>
    statements.flatMap(({ says, asOf }) => (says === null ? [] : [`${title[lang]} · ${asOf}: ${says}`])),
  );
  const broken = arithmeticTexts(checks, all);
  return html`<section aria-labelledby="method"><h2 id="method">${words.method}</h2>${[
    ...new Set(used),
    bandsText(bands, own),
    ...fixed,
    `${ends[exit.reason]({ count: exit.count })} (${words.exitCode} ${exit.code})`,
  ].map(text => html`<p>${text}</p>`)}${list(
    table.coverage,
    coverageRows(analysis, all),
  )}${list(words.statements, said)}${list(table.arithmetic, broken)}${unlisted > 0 ? html`<p>${table.unlisted(formatNumber(unlisted))}</p>` : null}${
    forNoTarget.length === 0
      ? null
      : html`<details><summary>${words.unused(forNoTarget.length)}</summary>${unusedTable(analysis, { lang, words, places: placesIn(analysis) })}</details>`
  }<details><summary>${words.inputs(inputs.length)}</summary><ul>${inputs.map(
    ({ path, sha256 }) => html`<li>${path} <small>${sha256.slice(0, DIGEST)}</small>`,
  )}</ul></details></section>`;
}

/** Letters of a digest that tell two files apart; JSON has it whole. */
const DIGEST = 16;

const list = (heading: string, items: readonly string[]): Markup | null =>
  items.length === 0 ? null : html`<h3>${heading}</h3><ul>${items.map(text => html`<li>${text}</li>`)}</ul>`;
