import { NOISE } from '../../values/noise.ts';
import { SMALLEST_SLIP } from '../../values/slip.ts';
import { WINDOW } from '../../values/window.ts';
import type { Reduction } from '../reduction.ts';
import { type Table, textOf, trimmed } from './cells-sql.ts';
import { isKnownColumn, isSample, joinedColumns, joinedRules, mixedSql, wholeHalf } from './columns-sql.ts';
import type { Dialect } from './dialects.ts';
import { cellTests, NUMBER, nameTests, rangeTests } from './plain-sql.ts';
import { edgeColumns, rulesSql, sqlText } from './rules-sql.ts';

/**
 * The rows of a table that can matter, unchanged: a query for the engine where they lie. Like src/panel/reduce.ts it
 * keeps windows and extremes of plain series and all of any other; it may keep more, never less.
 */
export function reductionSql(dialect: Dialect, reduction: Reduction, table: Table): string {
  const printed = table.columns.map(column => printedCell(dialect, column));
  return `with rules as (
${rulesSql(reduction)}
), texts as (
${textsSql(dialect, table)}
), named as (
  select texts.*, ${trimmed(dialect, 'region', table)} as named_region, ${trimmed(dialect, 'indicator', table)} as series_indicator
  from texts
), keyed as (
  select named.*, case when named_region = '' then ${sqlText(reduction.region)} else named_region end as series_region,
    text_as_of as series_day
  from named
), mixed as (
${mixedSql(dialect, reduction, table)}
), ruled as (
  select keyed.*, ${['is_rising', 'fractions_up_to', 'side', 'after_day', 'whole', ...edgeColumns(reduction)].map(name => `rules.${name}`).join(', ')},
    case when ${plainTests(dialect, reduction, table).join('\n      and ')}
      then 1 else 0 end as is_plain${steppedCells(dialect)}
  from keyed left join rules
    on ${joinedRules(table)}
  left join mixed
    on ${joinedColumns(dialect, table)}
), placed as (
${placedSql(dialect, reduction, table)}
), compared as (
${comparedSql(edgeColumns(reduction))}
), judged as (
${JUDGED}
)
select ${printed.join(', ')}
from judged
where is_steady = 0
  or largest >= ${SMALLEST_SLIP} * smallest
  or smallest <= fractions_up_to
  or newest <= ${WINDOW}
  or best = 1
  or is_on_edge = 1${dialect.oneFile ? '\n  or is_sample = 1' : ''}
  or (is_rising = 1 and series_day > after_day)
`;
}

/** Of a row in a column whose whole numbers stand beside decimals: what they mean, and whether it is kept for that. */
const steppedCells = (dialect: Dialect): string =>
  dialect.oneFile ? `,\n    ${wholeHalf(dialect)} as whole_half,\n    ${isSample(dialect)} as is_sample` : '';

const quoted = ({ quote }: Dialect, column: string): string => `${quote}${column}${quote}`;

/** Columns whose decimals say how well a number is known. */
const QUANTITIES = ['value', 'rounded_to', 'tolerance'];

const isTidied = ({ printsZeros }: Dialect, column: string): boolean =>
  printsZeros !== undefined && QUANTITIES.includes(column);

/** As it is, or as the text that is known of it. */
const printedCell = (dialect: Dialect, column: string): string =>
  isTidied(dialect, column) ? `nullif(text_${column}, '') as ${quoted(dialect, column)}` : quoted(dialect, column);

function textsSql(dialect: Dialect, { name, columns }: Table): string {
  const texts = columns.map(column => `    ${textSql(dialect, column)} as text_${column}`);
  return `  select ${columns.map(column => `source.${quoted(dialect, column)}`).join(', ')},
${texts.join(',\n')}
  from ${name} source`;
}

/** A text stays as it is written; a number is written without zeros behind its point, as the reader of Parquet has it. */
function textSql(dialect: Dialect, column: string): string {
  const cell = `source.${quoted(dialect, column)}`;
  const text = `cast(${cell} as ${dialect.text})`;
  const plain = `coalesce(${text}, '')`;
  if (!isTidied(dialect, column)) return plain;
  const hasZeros = `${dialect.printsZeros?.(cell)} and ${dialect.matches(text, '-?[0-9]+[.][0-9]+')}`;
  return `case when ${hasZeros}
      then trim(trailing '.' from trim(trailing '0' from ${text})) else ${plain} end`;
}

