import type { Assessment } from '../../model/analysis.ts';
import { comparatorSigns, printedNumber } from '../../model/goal.ts';
import { decidingText, reasonsText, stateFacts, unitIn } from '../message.ts';
import type { SourcePlace } from '../places.ts';
import { formatWordsIn } from '../words/formats-registry.ts';
import { wordsIn } from '../words/registry.ts';
import { type Lang, possibleWords, verdictWords } from '../words/words.ts';
import { dayCell, type WorkbookCell, type WorkbookColumn } from './sheet.ts';

export interface GapRow {
  readonly assessment: Assessment;
  readonly task: string;
  readonly measure: string;
  readonly place: SourcePlace;
  readonly lang: Lang;
}

type GapColumn = WorkbookColumn<GapRow>;

const own = (
  name: GapColumn['name'],
  cell: (assessment: Assessment, lang: Lang) => WorkbookCell,
  format?: GapColumn['format'],
): GapColumn => ({ name, cell: ({ assessment, lang }) => cell(assessment, lang), ...(format && { format }) });

const whatIsAsked: readonly GapColumn[] = [
  { name: 'task', cell: ({ task }) => task },
  { name: 'measure', cell: ({ measure }) => measure },
  own('target', ({ title }, lang) => title[lang]),
  own('id', ({ target }) => target),
  own('indicator', ({ indicator }) => indicator),
  own('region', ({ region }) => region),
  own('commitment', ({ commitment }) => commitment),
  own('comparator', ({ goal }) => comparatorSigns[goal.comparator]),
  own('goal', ({ goal }) => printedNumber(goal), 'number'),
  own('unit', ({ goal }, lang) => unitIn(lang, goal)),
  own('by', ({ goal }) => dayCell(goal.by), 'date'),
];

const whatIsKnown: readonly GapColumn[] = [
  own('value', ({ value }) => value?.nominal ?? null, 'number'),
  own('low', ({ value }) => value?.low ?? null, 'number'),
  own('high', ({ value }) => value?.high ?? null, 'number'),
  own('bound', ({ value }) => value?.bound ?? null),
  own('text', ({ value }) => value?.text ?? null),
  own('asOf', ({ value }) => dayCell(value?.asOf ?? null), 'date'),
  own('gap', ({ gap }) => gap?.nominal ?? null, 'number'),
  own('gapLow', ({ gap }) => gap?.low ?? null, 'number'),
  own('gapHigh', ({ gap }) => gap?.high ?? null, 'number'),
  own('gapPercent', ({ gap }) => gap?.percent ?? null, 'number'),
  own('done', ({ completion }) => completion, 'share'),
  own('schedule', ({ schedule }) => schedule, 'share'),
  own('lead', ({ lead }) => lead, 'share'),
  own('months', ({ monthsAhead }) => monthsAhead, 'number'),
  own('pace', ({ pace }) => pace, 'number'),
  own('needed', ({ neededPerYear }) => neededPerYear, 'number'),
  own('achieved', ({ achievedPerYear }) => achievedPerYear, 'number'),
  own('projected', ({ outlook }) => outlook?.value ?? null, 'number'),
  own('metOn', ({ outlook }) => dayCell(outlook?.metOn ?? null), 'date'),
];

const whatFollows: readonly GapColumn[] = [
  own('verdict', (assessment, lang) => verdictWords(wordsIn(lang), assessment)),
  own('code', ({ verdict }) => verdict),
  own('severity', ({ severity }) => severity),
  own('inForce', ({ inForce }, lang) => formatWordsIn(lang)[inForce ? 'yes' : 'no']),
  own('possible', ({ possible }, lang) => possibleWords(wordsIn(lang), possible).join(', ')),
  own('reasons', (assessment, lang) => reasonsText(assessment, lang) || null),
  own('deciding', decidingText),
  own('method', ({ method }) => method),
  own('waiver', (assessment, lang) => stateFacts(assessment, lang).join('; ') || null),
  { name: 'file', cell: ({ place }) => place.path },
  { name: 'line', cell: ({ place }) => place.line },
  own('fingerprint', ({ fingerprint }) => fingerprint),
];

export const gapColumns: readonly GapColumn[] = [...whatIsAsked, ...whatIsKnown, ...whatFollows];
