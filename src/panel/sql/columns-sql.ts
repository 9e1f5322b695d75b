import type { Reduction } from '../reduction.ts';
import { type Table, textOf, trimmed } from './cells-sql.ts';
import type { Dialect } from './dialects.ts';
import { cellTests, nameTests, rangeTests } from './plain-sql.ts';
import { sqlText } from './rules-sql.ts';

/*
 * Columns in which whole numbers stand beside decimals (src/input/report/column-steps.ts): what the whole ones mean hangs
 * on the fewest decimals of all. The query works them out as the reader does, and keeps one row that has them, so that
 * what is left says the same. Of a column that it cannot be sure of it leaves all.
 */

/** What tells one column of figures from another, beside the indicator. */
const COLUMN = ['publisher', 'counts'];

const keysOf = (dialect: Dialect, table: Table, from = ''): string[] =>
  COLUMN.map(name => trimmed(dialect, name, table, from));

export const joinedColumns = (dialect: Dialect, table: Table): string =>
  `keyed.series_indicator = mixed.mixed_indicator and ${keysOf(dialect, table, 'keyed.')
    .map((key, index) => `${key} = mixed.mixed_${COLUMN[index]}`)
    .join(' and ')}`;

export function mixedSql(dialect: Dialect, reduction: Reduction, table: Table): string {
  return dialect.oneFile ? steppedSql(dialect, dialect.oneFile.today, reduction, table) : anyMixedSql(dialect, table);
}

function anyMixedSql(dialect: Dialect, table: Table): string {
  const keys = keysOf(dialect, table);
  const isDecimal = `case when ${dialect.position('text_value', "'.'")} > 0 then 1 else 0 end`;
  const names = NAMES.join(', ');
  const named = COLUMN.map((name, index) => `${keys[index]} as mixed_${name}`);
  return `  select ${names}, 1 as is_mixed
  from (select series_indicator as mixed_indicator, ${named.join(', ')}, ${isDecimal} as is_decimal
    from keyed where text_value not in ('', '0')) cells
  group by ${names}
  having min(is_decimal) < max(is_decimal)`;
}

const NAMES = ['mixed_indicator', ...COLUMN.map(name => `mixed_${name}`)];

/** A number that cannot have fewer decimals than it shows, whatever it is. */
const SHOWN = '-?[1-9][0-9]{0,9}([.][0-9]{1,9})?|0([.][0-9]{1,9})?';

/** A row by how many decimals it has, up to three; any other row sorts behind all of these. By its day and its region it is found again. */
const sampleOf = (dialect: Dialect): string => `concat(${decimalsOf(dialect)}, text_as_of, series_region)`;

function decimalsOf(dialect: Dialect): string {
  const point = dialect.position('text_value', "'.'");
  const cases = [1, 2, 3].map(
    count => `when ${point} > 0 and length(text_value) - ${point} = ${count} then '${count}'`,
  );
  return `case ${cases.join(' ')} else '9' end`;
}

function steppedSql(dialect: Dialect, today: string, reduction: Reduction, table: Table): string {
  const names = NAMES.join(', ');
  const keys = keysOf(dialect, table, 'keyed.').map((key, index) => `${key} as mixed_${COLUMN[index]}`);
  const { isRuled, unit } = cellTests(dialect, reduction, table);
  const matches = (form: string) => dialect.matches('text_value', form);
  const point = `${dialect.position('text_value', "'.'")} > 0`;
  return `  select ${names}, 1 as is_mixed, max(is_odd) as is_left, min(sample) as fewest
  from (select ${names},
      case when ${point} then 1 else 0 end as has_point,
      case when ${point} or text_value in ('', '0') then 0 else 1 end as is_whole,
      case when text_value = '' then 1 - is_sure when not ${matches(SHOWN)} then 1
        when is_own_unit = 1 and (is_sure = 1 or not ${point}) then 0 else 1 end as is_odd,
      ${sampleOf(dialect)} as sample
    from (select keyed.series_indicator as mixed_indicator, ${keys.join(', ')}, keyed.text_value, keyed.text_as_of, keyed.series_region,
        case when ${[isRuled, ...unit].join(' and ')} then 1 else 0 end as is_own_unit,
        case when ${sureTests(dialect, today, reduction, table).join('\n          and ')}
          then 1 else 0 end as is_sure
      from keyed left join rules on ${joinedRules(table)}) looked_at) cells
  group by ${names}
  having max(has_point) = 1 and max(is_whole) = 1`;
}

export const joinedRules = (table: Table): string =>
  `keyed.series_indicator = rules.rule_indicator and ${textOf('counts', table, 'keyed.')} = rules.rule_counts`;

/** What no reader refuses, or reads otherwise: the fewest decimals of a column are to be those of rows that count. */
function sureTests(dialect: Dialect, today: string, reduction: Reduction, table: Table): string[] {
  const { isRuled, days, unit, others } = cellTests(dialect, reduction, table);
  const { region, regions } = reduction;
  const listed = `keyed.series_region in (${[...new Set([region, ...regions])].map(sqlText).join(', ')})`;
  const isNamed = regions.length > 0 ? listed : `(${listed} or ${dialect.matches('keyed.series_region', ASCII_NAME)})`;
  return [
    ...[isRuled, ...days, `keyed.text_as_of <= ${today}`, ...unit, ...nameTests(table), isNamed, ...others],
    ...rangeTests(dialect, '0.5'),
  ];
}

/** Of the names that a region may have, those that every engine's patterns know. */
const ASCII_NAME = '[A-Za-z0-9][A-Za-z0-9._-]*';

/** Whether it is known what the whole numbers of the column of a row mean. */
export const isKnownColumn = ({ oneFile }: Dialect): string =>
  oneFile ? "coalesce(mixed.is_left, 0) = 0 and coalesce(mixed.fewest, '1') < '4'" : 'coalesce(mixed.is_mixed, 0) = 0';

/** Half a unit of the last digit of a whole number. */
export const wholeHalf = ({ oneFile }: Dialect): string =>
  oneFile
    ? `case when coalesce(mixed.is_mixed, 0) = 0 then rules.whole / 2 when mixed.fewest < '2' then 0.05
      when mixed.fewest < '3' then 0.005 else 0.0005 end`
    : 'rules.whole / 2';

/** Whether a row is the one by which the fewest decimals of its column are known. */
export const isSample = (dialect: Dialect): string =>
  `case when coalesce(mixed.is_mixed, 0) = 1 and ${sampleOf(dialect)} = mixed.fewest then 1 else 0 end`;
