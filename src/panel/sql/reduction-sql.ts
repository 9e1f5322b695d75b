import { NOISE } from '../../values/noise.ts';
import { SMALLEST_SLIP } from '../../values/slip.ts';
import { WINDOW } from '../../values/window.ts';
import type { Reduction } from '../reduction.ts';
import type { Dialect } from './dialects.ts';
import { edgeColumns, rulesSql, sqlText } from './rules-sql.ts';

export interface Table {
  /** As the engine names it: it stands in the text as it is. */
  readonly name: string;
  readonly columns: readonly string[];
}

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
${mixedSql(dialect, table)}
), ruled as (
  select keyed.*, ${['is_rising', 'fractions_up_to', 'side', 'after_day', 'whole', ...edgeColumns(reduction)].map(name => `rules.${name}`).join(', ')},
    case when ${plainTests(dialect, reduction, table).join('\n      and ')}
      then 1 else 0 end as is_plain
  from keyed left join rules
    on keyed.series_indicator = rules.rule_indicator and ${textOf('counts', table, 'keyed.')} = rules.rule_counts
  left join mixed
    on keyed.series_indicator = mixed.mixed_indicator and ${COLUMN.map(name => `${trimmed(dialect, name, table, 'keyed.')} = mixed.mixed_${name}`).join(' and ')}
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
  or is_on_edge = 1
  or (is_rising = 1 and series_day > after_day)
`;
}

/** What tells one column of figures (src/input/report/column-steps.ts) from another, beside the indicator. */
const COLUMN = ['publisher', 'counts'];

/** Columns in which whole numbers may stand beside decimals: what the whole ones mean depends on all of them. */
function mixedSql(dialect: Dialect, table: Table): string {
  const keys = COLUMN.map(name => trimmed(dialect, name, table));
  const isDecimal = `case when ${dialect.position('text_value', "'.'")} > 0 then 1 else 0 end`;
  const names = ['mixed_indicator', ...COLUMN.map(name => `mixed_${name}`)].join(', ');
  const named = COLUMN.map((name, index) => `${keys[index]} as mixed_${name}`);
  return `  select ${names}, 1 as is_mixed
  from (select series_indicator as mixed_indicator, ${named.join(', ')}, ${isDecimal} as is_decimal
    from keyed where text_value not in ('', '0')) cells
  group by ${names}
  having min(is_decimal) < max(is_decimal)`;
}

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
    case when is_plain = 0 or text_value = '0' then 0.0 when ${point} = 0 then whole / 2
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

const textOf = (name: string, { columns }: Table, from = ''): string =>
  columns.includes(name) ? `${from}text_${name}` : "''";

/** All that the reader of a table trims of a cell. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const trimmed = (dialect: Dialect, name: string, table: Table, from = ''): string =>
  table.columns.includes(name) ? dialect.trim(`${from}text_${name}`, SPACES) : "''";

const NUMBER = '-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?';
const DAY = '(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';

/** A final figure of the whole, under its own date, of what every target means, with both ends plausible. */
function plainTests(dialect: Dialect, reduction: Reduction, table: Table): string[] {
  const { plan, knownBy, regionsInSums, regionsWithStart } = reduction;
  const only = new Map([
    ['plan', plan],
    ['status', 'final'],
    ['scope', 'whole'],
    ['dated', 'stated'],
  ]);
  const day = 'keyed.text_as_of';
  const published = textOf('published', table, 'keyed.');
  const unit = textOf('unit', table, 'keyed.');
  const rest = table.columns.flatMap(name => {
    if (only.has(name)) return [`keyed.text_${name} in ('', ${sqlText(only.get(name) ?? '')})`];
    return FREE.includes(name) ? [] : [`keyed.text_${name} = ''`];
  });
  const [sums, starts] = [regionsInSums, regionsWithStart].map(regions => regions.map(sqlText).join(', '));
  return [
    // An engine may give an empty text in the place of null for what a join does not find.
    `keyed.series_indicator <> '' and rules.rule_indicator = keyed.series_indicator`,
    'coalesce(mixed.is_mixed, 0) = 0',
    dialect.matches('keyed.text_value', NUMBER),
    dayTest(dialect, day),
    ...(published === "''"
      ? []
      : [`(${published} = '' or (${published} >= ${day} and ${dayTest(dialect, published)}))`]),
    // Without a day of publication it may have been known or not, and both count.
    ...(knownBy === undefined ? [] : [`${published} <> ''`]),
    ...(unit === "''" ? [] : [`${unit} in ('', rules.rule_unit)`]),
    `keyed.text_indicator = keyed.series_indicator`,
    ...(table.columns.includes('region') ? [`keyed.text_region in ('', keyed.series_region)`] : []),
    ...(sums === '' ? [] : [`not (rules.is_in_sums = 1 and keyed.series_region in (${sums}))`]),
    ...(starts === '' ? [] : [`keyed.series_region not in (${starts})`]),
    ...rest,
    ...rangeTests(dialect),
  ];
}

/** What says nothing for or against a figure, or is looked at by a test of its own. */
const FREE = [
  'indicator',
  'region',
  'value',
  'as_of',
  'published',
  'unit',
  'counts',
  'publisher',
  'title',
  'url',
  'note',
];

/** Half a unit at most lies between a number and the ends of what it allows. */
function rangeTests(dialect: Dialect): string[] {
  const number = dialect.toNumber(
    `case when ${dialect.matches('keyed.text_value', NUMBER)} then keyed.text_value else '0' end`,
  );
  const half = `case when ${dialect.position('keyed.text_value', "'.'")} = 0 then rules.whole / 2 else 0.05 end`;
  return [`${number} - ${half} >= rules.least`, `${number} + ${half} <= rules.most`];
}

/** A day of the calendar: the length of its month is told by texts alone, which all engines compare alike. */
function dayTest(dialect: Dialect, day: string): string {
  const leap = Array.from({ length: 25 }, (_, index) => `'${String(index * 4).padStart(2, '0')}'`).join(', ');
  const longest = `case when substring(${day}, 6, 2) in ('04', '06', '09', '11') then '30'
        when substring(${day}, 6, 2) <> '02' then '31'
        when substring(${day}, 3, 2) in (${leap}) and ${day} >= '1904' then '29' else '28' end`;
  return `length(${day}) = 10 and ${dialect.matches(day, DAY)} and substring(${day}, 9, 2) <= ${longest}`;
}

function knownTest({ knownBy }: Reduction, table: Table): string {
  if (knownBy === undefined) return '1 = 1';
  return `${textOf('published', table)} <= ${sqlText(knownBy)}`;
}

function passed({ indicators }: Reduction): string {
  const days = [...new Set(Object.values(indicators).flatMap(each => each.turningDays))].toSorted();
  return days.map(day => `case when series_day > ${sqlText(day)} then 1 else 0 end`).join(' + ') || '0';
}
