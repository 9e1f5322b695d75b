import type { Indicator, Plan, Region } from '../model/plan.ts';
import { dayNumber } from '../values/day.ts';
import { literal, name, type Source } from './duckdb-source.ts';
import { SCALE } from './plain-quantity.ts';
import type { IndicatorReduction, Reduction } from './reduction.ts';
import { MAX_RATIO, SMALL, WINDOW } from './series.ts';

/*
 * Two scans instead of a sort of all rows. The first reduces each series to what is needed to know whether it can be
 * thinned and which days of it are kept; the second fetches those rows. It may keep more than src/panel/reduce.ts does,
 * never less: a series that it cannot judge with certainty is kept whole.
 */

const DAY_BITS = 65_536;
/** Segments of figures that are known are numbered from here. */
const KNOWN = 1_000_000;
/** Days of a bit mask of 28-day steps: no two figures a month apart share a bit. */
const MASK_DAYS = 3_500;
export const SEPARATOR = 31;

/** What a row says beside its number and days, in the order in which it is handed over. */
export const SAID = ['counts', 'publisher', 'title', 'url', 'note'] as const;
const NUMBERED = ['indicator', 'region', 'value', 'as_of', 'published'];

/** The columns that any of the files has, under which each gives its texts. */
const columnsOf = (sources: readonly Source[]): string[] => [
  ...new Set([...NUMBERED, ...sources.flatMap(({ columns }) => columns)]),
];

/** The rows of all files as texts under one set of names. */
function textsOf(sources: readonly Source[]): string {
  const columns = columnsOf(sources);
  const ofFile = (source: Source, file: number) => {
    const texts = columns.map(
      column => `${source.columns.includes(column) ? source.text(column) : "''"} as ${name(column)}`,
    );
    return `select ${texts.join(', ')}, ${source.line ?? 'null'} as line, ${source.isPlain} as can_be_plain,
      ${file} as file_number from ${source.from}`;
  };
  return sources.map(ofFile).join(' union all ');
}

const DECIMALS = `case when contains(value, '.') then length(value) - instr(value, '.') else 0 end`;
const NUMBER = String.raw`-?[1-9][0-9]{0,9}(\.[0-9]{1,3})?|0(\.[0-9]{1,3})?`;

/** A final figure of the whole, under its own date, that says nothing else which could matter. */
function isPlain(sources: readonly Source[], plan: string): string {
  const columns = columnsOf(sources);
  const only = new Map([
    ['plan', plan],
    ['status', 'final'],
    ['scope', 'whole'],
    ['dated', 'stated'],
  ]);
  const free: readonly string[] = [...NUMBERED, ...SAID, 'unit'];
  const tests = columns.flatMap(column => {
    const text = name(column);
    if (only.has(column)) return [`${text} in ('', ${literal(only.get(column) ?? '')})`];
    return free.includes(column) ? [] : [`${text} = ''`];
  });
  const said = SAID.filter(column => columns.includes(column)).map(name);
  return [
    `regexp_full_match(value, '${NUMBER}')`,
    `dy between 0 and ${DAY_BITS - 1} and (date '1970-01-01' + dy)::varchar = as_of`,
    `(published = '' or (pub between dy and ${DAY_BITS - 1} and (date '1970-01-01' + pub)::varchar = published))`,
    ...tests,
    ...said.flatMap(text => [`not contains(${text}, chr(${SEPARATOR}))`, `not contains(${text}, '"')`]),
    'can_be_plain',
  ].join(' and ');
}

/** Every row with its number, its day and the stretch of its series that it stands in. */
function figuresOf(sources: readonly Source[], { plan, knownBy, indicators }: Reduction): string {
  const days = [...new Set(Object.values(indicators).flatMap(each => each.turningDays))].toSorted();
  const passed = days.map(day => `(as_of > ${literal(day)})::int`).join(' + ') || '0';
  const known =
    knownBy === null ? String(KNOWN) : `(published <> '' and published <= ${literal(knownBy)})::int * ${KNOWN}`;
  const less = Object.entries(indicators).flatMap(([id, rule]) => (rule.easiest?.side === 'less' ? [literal(id)] : []));
  const sign = less.length > 0 ? `case when indicator in (${less.join(', ')}) then -1 else 1 end` : '1';
  return `
    select *, ${sign} * v - half as surely, ${sign} * v + half as maybe,
      case when ok then ${known} + (dy // ${MASK_DAYS}) * 1000 + ${passed} else -1 end as segment
    from (
      select *, case when ok then (value::double * ${SCALE})::bigint end as v,
        case ${DECIMALS} when 0 then 0 when 1 then ${SCALE / 20} when 2 then ${SCALE / 200} else ${SCALE / 2000} end as half
      from (
        select *, coalesce(${isPlain(sources, plan)}, false) as ok
        from (
          select *, (try_cast(as_of as date) - date '1970-01-01')::int as dy, (try_cast(published as date) - date '1970-01-01')::int as pub
          from (${textsOf(sources)})
        )
      )
    )`;
}

