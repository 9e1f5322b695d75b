import type { Analysis, Assessment } from '../../model/analysis.ts';
import { stateFacts } from '../message.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { chain } from './chain.ts';
import { chart, chartLegend } from './chart.ts';
import { type EvidencePen, evidenceTable, placesIn } from './evidence.ts';
import { filterClasses } from './filters.ts';
import { html, type Markup } from './markup.ts';
import type { Once } from './once.ts';
import { anchorOf, inPageOrder, signedVerdict } from './targets.ts';

/** Each target by itself: over time, the chain to its verdict, its evidence. */
export function details(analysis: Analysis, lang: Lang, words: PageWords, once: Once): Markup {
  const pen: DetailsPen = { lang, words, once, places: placesIn(analysis) };
  const classes = filterClasses(analysis);
  return html`<section aria-labelledby="details"><h2 id="details">${words.details}</h2>${chartLegend(words)}${inPageOrder(
    analysis,
  ).map(each => target(each, classes(each), analysis, pen))}</section>`;
}

interface DetailsPen extends EvidencePen {
  readonly once: Once;
}

/** A link to something within a closed part opens it. */
function target(assessment: Assessment, classes: string, analysis: Analysis, pen: DetailsPen): Markup {
  const { lang, words, once } = pen;
  const title = assessment.title[lang];
  const { used, setAside } = assessment.evidence;
  const measure = analysis.measures.find(({ id }) => id === assessment.measure);
  const under = [
    ...assessment.tasks.map(id => analysis.summary.tasks.find(task => task.id === id)?.title),
    measure?.title,
  ];
  return html`<details class="${classes}"><summary><h3><span>${signedVerdict(assessment, lang)}</span> <bdi>${title}</bdi></h3></summary><div id="${anchorOf(assessment)}"><p>${under.flatMap(each => (each ? [each[lang]] : [])).join(' › ')} · <code>${assessment.target}</code></p>${chart(assessment, analysis, lang, words, once)}${waiver(assessment, lang, words)}${chain(analysis, assessment, lang, words)}${
    used.length + setAside.length > 0 ? evidenceTable(assessment, pen) : null
  }</div></details>`;
}

function waiver({ waiver: held, ...assessment }: Assessment, lang: Lang, words: PageWords): Markup | null {
  if (!held) return null;
  const { reason, approver, document, from, until, verdicts, validity } = held;
  const said = wordsIn(lang).waiver;
  const state = validity === 'valid' ? stateFacts({ ...assessment, waiver: held }, lang) : [said[validity](held)];
  return html`<p class="waiver"><b>${words.waiver}</b>: ${state.join(' · ')}</p><p>${reason} · ${approver} · ${document} · ${words.waived(from, until, verdicts.join(', '))}</p>`;
}
