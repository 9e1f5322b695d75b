import type { Analysis, AnalysisObservation, Assessment } from '../../model/analysis.ts';
import { placeText } from '../../values/place.ts';
import { isWebLink } from '../escape/html.ts';
import { peculiarTexts } from '../explain/peculiar.ts';
import { explainWordsIn } from '../explain/pen.ts';
import { formatNumber } from '../layout/numbers.ts';
import { endsShown } from '../layout/whole.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { type Content, html, type Markup } from './markup.ts';

/** The place of each figure in the files that were read. */
export type FigurePlaces = ReadonlyMap<number, string>;

export const placesIn = ({ inputs }: Analysis): FigurePlaces =>
  new Map(
    inputs.flatMap(({ path, observations }) =>
      observations.map(({ id, ...spot }) => [id, placeText(path, spot)] as const),
    ),
  );

export interface EvidencePen {
  readonly lang: Lang;
  readonly words: PageWords;
  readonly places: FigurePlaces;
}

interface EvidenceEntry {
  readonly observation: AnalysisObservation;
  readonly isUsed: boolean;
  readonly why: string;
}

/** Every figure that concerns a target, those used first, each with its source and place. */
export function evidenceTable(assessment: Assessment, pen: EvidencePen): Markup {
  const { used, setAside } = wordsIn(pen.lang);
  const { evidence, indicator, region, whole } = assessment;
  const entries: EvidenceEntry[] = [
    ...evidence.used.map(({ observation, reason, claimIgnored }) => ({
      observation,
      isUsed: true,
      why: claimIgnored ? `${used[reason]}; ${wordsIn(pen.lang).table.claimIgnored}` : used[reason],
    })),
    ...newestFirst(evidence.setAside).map(({ observation, reason }) => ({
      observation,
      isUsed: false,
      why: setAside[reason],
    })),
  ];
  return table(entries, { indicator, region, whole }, pen);
}

/** Of figures that belong to no target of the plan each says of what it is. */
export const unusedTable = ({ forNoTarget, region }: Analysis, pen: EvidencePen): Markup =>
  table(
    forNoTarget.map(({ observation }) => ({ observation, isUsed: false, why: '' })),
    { indicator: null, region, whole: false },
    pen,
  );

const newestFirst = <T extends { readonly observation: AnalysisObservation }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) =>
    a.observation.asOf < b.observation.asOf ? 1 : a.observation.asOf > b.observation.asOf ? -1 : 0,
  );

type EvidenceSubject = Pick<Assessment, 'region' | 'whole'> & { readonly indicator: string | null };

function table(entries: readonly EvidenceEntry[], subject: EvidenceSubject, pen: EvidencePen): Markup {
  const { evidence, evidenceColumns } = pen.words;
  const { day, figure, what, source, use } = evidenceColumns;
  const hasUse = entries.some(({ why }) => why !== '');
  const heads = [day, figure, what, source, ...(hasUse ? [use] : [])];
  return html`<table class="evidence"><caption>${evidence(entries.length)}</caption><thead><tr>${heads.map(
    head => html`<th>${head}`,
  )}<tbody>${entries.map(entry => row(entry, subject, hasUse, pen))}</table>`;
}

/** Of thousands of rows the ends of cells are left out, as HTML allows. */
function row(
  { observation, isUsed, why }: EvidenceEntry,
  subject: EvidenceSubject,
  hasUse: boolean,
  pen: EvidencePen,
): Markup {
  const { asOf } = observation;
  return html`<tr${isUsed ? html` class="used"` : null}><th scope="row">${asOf}<td>${figureOf(observation, subject.whole)}<td>${aboutOf(observation, subject, pen)}<td>${sourceOf(observation, pen)}${
    hasUse ? html`<td>${why}` : null
  }`;
}

/** As it was printed, and what that allows. */
function figureOf({ value, says }: AnalysisObservation, isWhole: boolean): Content {
  if (!value) return says === null ? '–' : html`<q>${says}</q>`;
  const { low, high } = endsShown(value, isWhole);
  const isExact = low !== null && low === high && formatNumber(low) === value.text;
  if (isExact) return value.text;
  const range = [low, high].map(end => (end === null ? '…' : formatNumber(end)));
  return html`${value.text} <small>${low === high ? (range[0] ?? '') : range.join('–')}</small>`;
}

/** What it counts, of which region and part, and how it came about. */
function aboutOf(observation: AnalysisObservation, subject: EvidenceSubject, { lang }: EvidencePen): Content {
  const { note, says, value } = observation;
  const said = peculiarTexts(observation, subject, explainWordsIn(lang), counts => counts);
  const quoted = value && says !== null ? html` <q>${says}</q>` : null;
  return html`${said.join(' · ')}${quoted}${note === null ? null : html` <small>${note}</small>`}`;
}

function sourceOf({ id, publisher, published, url }: AnalysisObservation, { places }: EvidencePen): Content {
  const name = publisher ?? url ?? '';
  const isLink = url !== null && isWebLink(url);
  const linked = isLink ? html`<a href="${url}">${name}</a>` : name;
  const place = places.get(id);
  return html`${linked}${published === null ? null : ` ${published}`}${
    place === undefined ? null : html` <small>${place}</small>`
  }`;
}
