#!/usr/bin/env bash
# The report of the month, by cron:
#
#   MAILTO=office@example.org
#   0 7 1 * * /path/to/cron.sh /path/to/project
#
# Checks the project (the folder with shanxi-plan.yaml), keeps the analysis and the report of the month under
# out/YYYY-MM.*, and says what changed since the last month that was kept. The report goes to standard output, which
# cron mails; or, with PLAN_MAIL_TO set, to sendmail as a Markdown message. Ends with the exit code of the check.
#
# SHANXI_PLAN   the command, if it is not `shanxi-plan`; PLAN_MAIL_TO, PLAN_MAIL_FROM   addresses
set -uo pipefail

cd "${1:?usage: cron.sh <project folder>}" || exit 2
shanxi_plan=${SHANXI_PLAN:-shanxi-plan}
month=$(date +%Y-%m)
mkdir -p out || exit 2

# Two runs at a time would write the same files: the second says so and is no success.
exec 9> out/.lock
if ! flock -n 9; then
  echo "cron.sh: another run is still at work in $PWD" >&2
  exit 2
fi

# The newest month before this one.
previous=''
for kept in out/????-??.json; do
  if [[ -f $kept && $kept < out/$month.json ]]; then previous=$kept; fi
done

# A report of an earlier run must not stand for this one.
rm -f "out/$month.json" "out/$month.md"
said=$("$shanxi_plan" check --as-of today --format "json=out/$month.json" --format "markdown=out/$month.md" 2>&1)
code=$?

message() {
  if [[ -f out/$month.md ]]; then
    cat "out/$month.md"
  else
    printf '# The plan could not be checked\n'
  fi
  printf '\n## What the check said\n\n```text\n%s\n```\n' "$said"
  if [[ -f out/$month.json && -n $previous ]]; then
    printf '\n## Since %s\n\n```text\n' "$(basename "$previous" .json)"
    "$shanxi_plan" diff "$previous" "out/$month.json" --exit-zero --width 100 2>&1
    printf '```\n'
  fi
}

case $code in
  0) subject='within plan' ;;
  1) subject='targets fail' ;;
  3) subject='undecided' ;;
  *) subject='could not be checked' ;;
esac

if [[ -n ${PLAN_MAIL_TO:-} ]]; then
  {
    printf 'To: %s\nFrom: %s\nSubject: Plan, %s: %s\n' "$PLAN_MAIL_TO" "${PLAN_MAIL_FROM:-$PLAN_MAIL_TO}" "$month" "$subject"
    printf 'MIME-Version: 1.0\nContent-Type: text/markdown; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n'
    message
  } | sendmail -t || echo 'cron.sh: the mail could not be sent' >&2
else
  message
fi
exit "$code"
