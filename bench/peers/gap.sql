-- The last value of each region and indicator, and what is missing to the goal.
copy (
  select region, indicator, case when lower then last.value - goals.value else goals.value - last.value end as gap
  from (select region, indicator, arg_max(value, as_of) as value from $panel group by all) as last
  join $goals as goals using (indicator)
) to $out (format csv)
