import type { Reduction } from '../reduction.ts';
import { type Table, textOf } from './cells-sql.ts';
import type { Dialect } from './dialects.ts';
import { sqlText } from './rules-sql.ts';

export const NUMBER = '-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?';
const DAY = '(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';

/** A figure of an indicator with a rule, in its unit. */
export interface CellTests {
  readonly isRuled: string;
  /** Its days, as far as the table has them. */
  readonly days: readonly string[];
  readonly unit: readonly string[];
  /** A final figure of the whole, under its own date, named as its plan names it; it says nothing else. */
  readonly others: readonly string[];
}

/** What the cells of a row have to be, beside its number. */
export function cellTests(dialect: Dialect, { plan }: Pick<Reduction, 'plan'>, table: Table): CellTests {
  const only = new Map([
    ['plan', plan],
    ['status', 'final'],
    ['scope', 'whole'],
    ['dated', 'stated'],
  ]);
  const day = 'keyed.text_as_of';
  const published = textOf('published', table, 'keyed.');
  const unit = textOf('unit', table, 'keyed.');
  const others = table.columns.flatMap(name => {
    if (only.has(name)) return [`keyed.text_${name} in ('', ${sqlText(only.get(name) ?? '')})`];
    return FREE.includes(name) ? [] : [`keyed.text_${name} = ''`];
  });
  return {
    // An engine may give an empty text in the place of null for what a join does not find.
    isRuled: `keyed.series_indicator <> '' and rules.rule_indicator = keyed.series_indicator`,
    days: [
      dayTest(dialect, day),
      ...(published === "''"
        ? []
        : [`(${published} = '' or (${published} >= ${day} and ${dayTest(dialect, published)}))`]),
    ],
    unit: unit === "''" ? [] : [`${unit} in ('', rules.rule_unit)`],
    others,
  };
}

/** Its names are written without anything around them. */
export const nameTests = (table: Table): string[] => [
  `keyed.text_indicator = keyed.series_indicator`,
  ...(table.columns.includes('region') ? [`keyed.text_region in ('', keyed.series_region)`] : []),
];

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

/**
 * Half a unit at most lies between a number and the ends of what it allows.
 *
 * @param half half a unit of the last digit of a whole number
 */
export function rangeTests(dialect: Dialect, half: string): string[] {
  const number = dialect.toNumber(
    `case when ${dialect.matches('keyed.text_value', NUMBER)} then keyed.text_value else '0' end`,
  );
  const around = `case when ${dialect.position('keyed.text_value', "'.'")} = 0 then ${half} else 0.05 end`;
  return [`${number} - ${around} >= rules.least`, `${number} + ${around} <= rules.most`];
}

/** A day of the calendar: the length of its month is told by texts alone, which all engines compare alike. */
function dayTest(dialect: Dialect, day: string): string {
  const leap = Array.from({ length: 25 }, (_, index) => `'${String(index * 4).padStart(2, '0')}'`).join(', ');
  const longest = `case when substring(${day}, 6, 2) in ('04', '06', '09', '11') then '30'
        when substring(${day}, 6, 2) <> '02' then '31'
        when substring(${day}, 3, 2) in (${leap}) and ${day} >= '1904' then '29' else '28' end`;
  return `length(${day}) = 10 and ${dialect.matches(day, DAY)} and substring(${day}, 9, 2) <= ${longest}`;
}