const list = (texts: readonly (string | null)[]): string =>
  `[${texts.map(text => (text === null ? "''" : literal(text))).join(', ')}]::varchar[]`;

/** What is asked of the rows of an indicator, whether or not its series can be thinned. */
function rulesOf({ indicators }: Plan, { indicators: reductions }: Reduction): string {
  const rows = Object.entries(indicators).map(([id, indicator], number) => {
    const rule = reductions[id];
    return `(${[number, literal(id), ...ruleCells(indicator), ...thinningCells(rule)].join(', ')})`;
  });
  return `select * from (values ${rows.join(', ')}) as rules(indicator_number, indicator, unit, definitions, least, most,
    can_thin, meant, is_monotone, easiest, in_sums, deadline)`;
}

const ruleCells = ({ unit, counts, plausible: { min, max } }: Indicator): string[] => [
  literal(unit),
  list([null, ...Object.keys(counts)]),
  min === undefined ? '-1e300' : `${min}::double`,
  max === undefined ? '1e300' : `${max}::double`,
];

function thinningCells(rule: IndicatorReduction | undefined): string[] {
  if (!rule) return ['false', '[]::varchar[]', 'false', 'null::double', 'false', '0'];
  const { meant, isMonotone, easiest, isInSums, firstDeadline } = rule;
  const sign = easiest?.side === 'less' ? -1 : 1;
  const deadline = firstDeadline === null ? DAY_BITS : dayNumber(firstDeadline);
  return [
    'true',
    list(meant),
    String(isMonotone),
    easiest ? `${sign * easiest.value}::double` : 'null::double',
    String(isInSums),
    String(deadline),
  ];
}

const regionIds = (regions: readonly Region[]): string[] =>
  regions.flatMap(({ id, parts }) => [id, ...regionIds(parts)]);

/** One line for each series and segment: what its rows are together. */
export function segmentsSql(sources: readonly Source[], reduction: Reduction): string {
  const columns = columnsOf(sources);
  const isUniform = ['unit', 'counts']
    .filter(column => columns.includes(column))
    .map(column => `min(${column}) = max(${column})`);
  const doubts = sources.map(({ doubt }) => `coalesce(${doubt}, false)`).join(' or ');
  return `
  create temp table segments as
  select region as raw_region, indicator as raw_indicator, segment, count(*) as n,
    bool_or(case when ok then false else ${doubts} end) as doubt, ${isUniform.join(' and ') || 'true'} as is_uniform,
    ${columns.includes('unit') ? 'min(unit)' : "''"} as unit, ${columns.includes('counts') ? 'min(counts)' : "''"} as counts,
    min(v - half) as low, max(v + half) as high, max(dy, ${WINDOW}) as days,
    bit_count(bit_or(case when ok then 1::hugeint << ((dy % ${MASK_DAYS}) // 28) end)) as months,
    max(surely * ${DAY_BITS} + dy, 2) as surest, max(maybe * ${DAY_BITS} + dy, 2) as likeliest
  from (${figuresOf(sources, reduction)})
  group by region, indicator, segment`;
}

/** What is kept of each segment: all of it, or the days of its window and of its extremes. */
export function keptSql(plan: Plan, reduction: Reduction, most: number): string {
  const windows = windowColumns(most);
  const known = regionIds(plan.regions);
  const isKnown = known.length > 0 ? `region in (${known.map(literal).join(', ')})` : 'true';
  const sums = reduction.regionsInSums;
  const isInSum = sums.length > 0 ? `in_sums and region in (${sums.map(literal).join(', ')})` : 'false';
  return `
  create temp table kept as
  with keyed as (
    select *, coalesce(nullif(trim(raw_region, ${SPACES}), ''), ${literal(reduction.region)}) as region,
      trim(raw_indicator, ${SPACES}) as indicator
    from segments
  ), ruled as (
    select keyed.*, rules.* exclude (indicator, unit), segment >= ${KNOWN} as is_known,
      is_monotone and days[1] > deadline as is_after,
      segment >= 0 and indicator_number is not null and is_uniform and list_contains(definitions, counts)
        and keyed.unit in ('', rules.unit) and raw_region in ('', region) and raw_indicator = indicator
        and regexp_full_match(region, '[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*') and ${isKnown}
        and low / ${SCALE}.0 >= least and high / ${SCALE}.0 <= most as is_tidy
    from keyed left join (${rulesOf(plan, reduction)}) as rules using (indicator)
  ), ordered as (
    select *, max(case when is_known and not is_after then ${valueIn('surest[1]')} end) over (
      partition by region, indicator, is_known order by segment rows between unbounded preceding and 1 preceding
    ) as least_before
    from ruled
  ), judged as (
    select *, dense_rank() over (order by region) as region_number,
      bool_and(is_tidy and can_thin and list_contains(meant, counts) and not (${isInSum}) and months = n
        and (not is_monotone or not is_known
          or (low >= coalesce(least_before, low) and (is_after or (surest[1] & ${DAY_BITS - 1}) = days[1]))))
        over series
      and max(high) over series <= ${MAX_RATIO} * greatest(min(low) over series, ${SMALL * SCALE})
      and min(raw_region) over series = max(raw_region) over series
      and min(raw_indicator) over series = max(raw_indicator) over series as is_steady
    from ordered
    window series as (partition by region, indicator)
  )
  select raw_region, raw_indicator, sum(n)::double as n, min(region) as region_name, min(region_number)::int as region_number,
    min(indicator_number)::int as indicator_number, coalesce(bool_and(is_tidy), false) as is_tidy,
    coalesce(bool_and(is_steady), false) as is_thinned, ${windows.join(', ')},
    list_transform(list_distinct(flatten(list(extremes))), day -> ${dayText('day')}) as extremes
  from (
    select *, ${extremeDays()} as extremes, row_number() over (partition by raw_region, raw_indicator order by segment) as place,
      case when is_after then deadline + 1 else days[len(days)] end as since
    from judged
  )
  group by raw_region, raw_indicator`;
}

