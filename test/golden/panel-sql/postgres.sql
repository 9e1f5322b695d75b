with rules as (
  select 'data-centre-racks' as rule_indicator, 'in-use-or-under-construction' as rule_counts, 'rack' as rule_unit, 0.0 as whole, 0.0 as least, 5000000.0 as most, 0 as is_rising, 1 as is_in_sums, 0.0 as fractions_up_to, 1 as side, '2025-12-31' as after_day, 500000.0 as edge_1, 1000000000000000.0 as edge_2 union all
  select 'data-centre-racks', 'design-standard-in-use-or-under-construction', 'rack', 0.0, 0.0, 5000000.0, 0, 1, 0.0, 1, '2025-12-31', 500000.0, 1000000000000000.0 union all
  select 'data-centre-clusters', '', 'cluster', 0.0, 0.0, 100.0, 0, 1, 0.0, 1, '2025-12-31', 4.0, 1000000000000000.0 union all
  select 'data-centre-clusters', 'formed', 'cluster', 0.0, 0.0, 100.0, 0, 1, 0.0, 1, '2025-12-31', 4.0, 1000000000000000.0 union all
  select 'data-centre-clusters', 'unstated', 'cluster', 0.0, 0.0, 100.0, 0, 1, 0.0, 1, '2025-12-31', 4.0, 1000000000000000.0 union all
  select 'data-centre-pue', 'large-and-very-large-centres', 'ratio', 1.0, 1.0, 4.0, 0, 0, 0.0, -1, '2025-12-31', 1.3, 1000000000000000.0 union all
  select 'identifier-nodes', 'connected', 'node', 0.0, 0.0, 1000.0, 1, 1, 0.0, 1, '2025-12-31', 6.0, 1000000000000000.0 union all
  select 'energy-internet-cities', '', 'city', 0.0, 0.0, 200.0, 0, 1, 0.0, 1, '2025-12-31', 3.0, 1000000000000000.0 union all
  select 'energy-internet-cities', 'unstated', 'city', 0.0, 0.0, 200.0, 0, 1, 0.0, 1, '2025-12-31', 3.0, 1000000000000000.0 union all
  select 'digital-core-share', '', '%', 1.0, 0.0, 100.0, 0, 0, 0.864, 1, '2025-12-31', 5.4, 1000000000000000.0 union all
  select 'digital-core-share', 'share-of-gdp', '%', 1.0, 0.0, 100.0, 0, 0, 0.864, 1, '2025-12-31', 5.4, 1000000000000000.0 union all
  select 'digital-core-share', 'unstated', '%', 1.0, 0.0, 100.0, 0, 0, 0.864, 1, '2025-12-31', 5.4, 1000000000000000.0 union all
  select 'national-key-labs', 'guojia-zhongdian', 'laboratory', 0.0, 0.0, 1000.0, 0, 1, 0.0, 1, '2025-12-31', 10.0, 15.0 union all
  select 'demonstration-mines', 'built', 'mine', 0.0, 0.0, 1000.0, 1, 1, 0.0, 1, '2025-12-31', 10.0, 1000000000000000.0 union all
  select 'villages-with-5g', '', 'village', 0.0, 0.0, 100000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'villages-with-5g', 'unstated', 'village', 0.0, 0.0, 100000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'villages-with-5g-share', '', '%', 1.0, 0.0, 100.0, 0, 0, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'villages-with-5g-share', 'unstated', '%', 1.0, 0.0, 100.0, 0, 0, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'gigabit-cities', '', 'city', 0.0, 0.0, 100.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'gigabit-cities', 'unstated', 'city', 0.0, 0.0, 100.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'mines-with-5g', '', 'mine', 0.0, 0.0, 5000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'mines-with-5g', 'unstated', 'mine', 0.0, 0.0, 5000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'intelligent-mines', '', 'mine', 0.0, 0.0, 5000.0, 1, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'intelligent-mines', 'built', 'mine', 0.0, 0.0, 5000.0, 1, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'intelligent-mines', 'unstated', 'mine', 0.0, 0.0, 5000.0, 1, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'shanxi-laboratories', 'total', 'laboratory', 0.0, 0.0, 1000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'key-labs-provincial-and-higher', '', 'laboratory', 0.0, 0.0, 5000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'key-labs-provincial-and-higher', 'unstated', 'laboratory', 0.0, 0.0, 5000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'labs-and-tics-together', '', 'laboratory or centre', 0.0, 0.0, 5000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'labs-and-tics-together', 'unstated', 'laboratory or centre', 0.0, 0.0, 5000.0, 0, 1, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0 union all
  select 'digital-economy-value', 'broad', 'yuan', 1.0, 0.0, 100000000000000.0, 0, 0, 0.0, 1, '9999-12-31', 1000000000000000.0, 1000000000000000.0
), texts as (
  select source."indicator", source."value", source."as_of", source."published", source."region",
    coalesce(cast(source."indicator" as text), '') as text_indicator,
    case when pg_typeof(source."value")::text = 'numeric' and cast(source."value" as text) ~ '^(-?[0-9]+[.][0-9]+)$'
      then trim(trailing '.' from trim(trailing '0' from cast(source."value" as text))) else coalesce(cast(source."value" as text), '') end as text_value,
    coalesce(cast(source."as_of" as text), '') as text_as_of,
    coalesce(cast(source."published" as text), '') as text_published,
    coalesce(cast(source."region" as text), '') as text_region
  from panel source
), named as (
  select texts.*, trim(both '	
                  　﻿' from text_region) as named_region, trim(both '	
                  　﻿' from text_indicator) as series_indicator
  from texts
), keyed as (
  select named.*, case when named_region = '' then 'shanxi' else named_region end as series_region,
    text_as_of as series_day
  from named
), mixed as (
  select mixed_indicator, mixed_publisher, mixed_counts, 1 as is_mixed, max(is_odd) as is_left, min(sample) as fewest
  from (select mixed_indicator, mixed_publisher, mixed_counts,
      case when strpos(text_value, '.') > 0 then 1 else 0 end as has_point,
      case when strpos(text_value, '.') > 0 or text_value in ('', '0') then 0 else 1 end as is_whole,
      case when text_value = '' then 1 - is_sure when not text_value ~ '^(-?[1-9][0-9]{0,9}([.][0-9]{1,9})?|0([.][0-9]{1,9})?)$' then 1
        when is_own_unit = 1 and (is_sure = 1 or not strpos(text_value, '.') > 0) then 0 else 1 end as is_odd,
      concat(case when strpos(text_value, '.') > 0 and length(text_value) - strpos(text_value, '.') = 1 then '1' when strpos(text_value, '.') > 0 and length(text_value) - strpos(text_value, '.') = 2 then '2' when strpos(text_value, '.') > 0 and length(text_value) - strpos(text_value, '.') = 3 then '3' else '9' end, text_as_of, series_region) as sample
    from (select keyed.series_indicator as mixed_indicator, '' as mixed_publisher, '' as mixed_counts, keyed.text_value, keyed.text_as_of, keyed.series_region,
        case when keyed.series_indicator <> '' and rules.rule_indicator = keyed.series_indicator then 1 else 0 end as is_own_unit,
        case when keyed.series_indicator <> '' and rules.rule_indicator = keyed.series_indicator
          and length(keyed.text_as_of) = 10 and keyed.text_as_of ~ '^((19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$' and substring(keyed.text_as_of, 9, 2) <= case when substring(keyed.text_as_of, 6, 2) in ('04', '06', '09', '11') then '30'
        when substring(keyed.text_as_of, 6, 2) <> '02' then '31'
        when substring(keyed.text_as_of, 3, 2) in ('00', '04', '08', '12', '16', '20', '24', '28', '32', '36', '40', '44', '48', '52', '56', '60', '64', '68', '72', '76', '80', '84', '88', '92', '96') and keyed.text_as_of >= '1904' then '29' else '28' end
          and (keyed.text_published = '' or (keyed.text_published >= keyed.text_as_of and length(keyed.text_published) = 10 and keyed.text_published ~ '^((19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$' and substring(keyed.text_published, 9, 2) <= case when substring(keyed.text_published, 6, 2) in ('04', '06', '09', '11') then '30'
        when substring(keyed.text_published, 6, 2) <> '02' then '31'
        when substring(keyed.text_published, 3, 2) in ('00', '04', '08', '12', '16', '20', '24', '28', '32', '36', '40', '44', '48', '52', '56', '60', '64', '68', '72', '76', '80', '84', '88', '92', '96') and keyed.text_published >= '1904' then '29' else '28' end))
          and keyed.text_as_of <= cast(current_date as text)
          and keyed.text_indicator = keyed.series_indicator
          and keyed.text_region in ('', keyed.series_region)
          and keyed.series_region in ('shanxi', 'taiyuan', 'datong', 'yangquan', 'changzhi', 'jincheng', 'shuozhou', 'jinzhong', 'yuncheng', 'xinzhou', 'linfen', 'lvliang')
          and cast(case when keyed.text_value ~ '^(-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?)$' then keyed.text_value else '0' end as double precision) - case when strpos(keyed.text_value, '.') = 0 then 0.5 else 0.05 end >= rules.least
          and cast(case when keyed.text_value ~ '^(-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?)$' then keyed.text_value else '0' end as double precision) + case when strpos(keyed.text_value, '.') = 0 then 0.5 else 0.05 end <= rules.most
          then 1 else 0 end as is_sure
      from keyed left join rules on keyed.series_indicator = rules.rule_indicator and '' = rules.rule_counts) looked_at) cells
  group by mixed_indicator, mixed_publisher, mixed_counts
  having max(has_point) = 1 and max(is_whole) = 1
), ruled as (
  select keyed.*, rules.is_rising, rules.fractions_up_to, rules.side, rules.after_day, rules.whole, rules.edge_1, rules.edge_2,
    case when keyed.series_indicator <> '' and rules.rule_indicator = keyed.series_indicator
      and coalesce(mixed.is_left, 0) = 0 and coalesce(mixed.fewest, '1') < '4'
      and keyed.text_value ~ '^(-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?)$'
      and length(keyed.text_as_of) = 10 and keyed.text_as_of ~ '^((19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$' and substring(keyed.text_as_of, 9, 2) <= case when substring(keyed.text_as_of, 6, 2) in ('04', '06', '09', '11') then '30'
        when substring(keyed.text_as_of, 6, 2) <> '02' then '31'
        when substring(keyed.text_as_of, 3, 2) in ('00', '04', '08', '12', '16', '20', '24', '28', '32', '36', '40', '44', '48', '52', '56', '60', '64', '68', '72', '76', '80', '84', '88', '92', '96') and keyed.text_as_of >= '1904' then '29' else '28' end
      and (keyed.text_published = '' or (keyed.text_published >= keyed.text_as_of and length(keyed.text_published) = 10 and keyed.text_published ~ '^((19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$' and substring(keyed.text_published, 9, 2) <= case when substring(keyed.text_published, 6, 2) in ('04', '06', '09', '11') then '30'
        when substring(keyed.text_published, 6, 2) <> '02' then '31'
        when substring(keyed.text_published, 3, 2) in ('00', '04', '08', '12', '16', '20', '24', '28', '32', '36', '40', '44', '48', '52', '56', '60', '64', '68', '72', '76', '80', '84', '88', '92', '96') and keyed.text_published >= '1904' then '29' else '28' end))
      and keyed.text_indicator = keyed.series_indicator
      and keyed.text_region in ('', keyed.series_region)
      and not (rules.is_in_sums = 1 and keyed.series_region in ('shanxi', 'taiyuan', 'datong', 'yangquan', 'changzhi', 'jincheng', 'shuozhou', 'jinzhong', 'yuncheng', 'xinzhou', 'linfen', 'lvliang'))
      and keyed.series_region not in ('shanxi')
      and cast(case when keyed.text_value ~ '^(-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?)$' then keyed.text_value else '0' end as double precision) - case when strpos(keyed.text_value, '.') = 0 then case when coalesce(mixed.is_mixed, 0) = 0 then rules.whole / 2 when mixed.fewest < '2' then 0.05
      when mixed.fewest < '3' then 0.005 else 0.0005 end else 0.05 end >= rules.least
      and cast(case when keyed.text_value ~ '^(-?[1-9][0-9]{0,9}([.][0-9]{1,3})?|0([.][0-9]{1,3})?)$' then keyed.text_value else '0' end as double precision) + case when strpos(keyed.text_value, '.') = 0 then case when coalesce(mixed.is_mixed, 0) = 0 then rules.whole / 2 when mixed.fewest < '2' then 0.05
      when mixed.fewest < '3' then 0.005 else 0.0005 end else 0.05 end <= rules.most
      then 1 else 0 end as is_plain,
    case when coalesce(mixed.is_mixed, 0) = 0 then rules.whole / 2 when mixed.fewest < '2' then 0.05
      when mixed.fewest < '3' then 0.005 else 0.0005 end as whole_half,
    case when coalesce(mixed.is_mixed, 0) = 1 and concat(case when strpos(text_value, '.') > 0 and length(text_value) - strpos(text_value, '.') = 1 then '1' when strpos(text_value, '.') > 0 and length(text_value) - strpos(text_value, '.') = 2 then '2' when strpos(text_value, '.') > 0 and length(text_value) - strpos(text_value, '.') = 3 then '3' else '9' end, text_as_of, series_region) = mixed.fewest then 1 else 0 end as is_sample
  from keyed left join rules
    on keyed.series_indicator = rules.rule_indicator and '' = rules.rule_counts
  left join mixed
    on keyed.series_indicator = mixed.mixed_indicator and '' = mixed.mixed_publisher and '' = mixed.mixed_counts
), placed as (
  select ruled.*,
    case when is_plain = 1 then cast(text_value as double precision) end as number_value,
    case when is_plain = 0 or text_value = '0' then 0.0 when strpos(text_value, '.') = 0 then whole_half
      else 0.5 / power(10, length(text_value) - strpos(text_value, '.')) end as half,
    case when 1 = 1 then 1 else 0 end as is_known,
    case when series_day > '2025-06-30' then 1 else 0 end + case when series_day > '2025-12-31' then 1 else 0 end as segment
  from ruled
), compared as (
  select placed.*,
    case when is_plain = 1 and half > 0 and (abs(number_value - edge_1) <= half + 0.00001 or abs(number_value - edge_2) <= half + 0.00001) then 1 else 0 end as is_on_edge,
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
  from placed
), judged as (
  select compared.*,
    min(case when is_plain = 0 or is_again = 1 or (is_rising = 1 and is_on_edge = 1) then 0
      when is_rising = 1 and is_known = 1 and (number_value + half < least_before + half / 100
        or (number_value - half <> least_before
          and abs(number_value - half - least_before) <= 0.000000002 * abs(least_before))) then 0 else 1 end)
      over (partition by series_region, series_indicator) as is_steady,
    min(case when number_value <> 0 then abs(number_value) end)
      over (partition by series_region, series_indicator) as smallest,
    max(abs(number_value)) over (partition by series_region, series_indicator) as largest,
    row_number() over (
      partition by series_region, series_indicator, is_known, segment
      order by case when newest <= 6 then 1 else 0 end, side * number_value - half desc, series_day desc
    ) as best
  from compared
)
select "indicator", nullif(text_value, '') as "value", "as_of", "published", "region"
from judged
where is_steady = 0
  or largest >= 6.25 * smallest
  or smallest <= fractions_up_to
  or newest <= 6
  or best = 1
  or is_on_edge = 1
  or is_sample = 1
  or (is_rising = 1 and series_day > after_day)
