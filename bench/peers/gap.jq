# jq -n -r --slurpfile goals goals.json -f gap.jq panel.ndjson
# The last value of each region and indicator, and what is missing to the goal.
($goals[0]) as $goals
| reduce inputs as $row ({};
    ($row.region + " " + $row.indicator) as $key
    | if (.[$key] | . == null or .as_of < $row.as_of) then .[$key] = $row else . end)
| .[]
| ($goals[.indicator]) as $goal
| [.region, .indicator, (if $goal.lower then .value - $goal.value else $goal.value - .value end)]
| @csv