const valueIn = (packed: string): string => `((${packed} - (${packed} & ${DAY_BITS - 1})) // ${DAY_BITS})`;

const dayText = (day: string): string => `(date '1970-01-01' + ${day}::int)::varchar`;

/** The first and last day of each window of a series, in columns: a comparison of texts a row is all that they cost. */
const windowColumns = (most: number): string[] =>
  Array.from({ length: most }, (_, index) => index + 1).flatMap(place => [
    `max(case when place = ${place} then ${dayText('since')} end) as since_${place}`,
    `max(case when place = ${place} then ${dayText('days[1]')} end) as until_${place}`,
  ]);

/** All that JavaScript trims of a cell. */
const SPACES = `chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(32) || chr(160) || chr(5760) || ${[
  ...Array.from({ length: 11 }, (_, index) => 8192 + index),
  8232,
  8233,
  8239,
  8287,
  12288,
  65279,
]
  .map(code => `chr(${code})`)
  .join(' || ')}`;

const extremeDays = (): string => {
  const days = ['surest', 'likeliest'].flatMap(best =>
    [1, 2].map(place => `(${best}[${place}] & ${DAY_BITS - 1})::int`),
  );
  return `case when not is_monotone and ${valueIn('likeliest[1]')} / ${SCALE}.0 >= easiest
    then list_filter([${days.join(', ')}], day -> day < days[len(days)]) else [] end`;
};

/** What the rows that are kept have in common, so that most others need not be looked up. */
export interface Wanted {
  /** Windows of the series that has most of them. */
  readonly most: number;
  /** The first day of any window. */
  readonly since: string;
  /** Names of indicators of which days outside the windows are kept. */
  readonly indicators: readonly string[];
}

/** The rows that are kept, ordered by region; a tidy one as numbers, any other as its whole line. */
export function rowsSql(sources: readonly Source[], { most, since, indicators }: Wanted): string {
  const columns = columnsOf(sources);
  const said = SAID.map(column => (columns.includes(column) ? name(column) : "''"));
  const hasSaid = SAID.some(column => columns.includes(column));
  const cells = `{${columns.map(column => `${literal(column)}: ${name(column)}`).join(', ')}}`;
  const others = indicators.length > 0 ? `or indicator in (${indicators.map(literal).join(', ')})` : '';
  const isLikely = `as_of >= ${literal(since)} ${others}`;
  const inWindow = Array.from(
    { length: most },
    (_, index) => `as_of between since_${index + 1} and until_${index + 1}`,
  );
  return `
  select region_number, indicator_number, is_tidy, (try_cast(as_of as date) - date '1970-01-01')::int as dy,
    (try_cast(published as date) - date '1970-01-01')::int as pub, case when is_tidy then round(value::double * ${SCALE}) end as v,
    (${DECIMALS})::int as decimals,
    case when not is_tidy then coalesce(line, to_json(${cells})::varchar)
      else ${hasSaid ? `concat_ws(chr(${SEPARATOR}), ${said.join(', ')})` : "''"} end as said,
    line is not null as is_spelled, file_number
  from (select * from (${textsOf(sources)}) where ${isLikely}) as texts
  join kept on texts.region = raw_region and texts.indicator = raw_indicator
  where not is_thinned or ${inWindow.join(' or ')} or list_contains(extremes, as_of)
  order by region_number`;
}

/** `since` is of those series that are thinned. */
export const wantedSql = (most: number): string => `
  select coalesce(min(case when is_thinned then least(${Array.from({ length: most }, (_, index) => `since_${index + 1}`).join(', ')}) end), '') as since,
    coalesce(list(distinct case when not is_thinned or len(extremes) > 0 then raw_indicator end)
      filter (not is_thinned or len(extremes) > 0), []) as indicators
  from kept`;

export const regionsSql =
  'select region_number, region_name, sum(n) as n from kept group by all order by region_number';

/** What is known of the whole once every segment is. */
export const summarySql = `
  select coalesce(bool_or(doubt), false) as doubt, coalesce(sum(n), 0)::double as n,
    (select coalesce(max(segments), 1)::int from (
      select count(*) as segments from segments group by raw_region, raw_indicator)) as most
  from segments`;
