import type { Analysis } from '../model/analysis.ts';
import { type Severity, severities, verdicts } from '../model/verdict.ts';

/** The counts of verdicts and of severities as codes, from worst to best: `far-behind 2, met 1; fail 2, ok 1`. */
export function countsText({ summary }: Analysis): string {
  const list = <T extends string>(codes: readonly T[], counts: Readonly<Partial<Record<T, number>>>) =>
    codes.flatMap(code => (counts[code] ? [`${code} ${counts[code]}`] : [])).join(', ');
  return `${list(verdicts, summary.verdicts)}; ${list(severities, summary.severities)}`;
}

/** These three are told even where there is none of them. */
const ALWAYS: readonly Severity[] = ['fail', 'undecided', 'ok'];

/** What a person is told to be counted, from worst to best. */
export const severitiesTold = (counts: Analysis['summary']['severities']): Severity[] =>
  severities.filter(each => ALWAYS.includes(each) || counts[each]);

/** Assessments in the order of the summary: what may be missed stands before what may merely be open. */
export function worstFirst({ assessments, summary }: Analysis): Analysis['assessments'] {
  const byTarget = new Map(assessments.map(assessment => [assessment.target, assessment]));
  return summary.worstFirst.flatMap(target => byTarget.get(target) ?? []);
}
