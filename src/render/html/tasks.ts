import type { Analysis, Assessment } from '../../model/analysis.ts';
import { severities } from '../../model/verdict.ts';
import { severitySigns, verdictSigns } from '../signs.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import { type Lang, verdictWords } from '../words/words.ts';
import { html, type Markup } from './markup.ts';
import { anchorOf, inPageOrder } from './targets.ts';

/** A row a strategic task with its targets, worst first, and what has no number. */
export function taskRows(analysis: Analysis, lang: Lang, words: PageWords): Markup {
  const { summary, measures, plan } = analysis;
  const strategic = summary.tasks.filter(({ level }) => level === 'strategic');
  const rows = [
    { id: null, title: wordsIn(lang).table.wholePlan },
    ...strategic.map(({ id, title }) => ({ id, title: title[lang] })),
  ];
  const ordered = inPageOrder(analysis);
  const isUnder = (id: string | null) => (each: { readonly tasks: readonly string[] }) =>
    (each.tasks[0] ?? null) === id;
  return html`<section aria-labelledby="tasks"><h2 id="tasks">${words.byTask}</h2><table class="tasks"><caption class="unseen">${plan.title[lang]}</caption><tbody>${rows.map(
    ({ id, title }) => {
      const own = ordered.filter(isUnder(id));
      const bare = measures.filter(each => isUnder(id)(each) && each.targets.length === 0);
      if (own.length + bare.length === 0) return null;
      return html`<tr><th scope="row"><bdi>${title}</bdi></th><td>${chips(own, lang, words)}${
        bare.length === 0
          ? null
          : html`<p class="none">${wordsIn(lang).screen.noNumber(bare.map(each => each.title[lang]))}</p>`
      }</td></tr>`;
    },
  )}</tbody></table></section>`;
}

/** A row of more than these is no longer taken in: the rest folds away, and their counts stand before them. */
const MOST_CHIPS = 12;

function chips(own: readonly Assessment[], lang: Lang, { moreInTask }: PageWords): Markup | null {
  if (own.length === 0) return null;
  const shown = own.slice(0, MOST_CHIPS);
  const rest = own.slice(MOST_CHIPS);
  if (rest.length === 0) return list(shown, lang);
  const { severity: names } = wordsIn(lang);
  const counted = severities.flatMap(each => {
    const count = own.filter(({ severity }) => severity === each).length;
    return count === 0 ? [] : [html`<li class="${each}"><b>${count}</b> ${severitySigns[each]} ${names[each]}</li>`];
  });
  return html`<ul class="few">${counted}</ul>${list(shown, lang)}<details><summary>${moreInTask(rest.length)}</summary>${list(rest, lang)}</details>`;
}

const list = (own: readonly Assessment[], lang: Lang): Markup =>
  html`<ul class="chips">${own.map(
    each =>
      html`<li><a class="${each.severity}" href="#${anchorOf(each)}">${verdictSigns[each.verdict]} <bdi>${each.title[lang]}</bdi><span class="unseen">: ${verdictWords(wordsIn(lang), each)}</span></a></li>`,
  )}</ul>`;
