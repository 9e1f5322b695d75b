import type { Analysis, AnalysisObservation, Assessment } from '../../model/analysis.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { dayCell, type WorkbookCell, type WorkbookColumn } from './sheet.ts';

export interface EvidenceRow {
  readonly assessment: Assessment;
  readonly observation: AnalysisObservation;
  readonly use: string;
  readonly why: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly lang: Lang;
}

/** Every figure that concerns a target, used or set aside, with the reason. */
export function evidenceRows({ assessments, inputs }: Analysis, lang: Lang): EvidenceRow[] {
  const words = wordsIn(lang);
  const { used, setAside } = formatWordsIn(lang);
  const places = new Map(
    inputs.flatMap(({ path, observations }) => observations.map(({ id, line }) => [id, { file: path, line }] as const)),
  );
  return assessments.flatMap(assessment => {
    const row = (observation: AnalysisObservation, use: string, why: string): EvidenceRow => ({
      assessment,
      observation,
      use,
      why,
      ...(places.get(observation.id) ?? { file: null, line: null }),
      lang,
    });
    return [
      ...assessment.evidence.used.map(each => row(each.observation, used, words.used[each.reason])),
      ...assessment.evidence.setAside.map(each => row(each.observation, setAside, words.setAside[each.reason])),
    ];
  });
}

type EvidenceColumn = WorkbookColumn<EvidenceRow>;

const own = (
  name: EvidenceColumn['name'],
  cell: (observation: AnalysisObservation) => WorkbookCell,
  format?: EvidenceColumn['format'],
): EvidenceColumn => ({ name, cell: ({ observation }) => cell(observation), ...(format && { format }) });

export const evidenceColumns: readonly EvidenceColumn[] = [
  { name: 'id', cell: ({ assessment }) => assessment.target },
  { name: 'target', cell: ({ assessment, lang }) => assessment.title[lang] },
  { name: 'use', cell: ({ use }) => use },
  { name: 'why', cell: ({ why }) => why },
  own('indicator', ({ indicator }) => indicator),
  own('value', ({ value }) => value?.nominal ?? null, 'number'),
  own('low', ({ value }) => value?.low ?? null, 'number'),
  own('high', ({ value }) => value?.high ?? null, 'number'),
  own('text', ({ value }) => value?.text ?? null),
  own('asOf', ({ asOf }) => dayCell(asOf), 'date'),
  own('dated', ({ dated }) => dated),
  own('published', ({ published }) => dayCell(published), 'date'),
  own('region', ({ region }) => region),
  own('counts', ({ counts }) => counts),
  own('scope', ({ scope }) => (scope === 'whole' ? scope : scope.part)),
  own('status', ({ status }) => status),
  own('from', ({ flow }) => dayCell(flow?.from ?? null), 'date'),
  own('to', ({ flow }) => dayCell(flow?.to ?? null), 'date'),
  own('says', ({ says }) => says),
  own('against', ({ against }) => against),
  own('note', ({ note }) => note),
  own('publisher', ({ publisher }) => publisher),
  own('url', ({ url }) => url),
  { name: 'file', cell: ({ file }) => file },
  { name: 'line', cell: ({ line }) => line },
];
