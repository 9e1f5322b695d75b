import type { BatchIndex } from '../../../model/batch.ts';
import type { IndexOptions } from '../../batch/index-format.ts';
import { type Titles, titlesIn } from '../../batch/titles.ts';
import { policyTexts } from '../../policy-text.ts';
import { batchWords } from '../../words/batch.ts';
import { pageWordsIn } from '../../words/page-registry.ts';
import type { Lang } from '../../words/words.ts';
import { html, type Markup } from '../markup.ts';
import { shell } from '../shell.ts';
import { counts } from '../summary.ts';
import { heat } from './heat.ts';
import { multiples } from './multiples.ts';

/** All groups of a batch, worst first, with the way to the page of each. */
export function indexPage(index: BatchIndex, options: IndexOptions): string {
  const { lang } = options;
  const titles = titlesIn(index, lang);
  const words = pageWordsIn(lang);
  const { title: groups, invented } = batchWords[lang];
  const { plan, tool, policy, totals } = index;
  const of = plan ? plan.title[lang] : words.severalPlans;
  const title = `${of} · ${groups(totals.groups)}`;
  const body = html`<a class="skip" href="#groups">${words.skip}</a><header><h1><bdi>${of}</bdi></h1><p class="about">${groups(totals.groups)}</p>${index.invented.map(
    why => html`<p class="invented">! ${invented(why)}</p>`,
  )}</header><main><section aria-labelledby="glance"><h2 id="glance" class="unseen">${words.glance}</h2>${counts(totals.severities, lang)}${policyTexts(
    policy,
    lang,
  ).map(
    text => html`<p class="set">${text}</p>`,
  )}</section>${heat(index, titles, options, words)}${multiples(index, titles, options, words)}${missing(index, titles, lang)}</main><footer>${words.madeBy(tool.name, tool.version)}</footer>`;
  return shell({ title, code: words.code, tool, rules: html``, body, drawn: html`` });
}

/** Names that a line of what is missing holds. */
const MOST_NAMES = 8;

function missing({ missing: { targets, regions } }: BatchIndex, titles: Titles, lang: Lang): Markup | null {
  if (targets.length === 0 && regions.length === 0) return null;
  const words = batchWords[lang];
  const lines = [
    ...targets.map(({ target, groups }) =>
      words.missingTarget(
        titles.target(target),
        groups.slice(0, MOST_NAMES).map(titles.groupNamed),
        Math.max(0, groups.length - MOST_NAMES),
      ),
    ),
    ...(regions.length > 0 ? [words.missingRegions(regions.map(titles.region))] : []),
  ];
  return html`<section aria-labelledby="missing"><h2 id="missing">${words.missing}</h2><ul>${lines.map(
    line => html`<li>${line}</li>`,
  )}</ul></section>`;
}
