import type { Share } from '../values/share.ts';
import { literal, name, type SqlSource } from './duckdb-columns.ts';
import type { Reduction } from './reduction.ts';
import { LAST_DAY, MOST_DIGITS, MOST_LAG, wordSql } from './words.ts';

/*
 * One scan gathers the figures of each series: a plain row becomes a word (src/panel/words.ts), any other its whole line.
 * What a row says beside its number and days is the key under which it is gathered, so that it is handed over once.
 */

/** The texts that the rows of a group share, in the order in which they are handed over. */
export const KEYS = ['region', 'indicator', 'unit', 'counts', 'publisher', 'title', 'url', 'note'] as const;

export type Key = (typeof KEYS)[number];

/** Those that some file has a column for; in all of its rows any other is empty. */
export const keysOf = (sources: readonly SqlSource[]): Key[] =>
  KEYS.filter(key => sources.some(({ columns }) => columns.includes(key)));

/** Columns that are no texts of their own in a plain row. */
const NUMBERED = ['value', 'as_of', 'published'];

/** The names that a row need not give, and the number of the last day that a figure may be of. */
export type Guard = Pick<Reduction, 'plan' | 'region'> & { readonly today: number };

/**
 * Groups of rows, of the regions whose names fall on this share: their keys, file and words; or, of a row that is no
 * plain one, its line.
 */
export function gatherSql(sources: readonly SqlSource[], plan: Guard, share: Share): string {
  const keys = [...keysOf(sources), 'file', 'line'].join(', ');
  return `
  select ${keys}, count(*)::double as n, list(word) as words, sum(bytes)::double as bytes
  from (${sources.map((source, file) => rowsOf(source, file, plan, share)).join(' union all ')})
  group by ${keys}`;
}

function rowsOf(source: SqlSource, file: number, guard: Guard, share: Share): string {
  const has = (column: string) => source.columns.includes(column);
  const dayOf = (column: string) => (has(column) ? source.day(column) : 'null::int');
  const keys = KEYS.map(column => `${has(column) ? source.text(column) : "''"} as ${name(`${column}_key`)}`);
  const word = wordSql('digits', 'decimals', 'day', 'published_day - day');
  return `
  select ${KEYS.map(column => `${name(`${column}_key`)} as ${column}`).join(', ')}, ${file} as file,
    case when is_plain then ${word} end as word, case when is_plain then null else ${source.line} end as line,
    ${source.bytes ?? '0'} as bytes
  from (
    select *, coalesce(${isPlain(source, guard)}, false) as is_plain
    from (
      select *, round(number * case decimals when 0 then 1 when 1 then 10 when 2 then 100 when 3 then 1000 end) as digits
      from (
        select *, ${keys.join(', ')}, ${source.number} as number, ${source.decimals} as decimals,
          ${dayOf('as_of')} as day, ${dayOf('published')} as published_day
        from ${source.from}
      )${share.of > 1 ? ` where ${isIn(share, guard.region)}` : ''}
    )
  )`;
}

/** Names that differ only in the spaces around them are of one region. */
function isIn({ index, of }: Share, own: string): string {
  const named = String.raw`regexp_replace(region_key, '[\s\x{b}\p{Z}\x{feff}]+', '', 'g')`;
  return `hash(coalesce(nullif(${named}, ''), ${literal(own)})) % ${of} = ${index}`;
}

/** A final figure of the whole, under its own date, that says nothing else which could matter. */
function isPlain(source: SqlSource, { plan, today }: Guard): string {
  const only = new Map([
    ['plan', plan],
    ['status', 'final'],
    ['scope', 'whole'],
    ['dated', 'stated'],
  ]);
  const free: readonly string[] = [...NUMBERED, ...KEYS];
  const tests = source.columns.flatMap(column => {
    if (free.includes(column)) return [];
    const own = only.get(column);
    return own === undefined ? [source.isEmpty(column)] : [`${source.text(column)} in ('', ${literal(own)})`];
  });
  const isPublished = `published_day - day between 0 and ${MOST_LAG} and ${source.isDay('published', 'published_day')}`;
  return [
    `abs(digits) < ${MOST_DIGITS}`,
    `day between 0 and ${Math.min(LAST_DAY, today)}`,
    ...(source.columns.includes('as_of') ? [source.isDay('as_of', 'day')] : []),
    ...(source.columns.includes('published') ? [`(${isPublished} or ${source.isEmpty('published')})`] : []),
    ...tests,
    source.isPlain,
  ].join(' and ');
}
