import type { Analysis, Assessment } from '../model/analysis.ts';
import { type CsvCell, csvRecord } from './escape/csv.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { placesOf, type SourcePlace } from './places.ts';
import { stateOf } from './state.ts';
import type { Lang } from './words/words.ts';

interface PlacedAssessment {
  readonly analysis: Analysis;
  readonly assessment: Assessment;
  readonly place: SourcePlace;
  readonly lang: Lang;
}

/** A column that is a field of the assessment. */
const own = (
  name: string,
  cell: (assessment: Assessment) => CsvCell,
): readonly [name: string, cell: (row: PlacedAssessment) => CsvCell] => [name, row => cell(row.assessment)];

/** The names are part of the contract and the same in every language; lists stand between spaces. */
const columns: readonly (readonly [name: string, cell: (row: PlacedAssessment) => CsvCell])[] = [
  ['plan', ({ analysis }) => analysis.plan.id],
  ['as_of', ({ analysis }) => analysis.asOf],
  own('target', ({ target }) => target),
  ['title', ({ assessment, lang }) => assessment.title[lang]],
  own('indicator', ({ indicator }) => indicator),
  own('measure', ({ measure }) => measure),
  own('tasks', ({ tasks }) => tasks.join(' ')),
  own('region', ({ region }) => region),
  own('commitment', ({ commitment }) => commitment),
  own('comparator', ({ goal }) => goal.comparator),
  own('goal_value', ({ goal }) => goal.value),
  own('goal_low', ({ goal }) => goal.low),
  own('goal_high', ({ goal }) => goal.high),
  own('unit', ({ goal }) => goal.unit),
  own('by', ({ goal }) => goal.by),
  own('baseline', ({ baseline }) => baseline?.value ?? null),
  own('baseline_as_of', ({ baseline }) => baseline?.asOf ?? null),
  own('verdict', ({ verdict }) => verdict),
  own('severity', ({ severity }) => severity),
  own('state', stateOf),
  own('possible', ({ possible }) => possible.join(' ')),
  own('early', ({ early }) => early),
  own('derived', ({ derived }) => derived),
  own('judged_at', ({ at }) => at),
  own('value', ({ value }) => value?.nominal ?? null),
  own('value_low', ({ value }) => value?.low ?? null),
  own('value_high', ({ value }) => value?.high ?? null),
  own('value_bound', ({ value }) => value?.bound ?? null),
  own('value_text', ({ value }) => value?.text ?? null),
  own('value_as_of', ({ value }) => value?.asOf ?? null),
  own('gap', ({ gap }) => gap?.nominal ?? null),
  own('gap_low', ({ gap }) => gap?.low ?? null),
  own('gap_high', ({ gap }) => gap?.high ?? null),
  own('gap_percent', ({ gap }) => gap?.percent ?? null),
  own('planned', ({ planned }) => planned),
  own('completion', ({ completion }) => completion),
  own('schedule', ({ schedule }) => schedule),
  own('lead', ({ lead }) => lead),
  own('months_ahead', ({ monthsAhead }) => monthsAhead),
  own('pace', ({ pace }) => pace),
  own('needed_per_year', ({ neededPerYear }) => neededPerYear),
  own('achieved_per_year', ({ achievedPerYear }) => achievedPerYear),
  own('projected', ({ outlook }) => outlook?.value ?? null),
  own('projected_met_on', ({ outlook }) => outlook?.metOn ?? null),
  own('projected_verdict', ({ outlook }) => outlook?.verdict ?? null),
  own('method', ({ method }) => method),
  own('reasons', ({ reasons }) => reasons.map(({ code }) => code).join(' ')),
  own('deciding', ({ deciding }) => deciding?.code ?? null),
  own('gate', ({ gate }) => gate),
  own('change', ({ change }) => change),
  own('waiver', ({ waiver }) => waiver?.validity ?? null),
  own('waiver_until', ({ waiver }) => waiver?.until ?? null),
  own('waiver_reason', ({ waiver }) => waiver?.reason ?? null),
  ['file', ({ place }) => place.path],
  ['line', ({ place }) => place.line],
  own('fingerprint', ({ fingerprint }) => fingerprint),
  ['invented', ({ analysis, lang }) => inventedTexts(analysis, lang).join(' ') || null],
];

/** Of this version or an older one: its columns and no other. */
const names = columns.map(([name]) => name).join('|');
const header = new RegExp(
  `^plan,as_of,target,title,indicator,measure,tasks,region,commitment,comparator,goal_value(?:,(?:${names}))*\\r?\\n`,
);

/** One target a row (RFC 4180). */
export const csv: Format = {
  mark: { begins: header },
  render: (analysis, { lang }) => {
    const placeOf = placesOf(analysis);
    const rows = analysis.assessments.map(assessment => {
      const row = { analysis, assessment, place: placeOf(assessment), lang };
      return columns.map(([, cell]) => cell(row));
    });
    return [columns.map(([name]) => name), ...rows].map(csvRecord).join('');
  },
};
