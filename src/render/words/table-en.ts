import type { Severity } from '../../model/verdict.ts';
import type { CoverageWords } from './screen-en.ts';

export const severityEn: Readonly<Record<Severity, string>> = {
  fail: 'failing',
  warn: 'warning',
  undecided: 'undecided',
  info: 'information',
  ok: 'in order',
};

export const tableEn = {
  columns: {
    target: 'Target',
    reported: 'Reported',
    gap: 'Gap',
    done: 'Done',
    schedule: 'Schedule',
    months: 'Months',
    verdict: 'Verdict',
  },
  asOf: (asOf: string, knownBy: string | null) => `as of ${asOf}${knownBy ? `, known by ${knownBy}` : ''}`,
  invented: (path: string, why: string) => `Invented figures in ${path}: ${why}`,
  wholePlan: 'The plan as a whole',
  derived: 'derived',
  noNumber: 'no number in the plan',
  nothing: 'nothing',
  possible: (verdicts: readonly string[]) => `${verdicts.join(' / ')}?`,
  summary: 'Summary by task',
  task: 'Task',
  targets: 'Targets',
  total: 'All targets',
  assumed: 'Assumed',
  taken: (text: string, tolerance: string) =>
    `“${text}” was taken as ±${tolerance}; "tolerance:" in the report says otherwise`,
  sums: 'Sums of parts that are lower bounds',
  withoutParts: (regions: readonly string[]) => `nothing known of ${regions.join(', ')}`,
  arithmetic: 'Arithmetic that does not hold',
  deciding: 'would decide it',
  claimIgnored: 'a claim against another target, beside a figure that is used',
  outlook: ({ value, day, verdict }: { readonly value: string; readonly day: string; readonly verdict: string }) =>
    `the trend leads to ${value} on ${day}: ${verdict}`,
  disagree: 'Pace and trend disagree',
  coverage: 'Coverage of the plan',
  coverageRow: ({ level, announced, named, inferred, unstated, quantified, evidenced }: CoverageWords) =>
    `${level}: ${announced ?? '?'} announced, ${named} named by a source, ${inferred} inferred, ${unstated > 0 ? `${unstated} without a source, ` : ''}${quantified} with a number, ${evidenced} with usable evidence`,
  /** Targets of which the plan file names no source that states them. */
  unstatedTargets: (count: number) => `Targets: ${count} that no source is named for`,
  undecided: 'Undecided, and why',
  setAside: 'Set aside, and why',
  unlisted: (count: string) =>
    `${count} more figures of long series could not have changed anything; batch --all-figures lists them`,
  more: (count: number) => `… and ${count} more; --format json lists all`,
  severities: (counts: readonly (readonly [Severity, number])[]) =>
    counts.map(([severity, count]) => `${count} ${severityEn[severity]}`).join(', '),
};

export type TableTexts = typeof tableEn;
