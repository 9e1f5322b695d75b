import type { Analysis } from '../../model/analysis.ts';
import type { Severity } from '../../model/verdict.ts';
import { aboutText } from '../about.ts';
import { severitiesTold } from '../counts.ts';
import { inventedTexts } from '../invented.ts';
import { tenth } from '../layout/scale.ts';
import { policyTexts } from '../policy-text.ts';
import { severitySigns } from '../signs.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { html, type Markup } from './markup.ts';

export function head(analysis: Analysis, lang: Lang): Markup {
  const { plan } = analysis;
  const note = plan.note ? html`<p class="note">${plan.note[lang]}</p>` : null;
  return html`<header><h1><bdi>${plan.title[lang]}</bdi></h1><p class="about">${aboutText(analysis, lang)}</p>${note}${inventedTexts(
    analysis,
    lang,
  ).map(text => html`<p class="invented">! ${text}</p>`)}</header>`;
}

/** How many fail, cannot be said and are in order, as numbers with sign, word and colour, and as one bar. */
export function counts(severityCounts: Analysis['summary']['severities'], lang: Lang): Markup {
  const { severity: names } = wordsIn(lang);
  const shown = severitiesTold(severityCounts);
  const count = (each: Severity) => severityCounts[each] ?? 0;
  return html`<ul class="counts">${shown.map(
    each => html`<li class="${each}"><b>${count(each)}</b> ${severitySigns[each]} ${names[each]}</li>`,
  )}</ul>${bar(shown.map(each => ({ kind: each, count: count(each) })))}`;
}

/** What a reader takes in within five seconds. */
export function glance({ summary, coverage, gate }: Analysis, lang: Lang, words: PageWords): Markup {
  const { failing, inOrder } = summary.range;
  const { screen } = wordsIn(lang);
  return html`<section aria-labelledby="glance"><h2 id="glance" class="unseen">${words.glance}</h2>${counts(summary.severities, lang)}<p class="whatever">${
    summary.severities.undecided ? screen.whatever(failing, inOrder) : words.allDecided
  }</p><p>${screen.coverage({
    announced: coverage.announced.measures,
    named: coverage.named.measures,
    quantified: coverage.quantified.measures,
    evidenced: coverage.evidenced.measures,
  })}</p>${policyTexts(gate.policy, lang).map(text => html`<p class="set">${text}</p>`)}</section>`;
}

/** One bar of all targets; the numbers above it say the same. */
function bar(parts: readonly { readonly kind: Severity; readonly count: number }[]): Markup {
  const total = parts.reduce((sum, { count }) => sum + count, 0) || 1;
  let left = 0;
  const drawn = parts.flatMap(({ kind, count }) => {
    if (count === 0) return [];
    const from = left;
    left += (count / total) * 1000;
    return [
      html`<rect class="${kind}" x="${tenth(from)}" y="0" width="${tenth(Math.max(left - from - 3, 1))}" height="10"/>`,
    ];
  });
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`;
}