/** Every row with its number, half a unit of its last decimal, and the stretch of its series that it stands in. */
function placedSql(dialect: Dialect, reduction: Reduction, table: Table): string {
  const point = dialect.position('text_value', "'.'");
  return `  select ruled.*,
    case when is_plain = 1 then ${dialect.toNumber('text_value')} end as number_value,
    case when is_plain = 0 or text_value = '0' then 0.0 when ${point} = 0 then ${dialect.oneFile ? 'whole_half' : 'whole / 2'}
      else 0.5 / power(10, length(text_value) - ${point}) end as half,
    case when ${knownTest(reduction, table)} then 1 else 0 end as is_known,
    ${passed(reduction)} as segment
  from ruled`;
}

const comparedSql = (edges: readonly string[]): string => `  select placed.*,
    case when is_plain = 1 and half > 0 and (${edges.map(onEdge).join(' or ') || '1 = 0'}) then 1 else 0 end as is_on_edge,
    case when max(series_day) over (
      partition by series_region, series_indicator order by series_day rows between 1 preceding and 1 preceding
    ) = series_day then 1 else 0 end as is_again,
    max(number_value - half) over (
      partition by series_region, series_indicator, is_known order by series_day
      rows between unbounded preceding and 1 preceding
    ) as least_before,
    row_number() over (
      partition by series_region, series_indicator, is_known, segment order by series_day desc
    ) as newest
  from placed`;

/** Engines differ in the last bit of a sum, so a number counts as on an edge, or as contradicting, if it may be. */
const onEdge = (edge: string): string => `abs(number_value - ${edge}) <= half + 0.00001`;

const CONTRADICTS = `(number_value + half < least_before + half / 100
        or (number_value - half <> least_before
          and abs(number_value - half - least_before) <= ${(2 * NOISE).toFixed(9)} * abs(least_before)))`;

const JUDGED = `  select compared.*,
    min(case when is_plain = 0 or is_again = 1 or (is_rising = 1 and is_on_edge = 1) then 0
      when is_rising = 1 and is_known = 1 and ${CONTRADICTS} then 0 else 1 end)
      over (partition by series_region, series_indicator) as is_steady,
    min(case when number_value <> 0 then abs(number_value) end)
      over (partition by series_region, series_indicator) as smallest,
    max(abs(number_value)) over (partition by series_region, series_indicator) as largest,
    row_number() over (
      partition by series_region, series_indicator, is_known, segment
      order by case when newest <= ${WINDOW} then 1 else 0 end, side * number_value - half desc, series_day desc
    ) as best
  from compared`;

/** A final figure of the whole, under its own date, of what every target means, with both ends plausible. */
function plainTests(dialect: Dialect, reduction: Reduction, table: Table): string[] {
  const { knownBy, regionsInSums, regionsWithStart } = reduction;
  const { isRuled, days, unit, others } = cellTests(dialect, reduction, table);
  const [sums, starts] = [regionsInSums, regionsWithStart].map(regions => regions.map(sqlText).join(', '));
  return [
    isRuled,
    isKnownColumn(dialect),
    dialect.matches('keyed.text_value', NUMBER),
    ...days,
    // Without a day of publication it may have been known or not, and both count.
    ...(knownBy === undefined ? [] : [`${textOf('published', table, 'keyed.')} <> ''`]),
    ...unit,
    ...nameTests(table),
    ...(sums === '' ? [] : [`not (rules.is_in_sums = 1 and keyed.series_region in (${sums}))`]),
    ...(starts === '' ? [] : [`keyed.series_region not in (${starts})`]),
    ...others,
    ...rangeTests(dialect, wholeHalf(dialect)),
  ];
}

function knownTest({ knownBy }: Reduction, table: Table): string {
  if (knownBy === undefined) return '1 = 1';
  return `${textOf('published', table)} <= ${sqlText(knownBy)}`;
}

function passed({ indicators }: Reduction): string {
  const days = [...new Set(Object.values(indicators).flatMap(each => each.turningDays))].toSorted();
  return days.map(day => `case when series_day > ${sqlText(day)} then 1 else 0 end`).join(' + ') || '0';
}
